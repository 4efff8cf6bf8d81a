"""# Exponential of every element

Sigmoid and softmax start with an exponential, and they need it for every score of
every example. NumPy has functions that work on each element of an array and give back
an array of the same shape: np.exp, np.log, np.abs, np.sqrt and many more.

For every place i of an array v:

    u_i = e^(v_i)

Here e is Euler's number, 2.71828..., and ^ means "to the power of". With a loop, for
a one-dimensional array of length n, this is

    u = np.zeros(n)
    for i in range(n):
        u[i] = math.exp(v[i])

For `v = [0, 1, -2]` the result is `[1, 2.7183, 0.1353]`: e to the power 0 is 1, e to
the power 1 is e, and a negative power gives a value between 0 and 1.

Write it for an array of any shape, without a loop. Numbers may be whole or real.
"""

import numpy as np


def exp_all(v):
    """Return e to the power of every element of v.

    Arguments:
    v -- numbers, an array of any shape

    Returns:
    the exponentials, an array of the same shape

    >>> exp_all(np.array([0, 1, -2])).round(4)
    array([1.    , 2.7183, 0.1353])
    """
    # YOUR CODE STARTS HERE
    ...
    # YOUR CODE ENDS HERE
