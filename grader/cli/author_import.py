"""`grader author import`: a notebook of another grader as a course."""

from pathlib import Path

from grader.author.marks import MARK, marked
from grader.author.notebooks.importing import Imported
from grader.author.notebooks.taking import take
from grader.cli import here
from grader.cli.console import console
from grader.errors import Exit
from grader.findings.words import plural
from grader.render.text import printable


def import_notebook(notebook: Path, folder: Path | None) -> Exit:
    """Write the exercises of a notebook and say what was made of it."""
    taken = take(notebook, folder)
    course, result = taken.course, taken.result
    out = console()
    count = _counted(len(result.exercises), "exercise")
    where = here.path(course.root / "exercises/course.toml")
    out.print(f"{count} of {notebook} in {where}: nothing was run.", soft_wrap=True)
    out.print()
    marks = 0
    for one in result.exercises:
        out.print(_line(one), soft_wrap=True)
    untold = []
    for one in result.exercises:
        found = marked(course.places[one.wanted.entry.name])
        marks += len(found)
        untold += [mark for mark in found if "of the notebook checks" in mark.asked]
    if untold:
        out.print("\nNot translated, in a comment for you to write as a case:")
        for mark in untold:
            lines = mark.file.read_text("utf-8").split("\n")
            first = lines[mark.line].strip("# ") if mark.line < len(lines) else ""
            where = f"{here.path(mark.file)}:{mark.line}"
            out.print(f"  {where}  {printable(first)}", soft_wrap=True)
    if result.left_out:
        out.print("\nLeft out:")
        for said in result.left_out:
            out.print(f"  {printable(said)}", soft_wrap=True)
    out.print()
    out.print(
        f"{_counted(marks, 'place')} to fill in, each marked {MARK.rstrip(':')}.",
        soft_wrap=True,
    )
    elsewhere = Path.cwd() != course.root
    command = here.command(Path(here.path(course.root)) if elsewhere else None)
    out.print("Next, to list them with file and line, and to write the stubs:")
    out.print(f"  {command('author', 'check')}", soft_wrap=True)
    out.print(f"  {command('author', 'build')}", soft_wrap=True)
    return Exit.PASSED


def _line(one: Imported) -> str:
    parts = [
        _counted(one.visible, "visible case"),
        f"{one.hidden} hidden",
    ]
    if one.untranslated:
        parts.append(f"{one.untranslated} not translated")
    if one.blank:
        parts.append("the notebook has no solution")
    return f"  {one.wanted.entry.name.ljust(24)}{', '.join(parts)}"


def _counted(number: int, word: str) -> str:
    return f"{number} {word if number == 1 else plural(word)}"
