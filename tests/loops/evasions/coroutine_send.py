"""Sends the differences to a coroutine."""
# exercise: L1
# must: loops
# rule: explicit-loop
# line: 20

import numpy as np


def adder():
    total = 0.0
    while True:
        total += abs((yield total))


def L1(yhat, y):
    add = adder()
    next(add)
    last = 0.0
    for d in y - yhat:
        last = add.send(d)
    return last
