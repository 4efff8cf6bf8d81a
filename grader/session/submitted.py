"""What was handed in for each exercise, read and taken apart, not yet run."""

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from grader.course import Course, Over, Place
from grader.errors import UsageError
from grader.findings import imports, loops
from grader.sandbox.guest import Piece, Unit
from grader.submission import stub
from grader.submission.extract import Extract, defines, extract
from grader.submission.source import Source, UnreadableError, parse, read_bytes
from grader.submission.started import is_started
from grader.verdict import Finding, Status, Submission


class Entry(NamedTuple):
    """What was handed in for one exercise: an answer to run, or why there is none."""

    place: Place
    path: str
    status: Status | None
    message: str
    extract: Extract | None = None
    findings: tuple[Finding, ...] = ()
    supplied: tuple[str, ...] = ()
    fault: int = 1
    """The line at which the file cannot be read."""

    @property
    def line(self) -> int:
        """The line of the definition; of the fault, if there is none."""
        return self.extract.definition.lineno if self.extract else self.fault

    @property
    def parameters(self) -> list[str]:
        """What the submission calls the function's parameters, in order."""
        definition = self.extract.definition if self.extract else None
        return loops.parameters(definition) if definition else []

    def unit(self) -> Unit:
        """Return the source as a guest takes it."""
        assert self.extract is not None  # noqa: S101 - only answers are run
        source = self.extract.source
        names = tuple(sorted(self.extract.names))
        piece = Piece(source.label, source.text, self.extract.keep, names)
        return Unit((self.extract.name,), (piece,), self.supplied)

    def text(self, label: str, number: int) -> str:
        """Return a line of the source by label and number."""
        source = self.extract.source if self.extract else None
        return source.line(number) if source and label == source.label else ""


def read_course(
    course: Course, places: Sequence[Place], *, own_helpers: bool = False
) -> tuple[Submission, list[Entry]]:
    """Read each exercise from its own file in the course folder."""
    digest = hashlib.sha256()
    entries = []
    for place in places:
        shown = place.stub.relative_to(course.root).as_posix()
        entry, data = _read(place, shown, own_helpers=own_helpers)
        digest.update(f"{shown}\0{len(data)}\0".encode() + data)
        entries.append(entry)
    submission = Submission(
        id=course.root.name, path="exercises", sha256=digest.hexdigest()
    )
    return submission, entries


def read_file(
    course: Course, names: Sequence[str], file: Path, *, own_helpers: bool = False
) -> tuple[Submission, list[Entry]]:
    """Read the exercises named, else all that the file defines, from one file."""
    if file.suffix == ".ipynb":
        raise UsageError(
            f"{file} is a notebook; this version reads .py files.",
            "Save the notebook as a script, or copy the functions into exercises/.",
        )
    try:
        data = read_bytes(file)
    except FileNotFoundError:
        raise UsageError(
            f"No file {file}.", "--file takes the path of a .py file."
        ) from None
    except UnreadableError as error:
        raise UsageError(f"{file} {error.message}.") from None
    # A name need not be text: what is not is replaced.
    shown = os.fsencode(file).decode("utf-8", "replace")
    label = os.fsencode(file.name).decode("utf-8", "replace")
    try:
        source = parse(data, label)
    except UnreadableError as error:
        raise UsageError(f"{file}, line {error.line}: it {error.message}.") from None
    places = course.select(names)
    if not names:
        places = [
            place
            for place in places
            if defines(source, (place.exercise.name, *place.exercise.aliases))
        ]
        if not places:
            raise UsageError(
                f"{file} defines no function of this course.",
                "`grader` lists the exercises.",
            )
    entries = [
        answer(place, source, shown, own_helpers=own_helpers) for place in places
    ]
    name = label.removesuffix(".py")
    return Submission(id=name, path=shown, sha256=source.sha256), entries


def _read(place: Place, shown: str, *, own_helpers: bool) -> tuple[Entry, bytes]:
    path = place.stub
    data = b""
    try:
        data = read_bytes(path)
        source = parse(data, path.name)
    except FileNotFoundError:
        return Entry(place, shown, Status.MISSING, f"There is no {shown}."), data
    except UnreadableError as error:
        message = f"{path.name}, line {error.line}: the file {error.message}."
        entry = Entry(place, shown, Status.UNREADABLE, message, fault=error.line)
        return entry, data
    return answer(place, source, shown, own_helpers=own_helpers), data


def answer(
    place: Place,
    source: Source,
    shown: str,
    names: tuple[str, ...] = (),
    *,
    own_helpers: bool = False,
) -> Entry:
    """Take the answer to an exercise out of a source that messages call `shown`.

    `names` are what its function may be called, by default the exercise's name and
    aliases.
    """
    exercise = place.exercise
    # A student kit has nothing to supply them from.
    own_helpers = own_helpers or not (place.root / "solutions").is_dir()
    names = names or (exercise.name, *exercise.aliases)
    try:
        taken = extract(source, names, () if own_helpers else exercise.uses)
    except RecursionError:
        message = f"{source.label}: the file is nested too deep to be read."
        return Entry(place, shown, Status.UNREADABLE, message)
    if taken is None:
        message = f"{shown} does not define `{exercise.name}`."
        return Entry(place, shown, Status.MISSING, message)
    shipped = stub.function(place.solution, exercise.name)
    if not is_started(taken.definition, shipped):
        message = f"Not started: `{exercise.name}` in {shown} is still the stub."
        return Entry(place, shown, Status.NOT_STARTED, message, taken)
    refused = imports.find(taken, exercise.imports, shown)
    if refused:
        # Not even run: it is not the answer that was asked for.
        message = f"Not run: line {refused[0].line}: {refused[0].message}"
        return Entry(place, shown, Status.FAILED, message, taken, tuple(refused))
    parameter = None
    if isinstance(exercise.loops, Over) and shipped is not None:
        parameter = loops.renamed(taken.definition, shipped, exercise.loops.over)
    found = loops.find(taken, exercise.loops, shown, parameter)
    supplied = tuple(
        name for name in exercise.uses if name in taken.names and not own_helpers
    )
    return Entry(place, shown, None, "", taken, tuple(found), supplied)
