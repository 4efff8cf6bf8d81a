"""# The logistic loss

A classifier says that an example has the label 1 with probability p, a number between
0 and 1. The true label is y, which is 0 or 1. The loss measures how bad that was.

Which of these is the logistic loss of the example?

    a    -(y log(p) + (1 - y) log(1 - p))
    b    |y - p|
    c    (y - p)^2 / 2
    d    -(y log(p) + y log(1 - p))

A check that helps: the logistic loss grows without bound when the classifier is sure
and wrong. With y = 0 it goes to infinity as p goes to 1, and with y = 1 as p goes
to 0. For p = 0.5, the classifier that cannot decide, it is log(2) = 0.693, whatever
the label.

Answer with the letter: write `return`, then the letter in quotation marks.
"""

import numpy as np


def loss_of_example():
    """Return the letter of the logistic loss.

    Returns:
    one of the letters "a", "b", "c" and "d"

    >>> loss_of_example() in ("a", "b", "c", "d")
    True
    """
    ### BEGIN SOLUTION
    return "a"
    ### END SOLUTION
