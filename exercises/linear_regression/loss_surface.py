"""# The loss of many lines

How does the error change with slope and height? Compute it for many lines at once:
for every slope in `ws` together with every height in `bs`. The result is a table
with a row for each slope and a column for each height, which can be drawn as a
surface. Its lowest place is the best line.

    surface[i, j] = 1/m * sum over k of (ws[i] x[k] + bs[j] - y[k])^2

Written as it stands this is a loop in a loop in a loop, over i, j and k. NumPy does
it in one expression: give each of the three a dimension of its own, and broadcasting
combines them all.

    ws   as shape (n_w, 1, 1)
    bs   as shape (1, n_b, 1)
    x    of shape (m,), which counts as (1, 1, m)

The errors then have the shape (n_w, n_b, m), and their squares are averaged along
the last axis.

With `ws = [1, 2]`, `bs = [0, 1, 2]`, `x = [1, 2]` and `y = [2, 4]` the slope 2 with
the height 0 fits exactly: 0. The slope 1 with the height 0 has the errors -1 and -2,
so the mean of squares is 5 / 2 = 2.5. The whole table:

    [[2.5, 0.5, 0.5],
     [0. , 1. , 4. ]]
"""

import numpy as np


def loss_surface(ws, bs, x, y):
    """Return the mean squared error for every slope and every height.

    Arguments:
    ws -- slopes, an array of shape (n_w,)
    bs -- heights at x = 0, an array of shape (n_b,)
    x -- where the points are, an array of shape (m,)
    y -- their true values, an array of shape (m,)

    Returns:
    mean squared errors, an array of shape (n_w, n_b)

    >>> ws, bs = np.array([1, 2]), np.array([0, 1, 2])
    >>> loss_surface(ws, bs, np.array([1, 2]), np.array([2, 4]))
    array([[2.5, 0.5, 0.5],
           [0. , 1. , 4. ]])
    """
    # YOUR CODE STARTS HERE
    ...
    # YOUR CODE ENDS HERE
