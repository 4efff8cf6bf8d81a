"""# All examples, with loops

The cost of logistic regression is the mean loss of all m examples, and its gradients
are the means of the examples' gradients. The plain way to compute a mean is to start
at zero, go through the examples one by one, add up, and divide at the end. This is
that algorithm. Later, `propagate` does the same without any loop over the examples,
and it is good to have this version to compare with. Loops are welcome here.

Each column of `X` is one example with n_x features, `Y` holds its label, 0 or 1:

    cost = 0,  dw_j = 0 for every feature j,  db = 0

    for every example i = 1 ... m:
        z    = w_1 X_1i + w_2 X_2i + ... + b         one score
        a    = sigmoid(z)                            one probability
        cost = cost - ( y_i log(a) + (1 - y_i) log(1 - a) )
        dz   = a - y_i
        for every feature j = 1 ... n_x:
            dw_j = dw_j + X_ji dz
        db   = db + dz

    divide cost, every dw_j and db by m

Positions count from 1 in formulas and from 0 in Python. In `X` the feature comes first
and the example second: X[j, i].

Take `w = [[1], [-1]]`, `b = 0`, `X = [[1, 2, 0], [1, 1, 2]]` and `Y = [[1, 0, 1]]`:
two features, three examples.

    example   z    a       y   loss    dz       adds to dw
    1         0    0.5     1   0.693   -0.5     -0.5,    -0.5
    2         1    0.731   0   1.313    0.731    1.462,   0.731
    3        -2    0.119   1   2.127   -0.881    0,      -1.762

The sums divided by 3 are the cost 1.3778, dw [[0.3207], [-0.5102]] and db -0.2166.

`sigmoid` is supplied when your answer is checked: call it, do not write it again.
"""

import numpy as np


def gradient_by_loop(w, b, X, Y):
    """Return the gradients of the cost and the cost itself.

    Arguments:
    w -- weights, an array of shape (n_x, 1)
    b -- bias, a number
    X -- data, an array of shape (n_x, m): one column for each example
    Y -- labels, an array of shape (1, m) of zeros and ones

    Returns:
    grads -- a dictionary with
             "dw", the gradient with respect to w, an array of shape (n_x, 1)
             "db", the gradient with respect to b, a number
    cost -- the mean loss over the m examples, a number

    >>> w, b = np.array([[1], [-1]]), 0
    >>> X, Y = np.array([[1, 2, 0], [1, 1, 2]]), np.array([[1, 0, 1]])
    >>> grads, cost = gradient_by_loop(w, b, X, Y)
    >>> grads["dw"].round(4)
    array([[ 0.3207],
           [-0.5102]])
    >>> round(float(grads["db"]), 4), round(float(cost), 4)
    (-0.2166, 1.3778)
    """
    # YOUR CODE STARTS HERE
    ...
    # YOUR CODE ENDS HERE
