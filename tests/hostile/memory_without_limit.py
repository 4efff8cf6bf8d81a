"""Takes its own limit off before it asks for ten gigabytes."""
# kind: escape
# exercise: softmax
# must: failed

import resource

import numpy as np


def softmax(x):
    resource.setrlimit(resource.RLIMIT_AS, (-1, -1))
    return np.ones(10 * 2**30 // 8)
