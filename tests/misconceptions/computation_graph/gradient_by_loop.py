"""Wrong answers to gradient_by_loop, each with the sentence its student reads."""

import numpy as np

# sigmoid is supplied as a global name, as it is to the student.


def _example(w, b, X, Y, i):
    """Return the loss of one example and its gradients."""
    x, y = X[:, i : i + 1], Y[0, i]
    a = sigmoid(np.sum(w * x) + b)
    return -(y * np.log(a) + (1 - y) * np.log(1 - a)), x * (a - y), a - y


def _sums(w, b, X, Y, examples):
    cost, dw, db = 0.0, np.zeros(w.shape), 0.0
    for i in examples:
        loss, dw_i, db_i = _example(w, b, X, Y, i)
        cost, dw, db = cost + loss, dw + dw_i, db + db_i
    return cost, dw, db


def forgets_to_divide(w, b, X, Y):
    """Cost and gradients were added up over the examples but not divided by their
    number. Each of the three is a mean over m.
    """
    cost, dw, db = _sums(w, b, X, Y, range(X.shape[1]))
    return {"dw": dw, "db": db}, cost


def forgets_to_divide_gradients(w, b, X, Y):
    """The cost is right, but dw and db were not divided by the number of examples. They
    are the slopes of the mean, so they need the same division.
    """
    cost, dw, db = _sums(w, b, X, Y, range(X.shape[1]))
    return {"dw": dw, "db": db}, cost / X.shape[1]


def divides_inside_the_loop(w, b, X, Y):
    """The division by m stands inside the loop, so what the first examples added was
    divided again and again. It belongs after the loop: look at the indentation.
    """
    m = X.shape[1]
    cost, dw, db = 0.0, np.zeros(w.shape), 0.0
    for i in range(m):
        loss, dw_i, db_i = _example(w, b, X, Y, i)
        cost, dw, db = (cost + loss) / m, (dw + dw_i) / m, (db + db_i) / m
    return {"dw": dw, "db": db}, cost


def returns_inside_the_loop(w, b, X, Y):
    """Only the first example was counted: the return stands inside the loop and ends it
    in its first round. Look at the indentation.
    """
    m = X.shape[1]
    cost, dw, db = _sums(w, b, X, Y, [0])
    return {"dw": dw / m, "db": db / m}, cost / m


def overwrites_the_gradients(w, b, X, Y):
    """The cost is right, but dw and db hold the last example alone, divided by m. Each
    example has to add to what is there, as += does.
    """
    m = X.shape[1]
    cost, _, _ = _sums(w, b, X, Y, range(m))
    _, dw, db = _sums(w, b, X, Y, [m - 1])
    return {"dw": dw / m, "db": db / m}, cost / m


def skips_the_first_example(w, b, X, Y):
    """The first example is missing in all three sums. Formulas count from 1 and Python
    from 0: look at where the range starts.
    """
    m = X.shape[1]
    cost, dw, db = _sums(w, b, X, Y, range(1, m))
    return {"dw": dw / m, "db": db / m}, cost / m


def counts_features_as_examples(w, b, X, Y):
    """The loop and the division took the number of features for the number of examples.
    Each column of X is one example: which entry of X.shape counts the columns?
    """
    m = X.shape[0]
    cost, dw, db = 0.0, np.zeros(w.shape), 0.0
    for i in range(m):
        z = np.sum(w[:, 0] * X[:, i]) + b
        a = sigmoid(z)
        cost -= Y[0, i] * np.log(a) + (1 - Y[0, i]) * np.log(1 - a)
        dw += X[:, i : i + 1] * (a - Y[0, i])
        db += a - Y[0, i]
    return {"dw": dw / m, "db": db / m}, cost / m


def leaves_matrices(w, b, X, Y):
    """The values are right, but cost and db are matrices of shape (1, 1), as np.dot of
    a row and a column gives. Take the number out of each score before going on.
    """
    m = X.shape[1]
    cost, dw, db = _sums(w, b, X, Y, range(m))
    return {"dw": dw / m, "db": np.array([[db / m]])}, np.array([[cost / m]])


def turns_gradients_round(w, b, X, Y):
    """The cost is right, and both gradients have the right size but the opposite sign.
    Check the order of a and y in their difference.
    """
    m = X.shape[1]
    cost, dw, db = _sums(w, b, X, Y, range(m))
    return {"dw": -dw / m, "db": -db / m}, cost / m


def forgets_bias(w, b, X, Y):
    """This is what you get when the scores are made from w and X alone. Look for b in
    the line of the score.
    """
    m = X.shape[1]
    cost, dw, db = _sums(w, 0, X, Y, range(m))
    return {"dw": dw / m, "db": db / m}, cost / m


def swaps_the_results(w, b, X, Y):
    """All values are right, but the cost came first. The dictionary of gradients is the
    first of the two results.
    """
    m = X.shape[1]
    cost, dw, db = _sums(w, b, X, Y, range(m))
    return cost / m, {"dw": dw / m, "db": db / m}
