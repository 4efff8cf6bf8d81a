"""Trains in a function that is mapped over the iterations, after an idle loop."""
# exercise: optimize
# must: loops
# rule: explicit-loop
# line: 21

import numpy as np


def optimize(w, b, X, Y, num_iterations, learning_rate, print_cost=False):
    state, costs = {"w": w, "b": b}, []

    def step(i):
        grads, cost = propagate(state["w"], state["b"], X, Y)
        state["w"] = state["w"] - learning_rate * grads["dw"]
        state["b"] = state["b"] - learning_rate * grads["db"]
        if i % 100 == 0:
            costs.append(cost)
        return grads

    *_, grads = map(step, range(num_iterations))
    return state, grads, costs
