"""Predicts for both sets in a comprehension over a dict of two."""
# exercise: model
# must: passed

import numpy as np


def model(X_train, Y_train, X_test, Y_test, num_iterations=2000, learning_rate=0.5, print_cost=False):
    w, b = initialize_with_zeros(len(X_train))
    params, _, costs = optimize(w, b, X_train, Y_train, num_iterations, learning_rate, print_cost)
    sets = {"train": X_train, "test": X_test}
    labels = {f"Y_prediction_{name}": predict(params["w"], params["b"], X) for name, X in sets.items()}
    return {"costs": costs, **labels, **params,
            "learning_rate": learning_rate, "num_iterations": num_iterations}
