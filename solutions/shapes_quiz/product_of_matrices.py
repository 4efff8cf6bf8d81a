"""# Two matrices and a star

In NumPy the star multiplies element by element: each number of one array with the
number in the same place of the other. It works where the shapes are the same, or
where broadcasting can stretch a dimension of size 1 to make them the same.

Two arrays are given:

    a = np.random.randn(4, 3)
    b = np.random.randn(3, 2)
    c = a * b

What is the shape of c?

    a    (4, 2)
    b    (4, 3)
    c    (3, 3)
    d    there is none: the shapes do not fit, and NumPy raises a ValueError

An example with other shapes: an array of shape (5, 2) times one of shape (1, 2) has
the shape (5, 2).

Answer with the letter: write `return`, then the letter in quotation marks.
"""

import numpy as np


def product_of_matrices():
    """Return the letter of the shape of a * b.

    Returns:
    one of the letters "a", "b", "c" and "d"

    >>> product_of_matrices() in ("a", "b", "c", "d")
    True
    """
    ### BEGIN SOLUTION
    return "d"
    ### END SOLUTION
