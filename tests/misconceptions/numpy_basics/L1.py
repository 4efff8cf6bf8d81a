"""Wrong answers to L1, each with the sentence its student reads."""

import numpy as np


def forgets_absolute_value(yhat, y):
    """The differences were added up with their signs, so that errors in opposite
    directions cancelled each other. Each difference counts as a distance.
    """
    return np.sum(y - yhat)


def forgets_absolute_value_of_excess(yhat, y):
    """The differences yhat - y were added up with their signs, so that errors in
    opposite directions cancelled each other. Each difference counts as a distance.
    """
    return np.sum(yhat - y)


def takes_absolute_value_last(yhat, y):
    """The absolute value was taken of the finished sum, when errors in opposite
    directions had already cancelled each other. Look at which of the two comes first.
    """
    return np.abs(np.sum(y - yhat))


def takes_mean(yhat, y):
    """This is the mean of the distances: their sum divided by the number of examples.
    The loss of this exercise is the sum itself.
    """
    return np.mean(np.abs(y - yhat))


def keeps_a_dimension(yhat, y):
    """The value is right, but it sits in an array of shape (1,). The loss is one
    number: look at the keepdims argument, or at brackets around the result.
    """
    return np.sum(np.abs(y - yhat), keepdims=True)


def squares_differences(yhat, y):
    """This is the L2 loss: the differences were squared. The L1 loss takes their
    absolute values.
    """
    return np.sum((y - yhat) ** 2)


def forgets_sum(yhat, y):
    """These are the distances of the single predictions. The loss is one number for all
    of them, so the last step is to add them up.
    """
    return np.abs(y - yhat)
