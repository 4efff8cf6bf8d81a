"""# A bias for every column

Each row of a matrix `a` is one example, each column one neuron, and every neuron has a
bias that is added to its score in all examples. The biases come as a column b with
one number for each neuron: NumPy can add them to all rows at once, by broadcasting,
once their shape fits.

For a with m rows and n columns and b with n values:

    c_ij = a_ij + b_j

With two loops this is

    c = np.zeros((m, n))
    for i in range(m):
        for j in range(n):
            c[i, j] = a[i, j] + b[j, 0]

Broadcasting compares two shapes from their ends: two sizes fit if they are equal or
if one of them is 1, and what has the size 1 is repeated. The shapes (m, n) and (n, 1)
fit only where m is n or one of them is 1, and mostly not in the way that is meant: the
column has to be turned into a row first.

For `a = [[1, 2, 3], [4, 5, 6]]` and `b = [[10], [20], [30]]` the result is

    [[11, 22, 33],
     [14, 25, 36]]

Write it without a loop. Return a new array.
"""

import numpy as np


def add_row_bias(a, b):
    """Return a with the number b_j added to all of its column j.

    Arguments:
    a -- scores, an array of shape (m, n)
    b -- biases, an array of shape (n, 1): one for each column of a

    Returns:
    the sums a_ij + b_j, an array of shape (m, n)

    >>> b = np.array([[10], [20], [30]])
    >>> add_row_bias(np.array([[1, 2, 3], [4, 5, 6]]), b)
    array([[11, 22, 33],
           [14, 25, 36]])
    """
    # YOUR CODE STARTS HERE
    ...
    # YOUR CODE ENDS HERE
