"""Wrong answers to logistic_loss, each with the sentence its student reads."""

import numpy as np


def forgets_minus(yhat, y):
    """The losses came out negative. Logarithms of probabilities are below zero, and the
    formula begins with a minus that turns them round.
    """
    return y * np.log(yhat) + (1 - y) * np.log(1 - yhat)


def minus_for_first_term_only(yhat, y):
    """The minus reached the first term only, so examples with label 0 have a loss below
    zero. It stands before both terms: look at the brackets.
    """
    return -y * np.log(yhat) + (1 - y) * np.log(1 - yhat)


def forgets_label_zero(yhat, y):
    """Examples with label 0 cost nothing here. The formula has a second term, which is
    there for them.
    """
    return -y * np.log(yhat)


def swaps_labels(yhat, y):
    """Right and wrong have changed places: sure and right answers cost the most. The
    label 1 belongs to log(yhat), the label 0 to log(1 - yhat).
    """
    return -((1 - y) * np.log(yhat) + y * np.log(1 - yhat))


def swaps_arguments(yhat, y):
    """The logarithm was taken of the labels instead of the probabilities, and the
    logarithm of 0 is not finite. Check the order of yhat and y.
    """
    return -(yhat * np.log(y) + (1 - yhat) * np.log(1 - y))


def squares_difference(yhat, y):
    """This is the square of the difference between probability and label. It measures
    an error too, but the loss asked for is made of logarithms.
    """
    return (y - yhat) ** 2


def takes_logarithm_to_base_ten(yhat, y):
    """These are logarithms to the base 10: every loss is smaller by the same factor,
    2.303. The natural logarithm is np.log.
    """
    return -(y * np.log10(yhat) + (1 - y) * np.log10(1 - yhat))


def takes_mean(yhat, y):
    """Each example is asked for on its own, and here one number came out for all of
    them, their mean. That is the cost, which is the next exercise.
    """
    return np.mean(-(y * np.log(yhat) + (1 - y) * np.log(1 - yhat)))
