"""Wrong answers to standardize, each with the sentence its student reads."""

import numpy as np


def divides_whole_numbers(X):
    """The fractions were cut off: // divides whole numbers and leaves whole numbers.
    The division that gives fractions is /.
    """
    return X // 255


def divides_by_256(X):
    """This is what you get when the numbers are divided by 256. There are 256 numbers,
    but the largest of them is 255, and it is to become 1.0.
    """
    return X / 256


def divides_by_own_largest(X):
    """Here the numbers were divided by the largest one that was found. It is always
    255, so that training and test images are measured with the same rule.
    """
    return X / np.max(X)


def stretches_to_full_range(X):
    """The smallest number became 0 and the largest 1. Nothing is to be subtracted: the
    rule is the same for all images, X / 255.
    """
    return (X - np.min(X)) / (np.max(X) - np.min(X))


def centres(X):
    """The mean was subtracted and the rest divided by the standard deviation. That is
    another way to standardize; for images it is enough to divide by 255.
    """
    return (X - np.mean(X)) / np.std(X)


def turns_back_into_bytes(X):
    """The fractions were lost, because the answer was turned into whole numbers again.
    Look for astype or dtype after the division.
    """
    return np.round(X / 255).astype(np.uint8)


def forgets_division(X):
    """The numbers became floats, but they are as large as before. What is missing is
    the division by 255.
    """
    return X.astype(float)
