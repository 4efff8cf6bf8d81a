"""`grader init`: the course of the package in a folder of the student's own."""

import shlex
from pathlib import Path

from grader import bundled
from grader import course as courses
from grader.author.kit import begun
from grader.author.written import written
from grader.cli.console import console
from grader.course import Course
from grader.errors import Exit, UsageError
from grader.language import say, several
from grader.render.text import printable

DEFAULT = "grader-course"


def init(folder: Path | None) -> Exit:
    """Write the stubs and what belongs to them, and say what to do first."""
    home = bundled.root()
    if home is None:
        raise UsageError(
            say("This installation of grader has no course in it."),
            say("Ask your instructor for a student kit, or install the wheel."),
        )
    target = folder or Path(DEFAULT)
    _refuse(target)
    course = courses.load(home)
    files = begun(course)
    with written(target) as new:
        new.folder(target)
        for name, data in files.items():
            new.data(name, data)
    _say(target, course, len(files))
    return Exit.PASSED


def _refuse(target: Path) -> None:
    """Raise UsageError for a place where something could be lost."""
    shown = printable(str(target))
    if target.is_dir():
        try:
            empty = not any(target.iterdir())
        except OSError as error:
            raise UsageError(
                say("Cannot read {folder}: {reason}.").format(
                    folder=shown, reason=error.strerror
                )
            ) from None
        if empty:
            return
        if (target / courses.COURSE_FILE).is_file():
            raise UsageError(
                say("A course was begun in {folder} already.").format(folder=shown),
                say("Go on with it: {command}").format(command=_go(target, "grader")),
            )
        raise UsageError(
            say("{folder} is not empty.").format(folder=shown),
            say("Name a folder that is not there yet: grader init DIR"),
        )
    if target.exists() or target.is_symlink():
        raise UsageError(
            say("{folder} is a file.").format(folder=shown),
            say("Name a folder that is not there yet: grader init DIR"),
        )


def _go(target: Path, command: str) -> str:
    if target.resolve() == Path.cwd():
        return command
    return f"cd {shlex.quote(str(target))} && {command}"


def _say(target: Path, course: Course, count: int) -> None:
    out = console()
    first = next(iter(course))
    name = first.exercise.name
    shown = printable(str(target))
    lines = [
        say("{folder}: {exercises} in {assignments}, {files}.").format(
            folder=shown,
            exercises=several(
                "{n} exercise", "{n} exercises", len(course.places)
            ).format(n=len(course.places)),
            assignments=several(
                "{n} assignment", "{n} assignments", len(course.assignments)
            ).format(n=len(course.assignments)),
            files=several("{n} file", "{n} files", count).format(n=count),
        ),
        say("Your files are in exercises/; worked examples in tests/visible/."),
        "",
        say("The first one, {name}, is a single line: about a minute.").format(
            name=name
        ),
        say("Next: {command}").format(command=_go(target, "grader watch")),
    ]
    for line in lines:
        out.print(line, soft_wrap=True)
