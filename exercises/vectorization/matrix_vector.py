"""# Matrix times vector

A layer of neurons computes one score for each neuron from the same inputs. Put the
weights of each neuron into a row of a matrix W and the inputs into a vector x: the
product of W and x is the vector of all scores.

For W with n rows and m columns and x with m values, the result has n values:

    u_i = W_i1 * x_1 + W_i2 * x_2 + ... + W_im * x_m

Each value is the dot product of one row of W with x. With two loops this is

    u = np.zeros(n)
    for i in range(n):
        for j in range(m):
            u[i] = u[i] + W[i, j] * x[j]

For `W = [[1, 2, 3], [4, 5, 6]]` and `x = [1, 2, -1]` the result is `[2, 8]`: the first
row gives 1*1 + 2*2 + 3*(-1) = 2, the second 4*1 + 5*2 + 6*(-1) = 8.

Write it as an array expression, without a loop. x and the result are
one-dimensional: shapes (m,) and (n,).
"""

import numpy as np


def matrix_vector(W, x):
    """Return the product of a matrix and a vector.

    Arguments:
    W -- numbers, an array of shape (n, m)
    x -- numbers, an array of shape (m,)

    Returns:
    the dot product of each row of W with x, an array of shape (n,)

    >>> matrix_vector(np.array([[1, 2, 3], [4, 5, 6]]), np.array([1, 2, -1]))
    array([2, 8])
    """
    # YOUR CODE STARTS HERE
    ...
    # YOUR CODE ENDS HERE
