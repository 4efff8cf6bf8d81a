"""Wrong answers to cost, each with the sentence its student reads."""

import numpy as np


def sums_instead_of_mean(A, Y):
    """The losses were added up but not divided by their number. The cost is a mean, so
    that it can be compared between small and large sets.
    """
    return -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A))


def counts_rows_as_examples(A, Y):
    """The sum was divided by the number of rows, which is 1, so it stayed a sum.
    Examples are columns: m is the second entry of the shape.
    """
    # The same numbers as above, but in an array: a row was added up along its axis.
    return -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A), axis=1) / Y.shape[0]


def forgets_minus(A, Y):
    """The cost came out negative. Logarithms of probabilities are below zero, and the
    formula has a minus that turns them round.
    """
    return np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))


def forgets_label_zero(A, Y):
    """Examples with label 0 cost nothing here. The loss has a second term, which is
    there for them.
    """
    return -np.mean(Y * np.log(A))


def swaps_labels(A, Y):
    """Right and wrong have changed places: sure and right answers cost the most. The
    label 1 belongs to log(a), the label 0 to log(1 - a).
    """
    return -np.mean((1 - Y) * np.log(A) + Y * np.log(1 - A))


def means_of_squares(A, Y):
    """This is the mean of squared differences. It measures an error too, but the cost
    asked for is made of logarithms.
    """
    return np.mean((A - Y) ** 2)


def leaves_cost_as_matrix(A, Y):
    """The cost has the right value but came out as a matrix of shape (1, 1), as np.dot
    of a row and a column does. It is asked for as a single number.
    """
    m = Y.shape[1]
    return -(np.dot(Y, np.log(A).T) + np.dot(1 - Y, np.log(1 - A).T)) / m


def returns_losses(A, Y):
    """These are the losses of the examples, one by one. What is asked for is one
    number, their mean.
    """
    return -(Y * np.log(A) + (1 - Y) * np.log(1 - A))
