"""`grader notebook`: writes an assignment's notebook, or takes a finished one back."""

import os
from pathlib import Path
from typing import NamedTuple

from grader.cli import here
from grader.cli.assignment import named
from grader.cli.author import count
from grader.cli.check import load
from grader.cli.console import console
from grader.course import Assignment, Course, Place
from grader.errors import Exit, UsageError
from grader.keeping import keep
from grader.render.text import printable
from grader.replacing import replace
from grader.submission import stub
from grader.submission.files import UnreadableError, read_bytes
from grader.submission.notebook import MAX_BYTES

MOST_NAMED = 5


class Request(NamedTuple):
    """What was asked for on the command line."""

    course: Path | None
    name: str | None
    to: Path | None
    take: Path | None


def notebook(request: Request) -> Exit:
    """Write a notebook, or take one back."""
    course = load(request.course)
    if request.take is None:
        return _write(course, named(course, request.name, "notebook"), request)
    if request.to is not None:
        raise UsageError(
            "--to and --take are two commands.",
            "--take puts answers into exercises/, where they belong.",
        )
    return _take(course, request.name, request.take)


def _write(course: Course, assignment: Assignment, request: Request) -> Exit:
    file = request.to or Path(f"{assignment.name}.ipynb")
    if file.is_dir():
        file /= f"{assignment.name}.ipynb"
    text = _fresh(course, assignment, file)
    out = console()
    shown = printable(str(file))
    try:
        if file.is_symlink() or file.exists():
            if read_bytes(file, most=MAX_BYTES) == text.encode():
                out.print(f"{shown} is that notebook already.", soft_wrap=True)
                return Exit.PASSED
            kept = keep(course.root, file)
            out.print(f"{shown} was there: kept in {kept}", soft_wrap=True)
        _put(file, text)
    except UnreadableError as error:
        raise UsageError(error.about(shown), "Take another name: --to FILE") from None
    except OSError as error:
        raise UsageError(
            f"Cannot write {shown}: {error.strerror}.", "Take another: --to FILE"
        ) from None
    written = here.command(request.course)
    out.print(f"wrote {shown}", soft_wrap=True)
    if course.root not in file.resolve().parents:
        out.print(
            f"Its checks look for the course upward from it: {course.root}",
            soft_wrap=True,
        )
    again = written("notebook", "--take", str(file))
    out.print(f"Next: open it in Jupyter. When it is finished, run: {again}",
              soft_wrap=True)  # fmt: skip
    return Exit.PASSED


def _fresh(course: Course, assignment: Assignment, file: Path) -> str:
    """Return an assignment's notebook as it is built, for where it will lie."""
    from grader.author import notebook as builder  # noqa: PLC0415 - heavy
    from grader.author.picture import FOLDER  # noqa: PLC0415 - as above

    texts = {}
    for one in assignment.exercises:
        text = stub.text(course.places[one.name])
        if text is None:
            raise UsageError(
                f"The stub of `{one.name}` is not known.",
                "Take the course, or the kit, again from where you were given it.",
            )
        texts[one.name] = text
    node = builder.make(course, assignment, texts)
    try:
        data = os.path.relpath(course.root / "data", file.resolve().parent)
    except ValueError:
        # On another drive.
        data = str(course.root / "data")
    for cell in node.cells:
        if cell.metadata.grader.role == "picture":
            there = Path(data).as_posix()
            cell.source = cell.source.replace(f'"{FOLDER}"', f'"{there}"')
    return builder.text(node)


def _take(course: Course, name: str | None, file: Path) -> Exit:
    places = list(course)
    if name is not None:
        wanted = named(course, name, "notebook").name
        places = [place for place in places if place.assignment == wanted]
    from grader.session import finished  # noqa: PLC0415 - heavy
    from grader.session.finished import Kind  # noqa: PLC0415 - as above

    shown = printable(str(file))
    found = finished.find(course, places, finished.code(_read(file, shown), shown))
    if name is None:
        # The exercises of other assignments are not missing in this notebook.
        met = {one.place.assignment for one in found if one.kind is not Kind.ABSENT}
        found = [one for one in found if one.place.assignment in met]
    if not found:
        raise UsageError(
            f"{shown} defines no function of this course.",
            "`grader` lists the exercises.",
        )
    out = console()
    for one in found:
        told = f"{one.place.exercise.name}: {one.kind.value}"
        if one.kind is Kind.TAKEN:
            told += f" from {one.where}, {_put_back(course, one.place, one.text)}"
        elif one.kind is Kind.UNREADABLE:
            told = f"{one.place.exercise.name}: left alone: {one.said}"
        else:
            told += ", left alone"
        if one.said and one.kind is Kind.TAKEN:
            told += f"; {one.said}"
        out.print(printable(told), soft_wrap=True)
    taken = [one.place.exercise.name for one in found if one.kind is Kind.TAKEN]
    unread = [one for one in found if one.kind is Kind.UNREADABLE]
    out.print()
    out.print(f"{count(len(taken), 'answer')} taken, nothing was run.", soft_wrap=True)
    if unread:
        out.print(
            f"Next: mend {unread[0].where} of {shown}, save it, then run this again.",
            soft_wrap=True,
        )
        return Exit.USAGE
    if not taken:
        out.print(
            f"Next: write your answers in {shown}, save it, then run this again.",
            soft_wrap=True,
        )
        return Exit.STUDENT
    words = ["check", *taken] if len(taken) <= MOST_NAMED else ["check"]
    out.print(f"Next: run: {here.command(None)(*words)}", soft_wrap=True)
    return Exit.PASSED


def _read(file: Path, shown: str) -> bytes:
    try:
        return read_bytes(file.resolve(), most=MAX_BYTES)
    except FileNotFoundError:
        raise UsageError(
            f"No file {shown}.", "--take takes a finished notebook, an .ipynb file."
        ) from None
    except UnreadableError as error:
        raise UsageError(error.about(shown), error.help) from None
    except OSError as error:
        raise UsageError(f"{shown} cannot be read ({error.strerror}).") from None


def _put_back(course: Course, place: Place, text: str) -> str:
    """Write an answer into its exercise's file; say where, and what was kept."""
    file = place.stub
    shown = here.path(file)
    try:
        before = file.read_bytes() if file.exists() else None
        if before == text.encode():
            return f"the same as in {shown}"
        kept = ""
        if before is not None and before != (stub.text(place) or "").encode():
            kept = f"; what was there is in {keep(course.root, file)}"
        _put(file, text)
    except OSError as error:
        raise UsageError(
            f"Cannot write {shown}: {error.strerror}.",
            "What was taken before is in its place; run the command again.",
        ) from None
    return f"now in {shown}{kept}"


def _put(file: Path, text: str) -> None:
    """Write a file whole or not at all, and never through a link."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with replace(file) as stream:
        stream.write(text.encode())
