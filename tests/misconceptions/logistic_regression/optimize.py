"""Wrong answers to optimize, each with the sentence its student reads."""

import numpy as np

# propagate is supplied as a global name, as it is to the student.


def walks_uphill(w, b, X, Y, num_iterations, learning_rate, print_cost=False):
    """The steps went along the gradient, and the cost rose. The gradient points uphill:
    check the sign in the two update lines.
    """
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        w = w + learning_rate * grads["dw"]
        b = b + learning_rate * grads["db"]
        if i % 100 == 0:
            costs.append(cost)
    return {"w": w, "b": b}, grads, costs


def forgets_learning_rate(w, b, X, Y, num_iterations, learning_rate, print_cost=False):
    """Each step went the whole length of the gradient. Look for learning_rate in the
    two update lines.
    """
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        w = w - grads["dw"]
        b = b - grads["db"]
        if i % 100 == 0:
            costs.append(cost)
    return {"w": w, "b": b}, grads, costs


def types_in_learning_rate(w, b, X, Y, num_iterations, learning_rate, print_cost=False):
    """The steps have the length of a learning rate of 0.009, whatever rate was asked
    for. Look for a number that was typed in where the argument belongs.
    """
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        w = w - 0.009 * grads["dw"]
        b = b - 0.009 * grads["db"]
        if i % 100 == 0:
            costs.append(cost)
    return {"w": w, "b": b}, grads, costs


def types_in_number_of_steps(
    w, b, X, Y, num_iterations, learning_rate, print_cost=False
):
    """There were always a hundred steps, however many were asked for. Look at what the
    loop counts up to.
    """
    costs = []
    for i in range(100):
        grads, cost = propagate(w, b, X, Y)
        w = w - learning_rate * grads["dw"]
        b = b - learning_rate * grads["db"]
        if i % 100 == 0:
            costs.append(cost)
    return {"w": w, "b": b}, grads, costs


def leaves_b_behind(w, b, X, Y, num_iterations, learning_rate, print_cost=False):
    """The weights were moved in each step, but the bias stayed where it started. It has
    a gradient of its own and is moved the same way.
    """
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        w = w - learning_rate * grads["dw"]
        if i % 100 == 0:
            costs.append(cost)
    return {"w": w, "b": b}, grads, costs


def computes_gradients_once(
    w, b, X, Y, num_iterations, learning_rate, print_cost=False
):
    """Every step used the gradients of the start. They change as w and b move: look at
    whether propagate is called inside the loop.
    """
    costs = []
    grads, cost = propagate(w, b, X, Y)
    for i in range(num_iterations):
        w = w - learning_rate * grads["dw"]
        b = b - learning_rate * grads["db"]
        if i % 100 == 0:
            costs.append(cost)
    return {"w": w, "b": b}, grads, costs


def starts_at_zeros(w, b, X, Y, num_iterations, learning_rate, print_cost=False):
    """The walk began at zeros instead of the w and b that were passed in. Look for a
    line that sets them anew.
    """
    costs = []
    w, b = np.zeros(w.shape), 0.0
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        w = w - learning_rate * grads["dw"]
        b = b - learning_rate * grads["db"]
        if i % 100 == 0:
            costs.append(cost)
    return {"w": w, "b": b}, grads, costs


def keeps_every_cost(w, b, X, Y, num_iterations, learning_rate, print_cost=False):
    """Parameters and gradients are right, but the list holds the cost of every
    iteration. It is asked for at every hundredth one.
    """
    costs = []
    for _ in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        w = w - learning_rate * grads["dw"]
        b = b - learning_rate * grads["db"]
        costs.append(cost)
    return {"w": w, "b": b}, grads, costs


def keeps_costs_only_when_printing(
    w, b, X, Y, num_iterations, learning_rate, print_cost=False
):
    """The list of costs stayed empty, because nothing was to be printed. Keeping a cost
    and printing it are two things: look at the condition before append.
    """
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        w = w - learning_rate * grads["dw"]
        b = b - learning_rate * grads["db"]
        if print_cost and i % 100 == 0:
            costs.append(cost)
    return {"w": w, "b": b}, grads, costs


def counts_costs_from_one(w, b, X, Y, num_iterations, learning_rate, print_cost=False):
    """The costs of the iterations 99, 199, ... were kept, one before each full hundred.
    The first cost to keep is that of iteration 0, before any step.
    """
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        w = w - learning_rate * grads["dw"]
        b = b - learning_rate * grads["db"]
        if (i + 1) % 100 == 0:
            costs.append(cost)
    return {"w": w, "b": b}, grads, costs
