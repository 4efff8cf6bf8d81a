"""Counts the hits example by example."""
# exercise: model
# must: loops
# rule: explicit-loop
# line: 16

import numpy as np


def model(X_train, Y_train, X_test, Y_test, num_iterations=2000, learning_rate=0.5, print_cost=False):
    w, b = initialize_with_zeros(X_train.shape[0])
    params, _, costs = optimize(w, b, X_train, Y_train, num_iterations, learning_rate, print_cost)
    w, b = params["w"], params["b"]
    train, test = predict(w, b, X_train), predict(w, b, X_test)
    hits = 0
    for guess, label in zip(train[0], Y_train[0]):
        hits += guess == label
    if print_cost:
        print(hits)
    return {"costs": costs, "Y_prediction_test": test, "Y_prediction_train": train,
            "w": w, "b": b, "learning_rate": learning_rate, "num_iterations": num_iterations}
