"""# One example of logistic regression

Logistic regression tells how likely it is that an example has the label 1. It weighs
the features, adds a bias and squeezes the score between 0 and 1. To learn from an
example it needs two things: how wrong it was, the loss, and which way the weights and
the bias should move, the gradients.

An example x is a column of n_x features, w a column of as many weights, b the bias and
y the label, 0 or 1. Forward:

    z    = w_1 x_1 + ... + w_n x_n + b               the score, a number
    a    = sigmoid(z) = 1 / (1 + e^(-z))             the probability of the label 1
    loss = -( y log(a) + (1 - y) log(1 - a) )

The loss is near 0 when a is near the label, and grows without limit the surer the
answer is of the wrong label. log is the natural logarithm.

Backward through the same steps, the chain rule multiplies two derivatives, of the loss
by a and of a by z:

    da = -y / a + (1 - y) / (1 - a)
    dz = da * a (1 - a) = a - y                      most of it cancels
    dw = x * dz                                      shape (n_x, 1), as w
    db = dz                                          a number

With `w = [[0.5], [-0.25]]`, `b = 0.5`, `x = [[2], [4]]` and `y = 1` the score is
0.5*2 - 0.25*4 + 0.5 = 0.5, and a is 0.6225. The loss is -log(0.6225) = 0.4741, and dz
is 0.6225 - 1 = -0.3775. So db is -0.3775 and dw is [[-0.7551], [-1.5102]]. All of them
are negative: a larger bias and larger weights would bring a nearer to the label.

Loss and db are numbers. np.dot(w.T, x) is a matrix of shape (1, 1); its one number is
taken out by .item(), or never gets into a matrix with np.sum(w * x).

`sigmoid` is supplied when your answer is checked: call it, do not write it again. Work
on all features at once, without a loop over them.
"""

import numpy as np


def example_gradient(w, b, x, y):
    """Return the loss of one example and its gradients.

    Arguments:
    w -- weights, an array of shape (n_x, 1)
    b -- bias, a number
    x -- the features of the example, an array of shape (n_x, 1)
    y -- the label of the example, 0 or 1

    Returns:
    loss -- the logistic loss of the example, a number
    dw -- the gradient of the loss with respect to w, an array of shape (n_x, 1)
    db -- the gradient of the loss with respect to b, a number

    >>> w, x = np.array([[0.5], [-0.25]]), np.array([[2], [4]])
    >>> loss, dw, db = example_gradient(w, 0.5, x, 1)
    >>> round(float(loss), 4), round(float(db), 4)
    (0.4741, -0.3775)
    >>> dw.round(4)
    array([[-0.7551],
           [-1.5102]])
    """
    ### BEGIN SOLUTION
    a = sigmoid(np.sum(w * x) + b)
    loss = -(y * np.log(a) + (1 - y) * np.log(1 - a))
    # The derivatives of loss and sigmoid together are a - y.
    dz = a - y
    return loss, x * dz, dz
    ### END SOLUTION
