"""Writes rows as the side effect of a set comprehension."""
# exercise: softmax
# must: loops
# rule: explicit-loop
# line: 12

import numpy as np


def softmax(x):
    out = np.exp(x - x.max())
    {out.__setitem__(i, out[i] / out[i].sum()) for i in range(len(out))}
    return out
