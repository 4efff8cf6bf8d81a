"""Wrong answers to predict, each with the sentence its student reads."""

import numpy as np

# sigmoid is supplied as a global name, as it is to the student.


def returns_probabilities(w, b, X):
    """These are the probabilities themselves. What is asked for is the decision made
    from each of them, 0 or 1.
    """
    return sigmoid(np.dot(w.T, X) + b)


def judges_scores(w, b, X):
    """This is what you get when the score, not the probability, is compared with one
    half. Look at what stands between w^T X + b and the comparison.
    """
    return (np.dot(w.T, X) + b > 0.5).astype(float)


def forgets_bias(w, b, X):
    """This is what you get when the scores are made from w and X alone. Look for b in
    the line of the activations.
    """
    return (sigmoid(np.dot(w.T, X)) > 0.5).astype(float)


def turns_labels_round(w, b, X):
    """Every label is the opposite of the right one. Label 1 belongs to the larger
    probabilities: check the direction of the comparison.
    """
    return (sigmoid(np.dot(w.T, X) + b) < 0.5).astype(float)


def cuts_probabilities_off(w, b, X):
    """Every label is 0: turning a probability into an integer cuts off everything after
    the point. It has to be compared with one half first.
    """
    return sigmoid(np.dot(w.T, X) + b).astype(int)


def decides_first_example_only(w, b, X):
    """Only the first example was decided, and the others kept the 0 they started with.
    A has one row and m columns: look at which of the two the loop counts.
    """
    A = sigmoid(np.dot(w.T, X) + b)
    labels = np.zeros((1, X.shape[1]))
    labels[0, 0] = A[0, 0] > 0.5
    return labels


def returns_flat_labels(w, b, X):
    """The labels are right but came out flat, in an array of shape (m,). The answer is
    one row, an array with two dimensions.
    """
    return (sigmoid(np.dot(w.T, X) + b) > 0.5).astype(float).ravel()


def stands_labels_up(w, b, X):
    """The labels are right but came out as a column. The answer is a row of shape (1,
    m): look at the order of the factors and at what is transposed.
    """
    return (sigmoid(np.dot(X.T, w) + b) > 0.5).astype(float)
