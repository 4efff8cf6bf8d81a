"""Pictures of Adagrad on ten points."""

import numpy as np

from grader.pictures import items, numbers, series

X = np.array([338, 333, 328, 207, 226, 25, 179, 60, 208, 606], float)
Y = np.array([640, 633, 619, 393, 428, 27, 193, 66, 226, 1591], float)
START = (-4.0, -120.0)
BEST = (2.669, -188.43)
SLOPES, HEIGHTS = (-5, 9), (-205, -95)
RATE, OF_DESCENT, STEPS = 10.0, 5e-6, 2000


def rates(figure, adagrad, gradient_descent=None):
    """Left, your walk on the map of losses to the best line (×). Right, the rate that
    each parameter has at each step: small along the steep w, large along the flat b.
    """
    w, b = _walk(adagrad(X, Y, *START, RATE, STEPS))
    figure.set_size_inches(8.4, 4)
    left, right = figure.subplots(1, 2)
    _map(left)
    left.plot(w, b, color="#009e73", label="Adagrad")
    left.plot(w[:4], b[:4], "o", color="#009e73", markersize=4)
    if gradient_descent is not None:
        walk = _walk(gradient_descent(X, Y, *START, OF_DESCENT, STEPS))
        left.plot(*walk, linestyle="--", color="#0072b2",
                  label="gradient descent")  # fmt: skip
    left.plot(*START, "o", color="0.15", markersize=6)
    left.legend(loc="center left", framealpha=0.85, frameon=True, edgecolor="none",
                fontsize=9)  # fmt: skip
    left.set_title(f"The walk, {STEPS} steps", fontsize=10)

    errors = w[:-1, None] * X + b[:-1, None] - Y
    slopes = 2 * np.mean(errors * X, axis=1), 2 * np.mean(errors, axis=1)
    for slope, name, line in zip(slopes, "wb", ("-", "--"), strict=True):
        rate = RATE / np.sqrt(np.maximum(np.cumsum(slope**2), 1e-12))
        right.plot(np.arange(1, STEPS + 1), rate, linestyle=line, color="#009e73",
                   label=f"Adagrad, for {name}")  # fmt: skip
    right.axhline(OF_DESCENT, color="#0072b2", linestyle=":",
                  label="gradient descent, for both")  # fmt: skip
    right.set_xscale("log")
    right.set_yscale("log")
    right.set_xlabel("step")
    right.set_ylabel("rate, the factor on the gradient")
    right.set_title("A rate for each parameter", fontsize=10)
    right.legend(loc="center right", fontsize=9)


def _walk(result):
    """Return the slopes and the heights of a walk, each of shape (steps + 1,)."""
    _, _, *histories = items(result, 5)
    return [
        numbers(series(one, part=f"[{index}]"), (STEPS + 1,), part=f"[{index}]")
        for index, one in enumerate(histories[:2], 2)
    ]


def _map(axes):
    """Draw the loss of the lines as grey levels, and the best of them as a cross."""
    ws, bs = np.linspace(*SLOPES, 120), np.linspace(*HEIGHTS, 120)
    errors = ws[:, None] * X + bs[:, None, None] - Y
    loss = np.log10(np.mean(errors**2, axis=2))
    axes.contourf(ws, bs, loss, levels=14, cmap="Greys", vmin=3.6, vmax=11)
    axes.contour(ws, bs, loss, levels=14, colors="white", linewidths=0.6,
                 linestyles="-")  # fmt: skip
    axes.plot(*BEST, "x", color="0.15", markersize=8, markeredgewidth=2)
    axes.set_xlim(*SLOPES)
    axes.set_ylim(*HEIGHTS)
    axes.set_xlabel("slope w")
    axes.set_ylabel("height b")
    axes.grid(visible=False)
