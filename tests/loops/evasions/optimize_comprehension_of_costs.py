"""Picks the costs in a comprehension after the training loop."""
# exercise: optimize
# must: loops
# rule: explicit-loop
# line: 17

import numpy as np


def optimize(w, b, X, Y, num_iterations, learning_rate, print_cost=False):
    every = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        w = w - learning_rate * grads["dw"]
        b = b - learning_rate * grads["db"]
        every.append(cost)
    costs = [cost for i, cost in enumerate(every) if i % 100 == 0]
    return {"w": w, "b": b}, grads, costs
