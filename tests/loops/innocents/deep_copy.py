"""Copies weights before it changes them."""
# exercise: optimize
# must: passed
# imports: any

import copy

import numpy as np


def optimize(w, b, X, Y, num_iterations, learning_rate, print_cost=False):
    params = copy.deepcopy({"w": w, "b": b})
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(params["w"], params["b"], X, Y)
        params["w"] -= learning_rate * grads["dw"]
        params["b"] -= learning_rate * grads["db"]
        if i % 100 == 0:
            costs.append(cost)
    return params, grads, costs
