"""# Start at zeros

Before logistic regression can learn anything it needs numbers to start from.
It has one weight for every feature, kept together in `w`, and one bias `b`
that is added to the score of every example.

For logistic regression zeros are a good start: the cost has a single valley,
so gradient descent reaches the bottom from anywhere.

    w = a column of dim zeros, shape (dim, 1)
    b = 0, one number

For `dim = 3` the answer is the pair

    w = [[0.]      b = 0
         [0.]
         [0.]]

`w` has two dimensions on purpose. A column of shape (dim, 1) can be transposed
to a row of shape (1, dim), which the matrix product with the data will need; a
flat array of shape (dim,) stays as it is when transposed.

Return both, `w` first. It makes no difference whether `b` is the integer 0 or 0.0.
"""

import numpy as np


def initialize_with_zeros(dim):
    """Return the weights and the bias to start from, all zero.

    Arguments:
    dim -- the number of features, an integer

    Returns:
    w -- the weights, an array of zeros of shape (dim, 1)
    b -- the bias, the number 0

    >>> w, b = initialize_with_zeros(2)
    >>> w
    array([[0.],
           [0.]])
    >>> b == 0
    True
    """
    ### BEGIN SOLUTION
    w = np.zeros((dim, 1))
    b = 0.0
    return w, b
    ### END SOLUTION
