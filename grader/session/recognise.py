"""Recognises a known wrong answer from what the student's function returned."""

import copy
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any, final

import numpy as np

from grader import translation
from grader.compare import ladder
from grader.compare.failure import Failure
from grader.course import Place
from grader.language import spoken
from grader.sandbox.outcome import Raised, Returned
from grader.session.reference import ExerciseError, Reference
from grader.session.subject import Call
from grader.verdict import Misconception

# A misconception that agrees on so many calls agrees on the rest.
MAX_CALLS = 60
MAX_KEPT = 256
RTOL, ATOL = 1e-6, 1e-9

_Made = Sequence[tuple[Call, ...]]
_Key = tuple[str | int, ...]


@final
class Recogniser:
    """Recognises known wrong answers; those of which all is the same only once."""

    def __init__(self) -> None:
        # With the calls, so that no other can be known by their identity.
        self._known: OrderedDict[_Key, tuple[_Made, Misconception | None]]
        self._known = OrderedDict()

    def recognise(
        self, place: Place, reference: Reference, made: Sequence[tuple[Call, ...]]
    ) -> Misconception | None:
        """Return what `recognise` does, of the calls `made` by each failed case."""
        key: _Key = (spoken(), place.exercise.name, *map(id, made))
        if key not in self._known:
            calls = [call for some in made for call in some]
            self._known[key] = made, recognise(place, reference, calls)
            if len(self._known) > MAX_KEPT:
                self._known.popitem(last=False)
        return self._known[key][1]


def recognise(
    place: Place, reference: Reference, calls: Sequence[Call]
) -> Misconception | None:
    """Return the misconception whose output equals the student's on every call.

    `calls` are those of the failed cases. It takes two different inputs, of two
    shapes where the inputs are arrays, to claim anything; of a function without
    parameters there is one input, and it is enough.
    """
    calls = calls[:MAX_CALLS]
    if not place.misconceptions.is_file() or not _tells(calls):
        return None
    for name, function in known(place, reference).items():
        if all(_same(function, call) for call in calls):
            said = translation.said(place, sentence(function))
            return Misconception(name=name, message=said)
    return None


def known(place: Place, reference: Reference) -> dict[str, Callable[..., Any]]:
    """Return the misconceptions of an exercise by name, in the order of the file."""
    module = reference.misconceptions(place)
    return {
        name: value
        for name, value in vars(module).items()
        if callable(value)
        and not name.startswith("_")
        and name not in place.exercise.uses
        and getattr(value, "__module__", None) == module.__name__
    }


def sentence(function: Callable[..., Any]) -> str:
    """Return what the student reads: the docstring, on one line."""
    return " ".join((function.__doc__ or "").split())


def _tells(calls: Sequence[Call]) -> bool:
    if calls and not any(call.args or call.kwargs for call in calls):
        return True
    shapes = {tuple(map(np.shape, call.args)) for call in calls}
    if any(shape for signature in shapes for shape in signature):
        return len(shapes) > 1
    return len({repr(call.args) for call in calls}) > 1


def _same(function: Callable[..., Any], call: Call) -> bool:
    args, kwargs = copy.deepcopy((call.args, call.kwargs))
    try:
        with np.errstate(all="ignore"):
            value = function(*args, **kwargs)
    except ExerciseError as error:
        # In the guest, a supplied function raises what is at the bottom of it.
        return _same_error(call, _root(error))
    except Exception as error:  # noqa: BLE001 - whatever a wrong answer raises
        return _same_error(call, error)
    if not isinstance(call.outcome, Returned):
        return False
    try:
        ladder.climb(call.outcome.value, value, RTOL, ATOL)
    except Failure:
        return False
    return True


def _root(error: BaseException) -> BaseException:
    while isinstance(error, ExerciseError) and error.__cause__ is not None:
        error = error.__cause__
    return error


def _same_error(call: Call, error: BaseException) -> bool:
    outcome = call.outcome
    return (
        isinstance(outcome, Raised)
        and outcome.type == type(error).__name__
        and outcome.message == str(error)
    )
