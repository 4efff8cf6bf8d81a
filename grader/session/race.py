"""Races a student's version against the reference and a loop, on growing sizes."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from typing import Any

import numpy as np

from grader.compare import ladder
from grader.compare.failure import Failure, Rung
from grader.course import Course, Place
from grader.findings.growth import NONE
from grader.findings.words import plural
from grader.guest import wire
from grader.language import joined, say
from grader.sandbox.launcher import Sandbox
from grader.session import inputs as growing
from grader.session.contestant import ROUNDS, SEED, Contestant, of_course
from grader.session.inputs import Inputs
from grader.session.reference import ExerciseError
from grader.session.runner import Runner
from grader.session.runner import run as run_cases
from grader.session.submitted import Entry
from grader.timing import Race, Who

SMALLEST = 10
_STEP = 10

Starting = Callable[[str], None]


def race(
    course: Course,
    entry: Entry,
    sandbox: Sandbox,
    largest: int,
    starting: Starting | None = None,
) -> Race | None:
    """Return how long calls take, up to the `largest` size; None without inputs.

    Raises ExerciseError if the reference or the loop version is broken.
    """
    found: list[Race] = []

    def judge(runner: Runner) -> None:
        inputs = growing.find(runner, entry.place)
        if inputs is None:
            return
        with ExitStack() as stack:
            field = []
            for who, own in _field(entry):
                contestant = Contestant(who, course, own, sandbox)
                field.append(stack.enter_context(closing(contestant)))
            found.append(_run(entry, field, inputs, largest, starting))

    run_cases(course, SEED, [entry.place], judge)
    return found[0] if found else None


def _field(entry: Entry) -> Iterator[tuple[Who, Entry]]:
    """Yield who runs: a student's version that is none does not."""
    if entry.status is None:
        yield Who.YOURS, entry
    if entry.place.slow.is_file():
        yield Who.LOOP, of_course(entry.place, loop=True)
    yield Who.REFERENCE, of_course(entry.place)


def _run(
    entry: Entry,
    field: list[Contestant],
    inputs: Inputs,
    largest: int,
    starting: Starting | None,
) -> Race:
    place, (unit, _, _) = entry.place, inputs
    fault = "" if entry.status is None else entry.message
    sizes = []
    for size, args in _growing(inputs, largest):
        if size == SMALLEST and (said := _fault(field, place, args)):
            fault = said
            field = [one for one in field if one.who is not Who.YOURS]
        running = [one for one in field if not one.stopped]
        if not running:
            break
        sizes.append(size)
        for _ in range(ROUNDS):
            for one in running:
                if starting is not None:
                    starting(_doing(place, one, size, unit))
                one.run(args)
        for one in running:
            one.settle()
    return Race(
        exercise=place.exercise.name,
        unit=unit,
        sizes=tuple(sizes),
        runs=tuple(one.told() for one in field),
        fault=fault,
        loops=entry.status is None and bool(entry.loops(NONE)),
    )


def _doing(place: Place, one: Contestant, size: int, unit: str) -> str:
    return say("{exercise}: {who}, {size} {units}").format(
        exercise=place.exercise.name,
        who=say(one.who),
        size=f"{size:,}",
        units=plural(unit),
    )


def _growing(inputs: Inputs, largest: int) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """Yield powers of ten and arguments of that size, while they fit on the wire."""
    size, before = SMALLEST, 0
    while size <= largest:
        args = made(inputs, size)
        held = sum(one.nbytes for one in args if isinstance(one, np.ndarray))
        try:
            wire.encode(args, strict=True)
        except wire.WireError:
            return
        yield size, args
        # What grows with the square of the size would be too large to even make.
        factor = max(_STEP, held / before if before else 0)
        if held * factor > wire.MAX_BYTES:
            return
        size, before = size * _STEP, held


def made(inputs: Inputs, size: int) -> tuple[Any, ...]:
    """Return arguments of this size; raises ExerciseError if the case makes none."""
    try:
        return inputs.make(size)
    except Exception as error:
        said = f"{type(error).__name__}: {error}"
        raise ExerciseError(
            f"The case makes no input with {size:,} {inputs.unit}s: {said}"
        ) from error


def _fault(field: list[Contestant], place: Place, args: tuple[Any, ...]) -> str:
    """Return why the student's version is not the reference's equal, if it is not.

    Raises ExerciseError if another one is not.
    """
    expected = None
    fault = ""
    tolerance = place.exercise.tolerance
    for one in reversed(field):
        try:
            value = one.call(args)
            if one.who is Who.REFERENCE:
                expected = value
            else:
                ladder.climb(value, expected, tolerance.rtol, tolerance.atol)
        except Failure as failure:
            if one.who is not Who.YOURS:
                path = place.solution if one.who is Who.REFERENCE else place.slow
                shown = path.relative_to(place.base).as_posix()
                raise ExerciseError(f"{shown}: {failure.sentence}") from None
            fault = failure.sentence
            if (failure.rung or Rung.FOUND) >= Rung.RETURNED:
                other = say("It returns something else than the reference.")
                fault = joined(other, fault)
    return fault
