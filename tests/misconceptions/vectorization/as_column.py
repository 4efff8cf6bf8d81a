"""Wrong answers to as_column, each with the sentence its student reads."""

import numpy as np


def lets_columns_pass(a):
    """An array that already is a column of shape (n, 1) was let through. The statement
    asks for one dimension, and a column has two.
    """
    if a.ndim != 1 and not (a.ndim == 2 and a.shape[1] == 1):
        raise ValueError
    return a.reshape(-1, 1)


def refuses_matrices_only(a):
    """Arrays of two dimensions were refused, but not a single number or an array of
    three. Ask for the one number of dimensions that is right.
    """
    if a.ndim == 2:
        raise ValueError
    return np.reshape(a, (-1, 1))


# After the narrower ones above: where those fail, it answers as they do.
def accepts_anything(a):
    """Arrays of other shapes were turned into columns too. The statement asks to refuse
    them: look at a.ndim before the reshape.
    """
    return a.reshape(-1, 1)


def makes_a_row(a):
    """The numbers came out as a row of shape (1, n). A column has n rows and one
    column.
    """
    return a.reshape(1, -1)


def transposes(a):
    """The array came back as it was: .T swaps dimensions, and with a single one there
    is nothing to swap. Look for what gives an array a second dimension.
    """
    return a.T


def asserts(a):
    """An assert raises AssertionError. The caller is promised a ValueError: test the
    dimensions with `if` and use `raise`.
    """
    assert a.ndim == 1
    return a.reshape(-1, 1)


def returns_none(a):
    """What is to be refused was answered with None, which looks to the caller like a
    result. Use `raise` to stop the call with an exception.
    """
    if a.ndim != 1:
        return None
    return a.reshape(-1, 1)
