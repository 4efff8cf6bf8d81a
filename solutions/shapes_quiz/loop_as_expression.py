"""# A loop as one expression

a has the shape (3, 4) and b the shape (4, 1). This loop adds the numbers of b to
every row of a:

    c = np.zeros((3, 4))
    for i in range(3):
        for j in range(4):
            c[i][j] = a[i][j] + b[j][0]

Which line computes the same c, without a loop?

    a    c = a + b
    b    c = a.T + b.T
    c    c = a + b.T
    d    c = a.T + b

Follow one number: with a[0][2] = 5 and b[2][0] = 7, the loop makes c[0][2] = 12.
So b[2][0] belongs to column 2, in every row. The sign .T turns an array on its side:
an array of shape (4, 1) becomes one of shape (1, 4).

Answer with the letter: write `return`, then the letter in quotation marks.
"""

import numpy as np


def loop_as_expression():
    """Return the letter of the line that computes what the loop does.

    Returns:
    one of the letters "a", "b", "c" and "d"

    >>> loop_as_expression() in ("a", "b", "c", "d")
    True
    """
    ### BEGIN SOLUTION
    return "c"
    ### END SOLUTION
