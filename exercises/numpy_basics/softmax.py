"""# Softmax

A classifier that has to choose between several classes gives each class a
score. Softmax turns the scores of one example into probabilities: all of them
positive, and together one. The largest score gets the largest probability.

Each row of `x` is one example, each column one class. For a row with the scores
x_1, ..., x_n:

    softmax(x)_j = exp(x_j) / (exp(x_1) + ... + exp(x_n))

The sum runs over one row, so every row is treated on its own. For the scores
`[9, 2, 5, 0, 0]` the exponentials are about 8103, 7.4, 148, 1 and 1, their sum
is 8261, and the first probability is 8103 / 8261 = 0.981.

Write it for a whole matrix at once, without a loop over the rows.
"""

import numpy as np


def softmax(x):
    """Return the softmax of each row of x.

    Arguments:
    x -- scores, an array of shape (m, n): m examples, n classes

    Returns:
    probabilities, an array of shape (m, n); every row sums to one

    >>> softmax(np.array([[9, 2, 5, 0, 0]])).round(3)
    array([[0.981, 0.001, 0.018, 0.   , 0.   ]])
    """
    # YOUR CODE STARTS HERE
    ...
    # YOUR CODE ENDS HERE
