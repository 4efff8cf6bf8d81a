"""Gradient descent, right and with a loop over the examples in each iteration."""

import math

import numpy as np


def optimize(w, b, X, Y, num_iterations, learning_rate, print_cost=False):
    """Take the examples, and the features of each, one by one."""
    n_x, m = X.shape
    costs = []
    for iteration in range(num_iterations):
        dw = np.zeros((n_x, 1))
        db = cost = 0.0
        for i in range(m):
            z = b
            for j in range(n_x):
                z += w[j, 0] * X[j, i]
            a = 1 / (1 + math.exp(-z))
            y = Y[0, i]
            cost -= y * math.log(a) + (1 - y) * math.log(1 - a)
            for j in range(n_x):
                dw[j, 0] += X[j, i] * (a - y) / m
            db += (a - y) / m
        w = w - learning_rate * dw
        b = b - learning_rate * db
        if iteration % 100 == 0:
            costs.append(cost / m)
    return {"w": w, "b": b}, {"dw": dw, "db": db}, costs
