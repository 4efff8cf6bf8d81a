"""# Slope of the sigmoid

To learn, a network has to know how much its output changes when a score changes a
little. For the sigmoid that is its derivative, the slope of its curve at x. It can
be written with the value of the sigmoid alone:

    s = sigmoid(x) = 1 / (1 + e^(-x))
    sigmoid_derivative(x) = s * (1 - s)

For `x = 0` by hand: s is 0.5 and the slope 0.5 * 0.5 = 0.25, the steepest place of
the curve. For `x = 1`, s is 0.731 and the slope 0.731 * 0.269 = 0.197. Far from 0,
on either side, the curve is nearly flat and the slope close to 0.

Both factors are taken element by element, so `[0, 1]` gives `[0.25, 0.197]`.

Write it for one number or an array of any shape, without a loop over the elements,
and compute s inside the function. The result has the shape of `x`.
"""

import numpy as np


def sigmoid_derivative(x):
    """Return the slope of the sigmoid at each element of x.

    Arguments:
    x -- scores, one number or an array of any shape

    Returns:
    the slope at each score, of the same shape as x

    >>> sigmoid_derivative(np.array([0, 1])).round(3)
    array([0.25 , 0.197])
    """
    ### BEGIN SOLUTION
    s = 1 / (1 + np.exp(-x))
    return s * (1 - s)
    ### END SOLUTION
