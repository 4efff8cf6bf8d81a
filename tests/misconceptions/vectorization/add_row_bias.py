"""Wrong answers to add_row_bias, each with the sentence its student reads."""

import numpy as np


def adds_the_column_as_it_is(a, b):
    """The column b was added as it stands, so its numbers met the rows of a or did not
    line up at all. There is one bias for each column of a: turn b into a row first.
    """
    return a + b


def turns_result_round(a, b):
    """The sums are right, but rows and columns of the result are the other way round.
    If a was turned to fit b, the sum has to be turned back.
    """
    return a.T + b


def multiplies(a, b):
    """The biases were multiplied with the scores. They are to be added."""
    return a * b.T


def adds_first_bias_only(a, b):
    """The first bias was added everywhere. Each column has a bias of its own: look at
    what b[0] picks.
    """
    return a + b[0]


def adds_all_biases(a, b):
    """The sum of all biases was added to every score. Each column gets its own bias
    only.
    """
    return a + np.sum(b)


def appends_a_row(a, b):
    """The biases became one more row of the matrix. They are to be added to the rows
    that are there.
    """
    return np.vstack([a, b.T])
