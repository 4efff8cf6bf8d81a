"""# From rank 1 to a column

An array of shape (n,) has one dimension, it is of rank 1: neither a row nor a column.
It looks harmless and is behind many wrong results. Turning it round with .T does
nothing, np.dot of it and its transpose is a number and not a table, and together with
a column of shape (n, 1) it adds up to a whole (n, n) matrix. A column has none of these
surprises, so it is worth making columns early, and stopping early when something else
comes in.

Return the n numbers of `a` as a column of shape (n, 1), in the same order. With a loop
this is

    column = np.zeros((n, 1))
    for i in range(n):
        column[i, 0] = a[i]

For `a = [4, 7, 9]` the result is `[[4], [7], [9]]`.

An array with any other number of dimensions is refused: one of shape (1, 3), (3, 1) or
(2, 3, 4), and also a single number, which has no dimensions and the shape (). Refusing
means to raise an exception, which ends the call at once and tells the caller why:

    raise ValueError("expected an array of rank 1")

The number of dimensions of an array is a.ndim, its shape a.shape.

Write it without a loop.
"""

import numpy as np


def as_column(a):
    """Return the values of a one-dimensional array as a column.

    Arguments:
    a -- numbers, an array of shape (n,)

    Returns:
    the same numbers in the same order, an array of shape (n, 1)

    Raises ValueError if a has any other number of dimensions than one.

    >>> as_column(np.array([4, 7, 9]))
    array([[4],
           [7],
           [9]])
    >>> as_column(np.array([[4, 7, 9]]))
    Traceback (most recent call last):
        ...
    ValueError: expected an array of rank 1
    """
    # YOUR CODE STARTS HERE
    ...
    # YOUR CODE ENDS HERE
