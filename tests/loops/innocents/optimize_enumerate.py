"""Enumerates a range that starts at one."""
# exercise: optimize
# must: passed

import numpy as np


def optimize(w, b, X, Y, num_iterations, learning_rate, print_cost=False):
    costs = []
    for i, step in enumerate(range(1, num_iterations + 1)):
        grads, cost = propagate(w, b, X, Y)
        w = w - learning_rate * grads["dw"]
        b = b - learning_rate * grads["db"]
        if i % 100 == 0:
            costs.append(cost)
            if print_cost:
                print(f"step {step}: {cost}")
    return {"w": w, "b": b}, grads, costs
