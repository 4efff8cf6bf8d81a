"""Measures a distance with math.dist, which goes through Python numbers."""
# exercise: L2
# must: loops
# rule: explicit-loop
# line: 11

import math


def L2(yhat, y):
    return math.dist(yhat, y) ** 2
