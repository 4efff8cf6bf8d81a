"""A race as a picture, on two logarithmic scales.

It is in English: the fonts that matplotlib brings have no signs of Chinese.
"""

from pathlib import Path

from grader.language import marked
from grader.render.ratio import comparison
from grader.timing import SHORTEST, Race, Who

SUFFIXES = (".png", ".svg")
_LOOK = {
    Who.YOURS: ("o", "-", "#0072b2"),
    Who.LOOP: ("s", "--", "#d55e00"),
    Who.REFERENCE: ("^", ":", "#009e73"),
}
"""Marker, line and colour: told apart without colour, and by the colour-blind."""


def save(race: Race, file: Path) -> None:
    """Draw a race into a file; its suffix is the format. Raises OSError.

    Needs matplotlib: raises ImportError where it is not installed.
    """
    from matplotlib.figure import Figure  # noqa: PLC0415 - an extra, slow to load

    if not race.unit.isascii():
        race = race._replace(unit="element")
    figure = Figure(figsize=(7, 4.5), layout="constrained")
    axes = figure.subplots()
    for run in race.runs:
        marker, line, colour = _LOOK[run.who]
        times = [max(one, SHORTEST) for one in run.seconds]
        sizes = race.sizes[: len(times)]
        axes.plot(
            sizes, times, marker=marker, linestyle=line, color=colour, label=run.who
        )
    axes.set(xscale="log", yscale="log")
    axes.set_xlabel(f"{race.unit}s")
    axes.set_ylabel("seconds of one call")
    said = [comparison(race, who, marked) for who in (Who.YOURS, Who.LOOP)]
    axes.set_title("\n".join([race.exercise, *filter(None, said)]), fontsize="medium")
    axes.grid(visible=True, which="major", color="0.9")
    axes.legend(frameon=False)
    figure.savefig(file, format=file.suffix[1:].lower(), dpi=150)
