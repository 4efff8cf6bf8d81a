"""`grader hint`: the hints of an exercise, one more after each attempt."""

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
from grader.errors import Exit, UsageError
from grader.kit import is_kit
from grader.language import say
from grader.render.paragraph import hanging, paragraph
from grader.render.text import next_action, printable
from grader.student.hint import Hint
from grader.student.hint import hint as open_next
from grader.student.listing import current, listing


def hint(folder: Path | None, name: str | None) -> Exit:
    """Print the hints that are open, and what opens the next one."""
    course, command = load(folder), here.command(folder)
    told = open_next(course, chosen(course, name, command("hint", "NAME")))
    out = console()
    tell(told, out)
    out.print()
    action = _next(course, told, command)
    out.print(next_action(printable(action), out.width), soft_wrap=True)
    return Exit.PASSED


def chosen(course: Course, name: str | None, example: str) -> str:
    """Return the exercise that is meant, without a name the current one.

    Raises UsageError for an unknown name, and where there is none left to mean.
    """
    if name is not None:
        (place,) = course.select([name])
        return place.exercise.name
    known = progress.recall(course)
    row = current(listing(course, known), known)
    if row is None:
        raise UsageError(
            say("Which exercise? All have passed."),
            say("For any of them: {command}").format(command=example),
        )
    return row.name


def tell(told: Hint, out: Console) -> None:
    """Print the hints that are open; the caller adds the next action."""
    count = len(told.texts)
    head = Text().append(told.name, style="bold")
    if told.of:
        which = say("hint {number} of {total}").format(number=count, total=told.of)
        head.append(f"   {which}", style="dim")
    out.print(head, soft_wrap=True)
    for number, text in enumerate(told.texts, 1):
        out.print()
        newest = number == count and not told.passed
        _one(out, number, text, "bold" if newest else "")
    sentence = said(told)
    if sentence:
        out.print()
        paragraph(out, sentence, 2)


def said(told: Hint) -> str:
    """Return why all hints are open, or what opens the next; empty if nothing."""
    if not told.of:
        return say("There are no hints on `{name}`.").format(name=told.name)
    if told.passed:
        return say("`{name}` passes: all of its hints are open.").format(name=told.name)
    if not told.kept:
        return say(
            "Nothing can be kept in the course's folder: all hints are open at once."
        )
    if told.waits:
        return say(
            "Hint {number} of {total} opens after another attempt: change your answer "
            "and check it."
        ).format(number=len(told.texts) + 1, total=told.of)
    return ""


def _one(out: Console, number: int, text: str, style: str) -> None:
    margin = " " * 5
    first, *rest = printable(text).strip("\n").split("\n")
    hanging(out, first, f"  {number}. ", margin, style)
    for row in rest:
        # Of code the indents count.
        indent = margin + " " * (len(row) - len(row.lstrip()))
        hanging(out, row.lstrip(), indent, indent, style)


def _next(course: Course, told: Hint, command: Command) -> str:
    if told.passed:
        if not is_kit(course.base):
            return say("Next: to compare with the solution, run: {command}").format(
                command=command("solution", told.name)
            )
        return step(course, listing(course, progress.recall(course)), command)
    return say("Next: look at {where}, then run: {command}").format(
        where=here.answer(course.places[told.name]),
        command=command("check", told.name),
    )
