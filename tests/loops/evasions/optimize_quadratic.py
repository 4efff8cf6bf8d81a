"""Counts up to the iteration again in each of them."""
# exercise: optimize
# must: loops
# rule: explicit-loop
# line: 17

import numpy as np


def optimize(w, b, X, Y, num_iterations, learning_rate, print_cost=False):
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        w = w - learning_rate * grads["dw"]
        b = b - learning_rate * grads["db"]
        turns = 0
        while turns < i:
            turns += 1
        if turns % 100 == 0:
            costs.append(cost)
    return {"w": w, "b": b}, grads, costs
