"""Pictures of the sigmoid's slope."""

import numpy as np

from grader.pictures import numbers

LENGTH = 1.1
"""Half the width of a tangent, in units of x."""


def tangents(figure, sigmoid_derivative):
    """Above, the sigmoid with tangents that rise as steeply as your function says;
    below, your function. A tangent touches the curve where the slope is right.
    """
    x = np.linspace(-8, 8, 321)
    slope = numbers(sigmoid_derivative(x), x.shape)
    marks = np.array([-4.0, -2.0, 0.0, 2.0, 4.0])
    slopes = numbers(sigmoid_derivative(marks), marks.shape)
    heights = _curve(marks)

    upper, lower = figure.subplots(2, 1, sharex=True, height_ratios=[3, 2])
    figure.set_size_inches(7.2, 5.6)
    upper.plot(x, _curve(x), color="0.55", label="sigmoid(x)")
    for mark, height, rise in zip(marks, heights, slopes, strict=True):
        run = np.array([-LENGTH, LENGTH])
        upper.plot(mark + run, height + rise * run, color="#d55e00", linestyle="-")
    upper.plot(marks, heights, "o", color="#d55e00", markersize=6)
    upper.plot([], [], "o-", color="#d55e00", label="your slope, as a tangent")
    upper.set_ylim(-0.25, 1.25)
    upper.set_title("The sigmoid and its tangents")
    upper.set_ylabel("sigmoid(x)")
    upper.legend(loc="upper left")

    lower.plot(x, slope, color="#d55e00", linestyle="-")
    lower.plot(marks, slopes, "o", color="#d55e00", markersize=6)
    for mark, rise in zip(marks, slopes, strict=True):
        left = mark > 0
        lower.annotate(
            f"{rise:.3f}",
            (mark, rise),
            xytext=(9 if left else -9, 4),
            textcoords="offset points",
            ha="left" if left else "right",
            fontsize=9,
        )
    lower.set_title("sigmoid_derivative(x)")
    lower.set_xlabel("score x")
    lower.set_ylabel("slope")
    lower.set_ylim(max(-3, min(-0.02, slope.min())), min(3, max(0.3, slope.max())))
    lower.set_xlim(-8, 8)


def _curve(x):
    """Return the sigmoid, written with the hyperbolic tangent."""
    return (1 + np.tanh(x / 2)) / 2
