"""Pictures of gradient descent on ten points."""

from itertools import pairwise

import numpy as np
from matplotlib.patches import FancyArrowPatch

from grader.pictures import items, numbers, series

X = np.array([338, 333, 328, 207, 226, 25, 179, 60, 208, 606], float)
Y = np.array([640, 633, 619, 393, 428, 27, 193, 66, 226, 1591], float)
START = (-4.0, -120.0)
BEST = (2.669, -188.43)
SLOPES, HEIGHTS = (-15, 19), (-205, -95)
RATE, TOO_LARGE, OF_ADAGRAD = 5e-6, 1.2e-5, 10.0
STEPS, JUMPS = 2000, 8


def descent(figure, gradient_descent, adagrad=None):
    """The loss of every line as a map, light where it is small, and how you walk on
    it towards the best (×): at a good rate, at one that is too large, and with Adagrad
    once you wrote it. Below, the loss of each step.
    """
    good, large = "rate 5e-6", "rate 1.2e-5, too large"
    walks = {
        good: _walk(gradient_descent(X, Y, *START, RATE, STEPS), STEPS),
        large: _walk(gradient_descent(X, Y, *START, TOO_LARGE, JUMPS), JUMPS),
    }
    if adagrad is not None:
        name = f"Adagrad, rate {OF_ADAGRAD:g}"
        walks[name] = _walk(adagrad(X, Y, *START, OF_ADAGRAD, STEPS), STEPS)

    figure.set_size_inches(8.4, 6)
    upper, lower = figure.subfigures(2, 1, height_ratios=[5, 4])
    maps = upper.subplots(1, len(walks), sharey=True)
    curves = lower.subplots()
    looks = zip(("#0072b2", "#d55e00", "#009e73"), ("-", "--", "-."), strict=True)
    for axes, (name, (w, b, losses)), look in zip(
        maps, walks.items(), looks, strict=False
    ):
        colour, line = look
        _map(axes)
        if name == large:
            _jumps(axes, w, b, colour)
        else:
            axes.plot(w, b, color=colour, linestyle="-")
            axes.plot(w[:4], b[:4], "o", color=colour, markersize=3.5)
        axes.plot(*START, "o", color="0.15", markersize=6)
        axes.set_title(name, fontsize=10)
        curves.plot(np.arange(len(losses)), losses, color=colour, linestyle=line,
                    label=f"{name}: {losses[-1]:,.0f} at the end")  # fmt: skip
    maps[0].set_ylabel("height b")
    curves.set_xscale("symlog", linthresh=1)
    curves.set_xticks([0, 1, 10, 100, 1000], labels=["0", "1", "10", "100", "1000"])
    curves.set_yscale("log")
    curves.set_xlim(0, STEPS)
    curves.set_title("The loss of each step", fontsize=10)
    curves.set_xlabel("step")
    curves.set_ylabel("mean squared error")
    curves.legend(fontsize=9)


def _walk(result, steps):
    """Return the three histories of a walk, each of shape (steps + 1,)."""
    _, _, *histories = items(result, 5)
    return [
        numbers(series(one, part=f"[{index}]"), (steps + 1,), part=f"[{index}]")
        for index, one in enumerate(histories, 2)
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
    axes.grid(visible=False)


def _jumps(axes, w, b, colour):
    """Draw steps that jump over the valley as arcs: a line would cover itself."""
    points = list(zip(w, b, strict=True))
    for start, end in pairwise(points):
        axes.add_patch(
            FancyArrowPatch(start, end, arrowstyle="-|>", mutation_scale=9,
                            connectionstyle="arc3,rad=-0.35", color=colour,
                            linewidth=1.4, shrinkA=2, shrinkB=2, zorder=3)
        )  # fmt: skip
    axes.plot(w, b, "o", color=colour, markersize=3.5)
