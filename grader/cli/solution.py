"""`grader solution`: the solution and the student's answer, once that passes."""

from pathlib import Path

from rich.console import Console
from rich.text import Text

from grader import progress
from grader.cli import here
from grader.cli.check import load
from grader.cli.console import console
from grader.cli.here import Command
from grader.cli.onward import step
from grader.course import Course
from grader.errors import Exit
from grader.render.code import code
from grader.render.paragraph import paragraph
from grader.render.text import next_action, printable
from grader.student.listing import listing
from grader.student.solution import Code, Solution
from grader.student.solution import solution as look_up


def solution(folder: Path | None, name: str) -> Exit:
    """Print both versions, or what opens the solution; return the exit code."""
    course, command = load(folder), here.command(folder)
    (place,) = course.select([name])
    told = look_up(course, place.exercise.name)
    out = console()
    tell(told, out)
    out.print()
    action = _next(course, told, command)
    out.print(next_action(printable(action), out.width), soft_wrap=True)
    return Exit.PASSED if told.standing.passed else Exit.STUDENT


def tell(told: Solution, out: Console) -> None:
    """Print both versions, or what opens the solution; the caller adds what is next."""
    if told.yours is None or told.reference is None:
        sentence = (
            f"The solution of `{told.name}` opens once your answer passes. Now it is "
            f"{told.standing.value}."
        )
        paragraph(out, sentence, 0)
        return
    head = Text().append(told.name, style="bold")
    out.print(head.append("   without docstrings", style="dim"), soft_wrap=True)
    for label, one in (("yours", told.yours), ("solution", told.reference)):
        out.print()
        _version(out, label, one)


def _version(out: Console, label: str, one: Code) -> None:
    where = printable(f"{here.path(one.file)}:{one.line}")
    title = Text().append(label, style="bold").append(f"   {where}", style="dim")
    out.print(title, soft_wrap=True)
    out.print()
    code(out, one.text, 4)


def _next(course: Course, told: Solution, command: Command) -> str:
    place = course.places[told.name]
    if not told.standing.passed:
        again = command("check", told.name)
        return f"Next: look at {here.answer(place)}, then run: {again}"
    if place.slow.is_file():
        race = command("race", told.name)
        return f"Next: to see how fast each is, run: {race}"
    return step(course, listing(course, progress.recall(course)), command)
