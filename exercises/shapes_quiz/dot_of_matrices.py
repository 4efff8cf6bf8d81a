"""# The matrix product

np.dot(a, b) of two matrices is the matrix product. Each number of the result belongs
to a row of a and a column of b: the two are multiplied number by number, and the
products are added up.

Two arrays are given:

    a = np.random.randn(12288, 150)
    b = np.random.randn(150, 45)
    c = np.dot(a, b)

What is the shape of c?

    a    (150, 150)
    b    (12288, 45)
    c    (12288, 150)
    d    there is none: the shapes do not fit, and NumPy raises a ValueError

A small example: the product of a matrix with 2 rows and 3 columns and one with
3 rows and 1 column has 2 rows and 1 column.

Answer with the letter: write `return`, then the letter in quotation marks.
"""

import numpy as np


def dot_of_matrices():
    """Return the letter of the shape of np.dot(a, b).

    Returns:
    one of the letters "a", "b", "c" and "d"

    >>> dot_of_matrices() in ("a", "b", "c", "d")
    True
    """
    # YOUR CODE STARTS HERE
    ...
    # YOUR CODE ENDS HERE
