"""# Image to column vector

A colour image is an array of shape (l, h, d): l rows of h pixels, and d numbers for
each pixel, its colours. The classifiers of this course take an image as one tall
column, with all its numbers below each other:

    (l, h, d)  becomes  (l * h * d, 1)

No number changes. They are read in the order in which NumPy prints them: all
colours of the first pixel, then the next pixel of the same row, then the next row.

By hand: `[[[1, 2, 3], [4, 5, 6]]]` has shape (1, 2, 3), one row of two pixels with
three colours each. It becomes

    [[1], [2], [3], [4], [5], [6]]

of shape (6, 1). The second dimension counts: (6,) is a flat array, (1, 6) is a row,
and (2, 3) still keeps the pixels apart.

Write it for an image of any size, without a loop. `image.shape` gives l, h and d.
"""

import numpy as np


def image2vector(image):
    """Return the numbers of an image as one column.

    Arguments:
    image -- an array of shape (l, h, d)

    Returns:
    the same numbers in the same order, an array of shape (l * h * d, 1)

    >>> image2vector(np.array([[[1, 2], [3, 4]]]))
    array([[1],
           [2],
           [3],
           [4]])
    """
    ### BEGIN SOLUTION
    rows, columns, depth = image.shape
    return np.reshape(image, (rows * columns * depth, 1))
    ### END SOLUTION
