"""# A rate for each parameter

With one learning rate for both, gradient descent on the ten points is slow: the error
rises steeply along w and hardly at all along b, so a rate that suits w leaves b almost
where it was. Adagrad gives each parameter a rate of its own, made from the gradients
that it has seen so far:

    error_i = w x_i + b - y_i
    dw = 2/m * sum over i of error_i x_i
    db = 2/m * sum over i of error_i

    sum_w = sum_w + dw^2
    sum_b = sum_b + db^2
    w = w - learning_rate / sqrt(sum_w) * dw
    b = b - learning_rate / sqrt(sum_b) * db

The two sums start at zero and never shrink. Each takes in the gradient of the step at
hand before it is used. A parameter with steep gradients gets a small rate, one with
flat gradients a large one. So the first step has the length of the learning rate for
both, however steep it is.

Keep the same record as in `gradient_descent`: three lists with the w, the b and the
mean squared error after 0, 1, 2, ... steps, `iterations` + 1 entries each.

Two steps by hand, with `x = [1, 2]`, `y = [2, 4]`, w = 0, b = 0 and rate 1. The first
gradients are dw = -10 and db = -6, and both parameters move by 1, to w = 1 and b = 1.
There the errors are 0 and -1, so dw = -2 and db = -1. The sums are now 100 + 4 = 104
and 36 + 1 = 37, and the second step leads to w = 1 + 2 / sqrt(104) = 1.196 and
b = 1 + 1 / sqrt(37) = 1.164. The mean squared errors are 10, 0.5 and 0.163.

`mse(w, b, x, y)` is supplied when your answer is checked: call it for the record. A
loop over the iterations is needed here; a loop over the points is not.
"""

import numpy as np


def adagrad(x, y, w, b, learning_rate, iterations):
    """Return w and b after gradient descent with Adagrad, and the record of the walk.

    Arguments:
    x -- where the points are, an array of shape (m,)
    y -- their true values, an array of shape (m,)
    w -- slope to start from, a number
    b -- height to start from, a number
    learning_rate -- the length of the first step, a number
    iterations -- the number of steps, an integer

    Returns:
    w -- the slope after the last step, a number
    b -- the height after the last step, a number
    w_history -- a list of iterations + 1 numbers: w at the start and after each step
    b_history -- the same for b
    losses -- the mean squared error of each w and b in the two lists

    >>> x, y = np.array([1.0, 2.0]), np.array([2.0, 4.0])
    >>> w, b, w_history, b_history, losses = adagrad(x, y, 0.0, 0.0, 1.0, 2)
    >>> [round(float(one), 3) for one in w_history]
    [0.0, 1.0, 1.196]
    >>> [round(float(one), 3) for one in b_history]
    [0.0, 1.0, 1.164]
    >>> [round(float(loss), 3) for loss in losses]
    [10.0, 0.5, 0.163]
    """
    # YOUR CODE STARTS HERE
    ...
    # YOUR CODE ENDS HERE
