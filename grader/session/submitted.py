"""What was handed in for each exercise, read and taken apart, not yet run."""

import ast
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from grader.course import Course, Over, Place
from grader.errors import UsageError
from grader.findings import again, imports, loops, names, order, unfilled, variables
from grader.findings.growth import Evidence
from grader.kit import is_kit
from grader.language import say
from grader.sandbox.unit import Piece, Unit
from grader.session import unanswered
from grader.spot import Spot
from grader.submission import handin, stub
from grader.submission.choice import Choice
from grader.submission.extract import Extract, bound, extract
from grader.submission.files import UnreadableError, read_bytes
from grader.submission.handin import HandIn
from grader.submission.kept import kept
from grader.submission.source import Source, digest_of, parse
from grader.submission.started import is_left, is_written
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
    fault: Spot = Spot(1)
    """Where the file cannot be read."""
    parameter: str | None = None
    """What it calls the parameter that one loop may be over."""
    doubts: tuple[Finding, ...] = ()
    """What may be why its values are wrong, if they are."""
    absent: Mapping[str, str] = MappingProxyType({})
    """What to say of names that are not there when it runs."""

    @property
    def spot(self) -> Spot:
        """Where the definition is; the fault, if there is none."""
        return (
            self.where(self.extract.definition.lineno) if self.extract else self.fault
        )

    @property
    def line(self) -> int:
        """The line of the definition in its file, in a notebook in its cell."""
        return self.spot.line

    def where(self, line: int) -> Spot:
        """Return where a line of the source is found in the file."""
        return self.extract.source.place(line) if self.extract else Spot(line)

    @property
    def parameters(self) -> list[str]:
        """What the submission calls the function's parameters, in order."""
        definition = self.extract.definition if self.extract else None
        return loops.parameters(definition) if definition else []

    def names(self) -> frozenset[str]:
        """Return the names that the file binds anywhere."""
        return names.Names(self.extract.source.tree.body if self.extract else ()).bound

    def loops(self, evidence: Evidence) -> list[Finding]:
        """Return the findings of loops, weighed with what calls took."""
        assert self.extract is not None  # noqa: S101 - only answers are run
        policy = self.place.exercise.loops
        return loops.find(self.extract, policy, self.path, self.parameter, evidence)

    def unit(self) -> Unit:
        """Return the source as a guest takes it."""
        assert self.extract is not None  # noqa: S101 - only answers are run
        piece = Piece(self.extract.source.label, *kept(self.extract))
        return Unit((self.extract.name,), (piece,), self.supplied)

    def text(self, label: str, number: int) -> str:
        """Return a line of the source by label and number."""
        source = self.extract.source if self.extract else None
        return source.line(number) if source and label == source.label else ""


def read_course(
    course: Course, places: Sequence[Place], *, own_helpers: bool = False
) -> tuple[Submission, list[Entry]]:
    """Read each exercise from its own file in the course folder."""
    entries = []
    judged = []
    for place in places:
        shown = _shown(place)
        entry, data = _read(place, shown, own_helpers=own_helpers)
        judged.append((shown, data))
        entries.append(entry)
    submission = Submission(
        id=course.root.name, path="exercises", sha256=digest_of(judged)
    )
    return submission, entries


def read_file(
    course: Course, names: Sequence[str], file: Path, *, own_helpers: bool = False
) -> tuple[Submission, list[Entry]]:
    """Read the exercises named, else all that are found, from what was handed in.

    That is a `.py` file, a notebook, a folder or a `.zip`.
    """
    return read_given(course, names, handin.read(file), own_helpers=own_helpers)


def read_given(
    course: Course, names: Sequence[str], given: HandIn, *, own_helpers: bool = False
) -> tuple[Submission, list[Entry]]:
    """Read the exercises named, else all that are found, from files handed in.

    Raises UsageError if there is none, or a file handed in alone cannot be read.
    """

    def is_blank(source: Source, called: tuple[str, ...]) -> bool:
        return is_left(source, called, stub.definition(course.places[called[0]]))

    choice = Choice(given.files, is_blank)
    if given.single:
        _refuse_faults(given, choice)
    judged: dict[str, bytes] = {}
    entries = []
    for place in course.select(names):
        called = (place.exercise.name, *place.exercise.aliases)
        found = choice.candidates(place.assignment, called)
        if found or names:
            judged |= {name: given.files[name].data for name in found}
            entry = _found(place, given, choice, found, own_helpers=own_helpers)
            entries.append(entry)
    if not entries:
        _refuse_faults(given, choice)
        raise UsageError(
            say("{file} defines no function of this course.").format(file=given.path),
            say("`grader` lists the exercises."),
        )
    sha256 = given.sha256 or digest_of(judged.items())
    return Submission(id=given.id, path=given.path, sha256=sha256), entries


