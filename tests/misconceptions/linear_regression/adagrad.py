"""Wrong answers to adagrad, each with the sentence its student reads."""

import numpy as np

# mse is supplied as a global name, as it is to the student.


def counts_points_instead_of_b(x, y, w, b, learning_rate, iterations):
    """The errors were made with the number of each point, 0, 1, 2, ..., where b
    belongs: b then never finds its place. Look for the index of a loop in the formula
    of the error.
    """
    ws, bs, losses = [w], [b], [mse(w, b, x, y)]
    sum_w = sum_b = 0.0
    for _ in range(iterations):
        error = w * x + np.arange(len(x)) - y
        dw, db = 2 * np.mean(error * x), 2 * np.mean(error)
        sum_w, sum_b = sum_w + dw**2, sum_b + db**2
        w = w - learning_rate / np.sqrt(sum_w) * dw
        b = b - learning_rate / np.sqrt(sum_b) * db
        ws.append(w)
        bs.append(b)
        losses.append(mse(w, b, x, y))
    return w, b, ws, bs, losses


def forgets_square_root(x, y, w, b, learning_rate, iterations):
    """The rates were divided by the sums themselves. The square root of each sum is
    missing.
    """
    ws, bs, losses = [w], [b], [mse(w, b, x, y)]
    sum_w = sum_b = 0.0
    for _ in range(iterations):
        error = w * x + b - y
        dw, db = 2 * np.mean(error * x), 2 * np.mean(error)
        sum_w, sum_b = sum_w + dw**2, sum_b + db**2
        w = w - learning_rate / sum_w * dw
        b = b - learning_rate / sum_b * db
        ws.append(w)
        bs.append(b)
        losses.append(mse(w, b, x, y))
    return w, b, ws, bs, losses


def forgets_earlier_gradients(x, y, w, b, learning_rate, iterations):
    """Every step is as long as the first. The sums have to grow: this gradient's square
    is added to those of all earlier ones.
    """
    ws, bs, losses = [w], [b], [mse(w, b, x, y)]
    sum_w = sum_b = 0.0
    for _ in range(iterations):
        error = w * x + b - y
        dw, db = 2 * np.mean(error * x), 2 * np.mean(error)
        sum_w, sum_b = dw**2, db**2
        w = w - learning_rate / np.sqrt(sum_w) * dw
        b = b - learning_rate / np.sqrt(sum_b) * db
        ws.append(w)
        bs.append(b)
        losses.append(mse(w, b, x, y))
    return w, b, ws, bs, losses


def shares_one_rate(x, y, w, b, learning_rate, iterations):
    """Both parameters got the same rate, made from all gradients together. Each has a
    sum of its own.
    """
    ws, bs, losses = [w], [b], [mse(w, b, x, y)]
    sum_w = sum_b = 0.0
    for _ in range(iterations):
        error = w * x + b - y
        dw, db = 2 * np.mean(error * x), 2 * np.mean(error)
        sum_w, sum_b = sum_w + dw**2, sum_b + db**2
        rate = learning_rate / np.sqrt(sum_w + sum_b)
        w, b = w - rate * dw, b - rate * db
        ws.append(w)
        bs.append(b)
        losses.append(mse(w, b, x, y))
    return w, b, ws, bs, losses


def sums_gradients(x, y, w, b, learning_rate, iterations):
    """The gradients were added up without being squared. Squares keep the sums from
    cancelling and from growing as fast as the steps.
    """
    ws, bs, losses = [w], [b], [mse(w, b, x, y)]
    sum_w = sum_b = 0.0
    for _ in range(iterations):
        error = w * x + b - y
        dw, db = 2 * np.mean(error * x), 2 * np.mean(error)
        sum_w, sum_b = sum_w + np.abs(dw), sum_b + np.abs(db)
        w = w - learning_rate / np.sqrt(sum_w) * dw
        b = b - learning_rate / np.sqrt(sum_b) * db
        ws.append(w)
        bs.append(b)
        losses.append(mse(w, b, x, y))
    return w, b, ws, bs, losses


