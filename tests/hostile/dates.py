"""Returns dates, whose difference is a time span and no number."""
# kind: forged value
# exercise: softmax
# must: failed

import numpy as np


def softmax(x):
    return x.astype("datetime64[s]")
