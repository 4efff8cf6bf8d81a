"""Calls itself for the next iteration instead of the one loop that is allowed."""
# exercise: optimize
# must: loops
# rule: explicit-loop

import numpy as np


def optimize(w, b, X, Y, num_iterations, learning_rate, print_cost=False, i=0, costs=()):
    grads, cost = propagate(w, b, X, Y)
    w = w - learning_rate * grads["dw"]
    b = b - learning_rate * grads["db"]
    costs = [*costs, cost] if i % 100 == 0 else costs
    if i + 1 == num_iterations:
        return {"w": w, "b": b}, grads, list(costs)
    return optimize(w, b, X, Y, num_iterations, learning_rate, print_cost, i + 1, costs)
