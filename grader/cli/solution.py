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
from grader.language import say
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
        sentence = say(
            "The solution of `{name}` opens once your answer passes. Now it is "
            "{standing}."
        )
        paragraph(out, sentence.format(name=told.name, standing=told.standing.said), 0)
        return
    head = Text().append(told.name, style="bold")
    without = say("without docstrings")
    out.print(head.append(f"   {without}", style="dim"), soft_wrap=True)
    versions = ((say("yours"), told.yours), (say("solution"), told.reference))
    for label, one in versions:
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
        return say("Next: look at {where}, then run: {command}").format(
            where=here.answer(place), command=command("check", told.name)
        )
    if place.slow.is_file():
        return say("Next: to see how fast each is, run: {command}").format(
            command=command("race", told.name)
        )
    return step(course, listing(course, progress.recall(course)), command)
