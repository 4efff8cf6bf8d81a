"""Compiles an expression that holds the loop."""
# exercise: L2
# must: loops
# rule: cannot-analyse
# line: 9

import numpy as np

CODE = compile("sum(v * v for v in d)", "formula", "eval")


def L2(yhat, y):
    return eval(CODE, {"d": (yhat - y).tolist()})
