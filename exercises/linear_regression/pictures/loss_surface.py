"""Pictures of the loss of many lines."""

import numpy as np

from grader.pictures import numbers

X = np.array([338, 333, 328, 207, 226, 25, 179, 60, 208, 606], float)
Y = np.array([640, 633, 619, 393, 428, 27, 193, 66, 226, 1591], float)


def surface(figure, loss_surface):
    """Your table of losses as a map: a long narrow valley. Its lowest place is the
    best of all these lines, drawn on the right through the ten points.
    """
    ws, bs = np.linspace(-4, 9, 131), np.linspace(-700, 300, 101)
    shape = len(ws), len(bs)
    loss = numbers(loss_surface(ws, bs, X, Y), shape, between=(0, 1e9))
    row, column = np.unravel_index(loss.argmin(), shape)
    w, b = ws[row], bs[column]

    figure.set_size_inches(8.4, 4)
    left, right = figure.subplots(1, 2)
    height = np.log10(np.maximum(loss, 1)).T
    filled = left.contourf(ws, bs, height, levels=16, cmap="Greys")
    left.contour(ws, bs, height, levels=16, colors="white", linewidths=0.6)
    left.plot(w, b, "x", color="#d55e00", markersize=9, markeredgewidth=2.5)
    left.set_title("The loss of each line")
    left.set_xlabel("slope w")
    left.set_ylabel("height b")
    left.grid(visible=False)
    bar = figure.colorbar(filled, ax=left, shrink=0.9, pad=0.02)
    bar.set_label("mean squared error, powers of ten")
    bar.outline.set_visible(False)

    ends = np.array([0, 650])
    right.plot(X, Y, "o", color="0.35", markersize=6)
    right.plot(ends, w * ends + b, color="#d55e00", linestyle="-")
    right.set_title(f"The lowest: y = {w:.2f} x {'−' if b < 0 else '+'} {abs(b):.0f}")
    right.set_xlabel("x")
    right.set_ylabel("y")
    return (
        f"The smallest loss in your table is {loss.min():,.0f}, at w = {w:.2f} "
        f"and b = {b:.0f}."
    )
