"""Wrong answers to initialize_with_zeros, each with the sentence its student reads."""

import numpy as np


def makes_w_flat(dim):
    """The weights came out as a flat array of shape (dim,), which has no rows and
    columns and does not change when transposed. Look at the shape that np.zeros is
    given.
    """
    return np.zeros(dim), 0.0


def lays_w_down(dim):
    """The weights came out as a row of shape (1, dim). They belong in a column: check
    the order of the two sizes.
    """
    return np.zeros((1, dim)), 0.0


def makes_w_square(dim):
    """The weights came out as a square of shape (dim, dim), but each feature has one
    weight only. Look at the number of columns.
    """
    return np.zeros((dim, dim)), 0.0


def makes_b_an_array(dim):
    """The bias came out as an array, but all examples share one bias and it is a plain
    number. Look at the line that makes b.
    """
    return np.zeros((dim, 1)), np.zeros((1, 1))


def returns_b_first(dim):
    """Both values are there, but in the other order: the bias came first. Look at the
    return line.
    """
    return 0.0, np.zeros((dim, 1))


def starts_at_ones(dim):
    """The weights have the right shape, but each of them is 1. Which NumPy function
    fills an array with the number asked for?
    """
    return np.ones((dim, 1)), 0.0
