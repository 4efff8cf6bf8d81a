"""Wrong answers to propagate, each with the sentence its student reads."""

import numpy as np

# sigmoid is supplied as a global name, as it is to the student.


def counts_features_as_examples(w, b, X, Y):
    """The sums were divided by the number of features instead of the number of
    examples. Each column of X is one example: which entry of X.shape counts the
    columns?
    """
    m = X.shape[0]
    A = sigmoid(np.dot(w.T, X) + b)
    cost = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m
    return {"dw": np.dot(X, (A - Y).T) / m, "db": np.sum(A - Y) / m}, cost


def sums_instead_of_mean(w, b, X, Y):
    """Cost and gradients were added up over the examples but not divided by their
    number. Each of the three is a mean over m.
    """
    A = sigmoid(np.dot(w.T, X) + b)
    cost = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return {"dw": np.dot(X, (A - Y).T), "db": np.sum(A - Y)}, cost


def sums_gradients(w, b, X, Y):
    """The cost is right, but dw and db were added up over the examples and not divided
    by their number. They are the slopes of the mean, so they need the same 1/m.
    """
    m = X.shape[1]
    A = sigmoid(np.dot(w.T, X) + b)
    cost = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m
    return {"dw": np.dot(X, (A - Y).T), "db": np.sum(A - Y)}, cost


def turns_gradients_round(w, b, X, Y):
    """The cost is right, and both gradients have the right size but the opposite sign.
    Check the order of A and Y in their difference.
    """
    m = X.shape[1]
    A = sigmoid(np.dot(w.T, X) + b)
    cost = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m
    return {"dw": np.dot(X, (Y - A).T) / m, "db": np.sum(Y - A) / m}, cost


def forgets_label_zero(w, b, X, Y):
    """The gradients are right, but the cost counts the examples with label 1 only. The
    loss has a second term, which is there for the label 0.
    """
    m = X.shape[1]
    A = sigmoid(np.dot(w.T, X) + b)
    cost = -np.sum(Y * np.log(A)) / m
    return {"dw": np.dot(X, (A - Y).T) / m, "db": np.sum(A - Y) / m}, cost


def forgets_minus_of_cost(w, b, X, Y):
    """The gradients are right, but the cost came out negative. Logarithms of
    probabilities are below zero, and the formula has a sign that turns their mean
    round.
    """
    m = X.shape[1]
    A = sigmoid(np.dot(w.T, X) + b)
    cost = np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m
    return {"dw": np.dot(X, (A - Y).T) / m, "db": np.sum(A - Y) / m}, cost


def leaves_cost_as_matrix(w, b, X, Y):
    """The cost has the right value but came out as a matrix of shape (1, 1), as np.dot
    of a row and a column does. It is asked for as a single number.
    """
    m = X.shape[1]
    A = sigmoid(np.dot(w.T, X) + b)
    cost = -(np.dot(Y, np.log(A).T) + np.dot(1 - Y, np.log(1 - A).T)) / m
    return {"dw": np.dot(X, (A - Y).T) / m, "db": np.sum(A - Y) / m}, cost


def forgets_bias(w, b, X, Y):
    """This is what you get when the scores are made from w and X alone. Look for b in
    the line of the activations.
    """
    m = X.shape[1]
    A = sigmoid(np.dot(w.T, X))
    cost = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m
    return {"dw": np.dot(X, (A - Y).T) / m, "db": np.sum(A - Y) / m}, cost


def lays_dw_down(w, b, X, Y):
    """The values of dw are right, but they came out as a row. The gradient has the
    shape of w, a column: look at the order of the factors and at what is transposed.
    """
    m = X.shape[1]
    A = sigmoid(np.dot(w.T, X) + b)
    cost = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m
    return {"dw": np.dot(A - Y, X.T) / m, "db": np.sum(A - Y) / m}, cost
