"""Sorts the names of the parameters."""
# exercise: optimize
# must: passed

import numpy as np


def optimize(w, b, X, Y, num_iterations, learning_rate, print_cost=False):
    params, costs = {"w": w, "b": b}, []
    for i in range(num_iterations):
        grads, cost = propagate(params["w"], params["b"], X, Y)
        for name in sorted(params):
            params[name] = params[name] - learning_rate * grads["d" + name]
        if i % 100 == 0:
            costs.append(cost)
    return params, grads, costs
