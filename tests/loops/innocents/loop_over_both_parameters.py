"""Moves both parameters in a loop over their names."""
# exercise: optimize
# must: passed

import numpy as np


def optimize(w, b, X, Y, num_iterations, learning_rate, print_cost=False):
    params = {"w": w, "b": b}
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(**params, X=X, Y=Y)
        for name in ("w", "b"):
            params[name] = params[name] - learning_rate * grads[f"d{name}"]
        if i % 100 == 0:
            costs += [cost]
    return params, grads, costs
