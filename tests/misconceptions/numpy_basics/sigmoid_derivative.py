"""Wrong answers to sigmoid_derivative, each with the sentence its student reads."""

import numpy as np


def uses_x_for_s(x):
    """This is x * (1 - x), with the score itself where its sigmoid belongs. Compute s
    from x first and look at which of the two the last line uses.
    """
    return x * (1 - x)


def adds_in_the_bracket(x):
    """This is s * (1 + s). Look at the sign inside the bracket of the formula."""
    s = 1 / (1 + np.exp(-x))
    return s * (1 + s)


def transposes_result(x):
    """The slopes are right, but the array is transposed: rows and columns changed
    places. The result has the shape of x.
    """
    s = 1 / (1 + np.exp(-x))
    return (s * (1 - s)).T


def returns_the_sigmoid(x):
    """This is s, the value of the sigmoid, not yet its slope. One more step of the
    formula is missing after it.
    """
    return 1 / (1 + np.exp(-x))


def returns_one_minus_s(x):
    """This is 1 - s alone. The formula multiplies it by a second factor."""
    return 1 - 1 / (1 + np.exp(-x))


def turns_the_sign_around(x):
    """These are the slopes with their sign turned around, as s * (s - 1) gives them.
    The sigmoid rises everywhere, so none of its slopes is negative.
    """
    s = 1 / (1 + np.exp(-x))
    return s * (s - 1)


def uses_matrix_product(x):
    """The two factors were combined by a matrix product, as np.dot or @ does. The
    formula multiplies element by element.
    """
    s = 1 / (1 + np.exp(-x))
    return np.dot(s, 1 - s)
