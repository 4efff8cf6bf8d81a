"""Wrong answers to basic_sigmoid, each with the sentence its student reads."""

import math


def forgets_brackets(x):
    """This is 1 + e^(-x): the fraction is missing, or the division took only the first
    1 below its line. Python divides before it adds, so look at the brackets.
    """
    return 1 / 1 + math.exp(-x)


def forgets_minus(x):
    """This is the sigmoid of -x: it falls where it should rise. Look at the sign in the
    exponent.
    """
    return 1 / (1 + math.exp(x))


def subtracts_exponential(x):
    """This is what you get when e^(-x) is subtracted from one below the line. The
    formula adds it.
    """
    return 1 / (1 - math.exp(-x))


def leaves_out_the_one(x):
    """This is e^x, which is 1 divided by e^(-x) alone. The sum below the line has two
    parts; look for the one that is missing.
    """
    return 1 / math.exp(-x)


def multiplies_instead_of_power(x):
    """This is what you get when e is multiplied by -x. The formula takes e to the power
    of -x, which is what math.exp does.
    """
    return 1 / (1 + math.e * -x)
