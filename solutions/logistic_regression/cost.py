"""# The cost of all examples

The loss says how bad the answer for one example was. Training needs one number for
the whole training set, which it then makes smaller: the cost, the mean of the
losses of all m examples.

    loss_i = -[ y_i log(a_i) + (1 - y_i) log(1 - a_i) ]
    cost   = (loss_1 + loss_2 + ... + loss_m) / m

`A` is a row with the predicted probabilities a_1, ..., a_m, and `Y` a row with the
labels. Both have the shape (1, m), so m is the number of columns.

With `A = [[0.9, 0.2, 0.5]]` and `Y = [[1, 0, 1]]` the losses are -log(0.9) = 0.105,
-log(0.8) = 0.223 and -log(0.5) = 0.693. Their sum is 1.022, and the cost is
1.022 / 3 = 0.341.

The answer is one number, not an array of shape (1, 1). The losses are added up
without a loop over the examples.
"""

import numpy as np


def cost(A, Y):
    """Return the mean logistic loss over all examples.

    Arguments:
    A -- predicted probabilities between 0 and 1, an array of shape (1, m)
    Y -- labels, an array of shape (1, m) of zeros and ones

    Returns:
    the cost, a single number

    >>> round(float(cost(np.array([[0.9, 0.2, 0.5]]), np.array([[1, 0, 1]]))), 3)
    0.341
    """
    ### BEGIN SOLUTION
    m = Y.shape[1]
    return -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m
    ### END SOLUTION
