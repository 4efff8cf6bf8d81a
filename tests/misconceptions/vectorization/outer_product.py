"""Wrong answers to outer_product, each with the sentence its student reads."""

import numpy as np


def multiplies_place_by_place(a, b):
    """Only the values at the same place were multiplied, as a * b does with two flat
    arrays. Here every value of a meets every value of b: what shape must a have for
    that?
    """
    return a * b


def turns_table_round(a, b):
    """The products are right, but rows and columns are the other way round. The values
    of a belong to the rows.
    """
    return np.outer(b, a)


def takes_dot_product(a, b):
    """This is the dot product, one number, which adds the products up. The outer
    product keeps them all, in a table.
    """
    return np.dot(a, b)


def adds_the_pairs(a, b):
    """The table holds sums where it should hold products. Look at the sign between the
    column and the row.
    """
    return a[:, np.newaxis] + b


def flattens_the_table(a, b):
    """All the products are there, but in one flat row. The result is a table with a row
    for each value of a.
    """
    return np.outer(a, b).ravel()
