"""Updates a list of parameters in a helper."""
# exercise: optimize
# must: passed

import numpy as np


def update(values, slopes, rate):
    return [value - rate * slope for value, slope in zip(values, slopes)]


def optimize(w, b, X, Y, num_iterations, learning_rate, print_cost=False):
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        w, b = update([w, b], [grads["dw"], grads["db"]], learning_rate)
        if i % 100 == 0:
            costs.append(cost)
    return {"w": w, "b": b}, grads, costs
