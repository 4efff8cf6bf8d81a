"""Counts the iterations down, under another name."""
# exercise: optimize
# must: passed

import numpy as np


def optimize(w, b, X, Y, num_iterations, learning_rate, print_cost=False):
    costs, left = [], int(num_iterations)
    while left:
        grads, cost = propagate(w, b, X, Y)
        w = w - learning_rate * grads["dw"]
        b = b - learning_rate * grads["db"]
        if (num_iterations - left) % 100 == 0:
            costs.append(cost)
        left -= 1
    return {"w": w, "b": b}, grads, costs
