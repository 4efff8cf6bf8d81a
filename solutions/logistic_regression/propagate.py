"""# Forward and backward

One pass through the data answers two questions. Forward: how wrong are the
weights `w` and the bias `b`? That is the cost, one number. Backward: which way
should `w` and `b` move to make it smaller? Those are the gradients.

Each column of `X` is one example, and `Y` holds its label, 0 or 1. There are m
examples with n_x features each.

Forward, the probability of label 1 for all examples at once, and the mean loss:

    A    = sigmoid(w^T X + b)                                   shape (1, m)
    cost = -1/m * sum over i of [ y_i log(a_i) + (1 - y_i) log(1 - a_i) ]

Backward, the slope of the cost with respect to every weight and to the bias:

    dw = 1/m * X (A - Y)^T                                      shape (n_x, 1)
    db = 1/m * sum over i of (a_i - y_i)                        one number

With `w = [[1], [2]]`, `b = 2`, `X = [[1, 2], [3, 4]]` and `Y = [[1, 0]]` the scores
are 1*1 + 2*3 + 2 = 9 and 1*2 + 2*4 + 2 = 12, so both activations are close to 1.
The first label is 1: loss 0.00012. The second is 0: loss 12.00001. Their mean, the
cost, is 6.00006; dw is [[0.99993], [1.99980]] and db is 0.49994.

`sigmoid` is supplied when your answer is checked: call it, do not write it again.
Work on all examples at once, without a loop over them.
"""

import numpy as np


def propagate(w, b, X, Y):
    """Return the gradients of the cost and the cost itself.

    Arguments:
    w -- weights, an array of shape (n_x, 1)
    b -- bias, a number
    X -- data, an array of shape (n_x, m): one column for each example
    Y -- labels, an array of shape (1, m) of zeros and ones

    Returns:
    grads -- a dictionary with
             "dw", the gradient with respect to w, an array of shape (n_x, 1)
             "db", the gradient with respect to b, a number
    cost -- the mean loss over the m examples, a single number

    >>> w, b = np.array([[1], [2]]), 2
    >>> X, Y = np.array([[1, 2], [3, 4]]), np.array([[1, 0]])
    >>> grads, cost = propagate(w, b, X, Y)
    >>> grads["dw"].round(5)
    array([[0.99993],
           [1.9998 ]])
    >>> round(float(grads["db"]), 5), round(float(cost), 5)
    (0.49994, 6.00006)
    """
    ### BEGIN SOLUTION
    m = X.shape[1]
    A = sigmoid(np.dot(w.T, X) + b)
    cost = np.squeeze(-np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m)
    # The derivative of loss and sigmoid together is A - Y, one number an example.
    dZ = A - Y
    grads = {"dw": np.dot(X, dZ.T) / m, "db": np.sum(dZ) / m}
    return grads, cost
    ### END SOLUTION
