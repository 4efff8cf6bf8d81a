"""A right answer to mse that goes through the points one by one."""


def mse(w, b, x, y):
    """Return the mean squared error of the line w x + b."""
    total = 0.0
    for i in range(len(x)):
        total += (w * x[i] + b - y[i]) ** 2
    return total / len(x)
