"""Wrong answers to normalize_rows, each with the sentence its student reads."""

import numpy as np


def normalizes_columns(x):
    """This is what you get when the lengths are taken down the columns (axis=0). Each
    row is divided by its own length, so the norm has to run along the row.
    """
    return x / np.linalg.norm(x, axis=0, keepdims=True)


def forgets_keepdims(x):
    """The lengths of the rows came out as one flat array of shape (m,), which lines up
    with the columns instead of the rows. Look at the keepdims argument of the norm.
    """
    return x / np.linalg.norm(x, axis=1)


def uses_l1_norm(x):
    """The rows were divided by the sums of their absolute values, which is the L1 norm.
    The length of a row is its L2 norm: look at the ord argument, or at the squares and
    the root.
    """
    return x / np.sum(np.abs(x), axis=1, keepdims=True)


def divides_in_place(x):
    """The input itself was overwritten, as /= does, and an array of whole numbers has
    no room for fractions. Put the quotient into a new array.
    """
    x /= np.linalg.norm(x, axis=1, keepdims=True)
    return x


def uses_one_length_for_all(x):
    """The whole matrix was divided by one single length. Every row has a length of its
    own: look at the axis argument of the norm.
    """
    return x / np.linalg.norm(x)


def forgets_square_root(x):
    """The rows were divided by the sums of their squares. That is the length squared;
    one step is missing before the division.
    """
    return x / np.sum(x**2, axis=1, keepdims=True)


def returns_the_lengths(x):
    """These are the lengths of the rows, not the rows. The division by them is still
    to come, and its result is what to return.
    """
    return np.linalg.norm(x, axis=1, keepdims=True)
