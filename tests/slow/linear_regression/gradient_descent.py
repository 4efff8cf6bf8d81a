"""A right answer to gradient_descent that goes through the points one by one."""

# mse is supplied as a global name, as it is to the student.


def gradient_descent(x, y, w, b, learning_rate, iterations):
    """Return w and b after gradient descent, and the record of the walk."""
    m = len(x)
    w_history, b_history, losses = [w], [b], [mse(w, b, x, y)]
    for _ in range(iterations):
        dw = db = 0.0
        for i in range(m):
            error = w * x[i] + b - y[i]
            dw += 2 * error * x[i] / m
            db += 2 * error / m
        w = w - learning_rate * dw
        b = b - learning_rate * db
        w_history.append(w)
        b_history.append(b)
        losses.append(mse(w, b, x, y))
    return w, b, w_history, b_history, losses
