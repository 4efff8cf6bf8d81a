"""Wrong answers to L2, each with the sentence its student reads."""

import numpy as np


def takes_square_root(yhat, y):
    """This is the square root of the loss, as np.linalg.norm gives it. The loss is the
    sum of the squares, without a root.
    """
    return np.sqrt(np.sum((y - yhat) ** 2))


def takes_mean(yhat, y):
    """This is the mean of the squares: their sum divided by the number of examples. The
    loss of this exercise is the sum itself.
    """
    return np.mean((y - yhat) ** 2)


def uses_caret_for_power(yhat, y):
    """In Python ^ is not a power: it compares whole numbers bit by bit, and refuses
    real ones. Look for the operator that raises to a power.
    """
    return np.sum((y - yhat) ^ 2)


def keeps_a_dimension(yhat, y):
    """The value is right, but it sits in an array of shape (1,). The loss is one
    number: look at the keepdims argument, or at brackets around the result.
    """
    return np.sum((y - yhat) ** 2, keepdims=True)


def takes_absolute_values(yhat, y):
    """This is the L1 loss: the distances were added up without being squared first."""
    return np.sum(np.abs(y - yhat))


def squares_the_sum(yhat, y):
    """The square was taken of the finished sum, when errors in opposite directions had
    already cancelled each other. Look at which of the two comes first.
    """
    return np.sum(y - yhat) ** 2


def forgets_sum(yhat, y):
    """These are the squares of the single predictions' errors. The loss is one number
    for all of them, so the last step is to add them up.
    """
    return (y - yhat) ** 2
