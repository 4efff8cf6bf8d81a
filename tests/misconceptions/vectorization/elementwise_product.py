"""Wrong answers to elementwise_product, each with the sentence its student reads."""

import numpy as np


def uses_dot(a, b):
    """np.dot multiplies and then adds up: a dot product for vectors, the matrix product
    for matrices. Here nothing is added up; look for the operator that works place by
    place.
    """
    return np.dot(a, b)


def uses_at(a, b):
    """The operator @ is the matrix product, which multiplies rows by columns and adds
    up. Here nothing is added up; look for the operator that works place by place.
    """
    return a @ b


def adds_up_the_products(a, b):
    """The products were added up to one number. The result has a product for every
    place, in the shape of a and b.
    """
    return np.sum(a * b)


def adds_the_values(a, b):
    """The values at the same place were added where they are to be multiplied. Look at
    the sign between a and b.
    """
    return a + b


def multiplies_every_pair(a, b):
    """Every value of a was multiplied with every value of b, as np.outer does. Here a
    value meets only the one at its own place.
    """
    return np.outer(a, b)


def flattens_the_result(a, b):
    """The products are right, but they came out in one flat row. The result keeps the
    shape of a and b.
    """
    return np.ravel(a * b)
