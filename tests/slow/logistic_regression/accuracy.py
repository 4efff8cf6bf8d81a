"""A right answer to accuracy that goes through the examples one by one."""


def accuracy(Y_pred, Y):
    """Return the percentage of labels that are predicted right."""
    m = Y.shape[1]
    right = 0
    for i in range(m):
        if Y_pred[0, i] == Y[0, i]:
            right += 1
    return 100 * right / m
