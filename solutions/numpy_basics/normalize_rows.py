"""# Rows of unit length

Gradient descent often gets along better when all examples are of the same size.
One way to get there is to divide each row of a matrix by its length, so that every
row points where it did before and has length one.

The length (L2 norm) of a row with the values x_1, ..., x_n is

    length = sqrt(x_1^2 + ... + x_n^2)

and each value of the row is divided by it. For the row `[0, 3, 4]` the length is
sqrt(0 + 9 + 16) = 5, and the row becomes `[0, 0.6, 0.8]`. For `[1, 6, 4]` it is
sqrt(53) = 7.280, and the row becomes `[0.137, 0.824, 0.549]`.

Each row is divided by its own length. For an (m, n) matrix those are m lengths;
they line up with the rows when they stand in a column of shape (m, 1).

Write it for a whole matrix at once, without a loop over the rows. The values may be
whole numbers or real ones; no row consists of zeros only. Return a new array.
"""

import numpy as np


def normalize_rows(x):
    """Return x with each row divided by its length.

    Arguments:
    x -- an array of shape (m, n), no row of zeros only

    Returns:
    an array of shape (m, n); every row has length one (L2 norm)

    >>> normalize_rows(np.array([[0, 3, 4], [1, 6, 4]])).round(3)
    array([[0.   , 0.6  , 0.8  ],
           [0.137, 0.824, 0.549]])
    """
    ### BEGIN SOLUTION
    # A column of lengths lines up with the rows; a flat array would not.
    lengths = np.linalg.norm(x, axis=1, keepdims=True)
    return x / lengths
    ### END SOLUTION
