"""# ReLU

Between its layers a neural network bends its numbers, since without a bend many layers
could do no more than one. The bend used most often is ReLU, the rectified linear
unit: positive values pass as they are, negative ones become zero.

For every place i of an array v:

    relu(v)_i = max(v_i, 0)

With a loop and a condition, for a one-dimensional array of length n, this is

    u = np.zeros(n)
    for i in range(n):
        if v[i] > 0:
            u[i] = v[i]

For `v = [3, -1, 0, -2.5]` the result is `[3, 0, 0, 0]`. No value is dropped: the
result has the shape of v.

A condition for each element need not be an `if`. NumPy has functions that compare two
arrays, or an array and a number, place by place.

Write it for an array of any shape, without a loop. Return a new array.
"""

import numpy as np


def relu(v):
    """Return v with zeros in the place of negative values.

    Arguments:
    v -- numbers, an array of any shape

    Returns:
    the larger of v_i and 0 for every place, an array of the same shape

    >>> relu(np.array([3, -1, 0, -2]))
    array([3, 0, 0, 0])
    """
    # YOUR CODE STARTS HERE
    ...
    # YOUR CODE ENDS HERE
