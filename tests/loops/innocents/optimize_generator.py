"""Has a generator of steps, and takes them."""
# exercise: optimize
# must: passed

import numpy as np


def descend(w, b, X, Y, n, rate):
    for i in range(n):
        grads, cost = propagate(w, b, X, Y)
        w, b = w - rate * grads["dw"], b - rate * grads["db"]
        yield i, w, b, grads, cost


def optimize(w, b, X, Y, num_iterations, learning_rate, print_cost=False):
    costs = []
    for i, w, b, grads, cost in descend(w, b, X, Y, num_iterations, learning_rate):
        if i % 100 == 0:
            costs.append(cost)
    return {"w": w, "b": b}, grads, costs
