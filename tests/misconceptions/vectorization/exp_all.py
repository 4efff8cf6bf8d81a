"""Wrong answers to exp_all, each with the sentence its student reads."""

import math

import numpy as np


def uses_math_exp(v):
    """The exponential stopped because it takes one number only, as math.exp does, and
    was given a whole array. Look for the function of the same name in NumPy.
    """
    return math.exp(v)


def raises_elements_to_e(v):
    """Base and exponent are the other way round: this is v to the power of e. The
    elements of v belong into the exponent.
    """
    return v**np.e


def multiplies_by_e(v):
    """The elements were multiplied by e. They belong into the exponent: e to the power
    of each.
    """
    return np.e * v


def rounds_e(v):
    """This is what you get when e is typed in with three digits, 2.718. It is near, and
    further off the larger the exponent is; NumPy has the exponential itself.
    """
    return 2.718**v


def turns_sign_round(v):
    """This is e to the power of -v: it falls where it should rise. Look at the sign in
    the exponent.
    """
    return np.exp(-v)


def takes_base_two(v):
    """These are powers of two, as np.exp2 gives them. The base of the exponential is e,
    about 2.718.
    """
    return np.exp2(v)


def divides_by_the_sum(v):
    """The exponentials were divided by their sum, which is the next step of softmax. An
    exponential depends on its own element alone.
    """
    return np.exp(v) / np.sum(np.exp(v))
