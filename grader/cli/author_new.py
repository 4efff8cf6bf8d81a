"""`grader author new-course` and `grader author new`."""

import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from grader.author import course_folder, names
from grader.author import new as exercises
from grader.author.marks import Mark, marked
from grader.cli import here
from grader.cli.check import load
from grader.cli.console import console
from grader.errors import Exit
from grader.render.text import printable

if TYPE_CHECKING:
    from rich.console import Console


def new_course(folder: Path, title: str | None) -> Exit:
    """Start a course in a folder that is empty or not there yet."""
    if title is None:
        title = course_folder.title_of(folder)
    written = course_folder.start(folder, title)
    out = console()
    for name in written:
        out.print(f"wrote {printable(str(folder / name))}", soft_wrap=True)
    out.print()
    if folder.resolve() != Path.cwd():
        go = f"cd {shlex.quote(str(folder))}"
        out.print(f"Next: {printable(go)}", soft_wrap=True)
    out.print('Then: grader author new NAME --arguments "x, axis"', soft_wrap=True)
    return Exit.PASSED


def new(
    folder: Path | None,
    name: str,
    assignment: str | None,
    arguments: str,
    *,
    slow: bool,
) -> Exit:
    """Start an exercise and list what its author has to fill in."""
    course = load(folder)
    place, written = exercises.new(course, name, assignment, arguments, slow=slow)
    out = console()
    for path in written:
        out.print(f"wrote {here.path(course.root / path)}", soft_wrap=True)
    out.print(f"added {name} to {here.path(course.root / 'exercises/course.toml')}")
    note = names.shadows(name)
    if note:
        out.print(note, soft_wrap=True)
    marks = marked(place)
    list_marks(marks, out)
    command = here.command(folder)
    first = f"{here.path(marks[0].file)}:{marks[0].line}"
    out.print(f"Next: open {first}", soft_wrap=True)
    out.print("With no mark left, run:", soft_wrap=True)
    out.print(f"  {command('author', 'build')}", soft_wrap=True)
    out.print(f"  {command('author', 'check', name)}", soft_wrap=True)
    return Exit.PASSED


def list_marks(marks: Sequence[Mark], out: "Console") -> None:
    """Print the marked places as a numbered list, with file and line."""
    out.print()
    out.print("Fill in what is marked FILL IN, and take the mark out:")
    for number, mark in enumerate(marks, 1):
        where = f"{here.path(mark.file)}:{mark.line}"
        line = f"{number:3}  {where}  {mark.asked}"
        out.print(printable(line), soft_wrap=True)
    out.print()
