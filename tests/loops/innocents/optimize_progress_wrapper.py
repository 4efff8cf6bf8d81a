"""Wraps its range to show progress."""
# exercise: optimize
# must: passed

import numpy as np


def progress(turns, show):
    for turn in turns:
        if show:
            print(".", end="")
        yield turn


def optimize(w, b, X, Y, num_iterations, learning_rate, print_cost=False):
    costs = []
    for i in progress(range(num_iterations), print_cost):
        grads, cost = propagate(w, b, X, Y)
        w, b = w - learning_rate * grads["dw"], b - learning_rate * grads["db"]
        if i % 100 == 0:
            costs.append(cost)
    return {"w": w, "b": b}, grads, costs
