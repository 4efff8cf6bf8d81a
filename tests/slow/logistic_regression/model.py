"""The whole model, right and with loops over the examples."""

import math

import numpy as np


def score(w, b, X, i):
    """Return the score of one example, feature by feature."""
    z = b
    for j in range(X.shape[0]):
        z += w[j, 0] * X[j, i]
    return z


def labels(w, b, X):
    """Return the label of each example, one by one."""
    found = np.zeros((1, X.shape[1]))
    for i in range(X.shape[1]):
        if score(w, b, X, i) > 0:
            found[0, i] = 1
    return found


def model(
    X_train,
    Y_train,
    X_test,
    Y_test,
    num_iterations=2000,
    learning_rate=0.5,
    print_cost=False,
):
    """Learn from one example at a time, and label one at a time."""
    n_x, m = X_train.shape
    w, b = np.zeros((n_x, 1)), 0.0
    costs = []
    for iteration in range(num_iterations):
        dw = np.zeros((n_x, 1))
        db = cost = 0.0
        for i in range(m):
            a = 1 / (1 + math.exp(-score(w, b, X_train, i)))
            y = Y_train[0, i]
            cost -= y * math.log(a) + (1 - y) * math.log(1 - a)
            for j in range(n_x):
                dw[j, 0] += X_train[j, i] * (a - y) / m
            db += (a - y) / m
        w = w - learning_rate * dw
        b = b - learning_rate * db
        if iteration % 100 == 0:
            costs.append(cost / m)
    return {
        "costs": costs,
        "Y_prediction_test": labels(w, b, X_test),
        "Y_prediction_train": labels(w, b, X_train),
        "w": w,
        "b": b,
        "learning_rate": learning_rate,
        "num_iterations": num_iterations,
    }
