"""A right answer to logistic_loss that goes through the examples one by one."""

import math

import numpy as np


def logistic_loss(yhat, y):
    """Return the logistic loss of each example."""
    yhat, y = np.asarray(yhat), np.asarray(y)
    losses = np.zeros(yhat.shape)
    for at in np.ndindex(yhat.shape):
        losses[at] = -math.log(yhat[at] if y[at] == 1 else 1 - yhat[at])
    return losses if losses.ndim else float(losses)
