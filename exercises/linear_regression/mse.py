"""# Mean squared error

Linear regression looks for a straight line through points. For each x the line
w x + b gives a prediction, w being its slope and b its height at x = 0. How good is
a line? Take the vertical distance between prediction and truth at each point, square
it, and take the mean:

    mse = 1/m * sum over i of (w x_i + b - y_i)^2

Squares make all errors count as positive, and large ones much more than small ones.

With `x = [1, 2, 3]`, `y = [2, 4, 7]`, w = 2 and b = 1 the predictions are 3, 5 and 7,
the errors 1, 1 and 0, and the mean of their squares is 2 / 3 = 0.667.

This assignment comes back to ten points, where y is roughly 2.67 x - 188:

    x = [338, 333, 328, 207, 226,  25, 179,  60, 208,  606]
    y = [640, 633, 619, 393, 428,  27, 193,  66, 226, 1591]

The line with w = -4 and b = -120 is far off: its mean squared error is 3670819. No
line does better than 10193.67.

Work on all points at once, without a loop over them.
"""

import numpy as np


def mse(w, b, x, y):
    """Return the mean squared error of the line w x + b.

    Arguments:
    w -- slope, a number
    b -- height at x = 0, a number
    x -- where the points are, an array of shape (m,)
    y -- their true values, an array of shape (m,)

    Returns:
    the mean squared error, a single number

    >>> round(float(mse(2, 1, np.array([1, 2, 3]), np.array([2, 4, 7]))), 3)
    0.667
    """
    # YOUR CODE STARTS HERE
    ...
    # YOUR CODE ENDS HERE
