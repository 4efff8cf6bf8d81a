"""Pictures of the sigmoid."""

import numpy as np

from grader.pictures import numbers


def curve(figure, sigmoid):
    """Your sigmoid from -8 to 8: any score becomes a number between 0 and 1, and the
    score 0 becomes one half.
    """
    x = np.linspace(-8, 8, 321)
    y = numbers(sigmoid(x), x.shape)
    marks = np.array([-4.0, -2.0, 0.0, 2.0, 4.0])
    heights = numbers(sigmoid(marks), marks.shape)

    axes = figure.subplots()
    axes.axhline(0, color="0.6", linewidth=0.8)
    axes.axhline(1, color="0.6", linewidth=0.8, linestyle=":")
    axes.plot(x, y)
    axes.plot(marks, heights, "o", color="#0072b2", markersize=6)
    for mark, height in zip(marks, heights, strict=True):
        left = mark > 0
        axes.annotate(
            f"{height:.3f}",
            (mark, height),
            xytext=(9 if left else -9, -11 if left else 7),
            textcoords="offset points",
            ha="left" if left else "right",
            fontsize=9,
        )
    axes.set_title("From a score to a probability")
    axes.set_xlabel("score x")
    axes.set_ylabel("sigmoid(x)")
    # What a wrong answer gives stays in the picture, up to a point.
    axes.set_ylim(max(-3, min(-0.08, y.min())), min(4, max(1.08, y.max())))
    axes.set_xlim(-8, 8)
