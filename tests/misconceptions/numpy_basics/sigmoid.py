"""Wrong answers to sigmoid, each with the sentence its student reads."""

import math

import numpy as np


def uses_math_exp(x):
    """The exponential stopped because it takes one number only, as math.exp does, and
    was given a whole array. Look for the function of the same name in NumPy.
    """
    return 1 / (1 + math.exp(-x))


def forgets_minus(x):
    """This is the sigmoid of -x: it falls where it should rise. Look at the sign in the
    exponent.
    """
    return 1 / (1 + np.exp(x))


def forgets_brackets(x):
    """This is 1 + e^(-x): the fraction is missing, or the division took only the first
    1 below its line. Python divides before it adds, so look at the brackets.
    """
    return 1 / 1 + np.exp(-x)


def subtracts_exponential(x):
    """This is what you get when e^(-x) is subtracted from one below the line. The
    formula adds it.
    """
    return 1 / (1 - np.exp(-x))


def divides_by_the_whole_sum(x):
    """Every element was divided by a sum over the whole array, as softmax does. The
    sigmoid of an element depends on that element alone.
    """
    x_exp = np.exp(x)
    return x_exp / np.sum(x_exp)
