"""# Sigmoid of an array

The sigmoid turns a score into a number between 0 and 1, which can be read as a
probability. A network computes thousands of scores at once and holds them in an
array, so its sigmoid has to take the whole array.

    sigmoid(x) = 1 / (1 + e^(-x))

The formula is applied to each element on its own. For `x = [1, 2, 3]` the powers
e^(-x) are 0.368, 0.135 and 0.050, the sums below the line are 1.368, 1.135 and
1.050, and the results are 0.731, 0.881 and 0.953.

`math.exp` takes one number only; `np.exp` takes an array and returns an array of
the same shape. The other signs of the formula, `-`, `+` and `/`, work on arrays too.

Write it for one number or an array of any shape, without a loop over the elements.
The result has the shape of `x`.
"""

import numpy as np


def sigmoid(x):
    """Return the sigmoid of each element of x.

    Arguments:
    x -- scores, one number or an array of any shape

    Returns:
    the sigmoid of each score, of the same shape as x

    >>> sigmoid(np.array([1, 2, 3])).round(3)
    array([0.731, 0.881, 0.953])
    """
    # YOUR CODE STARTS HERE
    ...
    # YOUR CODE ENDS HERE
