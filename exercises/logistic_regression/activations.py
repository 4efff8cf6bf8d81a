"""# Activations

Logistic regression gives each example a score, a weighted sum of its features plus
a bias, and sends the score through the sigmoid to get a probability:

    z_i = w_1 x_1i + w_2 x_2i + ... + b        the score of example i
    a_i = sigmoid(z_i)                         its activation, between 0 and 1

Each column of `X` is one example, so a product of matrices computes all m scores
at once:

    A = sigmoid(w^T X + b)                     shape (1, m)

w has the shape (n_x, 1) and X the shape (n_x, m). Turned on its side w^T has the
shape (1, n_x), and its product with X the shape (1, m): one score an example. b is
one number and is added to every score.

With `w = [[1], [2]]`, `b = -5` and

    X = [[1, 2, 3],
         [2, 1, 0]]

the scores are 1*1 + 2*2 - 5 = 0, 1*2 + 2*1 - 5 = -1 and 1*3 + 2*0 - 5 = -2, and the
activations are [[0.5, 0.269, 0.119]].

`sigmoid` is supplied when your answer is checked: call it, do not write it again.
Work on all examples at once, without a loop over them.
"""

import numpy as np


def activations(w, b, X):
    """Return the probability of label 1 for every example.

    Arguments:
    w -- weights, an array of shape (n_x, 1)
    b -- bias, a number
    X -- data, an array of shape (n_x, m): one column for each example

    Returns:
    activations, an array of shape (1, m) of numbers between 0 and 1

    >>> w, b = np.array([[1], [2]]), -5
    >>> X = np.array([[1, 2, 3], [2, 1, 0]])
    >>> activations(w, b, X).round(3)
    array([[0.5  , 0.269, 0.119]])
    """
    # YOUR CODE STARTS HERE
    ...
    # YOUR CODE ENDS HERE
