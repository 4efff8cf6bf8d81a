"""Goes through the examples inside the training loop."""
# exercise: optimize
# must: loops
# rule: explicit-loop
# line: 15

import numpy as np


def optimize(w, b, X, Y, num_iterations, learning_rate, print_cost=False):
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        wrong = 0
        for j in range(X.shape[1]):
            wrong += Y[0, j]
        w = w - learning_rate * grads["dw"]
        b = b - learning_rate * grads["db"]
        if i % 100 == 0:
            costs.append(cost)
    return {"w": w, "b": b}, grads, costs
