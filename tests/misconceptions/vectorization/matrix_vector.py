"""Wrong answers to matrix_vector, each with the sentence its student reads."""

import numpy as np


def forgets_sum(W, x):
    """Each row was multiplied with x place by place, as * does, and the products were
    not added up. The result has one number for each row.
    """
    return W * x


def swaps_the_factors(W, x):
    """W and x are in the wrong order: with x in front, it is multiplied with the
    columns of W. The rows of W are to meet x.
    """
    return np.dot(x, W)


def transposes_the_matrix(W, x):
    """W was turned round before the product, so x met its columns. Row i of W belongs
    to value i of the result: W needs no .T here.
    """
    return np.dot(W.T, x)


def adds_down_the_columns(W, x):
    """The products were added up down the columns (axis=0). Each value of the result
    belongs to one row, so the sum runs along the row.
    """
    return np.sum(W * x, axis=0)


def adds_up_everything(W, x):
    """All the products of all rows were added up to one number. Each row has a sum of
    its own: look at the axis argument.
    """
    return np.sum(W * x)


def takes_mean(W, x):
    """Each value is the mean of its row's products: their sum divided by the number of
    columns. The product of matrix and vector is the sum itself.
    """
    return np.mean(W * x, axis=1)


def returns_a_column(W, x):
    """The values are right, but they stand in a column of shape (n, 1). With a
    one-dimensional x the result is one-dimensional too.
    """
    return np.dot(W, x.reshape(-1, 1))
