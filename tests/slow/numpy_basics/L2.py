"""The L2 loss, right and with a loop over the examples."""


def L2(yhat, y):
    """Add the squares up one by one."""
    total = 0.0
    for i in range(len(y)):
        total += (y[i] - yhat[i]) ** 2
    return total
