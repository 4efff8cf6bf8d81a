"""A right answer to adagrad that goes through the points one by one."""

# mse is supplied as a global name, as it is to the student.


def adagrad(x, y, w, b, learning_rate, iterations):
    """Return w and b after gradient descent with Adagrad, and the record."""
    m = len(x)
    w_history, b_history, losses = [w], [b], [mse(w, b, x, y)]
    sum_w = sum_b = 0.0
    for _ in range(iterations):
        dw = db = 0.0
        for i in range(m):
            error = w * x[i] + b - y[i]
            dw += 2 * error * x[i] / m
            db += 2 * error / m
        sum_w += dw**2
        sum_b += db**2
        w = w - learning_rate / sum_w**0.5 * dw
        b = b - learning_rate / sum_b**0.5 * db
        w_history.append(w)
        b_history.append(b)
        losses.append(mse(w, b, x, y))
    return w, b, w_history, b_history, losses
