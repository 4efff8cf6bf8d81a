"""Loops when a class is defined, which is in the function."""
# exercise: L1
# must: loops
# rule: explicit-loop
# line: 13

import numpy as np


class Base:
    def __init_subclass__(cls, values=()):
        cls.total = 0.0
        for v in values:
            cls.total += abs(v)


def L1(yhat, y):
    class Loss(Base, values=y - yhat):
        pass

    return Loss.total
