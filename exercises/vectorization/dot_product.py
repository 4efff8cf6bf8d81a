"""# Dot product

The dot product of two lists of numbers multiplies them place by place and adds the
products up. A neuron does it first of all: its inputs times its weights, summed to
one score. With millions of numbers, how this is written decides whether it takes a
second or a millisecond.

For two arrays a and b with n values each:

    a . b = a_1 * b_1 + a_2 * b_2 + ... + a_n * b_n

With a loop, this is

    total = 0
    for i in range(len(a)):
        total = total + a[i] * b[i]

Python reads and carries out the line inside anew for every i. NumPy goes through
whole arrays in compiled code, hundreds of times as fast, when one expression names
them as a whole. That is called vectorization.

For `a = [1, 2, 3]` and `b = [4, 0, -1]` the products are 4, 0 and -3; the dot
product is 1.

Write it for two one-dimensional arrays of the same length, without a loop. The
result is one number, not an array that holds one.
"""

import numpy as np


def dot_product(a, b):
    """Return the dot product of two vectors.

    Arguments:
    a -- numbers, an array of shape (n,)
    b -- numbers, an array of shape (n,)

    Returns:
    the sum of the products a_i * b_i, one number

    >>> int(dot_product(np.array([1, 2, 3]), np.array([4, 0, -1])))
    1
    """
    # YOUR CODE STARTS HERE
    ...
    # YOUR CODE ENDS HERE
