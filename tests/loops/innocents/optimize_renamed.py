"""Calls its parameters otherwise."""
# exercise: optimize
# must: passed

import numpy as np


def optimize(weights, bias, data, labels, steps, rate, verbose=False):
    history = []
    for step in range(steps):
        grads, cost = propagate(weights, bias, data, labels)
        weights = weights - rate * grads["dw"]
        bias = bias - rate * grads["db"]
        if step % 100 == 0:
            history.append(cost)
    return {"w": weights, "b": bias}, grads, history