def own(course: Course, name: str) -> Entry:
    """Return the student's own answer to an exercise, by its own name, in the folder.

    In a student kit it is what other exercises are supplied with.
    """
    place = course.places[name]
    return _read(place, _shown(place), names=(name,))[0]


def _shown(place: Place) -> str:
    return place.stub.relative_to(place.root).as_posix()


def _refuse_faults(given: HandIn, choice: Choice) -> None:
    for name, fault in choice.faults():
        raise UsageError(fault.about(given.before + name), fault.help)


def _found(
    place: Place,
    given: HandIn,
    choice: Choice,
    found: list[str],
    *,
    own_helpers: bool,
) -> Entry:
    """Take the answer to an exercise out of the one file that it was found in."""
    name = place.exercise.name
    paths = [given.before + one for one in found]
    if not found:
        message = unanswered.undefined(name, given.path, given.unopened)
        return Entry(place, given.path, Status.MISSING, message)
    if len(found) > 1:
        message = unanswered.several_files(name, paths)
        return Entry(place, paths[0], Status.UNREADABLE, message)
    try:
        source = choice.source(found[0])
    except UnreadableError as error:
        return _unreadable(place, paths[0], error.about(paths[0]), error)
    return answer(place, source, paths[0], own_helpers=own_helpers)


def _read(
    place: Place, shown: str, names: tuple[str, ...] = (), *, own_helpers: bool = False
) -> tuple[Entry, bytes]:
    path = place.stub
    data = b""
    try:
        # A link to the solutions, say, leads out of it.
        data = read_bytes(path, place.root / "exercises")
        source = parse(data, path.name)
    except FileNotFoundError:
        return Entry(place, shown, Status.MISSING, unanswered.absent(shown)), data
    except UnreadableError as error:
        return _unreadable(place, shown, error.about(path.name), error), data
    return answer(place, source, shown, names, own_helpers=own_helpers), data


def _unreadable(
    place: Place, shown: str, message: str, error: UnreadableError
) -> Entry:
    return Entry(place, shown, Status.UNREADABLE, message, fault=error.spot)


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
    names = names or (exercise.name, *exercise.aliases)
    uses = () if own_helpers else exercise.uses
    if uses and is_kit(place.base):
        # There are the student's own alone: the nearest is in the same file.
        here = bound(source, imported=False)
        uses = tuple(name for name in uses if name not in here)
    try:
        taken = extract(source, names, uses)
    except RecursionError:
        message = unanswered.too_deep(source.label)
        return Entry(place, shown, Status.UNREADABLE, message)
    shipped = stub.definition(place)
    if taken is None:
        return _broken(place, source, shown, names, shipped)
    twice = tuple(again.find(taken, names, shown))
    if not is_written(source, taken.definition, shipped):
        message = unanswered.untouched(exercise.name, shown)
        return Entry(place, shown, Status.NOT_STARTED, message, taken, twice)
    used = variables.variables(taken, exercise.imports, uses)
    if source.layout is not None and any(one.lost for one in used):
        # As if its cell had not run; what the function makes of that, a call tells.
        without = variables.lost(taken, exercise.imports, uses)
        taken = extract(source, names, uses, without) or taken
    refused = imports.find(taken, exercise.imports, shown)
    if refused:
        # Not even run: it is not the answer that was asked for.
        message = unanswered.refused(refused[0])
        return Entry(place, shown, Status.FAILED, message, taken, (*refused, *twice))
    doubts = [*unfilled.find(taken, shown), *variables.advice(used, taken, shown)]
    parameter = None
    if isinstance(exercise.loops, Over) and shipped is not None:
        parameter = loops.renamed(taken.definition, shipped, exercise.loops.over)
    supplied = tuple(name for name in uses if name in taken.names)
    return Entry(
        place,
        shown,
        None,
        "",
        taken,
        twice,
        supplied=supplied,
        parameter=parameter,
        doubts=tuple(doubts),
        absent=order.late(taken, uses) | variables.words(used, taken),
    )


def _broken(
    place: Place,
    source: Source,
    shown: str,
    names: tuple[str, ...],
    shipped: ast.stmt | None,
) -> Entry:
    """Return why a source has no answer: there is none, or it is no Python."""
    name = place.exercise.name
    broken = [one for one in source.broken if not one.names.isdisjoint(names)]
    if not broken:
        message = unanswered.undefined(name, shown)
        return Entry(place, shown, Status.MISSING, message)
    last = broken[-1]
    if last.blank and not is_written(source, last.blank[0], shipped, last.blank[1]):
        message = unanswered.empty(name, shown, last.fault.spot.said)
        return Entry(place, shown, Status.NOT_STARTED, message, fault=last.fault.spot)
    return _unreadable(place, shown, last.fault.about(shown), last.fault)
