"""Wrong answers to gradient_descent, each with the sentence its student reads."""

import numpy as np

# mse is supplied as a global name, as it is to the student.


def walks_uphill(x, y, w, b, learning_rate, iterations):
    """The steps went along the slopes, and the error rose. Check the signs in the two
    lines that move w and b.
    """
    ws, bs, losses = [w], [b], [mse(w, b, x, y)]
    for _ in range(iterations):
        error = w * x + b - y
        dw, db = 2 * np.mean(error * x), 2 * np.mean(error)
        w, b = w + learning_rate * dw, b + learning_rate * db
        ws.append(w)
        bs.append(b)
        losses.append(mse(w, b, x, y))
    return w, b, ws, bs, losses


def forgets_factor_two(x, y, w, b, learning_rate, iterations):
    """Every step is half as long as it should be. The derivative of a square has a
    factor of 2, which both slopes need.
    """
    ws, bs, losses = [w], [b], [mse(w, b, x, y)]
    for _ in range(iterations):
        error = w * x + b - y
        dw, db = np.mean(error * x), np.mean(error)
        w, b = w - learning_rate * dw, b - learning_rate * db
        ws.append(w)
        bs.append(b)
        losses.append(mse(w, b, x, y))
    return w, b, ws, bs, losses


def sums_instead_of_mean(x, y, w, b, learning_rate, iterations):
    """The slopes were added up over the points but not divided by their number. They
    are slopes of a mean, so they are means too.
    """
    ws, bs, losses = [w], [b], [mse(w, b, x, y)]
    for _ in range(iterations):
        error = w * x + b - y
        dw, db = 2 * np.sum(error * x), 2 * np.sum(error)
        w, b = w - learning_rate * dw, b - learning_rate * db
        ws.append(w)
        bs.append(b)
        losses.append(mse(w, b, x, y))
    return w, b, ws, bs, losses


def forgets_x_in_slope(x, y, w, b, learning_rate, iterations):
    """w and b were moved by the same amount. For the slope along w each error is
    multiplied by its x first.
    """
    ws, bs, losses = [w], [b], [mse(w, b, x, y)]
    for _ in range(iterations):
        error = w * x + b - y
        dw = db = 2 * np.mean(error)
        w, b = w - learning_rate * dw, b - learning_rate * db
        ws.append(w)
        bs.append(b)
        losses.append(mse(w, b, x, y))
    return w, b, ws, bs, losses


def moves_w_before_slope_of_b(x, y, w, b, learning_rate, iterations):
    """The slope of b was computed after w had been moved, so it belongs to another
    place. Compute dw and db first, then move both.
    """
    ws, bs, losses = [w], [b], [mse(w, b, x, y)]
    for _ in range(iterations):
        w = w - learning_rate * 2 * np.mean((w * x + b - y) * x)
        b = b - learning_rate * 2 * np.mean(w * x + b - y)
        ws.append(w)
        bs.append(b)
        losses.append(mse(w, b, x, y))
    return w, b, ws, bs, losses


def computes_slopes_once(x, y, w, b, learning_rate, iterations):
    """Every step used the slopes of the start. They change as w and b move: look at
    whether the error is computed inside the loop.
    """
    ws, bs, losses = [w], [b], [mse(w, b, x, y)]
    error = w * x + b - y
    dw, db = 2 * np.mean(error * x), 2 * np.mean(error)
    for _ in range(iterations):
        w, b = w - learning_rate * dw, b - learning_rate * db
        ws.append(w)
        bs.append(b)
        losses.append(mse(w, b, x, y))
    return w, b, ws, bs, losses


def leaves_b_behind(x, y, w, b, learning_rate, iterations):
    """The slope was moved in each step, but b stayed where it started. It has a
    gradient of its own and is moved the same way.
    """
    ws, bs, losses = [w], [b], [mse(w, b, x, y)]
    for _ in range(iterations):
        error = w * x + b - y
        dw = 2 * np.mean(error * x)
        w = w - learning_rate * dw
        ws.append(w)
        bs.append(b)
        losses.append(mse(w, b, x, y))
    return w, b, ws, bs, losses


def starts_at_zeros(x, y, w, b, learning_rate, iterations):
    """The walk began at zero instead of the w and b that were passed in. Look for a
    line that sets them anew.
    """
    w, b = 0.0, 0.0
    ws, bs, losses = [w], [b], [mse(w, b, x, y)]
    for _ in range(iterations):
        error = w * x + b - y
        dw, db = 2 * np.mean(error * x), 2 * np.mean(error)
        w, b = w - learning_rate * dw, b - learning_rate * db
        ws.append(w)
        bs.append(b)
        losses.append(mse(w, b, x, y))
    return w, b, ws, bs, losses


def types_in_learning_rate(x, y, w, b, learning_rate, iterations):
    """The steps have the length of a rate of 5e-6, whatever rate was asked for. Look
    for a number that was typed in where the argument belongs.
    """
    ws, bs, losses = [w], [b], [mse(w, b, x, y)]
    for _ in range(iterations):
        error = w * x + b - y
        dw, db = 2 * np.mean(error * x), 2 * np.mean(error)
        w, b = w - 5e-6 * dw, b - 5e-6 * db
        ws.append(w)
        bs.append(b)
        losses.append(mse(w, b, x, y))
    return w, b, ws, bs, losses


def leaves_start_out_of_record(x, y, w, b, learning_rate, iterations):
    """The walk is right, but its record begins after the first step. The first entry of
    each list belongs to the start: there are iterations + 1.
    """
    ws, bs, losses = [], [], []
    for _ in range(iterations):
        error = w * x + b - y
        dw, db = 2 * np.mean(error * x), 2 * np.mean(error)
        w, b = w - learning_rate * dw, b - learning_rate * db
        ws.append(w)
        bs.append(b)
        losses.append(mse(w, b, x, y))
    return w, b, ws, bs, losses


def stops_record_before_last_step(x, y, w, b, learning_rate, iterations):
    """The walk is right, but its record ends before the last step. The last entry of
    each list belongs to the w and b that are returned.
    """
    ws, bs, losses = [], [], []
    for _ in range(iterations):
        ws.append(w)
        bs.append(b)
        losses.append(mse(w, b, x, y))
        error = w * x + b - y
        dw, db = 2 * np.mean(error * x), 2 * np.mean(error)
        w, b = w - learning_rate * dw, b - learning_rate * db
    return w, b, ws, bs, losses


def records_losses_before_step(x, y, w, b, learning_rate, iterations):
    """The list of errors is one short: the error was recorded before each step, and
    that of the last w and b is missing.
    """
    ws, bs, losses = [w], [b], []
    for _ in range(iterations):
        losses.append(mse(w, b, x, y))
        error = w * x + b - y
        dw, db = 2 * np.mean(error * x), 2 * np.mean(error)
        w, b = w - learning_rate * dw, b - learning_rate * db
        ws.append(w)
        bs.append(b)
    return w, b, ws, bs, losses


def returns_ends_only(x, y, w, b, learning_rate, iterations):
    """Only the last w and b were returned. The three lists with the record of the walk
    are asked for as well.
    """
    for _ in range(iterations):
        error = w * x + b - y
        dw, db = 2 * np.mean(error * x), 2 * np.mean(error)
        w, b = w - learning_rate * dw, b - learning_rate * db
    return w, b
