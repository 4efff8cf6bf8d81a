"""The comparison as a picture: seconds for a submission, on a logarithmic scale."""

import statistics
from pathlib import Path

from batch import FLOOR
from report import Found, ratio, short

from grader.render.plot import SUFFIXES

__all__ = ["SUFFIXES", "save"]

GRADER = "grader grade"
_COLOURS = {GRADER: "#0072b2", FLOOR: "#999999"}
_OTHERS = "#e69f00"


def save(found: Found, file: Path) -> None:
    """Draw the graders, the quickest at the top; the file's suffix is the format."""
    from matplotlib.figure import Figure  # noqa: PLC0415 - slow to load

    bars = _bars(found)
    figure = Figure(figsize=(8, 1.6 + 0.45 * len(bars)), layout="constrained")
    axes = figure.subplots()
    axes.set_xscale("log")
    axes.xaxis.set_major_formatter("{x:g}")
    for name, seconds, said in bars:
        axes.barh(name, seconds, color=_COLOURS.get(name, _OTHERS), height=0.65)
        axes.annotate(
            said, (seconds, name), (5, 0), textcoords="offset points", va="center"
        )
    axes.invert_yaxis()
    slowest = max(seconds for _, seconds, _ in bars)
    quickest = min(seconds for _, seconds, _ in bars)
    # Bars of a logarithmic scale begin anywhere; on the right is room for words.
    axes.set_xlim(quickest / 3, slowest * 5)
    axes.set_xlabel("seconds for a submission, logarithmic; × the grader's")
    axes.set_title(
        f"The same submissions and calls\n{found.machine}", fontsize="medium"
    )
    axes.grid(visible=True, axis="x", color="0.9")
    axes.set_axisbelow(True)
    axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(file, format=file.suffix[1:].lower(), dpi=150)


def _bars(found: Found) -> list[tuple[str, float, str]]:
    """Return name, seconds and what is said of each, the quickest first."""
    rows = [*found.peers, found.floor]
    own = statistics.median(one for row in rows for one in row.grader)
    bars = [(GRADER, own, f"{short(own)} s")]
    for row in rows:
        seconds = statistics.median(row.theirs)
        said = f"{short(seconds)} s, {ratio(row.ratio)}"
        bars.append((row.beside, seconds, said))
    return sorted(bars, key=lambda bar: bar[1])
