"""Wrong answers to relu, each with the sentence its student reads."""

import numpy as np


def uses_python_max(v):
    """Python's own max compares two things as a whole, and an array is neither larger
    nor smaller than zero as a whole. Look for NumPy's function that compares place by
    place.
    """
    return max(v, 0)


def takes_largest_of_axis(v):
    """np.max(v, 0) looks for the largest value along axis 0: its second argument is an
    axis. The function that compares two values at every place has a longer name.
    """
    return np.max(v, 0)


def drops_the_negatives(v):
    """The negative values were left out, so what is left is a shorter, flat array. They
    become zero and keep their place.
    """
    return v[v > 0]


def answers_the_question(v):
    """This tells for every place whether the value is positive: 1 or 0. Where it is,
    the result holds the value itself.
    """
    return (v > 0) * 1.0


def takes_absolute_values(v):
    """The negative values came out positive, without their sign. They are to become
    zero.
    """
    return np.abs(v)


def keeps_the_negatives(v):
    """The negative values were kept and the positive ones became zero. Look at whether
    the larger or the smaller of each pair is taken.
    """
    return np.minimum(v, 0)


def leaks(v):
    """This is the leaky ReLU, which lets a hundredth of each negative value through.
    Here negative values become zero.
    """
    return np.where(v > 0, v, 0.01 * v)
