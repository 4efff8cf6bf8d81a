"""`grader notebook`: writes an assignment's notebook, or takes a finished one back."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from grader.cli import here
from grader.cli.assignment import named
from grader.cli.check import load
from grader.cli.console import console
from grader.course import Assignment, Course
from grader.errors import Exit, UsageError
from grader.keeping import keep
from grader.language import say, several
from grader.render.text import next_action, printable
from grader.replacing import replace
from grader.submission import stub
from grader.submission.files import UnreadableError, read_bytes
from grader.submission.notebook import MAX_BYTES

if TYPE_CHECKING:
    from grader.session import finished

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
            say("--to and --take are two commands."),
            say("--take puts answers into exercises/, where they belong."),
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
                same = say("{file} is that notebook already.").format(file=shown)
                out.print(same, soft_wrap=True)
                return Exit.PASSED
            there = say("{file} was there: kept in {kept}").format(
                file=shown, kept=keep(course.root, file)
            )
            out.print(there, soft_wrap=True)
        _put(file, text)
    except UnreadableError as error:
        raise UsageError(
            error.about(shown), say("Take another name: --to FILE")
        ) from None
    except OSError as error:
        raise UsageError(
            say("Cannot write {file}: {reason}.").format(
                file=shown, reason=error.strerror
            ),
            say("Take another: --to FILE"),
        ) from None
    written = here.command(request.course)
    out.print(say("wrote {file}").format(file=shown), soft_wrap=True)
    if course.root not in file.resolve().parents:
        out.print(
            say("Its checks look for the course upward from it: {folder}").format(
                folder=course.root
            ),
            soft_wrap=True,
        )
    action = say("Next: open it in Jupyter. When it is finished, run: {command}")
    again = written("notebook", "--take", str(file))
    out.print(action.format(command=again), soft_wrap=True)
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
                say("The stub of `{name}` is not known.").format(name=one.name),
                say("Take the course, or the kit, again from where you were given it."),
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
            say("{file} defines no function of this course.").format(file=shown),
            say("`grader` lists the exercises."),
        )
    out = console()
    for one in found:
        out.print(printable(_told(course, one)), soft_wrap=True)
    taken = [one.place.exercise.name for one in found if one.kind is Kind.TAKEN]
    unread = [one for one in found if one.kind is Kind.UNREADABLE]
    out.print()
    count = several(
        "{n} answer taken, nothing was run.",
        "{n} answers taken, nothing was run.",
        len(taken),
    )
    out.print(count.format(n=len(taken)), soft_wrap=True)
    if unread:
        out.print(
            say("Next: mend {where} of {file}, save it, then run this again.").format(
                where=unread[0].where, file=shown
            ),
            soft_wrap=True,
        )
        return Exit.USAGE
    if not taken:
        out.print(
            say(
                "Next: write your answers in {file}, save it, then run this again."
            ).format(file=shown),
            soft_wrap=True,
        )
        return Exit.STUDENT
    words = ["check", *taken] if len(taken) <= MOST_NAMED else ["check"]
    action = say("Next: to see where your answers stand, run: {command}").format(
        command=here.command(None)(*words)
    )
    out.print(next_action(action, out.width), soft_wrap=True)
    return Exit.PASSED


def _read(file: Path, shown: str) -> bytes:
    try:
        return read_bytes(file.resolve(), most=MAX_BYTES)
    except FileNotFoundError:
        raise UsageError(
            say("No file {file}.").format(file=shown),
            say("--take takes a finished notebook, an .ipynb file."),
        ) from None
    except UnreadableError as error:
        raise UsageError(error.about(shown), error.help) from None
    except OSError as error:
        raise UsageError(
            say("{file} cannot be read ({reason}).").format(
                file=shown, reason=error.strerror
            )
        ) from None


def _told(course: Course, one: "finished.Found") -> str:
    """Say what became of an exercise; an answer is put in its place."""
    from grader.session.finished import Kind  # noqa: PLC0415 - loaded by now

    name = one.place.exercise.name
    if one.kind is Kind.TAKEN:
        told = _put_back(course, one)
        if not one.said:
            return told
        return say("{sentence}; {more}").format(sentence=told, more=one.said)
    told = {
        Kind.UNREADABLE: say("{name}: left alone: {reason}"),
        Kind.NOT_STARTED: say("{name}: not started, left alone"),
        Kind.ABSENT: say("{name}: not there, left alone"),
    }[one.kind]
    return told.format(name=name, reason=one.said)


def _put_back(course: Course, one: "finished.Found") -> str:
    """Write an answer into its exercise's file; say where, and what was kept."""
    place, text = one.place, one.text
    file = place.stub
    shown = here.path(file)
    try:
        before = file.read_bytes() if file.exists() else None
        if before == text.encode():
            return say("{name}: taken from {where}, the same as in {file}").format(
                name=place.exercise.name, where=one.where, file=shown
            )
        told, kept = say("{name}: taken from {where}, now in {file}"), ""
        if before is not None and before != (stub.text(place) or "").encode():
            kept = keep(course.root, file)
            told = say(
                "{name}: taken from {where}, now in {file}; what was there is in {kept}"
            )
        _put(file, text)
    except OSError as error:
        raise UsageError(
            say("Cannot write {file}: {reason}.").format(
                file=shown, reason=error.strerror
            ),
            say("What was taken before is in its place; run the command again."),
        ) from None
    return told.format(name=place.exercise.name, where=one.where, file=shown, kept=kept)


def _put(file: Path, text: str) -> None:
    """Write a file whole or not at all, and never through a link."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with replace(file) as stream:
        stream.write(text.encode())
