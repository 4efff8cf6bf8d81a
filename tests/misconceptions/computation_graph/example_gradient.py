"""Wrong answers to example_gradient, each with the sentence its student reads."""

import numpy as np

# sigmoid is supplied as a global name, as it is to the student.


def _forward(w, b, x, y):
    a = sigmoid(np.sum(w * x) + b)
    return a, -(y * np.log(a) + (1 - y) * np.log(1 - a))


def turns_gradients_round(w, b, x, y):
    """The loss is right, and both gradients have the right size but the opposite sign.
    Check the order of a and y in their difference.
    """
    a, loss = _forward(w, b, x, y)
    return loss, x * (y - a), y - a


def leaves_matrices(w, b, x, y):
    """The values are right, but loss and db are matrices of shape (1, 1), as np.dot of
    a row and a column gives. Take the number out before going on.
    """
    a = sigmoid(np.dot(w.T, x) + b)
    loss = -(y * np.log(a) + (1 - y) * np.log(1 - a))
    return loss, x * (a - y), a - y


def stops_at_da(w, b, x, y):
    """The loss is right, but da was used where dz belongs: the way through the sigmoid,
    the factor a (1 - a), is missing in both gradients.
    """
    a, loss = _forward(w, b, x, y)
    da = -y / a + (1 - y) / (1 - a)
    return loss, x * da, da


def multiplies_by_the_weights(w, b, x, y):
    """dw was made from the weights. How much the score moves with a weight depends on
    the feature that it is multiplied with: dw is x times dz.
    """
    a, loss = _forward(w, b, x, y)
    return loss, w * (a - y), a - y


def forgets_label_zero(w, b, x, y):
    """The gradients are right, but the loss has only the term for the label 1, so it is
    zero for every example with the label 0.
    """
    a, _ = _forward(w, b, x, y)
    return -y * np.log(a), x * (a - y), a - y


def forgets_minus_of_loss(w, b, x, y):
    """The gradients are right, but the loss came out negative. Logarithms of
    probabilities are below zero, and the formula has a sign that turns them round.
    """
    a, loss = _forward(w, b, x, y)
    return -loss, x * (a - y), a - y


def forgets_bias(w, b, x, y):
    """This is what you get when the score is made from w and x alone. Look for b in the
    line of the score.
    """
    a, loss = _forward(w, 0, x, y)
    return loss, x * (a - y), a - y


def forgets_sigmoid(w, b, x, y):
    """The score itself was taken for the probability. The sigmoid comes between the two
    and keeps it between 0 and 1.
    """
    z = np.sum(w * x) + b
    return -(y * np.log(z) + (1 - y) * np.log(1 - z)), x * (z - y), z - y


def lays_dw_down(w, b, x, y):
    """The values of dw are right, but they came out as a row. The gradient has the
    shape of w, a column.
    """
    a, loss = _forward(w, b, x, y)
    return loss, (x * (a - y)).T, a - y
