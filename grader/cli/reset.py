"""`grader reset`: the stub back in its place, and what was there kept."""

from pathlib import Path

from grader.cli import here
from grader.cli.check import load
from grader.cli.console import console
from grader.course import Course
from grader.errors import Exit
from grader.language import say
from grader.render.text import next_action, printable
from grader.student.reset import Deed, Reset
from grader.student.reset import reset as put_back


def reset(folder: Path | None, name: str) -> Exit:
    """Put a stub back, and say where what it replaced is."""
    course = load(folder)
    (place,) = course.select([name])
    name = place.exercise.name
    done = put_back(course, name)
    out = console()
    for sentence in said(course, done):
        out.print(printable(sentence), soft_wrap=True)
    action = say("Next: write {name} in {where}, then run: {command}").format(
        name=name,
        where=here.answer(place),
        command=here.command(folder)("check", name),
    )
    out.print(next_action(printable(action), out.width), soft_wrap=True)
    return Exit.PASSED


def said(course: Course, done: Reset) -> list[str]:
    """Return the sentences that say what a reset came to."""
    file = here.path(course.places[done.name].stub)
    if done.deed is Deed.NOTHING:
        return [
            say("{file} is the stub already: nothing was changed.").format(file=file)
        ]
    if done.deed is Deed.RESTORED:
        return [say("{file} was missing: the stub is back.").format(file=file)]
    kept = here.path(course.root / done.kept)
    return [
        say("{file} is the stub again.").format(file=file),
        say("What it held is kept: {kept}").format(kept=kept),
    ]
