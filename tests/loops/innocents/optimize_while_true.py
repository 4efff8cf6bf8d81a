"""Leaves an endless loop after the last iteration."""
# exercise: optimize
# must: passed

import numpy as np


def optimize(w, b, X, Y, num_iterations, learning_rate, print_cost=False):
    costs, i = [], 0
    while True:
        grads, cost = propagate(w, b, X, Y)
        w, b = w - learning_rate * grads["dw"], b - learning_rate * grads["db"]
        if i % 100 == 0:
            costs.append(cost)
        i += 1
        if i == num_iterations:
            break
    return {"w": w, "b": b}, grads, costs
