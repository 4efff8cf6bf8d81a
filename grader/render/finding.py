"""Findings on the screen: where, the line with a mark, the sentence, what to do."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from grader import language
from grader.language import say, several
from grader.render.action import located
from grader.render.paragraph import hanging, paragraph
from grader.render.text import printable
from grader.verdict import Evidence, Exercise, Finding, Status

MAX_FINDINGS = 5
MAX_LINE = 10_000
MIN_ROOM = 20
INDENT = 2
HELP, WHY = language.marked("  help: "), language.marked("  why:  ")
CUT = "…"


class Marked(NamedTuple):
    """A line of source as it is shown, and where the mark below it begins and ends."""

    text: str
    start: int
    end: int


def findings(
    exercise: Exercise, console: Console, file: str, line: Callable[[Finding], str]
) -> None:
    """Print the first findings of an exercise in `file`; `line` returns their lines.

    The same help is given once, and once for each rule where to read more.
    """
    told: set[str] = set()
    for one in exercise.findings[:MAX_FINDINGS]:
        console.print()
        _block(one, exercise, console, file, line(one))
        for head, text in ((HELP, one.help), (WHY, f"grader explain {one.rule}")):
            if one.help and text not in told:
                told.add(text)
                first = say(head)
                hanging(console, text, first, " " * cell_len(first), "dim")
    more = len(exercise.findings) - MAX_FINDINGS
    if more > 0:
        console.print()
        rest = several("… and {n} more finding", "… and {n} more findings", more)
        console.print(Text(rest.format(n=more), style="dim"))


def decisive(some: Sequence[Finding]) -> list[Finding]:
    """Return the findings that cost points."""
    return [one for one in some if one.evidence is not Evidence.CASE]


def _block(
    one: Finding, exercise: Exercise, console: Console, file: str, source: str
) -> None:
    symbol, style = "!", "yellow"
    if one.evidence is Evidence.CASE:
        symbol, style = "i", "cyan"
    elif exercise.status is Status.FAILED and not exercise.cases:
        symbol, style = "✗", "red"
    head = Text().append(f"{symbol} ", style=style)
    head.append(one.rule, style=f"bold {style}")
    head.append(f"   {located(one, file)}", style="dim")
    if one.evidence is Evidence.CASE:
        advice = say("advice, costs no points")
        head.append(f"   {advice}", style=style)
    console.print(head, soft_wrap=True)
    # Advice is about the whole function.
    if one.evidence is not Evidence.CASE and source.strip():
        _source(one, console, source, style)
    paragraph(console, one.message, INDENT)


def _source(one: Finding, console: Console, source: str, style: str) -> None:
    number = str(one.line)
    margin = " " * (len(number) + 3) + "|"
    room = max(MIN_ROOM, console.width - len(margin) - 1)
    shown = _window(marked(one, source), room)
    console.print(Text(margin))
    console.print(Text(f"  {number} | {shown.text}"), soft_wrap=True)
    row = Text(f"{margin} {' ' * shown.start}")
    row.append("^" * (shown.end - shown.start), style=style)
    console.print(row, soft_wrap=True)
    console.print(Text(margin))


def marked(one: Finding, source: str) -> Marked:
    """Return the line as it is printed: a tab, say, takes more room than in a file."""
    text = source[:MAX_LINE].rstrip()
    first = min(one.column - 1, len(text))
    last = first + one.width if one.width else len(text)
    start, end = (len(printable(text[:at], MAX_LINE)) for at in (first, last))
    return Marked(printable(text, MAX_LINE), start, max(end, start + 1))


def _window(line: Marked, room: int) -> Marked:
    """Return the part of a line that fits, with what is marked in it."""
    text, start, end = line
    if len(text) <= room:
        return line
    # Of a mark that is too long the beginning is kept.
    left = max(0, min(start, end + 2 * len(CUT) - room))
    if left:
        text, start, end = CUT + text[left:], start - left + 1, end - left + 1
    if len(text) > room:
        text = text[: room - len(CUT)] + CUT
    return Marked(text, start, min(end, room))
