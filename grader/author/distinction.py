"""Looks for an input on which a mutant differs from the solution."""

import copy
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np

from grader.compare import ladder
from grader.compare.failure import Failure
from grader.course import Course
from grader.errors import GraderError
from grader.feedback.message import inputs
from grader.sandbox.launcher import Sandbox
from grader.session.proxy import Submitted
from grader.session.reference import ExerciseError, units
from grader.session.runner import Runner
from grader.session.subject import Call
from grader.session.submitted import Entry

TRIES = 120
_MAX_ITEMS = 12


def find(
    runner: Runner,
    course: Course,
    entry: Entry,
    calls: Sequence[Call],
    sandbox: Sandbox,
) -> str:
    """Return an input on which an answer is not the solution's, as text.

    Inputs are those of the `calls`, changed at random. Empty if none is found.
    """
    exercise = entry.place.exercise
    solution = runner.bench.reference.function(exercise.name)
    seed = runner.bench.seed
    place, unit = entry.place, entry.unit()
    holds = units(course, entry.supplied)
    subject = Submitted(sandbox, course, place, unit, entry.text, seed, holds=holds)
    try:
        for args, kwargs in _changed(calls):
            expected = _result(solution, args, kwargs)
            if expected is None:
                continue
            try:
                yours = subject(*copy.deepcopy(args), **kwargs)
                tolerance = exercise.tolerance
                ladder.climb(yours, expected, tolerance.rtol, tolerance.atol)
            except Failure:
                return _text(args, kwargs, entry.parameters)
            except (ExerciseError, GraderError):
                continue
    finally:
        subject.close()
    return ""


def _result(
    function: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
) -> Any:
    """Return what the solution makes of an input, None if it is not fit for it."""
    try:
        with np.errstate(all="raise"):
            return function(*args, **kwargs)
    except (ExerciseError, ArithmeticError):
        return None


def _changed(
    calls: Sequence[Call],
) -> Iterator[tuple[tuple[Any, ...], dict[str, Any]]]:
    rng = np.random.default_rng(0)
    for number in range(TRIES if calls else 0):
        call = calls[number % len(calls)]
        args = tuple(_other(one, rng) for one in copy.deepcopy(call.args))
        yield args, call.kwargs


def _other(value: Any, rng: np.random.Generator) -> Any:
    """Return a value like this one, with other numbers in it."""
    if isinstance(value, bool | str) or value is None:
        return value
    if isinstance(value, int):
        return max(0, value + int(rng.integers(-2, 3)))
    scale = rng.choice([0.0, 1e-3, 1.0, 1.0, 1.0, -1.0, 30.0])
    if isinstance(value, float):
        return value * float(scale)
    if isinstance(value, np.ndarray) and value.dtype.kind == "f":
        return value * scale + rng.choice([0.0, 1.0]) * rng.normal(size=value.shape)
    return value


def _text(args: tuple[Any, ...], kwargs: dict[str, Any], parameters: list[str]) -> str:
    words = []
    for name, value in inputs(args, kwargs, parameters):
        if isinstance(value, np.ndarray) and value.size > _MAX_ITEMS:
            words.append(f"{name} of shape {value.shape}")
        else:
            shown = value.tolist() if isinstance(value, np.ndarray) else value
            words.append(f"{name} = {shown}")
    return ", ".join(words)
