"""The calls that the cases of an assignment make, with the values that are right.

They are recorded while the cases run against the references, so what a peer calls is
what the grader calls. Left out are cases that count steps and those that cost nothing:
no peer has their like.
"""

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pytest

from grader import course as courses
from grader.course import Place
from grader.findings.growth import Growth
from grader.session import runner as runners
from grader.session.runner import Runner
from grader.session.subject import Call, Make

ROOT = Path(__file__).resolve().parent.parent
LEFT_OUT = ("steps", "advice")
CHECK = """
def check(yours, expected):
    assert np.shape(yours) == np.shape(expected)
    np.testing.assert_allclose(yours, expected, rtol={rtol}, atol={atol})
"""
"""How a peer compares: with the tolerance of the exercises."""


class Case(NamedTuple):
    """One call: its arguments and the reference's value."""

    args: tuple[Any, ...]
    expected: Any


class Recording(NamedTuple):
    """The calls by exercise, and what the grader itself runs: cases of every kind."""

    cases: dict[str, list[Case]]
    functions: int
    """Test functions that decide something."""
    items: int
    """Those with each of their parameters."""
    extra: int
    """Cases that count steps or give advice, which the peers are spared."""


class _Recorder:
    """The reference in a submission's place; keeps what it is called with."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self._function = function
        self.calls: list[Call] = []
        self.found: list[Case] = []

    def __call__(self, *args: Any) -> Any:
        value = self._function(*args)
        self.found.append(Case(copy.deepcopy(args), value))
        return value

    def grow(self, unit: str, _make: Make, _sizes: tuple[int, ...]) -> Growth:
        """Count nothing."""
        return Growth(unit, (), (), {}, {})

    def close(self) -> None:
        """Nothing to give back."""


def record(assignment: str, seed: int) -> Recording:
    """Run the cases against the references and return what they call."""
    course = courses.load(ROOT)
    places = [place for place in course if place.assignment == assignment]
    found: dict[str, list[Case]] = {}
    ran: list[pytest.Item] = []
    left: list[pytest.Item] = []

    def judge(runner: Runner) -> None:
        for place in places:
            kept, spared = _parted(runner.cases(place))
            ran.extend(kept)
            left.extend(spared)
            found[place.exercise.name] = _calls(runner, place, kept)

    runners.run(course, seed, places, judge)
    functions = {(item.path, getattr(item, "originalname", "")) for item in ran}
    return Recording(found, len(functions), len(ran), len(left))


def _calls(runner: Runner, place: Place, items: list[pytest.Item]) -> list[Case]:
    name = place.exercise.name
    recorder = _Recorder(runner.bench.reference.function(name))
    for one in list(runner.run(items, recorder)):
        if one.raised is not None:
            raise SystemExit(f"The solution of {name} fails {one.item.name}.")
    return recorder.found


def _parted(items: list[pytest.Item]) -> tuple[list[pytest.Item], list[pytest.Item]]:
    kept: list[pytest.Item] = []
    left: list[pytest.Item] = []
    for item in items:
        spared = any(item.get_closest_marker(name) for name in LEFT_OUT)
        (left if spared else kept).append(item)
    return kept, left


def check() -> str:
    """Return the source of the function that a peer compares with."""
    course = courses.load(ROOT)
    tolerance = next(iter(course)).exercise.tolerance
    return CHECK.format(rtol=tolerance.rtol, atol=tolerance.atol)


def written(value: Any) -> str:
    """Return a value as Python writes it, every digit of it."""
    if isinstance(value, np.ndarray):
        return f"np.array({value.tolist()!r}, dtype={value.dtype.name!r})"
    if isinstance(value, np.generic):
        return repr(value.item())
    return repr(value)


def line(name: str, case: Case) -> str:
    """Return the line of a test that makes the call and compares."""
    args = ", ".join(map(written, case.args))
    return f"check({name}({args}), {written(case.expected)})"
