"""# Predict labels

With trained weights `w` and bias `b`, each new example gets a probability and then
a decision: label 1 if the probability is more than one half, label 0 if not.

Each column of `X` is one example. For all m of them at once:

    A = sigmoid(w^T X + b)                     shape (1, m)
    label of example i = 1 if a_i > 0.5, else 0

With `w = [[0.1124579], [0.23106775]]`, `b = -0.3` and

    X = [[1. , -1.1, -3.2],
         [1.2,  2. ,  0.1]]

the scores w^T X + b are 0.090, 0.038 and -0.637, the probabilities 0.522, 0.510 and
0.346, and the labels [[1, 1, 0]]. Mind what is compared: the first two scores are
below one half, but their probabilities are above it.

The answer has one row, shape (1, m). The labels may be integers, floats or booleans:
1, 1.0 and True are the same label.

`sigmoid` is supplied when your answer is checked: call it, do not write it again.
Decide about all examples at once: a comparison works on a whole array, so no loop
is needed.
"""

import numpy as np


def predict(w, b, X):
    """Return the label, 0 or 1, of every example.

    Arguments:
    w -- weights, an array of shape (n_x, 1)
    b -- bias, a number
    X -- data, an array of shape (n_x, m): one column for each example

    Returns:
    labels, an array of shape (1, m) of zeros and ones

    >>> w, b = np.array([[0.1124579], [0.23106775]]), -0.3
    >>> X = np.array([[1.0, -1.1, -3.2], [1.2, 2.0, 0.1]])
    >>> predict(w, b, X).astype(int)
    array([[1, 1, 0]])
    """
    ### BEGIN SOLUTION
    A = sigmoid(np.dot(w.T, X) + b)
    return (A > 0.5).astype(float)
    ### END SOLUTION
