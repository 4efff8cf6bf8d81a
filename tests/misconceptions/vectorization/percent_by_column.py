"""Wrong answers to percent_by_column, each with the sentence its student reads."""

import numpy as np


def takes_percent_of_rows(A):
    """These are percentages of the row sums (axis=1). Every column is to add up to 100,
    so the sums have to run down the columns.
    """
    return 100 * A / np.sum(A, axis=1, keepdims=True)


def sums_rows_flat(A):
    """The table was divided by the sums of its rows, one flat array that was laid along
    the columns or did not fit them. Every column is divided by its own sum: look at the
    axis argument.
    """
    return 100 * A / np.sum(A, axis=1)


def sums_whole_table(A):
    """Every value was divided by the sum of the whole table. Each column has a sum of
    its own: look at the axis argument.
    """
    return 100 * A / np.sum(A)


def forgets_hundred(A):
    """These are shares between 0 and 1. A percentage is a hundred times the share."""
    return A / np.sum(A, axis=0)


def divides_the_wrong_way(A):
    """The sums were divided by the values. The value stands above the line and the sum
    of its column below.
    """
    return 100 * np.sum(A, axis=0) / A


def cuts_the_fractions(A):
    """The percentages were cut to whole numbers, as // does. Look at the operator of
    the division.
    """
    return 100 * A // np.sum(A, axis=0)


def divides_by_the_largest(A):
    """Every value was divided by the largest of its column, so that one becomes 100.
    The percentages are parts of the column's sum.
    """
    return 100 * A / np.max(A, axis=0)
