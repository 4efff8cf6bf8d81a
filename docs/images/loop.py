"""Right values with a loop over the rows, for the README's picture."""

import numpy as np


def softmax(x):
    rows = []
    for row in x:
        e = np.exp(row - row.max())
        rows.append(e / e.sum())
    return np.array(rows)
