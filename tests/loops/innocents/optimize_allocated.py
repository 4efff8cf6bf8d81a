"""Writes the costs into an array made before."""
# exercise: optimize
# must: passed

import numpy as np


def optimize(w, b, X, Y, num_iterations, learning_rate, print_cost=False):
    every = np.zeros(num_iterations)
    for i in np.arange(num_iterations):
        grads, every[i] = propagate(w, b, X, Y)
        w, b = w - learning_rate * grads["dw"], b - learning_rate * grads["db"]
    return {"w": w, "b": b}, grads, every[::100].tolist()
