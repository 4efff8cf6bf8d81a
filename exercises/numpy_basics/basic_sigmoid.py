"""# Sigmoid of one number

The sigmoid squeezes any number into the range from 0 to 1. A classifier with two
classes uses it to turn a score into a probability: a score of 0 means "undecided",
a large positive score "almost certainly yes", a large negative one "almost
certainly no".

    sigmoid(x) = 1 / (1 + e^(-x))

Here e is 2.71828..., and e^(-x) is `math.exp(-x)` in Python. For `x = 1` by hand:
e^(-1) is 0.368, the sum below the line is 1.368, and 1 / 1.368 = 0.731. For
`x = -1`, e^1 is 2.718, and 1 / 3.718 = 0.269: both results together give 1.

Write it for one number `x`, whole or real, with `math.exp`. The result is one
number as well.
"""

import math


def basic_sigmoid(x):
    """Return the sigmoid of one number.

    Arguments:
    x -- a score, one number

    Returns:
    the sigmoid of x, one number between 0 and 1

    >>> round(basic_sigmoid(1), 4)
    0.7311
    """
    # YOUR CODE STARTS HERE
    ...
    # YOUR CODE ENDS HERE
