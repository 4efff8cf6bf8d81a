"""Keeps every cost and returns every hundredth with a slice."""
# exercise: optimize
# must: passed

import numpy as np


def optimize(w, b, X, Y, num_iterations, learning_rate, print_cost=False):
    history = []
    for i in list(range(num_iterations)):
        grads, cost = propagate(w, b, X, Y)
        w, b = w - learning_rate * grads["dw"], b - learning_rate * grads["db"]
        history.append(float(cost))
    return {"w": w, "b": b}, grads, history[::100]
