"""# The whole model

Now the parts become one program: learn from a training set, then label both the
training set and a test set that was never used for learning. Comparing the two
shows whether the model learned something general or learned its examples by heart.

1. Start at zeros: `initialize_with_zeros(dim)`, with dim the number of features,
   which is the number of rows of `X_train`.
2. Learn: `optimize(w, b, X, Y, num_iterations, learning_rate, print_cost)` on the
   training set. It returns `params` with "w" and "b", the last gradients, and costs.
3. Label: `predict(w, b, X)` with the w and b found, for each of the two sets.

Return everything in one dictionary with exactly these keys:

    "costs"               the list of costs that optimize returned
    "Y_prediction_test"   labels of X_test,  shape (1, m_test)
    "Y_prediction_train"  labels of X_train, shape (1, m_train)
    "w", "b"              the weights and the bias after learning
    "learning_rate", "num_iterations"   the values the model was called with

One iteration by hand, with rate 0.1, `X_train = [[2, 4]]`, `Y_train = [[1, 1]]` and
`X_test = [[-1]]`: from zeros the step leads to w = [[0.15]] and b = 0.05. The scores
of the training set are 0.35 and 0.65, labels [[1, 1]]; the score of the test example
is -0.1, label [[0]]; and costs is [0.6931].

The functions named above, and `propagate`, are supplied when your answer is checked:
call them, do not write them again. All sizes and settings come from the arguments.
"""

import numpy as np


def model(
    X_train,
    Y_train,
    X_test,
    Y_test,
    num_iterations=2000,
    learning_rate=0.5,
    print_cost=False,
):
    """Return a logistic regression trained on one set, and its labels for both.

    Arguments:
    X_train -- training data, an array of shape (n_x, m_train)
    Y_train -- training labels, an array of shape (1, m_train) of zeros and ones
    X_test -- test data, an array of shape (n_x, m_test)
    Y_test -- test labels, an array of shape (1, m_test) of zeros and ones
    num_iterations -- the number of steps of gradient descent, an integer
    learning_rate -- the factor on the gradients in each step
    print_cost -- True to print the cost of every hundredth iteration

    Returns:
    a dictionary with the keys "costs", "Y_prediction_test", "Y_prediction_train",
    "w", "b", "learning_rate" and "num_iterations"

    >>> X_train, Y_train = np.array([[2.0, 4.0]]), np.array([[1, 1]])
    >>> X_test, Y_test = np.array([[-1.0]]), np.array([[0]])
    >>> result = model(X_train, Y_train, X_test, Y_test, 1, 0.1)
    >>> result["Y_prediction_train"].astype(int)
    array([[1, 1]])
    >>> result["Y_prediction_test"].astype(int)
    array([[0]])
    >>> round(float(result["w"][0, 0]), 4), round(float(result["b"]), 4)
    (0.15, 0.05)
    """
    # YOUR CODE STARTS HERE
    ...
    # YOUR CODE ENDS HERE
