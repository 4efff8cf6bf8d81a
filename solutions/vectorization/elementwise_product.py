"""# Product element by element

Two arrays of one shape can be multiplied place by place: every value with the value
at the same place of the other. Prices times amounts are multiplied so, and so are
the factors of the chain rule when gradients of many examples are computed at once.

For arrays of the same shape, with i running over all places:

    c_i = a_i * b_i

With a loop, for one-dimensional arrays of length n, this is

    c = np.zeros(n)
    for i in range(n):
        c[i] = a[i] * b[i]

and for matrices it takes one more loop for each dimension. An array expression is the
same whatever the number of dimensions.

For `a = [[1, 2], [3, 4]]` and `b = [[5, 6], [7, 8]]` the result holds 1*5, 2*6, 3*7
and 4*8, which is `[[5, 12], [21, 32]]`. Nothing is added up: this is not the matrix
product.

Write it for two arrays of any number of dimensions, both of the same shape, without a
loop.
"""

import numpy as np


def elementwise_product(a, b):
    """Return the products of the values that stand at the same place.

    Arguments:
    a -- numbers, an array of any shape
    b -- numbers, an array of the same shape

    Returns:
    the products, an array of that shape

    >>> elementwise_product(np.array([[1, 2], [3, 4]]), np.array([[5, 6], [7, 8]]))
    array([[ 5, 12],
           [21, 32]])
    """
    ### BEGIN SOLUTION
    return a * b
    ### END SOLUTION
