"""Wrong answers to activations, each with the sentence its student reads."""

import numpy as np

# sigmoid is supplied as a global name, as it is to the student.


def returns_scores(w, b, X):
    """These are the scores, w^T X + b. The activations are what the sigmoid makes of
    them, numbers between 0 and 1.
    """
    return np.dot(w.T, X) + b


def forgets_bias(w, b, X):
    """This is what you get when the scores are made from w and X alone. Look for b in
    the line of the scores.
    """
    return sigmoid(np.dot(w.T, X))


def adds_bias_after_sigmoid(w, b, X):
    """The bias was added to the activations. It is part of the score, so it belongs
    inside the brackets of sigmoid.
    """
    return sigmoid(np.dot(w.T, X)) + b


def forgets_transpose(w, b, X):
    """w and X do not line up for a product: w is a column of shape (n_x, 1), and the
    first factor has to have n_x columns. Look at what has to be transposed.
    """
    return sigmoid(np.dot(w, X) + b)


def multiplies_elementwise(w, b, X):
    """Each feature was multiplied by its weight, but the products were not added up: *
    works element by element. np.dot multiplies and adds.
    """
    return sigmoid(w * X + b)


def stands_activations_up(w, b, X):
    """The activations are right but came out as a column. The answer is a row of shape
    (1, m): look at the order of the factors and at what is transposed.
    """
    return sigmoid(np.dot(X.T, w) + b)


def returns_flat_activations(w, b, X):
    """The activations are right but came out flat, in an array of shape (m,). The
    answer is one row, an array with two dimensions.
    """
    return sigmoid(np.dot(w.T, X) + b).ravel()
