"""Asks for the label of one example at a time."""
# exercise: model
# must: loops
# rule: explicit-loop
# line: 16

import numpy as np


def model(X_train, Y_train, X_test, Y_test, num_iterations=2000, learning_rate=0.5, print_cost=False):
    w, b = initialize_with_zeros(X_train.shape[0])
    params, _, costs = optimize(w, b, X_train, Y_train, num_iterations, learning_rate, print_cost)
    w, b = params["w"], params["b"]

    def label(X):
        return np.hstack([predict(w, b, X[:, [i]]) for i in range(X.shape[1])])

    return {"costs": costs, "Y_prediction_test": label(X_test), "Y_prediction_train": label(X_train),
            "w": w, "b": b, "learning_rate": learning_rate, "num_iterations": num_iterations}
