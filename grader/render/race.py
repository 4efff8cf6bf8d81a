"""The screen of a race: a bar for each contestant at each size, ratios in words."""

import math
from itertools import chain

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from grader.language import joined, say
from grader.render.paragraph import paragraph
from grader.render.ratio import amount, comparison, seconds
from grader.render.text import printable
from grader.timing import SHORTEST, Race, Run, Who
from grader.wrapping import padded

BAR = 40
_STYLE = {Who.YOURS: "cyan", Who.LOOP: "yellow", Who.REFERENCE: "green"}


def render(race: Race, console: Console) -> None:
    """Print the bars and the words; the caller adds the next action."""
    head = Text().append(race.exercise, style="bold")
    told = say("seconds of one call for more and more {unit}s").format(unit=race.unit)
    head.append(f"   {told}", style="dim")
    console.print(head, soft_wrap=True)
    if race.fault:
        console.print()
        fault = joined(say("Your version is not in the race."), race.fault)
        paragraph(console, fault, 2, "bold")
    decades, columns = _scale(race)
    for index, size in enumerate(race.sizes):
        console.print()
        console.print(Text(amount(size, race.unit)), soft_wrap=True)
        for run in race.runs:
            _bar(run, index, (decades, columns), console)
    console.print()
    scale = say(
        "A bar that is {n} characters longer is a call that takes ten times as long: "
        "the scale is logarithmic."
    ).format(n=columns)
    paragraph(console, scale, 0, "dim")
    console.print()
    for who in (Who.YOURS, Who.LOOP):
        paragraph(console, comparison(race, who), 0, "bold")


def _scale(race: Race) -> tuple[int, int]:
    """Return the power of ten at which bars begin, and the characters of a decade."""
    times = [*chain.from_iterable(run.seconds for run in race.runs)] or [1.0]
    low = math.floor(math.log10(max(min(times), SHORTEST)))
    high = math.ceil(math.log10(max(*times, SHORTEST)))
    return low, max(1, BAR // max(1, high - low))


def _bar(run: Run, index: int, scale: tuple[int, int], console: Console) -> None:
    wide = max(cell_len(say(who)) for who in Who) + 2
    line = Text("  " + padded(say(run.who), wide))
    if index < len(run.seconds):
        taken, (low, columns) = run.seconds[index], scale
        length = round((math.log10(max(taken, SHORTEST)) - low) * columns)
        bar = _block(console) * max(1, min(BAR, length))
        line.append(bar, style=_STYLE[run.who]).append(f"  {seconds(taken)}")
    elif index == len(run.seconds):
        line.append(printable(run.stopped), style="dim")
    else:
        return
    console.print(line, no_wrap=True, overflow="ellipsis")


def _block(console: Console) -> str:
    return "█" if console.encoding.lower().startswith("utf") else "#"
