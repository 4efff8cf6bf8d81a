"""Prints a line every tenth of the way."""
# exercise: optimize
# must: passed

import numpy as np


def optimize(w, b, X, Y, num_iterations, learning_rate, print_cost=False):
    costs = []
    tenth = max(1, num_iterations // 10)
    for i in range(0, num_iterations, 1):
        grads, cost = propagate(w, b, X, Y)
        w = w - learning_rate * grads["dw"]
        b = b - learning_rate * grads["db"]
        if i % 100 == 0:
            costs.append(cost)
        if print_cost and i % tenth == 0:
            print("." * 10, i)
    return {"w": w, "b": b}, grads, costs
