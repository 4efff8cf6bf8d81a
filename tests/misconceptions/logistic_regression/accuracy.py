"""Wrong answers to accuracy, each with the sentence its student reads."""

import numpy as np


def returns_fraction(Y_pred, Y):
    """This is the share of right labels as a fraction of one. It is asked for in
    percent, from 0 to 100.
    """
    return np.mean(Y_pred == Y)


def counts_mistakes(Y_pred, Y):
    """This is the percentage of wrong labels. Accuracy is what is missing to 100."""
    return 100 * np.mean(Y_pred != Y)


def forgets_percent_of_mistakes(Y_pred, Y):
    """The share of wrong labels was subtracted from 100 as a fraction, so the answer is
    never below 99. Multiply the mean by 100 as well.
    """
    return 100 - np.mean(np.abs(Y_pred - Y))


def counts_right_labels(Y_pred, Y):
    """This is the number of right labels. A percentage also needs the number of all
    examples, and the factor 100.
    """
    return np.sum(Y_pred == Y)


def divides_by_rows(Y_pred, Y):
    """The count was divided by the number of rows, which is 1. Examples are columns: m
    is the second entry of the shape.
    """
    return 100 * np.sum(Y_pred == Y) / Y.shape[0]


def compares_sums(Y_pred, Y):
    """The two counts of ones were compared, not the labels one by one: a 0 too much
    then makes up for a 1 too much.
    """
    return 100 - 100 * np.abs(np.sum(Y_pred) - np.sum(Y)) / Y.shape[1]


def counts_found_ones(Y_pred, Y):
    """Only examples where both labels are 1 were counted as right. A 0 that is
    predicted as 0 is right too.
    """
    return 100 * np.sum(Y_pred * Y) / Y.shape[1]


def takes_differences_with_sign(Y_pred, Y):
    """Differences of labels were averaged with their sign, so mistakes of the two kinds
    cancel each other. Compare the labels instead, or take np.abs.
    """
    return 100 - 100 * np.mean(Y_pred - Y)
