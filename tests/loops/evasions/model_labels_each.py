"""Turns the labels to integers one by one."""
# exercise: model
# must: loops
# rule: explicit-loop
# line: 11

import numpy as np


def integers(labels):
    return np.array([[int(label) for label in labels[0]]])


def model(X_train, Y_train, X_test, Y_test, num_iterations=2000, learning_rate=0.5, print_cost=False):
    w, b = initialize_with_zeros(X_train.shape[0])
    params, _, costs = optimize(w, b, X_train, Y_train, num_iterations, learning_rate, print_cost)
    w, b = params["w"], params["b"]
    return {"costs": costs, "Y_prediction_test": integers(predict(w, b, X_test)),
            "Y_prediction_train": integers(predict(w, b, X_train)),
            "w": w, "b": b, "learning_rate": learning_rate, "num_iterations": num_iterations}
