"""# Descent on ten points

The mean squared error of a line w x + b depends on two numbers, w and b. Gradient
descent starts somewhere and walks downhill: in each step it computes how steeply the
error rises with w and with b, and moves both a little the other way.

    error_i = w x_i + b - y_i
    dw = 2/m * sum over i of error_i x_i          the slope of the error along w
    db = 2/m * sum over i of error_i              the slope of the error along b

    w = w - learning_rate * dw
    b = b - learning_rate * db

Both slopes belong to the same place: compute dw and db before you move w or b.

Keep a record of the walk in three lists: the w, the b and the mean squared error
after 0, 1, 2, ... steps. They begin with the start and have `iterations` + 1 entries
each, the last of them for the w and b that are returned.

One step by hand, with `x = [1, 2]`, `y = [2, 4]`, w = 0, b = 0 and rate 0.1: the
errors are -2 and -4, so dw = -2 * 1 - 4 * 2 = -10 and db = -6 (2/m is 1 here). The
step leads to w = 1 and b = 0.6. The mean squared error was (4 + 16) / 2 = 10; now the
errors are -0.4 and -1.4, and it is 1.06.

For the ten points of `mse` the rate has to be tiny, because x is large. From w = -4
and b = -120 one step of rate 5e-6 leads to w = 1.6534, b = -119.9839, and the error
falls from 3670819 to 70135. After 90000 steps it is 10984.39, with w = 2.5164 and
b = -135.17: still on the way to b = -188.43. With a rate of 2e-5 it grows without end.

`mse(w, b, x, y)` is supplied when your answer is checked: call it for the record. A
loop over the iterations is needed here; a loop over the points is not.
"""

import numpy as np


def gradient_descent(x, y, w, b, learning_rate, iterations):
    """Return w and b after gradient descent, and the record of the walk.

    Arguments:
    x -- where the points are, an array of shape (m,)
    y -- their true values, an array of shape (m,)
    w -- slope to start from, a number
    b -- height to start from, a number
    learning_rate -- the factor on both gradients in each step
    iterations -- the number of steps, an integer

    Returns:
    w -- the slope after the last step, a number
    b -- the height after the last step, a number
    w_history -- a list of iterations + 1 numbers: w at the start and after each step
    b_history -- the same for b
    losses -- the mean squared error of each w and b in the two lists

    >>> x, y = np.array([1.0, 2.0]), np.array([2.0, 4.0])
    >>> w, b, w_history, b_history, losses = gradient_descent(x, y, 0.0, 0.0, 0.1, 1)
    >>> round(float(w), 4), round(float(b), 4)
    (1.0, 0.6)
    >>> [round(float(loss), 4) for loss in losses]
    [10.0, 1.06]
    """
    # YOUR CODE STARTS HERE
    ...
    # YOUR CODE ENDS HERE
