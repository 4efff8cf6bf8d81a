"""Wrong answers to softmax, each with the sentence its student reads."""

import numpy as np


def sums_whole_array(x):
    """This is what you get when np.sum adds up the whole array instead of each row.
    Look at its axis and keepdims arguments.
    """
    x_exp = np.exp(x)
    return x_exp / np.sum(x_exp)


def sums_columns(x):
    """This is what you get when the sum runs down the columns (axis=0). Each row is
    one example, so the sum has to run along the row.
    """
    x_exp = np.exp(x)
    return x_exp / np.sum(x_exp, axis=0, keepdims=True)


def forgets_keepdims(x):
    """The sums of the rows came out as one flat array of shape (m,), which lines up
    with the columns instead of the rows. Look at the keepdims argument of np.sum.
    """
    x_exp = np.exp(x)
    return x_exp / np.sum(x_exp, axis=1)


def forgets_exponential(x):
    """The rows were divided by their sums without taking the exponential of the scores
    first.
    """
    return x / np.sum(x, axis=1, keepdims=True)
