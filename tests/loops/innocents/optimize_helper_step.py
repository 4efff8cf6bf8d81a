"""Has the loop in a helper, with another name for the number of iterations."""
# exercise: optimize
# must: passed

import numpy as np


def step(params, X, Y, rate):
    grads, cost = propagate(params["w"], params["b"], X, Y)
    new = {k: v - rate * grads["d" + k] for k, v in params.items()}
    return new, grads, cost


def train(params, X, Y, n, rate):
    costs = []
    for i in range(n):
        params, grads, cost = step(params, X, Y, rate)
        if i % 100 == 0:
            costs.append(cost)
    return params, grads, costs


def optimize(w, b, X, Y, num_iterations, learning_rate, print_cost=False):
    return train({"w": w, "b": b}, X, Y, num_iterations, learning_rate)
