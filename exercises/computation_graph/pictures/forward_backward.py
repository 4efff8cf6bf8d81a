"""Pictures of a computation graph."""

from grader.pictures import items, member, number

INPUTS = {"a": 5.0, "b": 3.0, "c": 2.0}
# Where each box stands: x, y, and what is written in it.
BOXES = {
    "a": (0, 2, " a "),
    "b": (0, 1, " b "),
    "c": (0, 0, " c "),
    "u": (2.7, 0.5, "u = b · c"),
    "v": (5.5, 1.25, "v = a + u"),
    "J": (8.3, 1.25, "J = 3 · v"),
}
# From box to box: how strongly the step passes a change on.
EDGES = (
    ("b", "u", "db"),
    ("c", "u", "dc"),
    ("a", "v", "da"),
    ("u", "v", "du"),
    ("v", "J", "dv"),
)
FORWARD, BACKWARD = "#0072b2", "#d55e00"


def graph(figure, forward_backward):
    """J = 3 (a + b c) as a graph. Forward, from left to right, each box gets its
    value; backward, along each edge, goes the derivative of J that you computed.
    """
    J, grads = items(forward_backward(*INPUTS.values()), 2)
    slopes = {
        name: number(member(grads, name), part=f"['{name}']") for *_, name in EDGES
    }
    u = INPUTS["b"] * INPUTS["c"]
    values = {**INPUTS, "u": u, "v": INPUTS["a"] + u, "J": number(J, part="[0]")}

    figure.set_size_inches(8.6, 4)
    axes = figure.subplots()
    axes.set_axis_off()
    axes.set_xlim(-0.5, 9.1)
    axes.set_ylim(-0.75, 2.65)
    axes.set_title("Forward and backward through J = 3 (a + b c)")
    boxes = {}
    for name, (x, y, label) in BOXES.items():
        boxes[name] = axes.text(
            x,
            y,
            f"{label}\n{values[name]:g}",
            ha="center",
            va="center",
            color=FORWARD,
            fontsize=12,
            linespacing=1.5,
            bbox={"boxstyle": "round,pad=0.5", "facecolor": "white",
                  "edgecolor": FORWARD, "linewidth": 1.5},
        )  # fmt: skip
    for start, end, name in EDGES:
        _edge(axes, boxes[start], boxes[end], f"{name} = {slopes[name]:g}")
    axes.text(-0.4, -0.7, "in the boxes: values, forward", color=FORWARD, fontsize=10)
    axes.text(3.2, -0.7, "on the edges: derivatives of J, backward", color=BACKWARD,
              fontsize=10)  # fmt: skip


def _edge(axes, start, end, label):
    """Draw the way forward as an arrow, and beside it the derivative going back."""
    (x0, y0), (x1, y1) = start.get_position(), end.get_position()
    axes.annotate(
        "",
        (x1, y1),
        (x0, y0),
        arrowprops={"arrowstyle": "-|>", "color": "0.5", "linewidth": 1.4,
                    "mutation_scale": 15, "shrinkA": 0, "shrinkB": 1,
                    "patchA": start.get_bbox_patch(),
                    "patchB": end.get_bbox_patch()},
    )  # fmt: skip
    axes.text(
        (x0 + x1) / 2,
        (y0 + y1) / 2,
        f"← {label}",
        ha="center",
        va="center",
        color=BACKWARD,
        fontsize=11,
        bbox={"boxstyle": "round,pad=0.15", "facecolor": "white", "edgecolor": "none"},
    )
