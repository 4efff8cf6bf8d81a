"""Moves the weights one by one inside the training loop."""
# exercise: optimize
# must: loops
# rule: explicit-loop
# line: 14

import numpy as np


def optimize(w, b, X, Y, num_iterations, learning_rate, print_cost=False):
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        w = np.array([[u - learning_rate * d] for u, d in zip(w[:, 0], grads["dw"][:, 0])])
        b = b - learning_rate * grads["db"]
        if i % 100 == 0:
            costs.append(cost)
    return {"w": w, "b": b}, grads, costs
