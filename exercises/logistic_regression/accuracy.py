"""# Accuracy

How good is a classifier? The simplest answer counts: of a hundred examples, how
many got the right label?

    accuracy = 100 * (number of right labels) / m          in percent

`Y_pred` holds the predicted labels of m examples and `Y` the true ones. Both are
rows of shape (1, m) with zeros and ones.

With `Y_pred = [[1, 0, 1, 1]]` and `Y = [[1, 0, 0, 1]]` three of four labels are the
same, so the accuracy is 100 * 3 / 4 = 75.0.

A comparison of two arrays, `Y_pred == Y`, is an array of True and False, and the
mean of such an array is the share of True. So no loop is needed to count.

Keep in mind what the number does not say: if 66 of 100 images are cats, a program
that calls everything a cat has an accuracy of 66.
"""

import numpy as np


def accuracy(Y_pred, Y):
    """Return the percentage of labels that are predicted right.

    Arguments:
    Y_pred -- predicted labels, an array of shape (1, m) of zeros and ones
    Y -- true labels, an array of shape (1, m) of zeros and ones

    Returns:
    the accuracy in percent, a single number from 0 to 100

    >>> float(accuracy(np.array([[1, 0, 1, 1]]), np.array([[1, 0, 0, 1]])))
    75.0
    """
    # YOUR CODE STARTS HERE
    ...
    # YOUR CODE ENDS HERE
