"""# A matrix plus a column

NumPy adds arrays element by element. Where the shapes differ, it tries to stretch
the smaller array: a dimension of size 1 is repeated as often as needed. This is
called broadcasting.

Two arrays are given:

    a = np.random.randn(2, 3)
    b = np.random.randn(2, 1)
    c = a + b

What is the shape of c?

    a    (2, 1)
    b    (3, 2)
    c    (2, 3)
    d    there is none: the shapes do not fit, and NumPy raises a ValueError

An example with other shapes: an array of shape (4, 1) plus one of shape (1, 2) has
the shape (4, 2), since both are stretched.

Answer with the letter: write `return`, then the letter in quotation marks.
"""

import numpy as np


def matrix_plus_column():
    """Return the letter of the shape of a + b.

    Returns:
    one of the letters "a", "b", "c" and "d"

    >>> matrix_plus_column() in ("a", "b", "c", "d")
    True
    """
    ### BEGIN SOLUTION
    return "c"
    ### END SOLUTION
