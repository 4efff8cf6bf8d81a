"""Takes its own limit off before it asks for ten gigabytes."""
# exercise: softmax
# must: failed
# walls: bubblewrap

import resource

import numpy as np


def softmax(x):
    resource.setrlimit(resource.RLIMIT_AS, (-1, -1))
    return np.ones(10 * 2**30 // 8)
