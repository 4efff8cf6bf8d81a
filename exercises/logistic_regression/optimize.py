"""# Gradient descent

Learning is a walk downhill. The gradient points to where the cost rises fastest,
so each step moves `w` and `b` a little the other way. How far is set by the
learning rate:

    grads, cost = propagate(w, b, X, Y)
    w = w - learning_rate * dw
    b = b - learning_rate * db

This is repeated `num_iterations` times, from the `w` and `b` that were passed in.
To see later whether the walk went downhill, keep the cost of every hundredth
iteration, i = 0, 100, 200, ..., in a list. It is the cost that `propagate` returns
there, before the update: 250 iterations give three costs. The list is kept whether
`print_cost` is True or not; True may also print them.

One step by hand, with `w = [[0]]`, `b = 0`, `X = [[2, 4]]`, `Y = [[1, 1]]` and
rate 0.1: both activations are 0.5, so dw = (2*(-0.5) + 4*(-0.5)) / 2 = -1.5 and
db = -0.5. The step leads to w = 0 + 0.1*1.5 = 0.15 and b = 0.05, and costs is
[0.6931], the cost at the start.

Return three things: `params` with the final "w" and "b"; `grads` with the "dw" and
"db" of the last iteration, as `propagate` gave them; and the list of costs.

`propagate` is supplied when your answer is checked: call it, do not write it again.
A loop over the iterations is needed here; a loop over the examples is not.
"""

import numpy as np


def optimize(w, b, X, Y, num_iterations, learning_rate, print_cost=False):
    """Return w and b after gradient descent, the last gradients and the costs.

    Arguments:
    w -- weights to start from, an array of shape (n_x, 1)
    b -- bias to start from, a number
    X -- data, an array of shape (n_x, m): one column for each example
    Y -- labels, an array of shape (1, m) of zeros and ones
    num_iterations -- the number of steps, an integer
    learning_rate -- the factor on the gradients in each step
    print_cost -- True to print the cost of every hundredth iteration

    Returns:
    params -- a dictionary with "w", an array of shape (n_x, 1), and "b", a number
    grads -- a dictionary with "dw", an array of shape (n_x, 1), and "db", a number
    costs -- a list with the cost of the iterations 0, 100, 200, ...

    >>> w, b, X, Y = np.array([[0.0]]), 0.0, np.array([[2.0, 4.0]]), np.array([[1, 1]])
    >>> params, grads, costs = optimize(w, b, X, Y, 1, 0.1)
    >>> round(float(params["w"][0, 0]), 4), round(float(params["b"]), 4)
    (0.15, 0.05)
    >>> [round(float(cost), 4) for cost in costs]
    [0.6931]
    """
    # YOUR CODE STARTS HERE
    ...
    # YOUR CODE ENDS HERE
