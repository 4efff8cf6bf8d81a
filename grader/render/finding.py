"""A finding on the screen: what, where, the line with a mark, the sentence."""

from rich.console import Console
from rich.text import Text

from grader.render.paragraph import paragraph
from grader.render.text import printable
from grader.verdict import Evidence, Exercise, Finding, Status

MAX_LINE = 100
INDENT = 2


def finding(
    one: Finding, exercise: Exercise, console: Console, file: str, source: str
) -> None:
    """Print a finding in `file`; `source` is the line of it."""
    symbol, style = "!", "yellow"
    if one.evidence is Evidence.CASE:
        symbol, style = "i", "cyan"
    elif exercise.status is Status.FAILED and not exercise.cases:
        symbol, style = "✗", "red"
    head = Text().append(f"{symbol} ", style=style)
    head.append(one.rule, style=f"bold {style}")
    head.append(f"   {printable(file)}:{one.line}", style="dim")
    if one.evidence is Evidence.CASE:
        head.append("   advice, costs no points", style=style)
    console.print(head, soft_wrap=True)
    if one.evidence is Evidence.STATIC and source.strip():
        _marked(one, console, source, style)
    paragraph(console, one.message, INDENT)


def _marked(one: Finding, console: Console, source: str, style: str) -> None:
    number = str(one.line)
    margin = " " * (len(number) + 3)
    text = printable(source, MAX_LINE)
    start = min(one.column - 1, MAX_LINE)
    marks = "^" * max(1, len(text.rstrip()) - start)
    console.print(Text(f"{margin}|"))
    console.print(Text(f"  {number} | {text}"), soft_wrap=True)
    row = Text(f"{margin}| {' ' * start}").append(marks, style=style)
    console.print(row, soft_wrap=True)
