"""# L2 loss

A loss says with one number how far predictions are from the truth: 0 is perfect,
larger is worse. The L2 loss squares the difference between each prediction and its
label and adds the squares up:

    L2 = (y_1 - yhat_1)^2 + ... + (y_m - yhat_m)^2

Here yhat are the predictions and y the labels of m examples, and ^2 means "to the
power of two". For the predictions `[0.9, 0.2, 0.1, 0.4, 0.9]` and the labels
`[1, 0, 0, 1, 1]` the differences y - yhat are 0.1, -0.2, -0.1, 0.6 and 0.1. Their
squares, 0.01, 0.04, 0.01, 0.36 and 0.01, add up to 0.43.

A square is never negative, so errors in both directions count, and large ones count
most. It is a sum: no mean and no square root is taken.

Write it for two one-dimensional arrays of the same length, without a loop. The
result is one number, not an array that holds one.
"""

import numpy as np


def L2(yhat, y):
    """Return the L2 loss of predictions and labels.

    Arguments:
    yhat -- predictions, an array of shape (m,)
    y -- labels, an array of shape (m,)

    Returns:
    the sum of the squared differences, one number

    >>> yhat = np.array([0.9, 0.2, 0.1, 0.4, 0.9])
    >>> round(float(L2(yhat, np.array([1, 0, 0, 1, 1]))), 6)
    0.43
    """
    ### BEGIN SOLUTION
    return np.sum((y - yhat) ** 2)
    ### END SOLUTION
