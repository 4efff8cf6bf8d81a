"""Wrong answers to mse, each with the sentence its student reads."""

import numpy as np


def sums_instead_of_mean(w, b, x, y):
    """The squared errors were added up but not divided by their number. The mean can be
    compared between few and many points.
    """
    return np.sum((w * x + b - y) ** 2)


def halves_mean(w, b, x, y):
    """This is half the mean: the sum was divided by 2m. Some books do that to make the
    gradient shorter, but here it is the mean itself.
    """
    return np.mean((w * x + b - y) ** 2) / 2


def takes_square_root(w, b, x, y):
    """This is the square root of the mean squared error. Without the root it is what is
    asked for.
    """
    return np.sqrt(np.mean((w * x + b - y) ** 2))


def takes_distances(w, b, x, y):
    """The distances were averaged as they are. They have to be squared first."""
    return np.mean(np.abs(w * x + b - y))


def squares_mean(w, b, x, y):
    """The errors were averaged before they were squared, so those above and below the
    line cancel. Square each error, then take the mean.
    """
    return np.mean(w * x + b - y) ** 2


def forgets_square(w, b, x, y):
    """The errors were averaged with their signs and never squared, so those above and
    below the line cancel.
    """
    return np.mean(w * x + b - y)


def swaps_slope_and_height(w, b, x, y):
    """Slope and height have changed places: this is the error of the line b x + w."""
    return np.mean((b * x + w - y) ** 2)


def forgets_height(w, b, x, y):
    """This is the error of the line w x, which goes through zero. Look for b in the
    prediction.
    """
    return np.mean((w * x - y) ** 2)


def returns_squares(w, b, x, y):
    """These are the squared errors, one for each point. What is asked for is one
    number, their mean.
    """
    return (w * x + b - y) ** 2
