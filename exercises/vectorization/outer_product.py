"""# Outer product

A multiplication table holds the product of every number on its left side with every
number along its top. The outer product of two vectors is such a table. Gradients of
whole layers are made of them: every input meets every error.

For a with n values and b with m values the result has n rows and m columns:

    outer_ij = a_i * b_j

With two loops, one inside the other, this is

    table = np.zeros((n, m))
    for i in range(n):
        for j in range(m):
            table[i, j] = a[i] * b[j]

For `a = [1, 2, 3]` and `b = [4, 5]` the first row is 1 times b, the second 2 times b,
the third 3 times b:

    [[ 4,  5],
     [ 8, 10],
     [12, 15]]

Write it as one array expression for any two one-dimensional arrays, without a loop.
"""

import numpy as np


def outer_product(a, b):
    """Return the table of all products of a value of a and a value of b.

    Arguments:
    a -- numbers, an array of shape (n,): one for each row
    b -- numbers, an array of shape (m,): one for each column

    Returns:
    the products a_i * b_j, an array of shape (n, m)

    >>> outer_product(np.array([1, 2, 3]), np.array([4, 5]))
    array([[ 4,  5],
           [ 8, 10],
           [12, 15]])
    """
    # YOUR CODE STARTS HERE
    ...
    # YOUR CODE ENDS HERE
