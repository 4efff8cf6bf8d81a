"""# The loss of one example

A classifier says with which probability `yhat` an example has the label 1. The
label `y` tells the truth, 0 or 1. The loss says how bad the answer was: close to
zero for a sure and right answer, large for a sure and wrong one.

    loss = -[ y log(yhat) + (1 - y) log(1 - yhat) ]

log is the natural logarithm. One of the two terms is always zero. With y = 1 what
remains is -log(yhat), which is small if yhat is close to 1. With y = 0 it is
-log(1 - yhat), small if yhat is close to 0.

For a probability of 0.9 the loss is -log(0.9) = 0.105 if the label is 1, and
-log(0.1) = 2.303 if it is 0. The square of the difference, 0.01 and 0.81, would tell
the two apart as well, but with it gradient descent gets stuck in places that are
not the lowest.

`yhat` and `y` may be two numbers, or two arrays of one shape: then the loss of
each example is computed at once, without a loop. Nothing is added up here.
"""

import numpy as np


def logistic_loss(yhat, y):
    """Return the logistic loss of each example.

    Arguments:
    yhat -- predicted probabilities between 0 and 1, a number or an array
    y -- labels, zeros and ones, a number or an array of the same shape

    Returns:
    the loss of each example, a number or an array of the same shape

    >>> logistic_loss(np.array([[0.9, 0.9, 0.5]]), np.array([[1, 0, 1]])).round(3)
    array([[0.105, 2.303, 0.693]])
    """
    # YOUR CODE STARTS HERE
    ...
    # YOUR CODE ENDS HERE