def averages_squares(x, y, w, b, learning_rate, iterations):
    """The rates were made from the mean of the squared gradients, so the steps do not
    get shorter. The sums are not divided by the number of steps.
    """
    ws, bs, losses = [w], [b], [mse(w, b, x, y)]
    sum_w = sum_b = 0.0
    for i in range(iterations):
        error = w * x + b - y
        dw, db = 2 * np.mean(error * x), 2 * np.mean(error)
        sum_w, sum_b = sum_w + dw**2, sum_b + db**2
        w = w - learning_rate / np.sqrt(sum_w / (i + 1)) * dw
        b = b - learning_rate / np.sqrt(sum_b / (i + 1)) * db
        ws.append(w)
        bs.append(b)
        losses.append(mse(w, b, x, y))
    return w, b, ws, bs, losses


def shrinks_rate_itself(x, y, w, b, learning_rate, iterations):
    """The rates were divided anew in each step, so they shrink much too fast. Each step
    starts from the learning rate that was passed in.
    """
    ws, bs, losses = [w], [b], [mse(w, b, x, y)]
    rate_w = rate_b = learning_rate
    sum_w = sum_b = 0.0
    for _ in range(iterations):
        error = w * x + b - y
        dw, db = 2 * np.mean(error * x), 2 * np.mean(error)
        sum_w, sum_b = sum_w + dw**2, sum_b + db**2
        rate_w, rate_b = rate_w / np.sqrt(sum_w), rate_b / np.sqrt(sum_b)
        w, b = w - rate_w * dw, b - rate_b * db
        ws.append(w)
        bs.append(b)
        losses.append(mse(w, b, x, y))
    return w, b, ws, bs, losses


def descends_plainly(x, y, w, b, learning_rate, iterations):
    """This is gradient descent with one rate for both. The sums of squared gradients
    are what makes it Adagrad.
    """
    ws, bs, losses = [w], [b], [mse(w, b, x, y)]
    for _ in range(iterations):
        error = w * x + b - y
        dw, db = 2 * np.mean(error * x), 2 * np.mean(error)
        w, b = w - learning_rate * dw, b - learning_rate * db
        ws.append(w)
        bs.append(b)
        losses.append(mse(w, b, x, y))
    return w, b, ws, bs, losses


def walks_uphill(x, y, w, b, learning_rate, iterations):
    """The steps went along the slopes, and the error rose. Check the signs in the two
    lines that move w and b.
    """
    ws, bs, losses = [w], [b], [mse(w, b, x, y)]
    sum_w = sum_b = 0.0
    for _ in range(iterations):
        error = w * x + b - y
        dw, db = 2 * np.mean(error * x), 2 * np.mean(error)
        sum_w, sum_b = sum_w + dw**2, sum_b + db**2
        w = w + learning_rate / np.sqrt(sum_w) * dw
        b = b + learning_rate / np.sqrt(sum_b) * db
        ws.append(w)
        bs.append(b)
        losses.append(mse(w, b, x, y))
    return w, b, ws, bs, losses


def moves_w_before_slope_of_b(x, y, w, b, learning_rate, iterations):
    """The slope of b was computed after w had been moved, so it belongs to another
    place. Compute dw and db first, then move both.
    """
    ws, bs, losses = [w], [b], [mse(w, b, x, y)]
    sum_w = sum_b = 0.0
    for _ in range(iterations):
        dw = 2 * np.mean((w * x + b - y) * x)
        sum_w = sum_w + dw**2
        w = w - learning_rate / np.sqrt(sum_w) * dw
        db = 2 * np.mean(w * x + b - y)
        sum_b = sum_b + db**2
        b = b - learning_rate / np.sqrt(sum_b) * db
        ws.append(w)
        bs.append(b)
        losses.append(mse(w, b, x, y))
    return w, b, ws, bs, losses


def leaves_start_out_of_record(x, y, w, b, learning_rate, iterations):
    """The walk is right, but its record begins after the first step. The first entry of
    each list belongs to the start: there are iterations + 1.
    """
    ws, bs, losses = [], [], []
    sum_w = sum_b = 0.0
    for _ in range(iterations):
        error = w * x + b - y
        dw, db = 2 * np.mean(error * x), 2 * np.mean(error)
        sum_w, sum_b = sum_w + dw**2, sum_b + db**2
        w = w - learning_rate / np.sqrt(sum_w) * dw
        b = b - learning_rate / np.sqrt(sum_b) * db
        ws.append(w)
        bs.append(b)
        losses.append(mse(w, b, x, y))
    return w, b, ws, bs, losses
