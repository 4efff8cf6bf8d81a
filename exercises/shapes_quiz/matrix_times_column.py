"""# A matrix times a column

Once more the star, which multiplies element by element. Now the second array is a
column:

    a = np.random.randn(3, 3)
    b = np.random.randn(3, 1)
    c = a * b

What is c?

    a    an array of shape (3, 3): the column b is repeated three times, so row i of a
         is multiplied by b[i]
    b    an array of shape (3, 3): the numbers of b are laid side by side, so column j
         of a is multiplied by b[j]
    c    an array of shape (3, 1), the matrix product of a and b
    d    there is none: the shapes do not fit, and NumPy raises a ValueError

An example with numbers: [[1, 2], [3, 4]] times the column [[10], [100]] has 1 * 10
in its first place. Is the number right of it 2 * 10 or 2 * 100?

Answer with the letter: write `return`, then the letter in quotation marks.
"""

import numpy as np


def matrix_times_column():
    """Return the letter of what a * b is.

    Returns:
    one of the letters "a", "b", "c" and "d"

    >>> matrix_times_column() in ("a", "b", "c", "d")
    True
    """
    # YOUR CODE STARTS HERE
    ...
    # YOUR CODE ENDS HERE
