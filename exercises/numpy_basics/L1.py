"""# L1 loss

A loss says with one number how far predictions are from the truth: 0 is perfect,
larger is worse. The L1 loss adds up the distances between each prediction and its
label, whichever of the two is larger:

    L1 = |y_1 - yhat_1| + ... + |y_m - yhat_m|

Here yhat are the predictions and y the labels of m examples. For the predictions
`[0.9, 0.2, 0.1, 0.4, 0.9]` and the labels `[1, 0, 0, 1, 1]` the differences
y - yhat are 0.1, -0.2, -0.1, 0.6 and 0.1. Their distances from zero, 0.1, 0.2, 0.1,
0.6 and 0.1, add up to 1.1.

Without the absolute value a prediction too high would cancel one too low. It is a
sum, not a mean, so more examples make it larger.

Write it for two one-dimensional arrays of the same length, without a loop. The
result is one number, not an array that holds one.
"""

import numpy as np


def L1(yhat, y):
    """Return the L1 loss of predictions and labels.

    Arguments:
    yhat -- predictions, an array of shape (m,)
    y -- labels, an array of shape (m,)

    Returns:
    the sum of the distances between them, one number

    >>> yhat = np.array([0.9, 0.2, 0.1, 0.4, 0.9])
    >>> round(float(L1(yhat, np.array([1, 0, 0, 1, 1]))), 6)
    1.1
    """
    # YOUR CODE STARTS HERE
    ...
    # YOUR CODE ENDS HERE
