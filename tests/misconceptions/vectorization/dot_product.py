"""Wrong answers to dot_product, each with the sentence its student reads."""

import numpy as np


def forgets_sum(a, b):
    """These are the single products, as * gives them for arrays. The dot product is one
    number: the last step is to add them up.
    """
    return a * b


def multiplies_the_sums(a, b):
    """Each vector was added up first, and then the two sums were multiplied. The
    products come first here, pair by pair, and their sum last.
    """
    return np.sum(a) * np.sum(b)


def takes_mean(a, b):
    """This is the mean of the products: their sum divided by how many there are. The
    dot product is the sum itself.
    """
    return np.mean(a * b)


def takes_outer_product(a, b):
    """Every value of a was multiplied with every value of b, which gives a whole table.
    The dot product multiplies the values at the same place only, and adds them up.
    """
    return np.outer(a, b)


def keeps_a_dimension(a, b):
    """The value is right, but it sits in an array of shape (1,). The dot product is one
    number: look at the keepdims argument, or at brackets around the result.
    """
    return np.sum(a * b, keepdims=True)


def adds_the_pairs(a, b):
    """The values of each pair were added where they are to be multiplied. Look at the
    sign between a and b.
    """
    return np.sum(a + b)
