"""Counts the iterations in a second loop."""
# exercise: optimize
# must: loops
# rule: explicit-loop
# line: 18

import numpy as np


def optimize(w, b, X, Y, num_iterations, learning_rate, print_cost=False):
    every = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        w = w - learning_rate * grads["dw"]
        b = b - learning_rate * grads["db"]
        every.append(cost)
    costs = []
    for i in range(num_iterations):
        if i % 100 == 0:
            costs.append(every[i])
    return {"w": w, "b": b}, grads, costs
