"""A right answer to loss_surface with a loop in a loop in a loop."""

import numpy as np


def loss_surface(ws, bs, x, y):
    """Return the mean squared error for every slope and every height."""
    surface = np.zeros((len(ws), len(bs)))
    for i in range(len(ws)):
        for j in range(len(bs)):
            total = 0.0
            for k in range(len(x)):
                total += (ws[i] * x[k] + bs[j] - y[k]) ** 2
            surface[i, j] = total / len(x)
    return surface
