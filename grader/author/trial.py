"""A wrong answer against an exercise's hidden cases, and which of them reject it."""

from collections.abc import Iterator
from typing import NamedTuple

import pytest

from grader.course import Course, Place
from grader.errors import GraderError
from grader.sandbox.launcher import Sandbox
from grader.sandbox.outcome import Returned
from grader.session.bench import case_name
from grader.session.compose import marked
from grader.session.proxy import Submitted
from grader.session.reference import ExerciseError, units
from grader.session.runner import Runner
from grader.session.subject import Call
from grader.session.submitted import Entry

INPUT_CHANGED = "(the input is changed)"


class Trial(NamedTuple):
    """The hidden cases that reject an answer, by function, and the calls made.

    One that changes what it is given is rejected by advice alone.
    """

    rejecting: tuple[str, ...]
    calls: tuple[Call, ...]


def hidden(runner: Runner, place: Place) -> list[pytest.Item]:
    """Return the hidden cases that look at values: those on steps do not."""
    return [
        item
        for item in runner.cases(place)
        if item.path == place.hidden and not marked(item, "steps")
    ]


def function(item: pytest.Item) -> str:
    """Return the name of a case's function, whatever its parameters."""
    return item.name.partition("[")[0]


def promises(items: list[pytest.Item]) -> dict[str, str]:
    """Return what each function of cases promises."""
    return {function(item): case_name(item).partition(" [")[0] for item in items}


def run(runner: Runner, course: Course, entry: Entry, sandbox: Sandbox) -> Trial:
    """Run every hidden case of an answer's exercise on it."""
    place = entry.place
    subject = Submitted(
        sandbox,
        course,
        place,
        entry.unit(),
        entry.text,
        runner.bench.seed,
        # Asking the host each time would take most of the time.
        holds=units(course, entry.supplied),
    )
    calls: list[Call] = []
    rejecting: dict[str, None] = {}
    runner.bench.sandbox = sandbox
    try:
        for ran in list(runner.run(hidden(runner, place), subject)):
            calls += ran.calls
            if isinstance(ran.raised, ExerciseError | GraderError):
                raise ran.raised
            if ran.raised is not None:
                rejecting[function(ran.item)] = None
            elif any(map(_changes, ran.calls)):
                rejecting[INPUT_CHANGED] = None
    finally:
        subject.close()
    return Trial(tuple(rejecting), tuple(calls))


def _changes(call: Call) -> bool:
    return isinstance(call.outcome, Returned) and bool(call.outcome.changed)


def idle(cases: list[str], trials: list[tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """Yield each case that rejects nothing that another does not, and that other.

    Of two that reject the same it is the later one.
    """
    rejected = {
        case: {at for at, one in enumerate(trials) if case in one} for case in cases
    }
    for at, case in enumerate(cases):
        for other_at, other in enumerate(cases):
            mine, theirs = rejected[case], rejected[other]
            if mine < theirs or (mine == theirs and other_at < at):
                yield case, other
                break
