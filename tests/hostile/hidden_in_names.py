"""Uses names that look alike to a person and are different, or the other way round."""
# kind: source
# exercise: softmax
# must: failed

import numpy as np

ѕoftmax = lambda x: np.exp(x) / np.exp(x).sum(axis=1, keepdims=True)


def ｓoftmax(x):
    return x
