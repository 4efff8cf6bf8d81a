"""The input of a failed case, whole: what `grader inspect` opens."""

import keyword
import os
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from grader.compare.failure import Difference, Failure
from grader.sandbox.outcome import Returned
from grader.session.runner import Ran
from grader.verdict import Case, CaseStatus, Visibility, first_sentence

YOURS, EXPECTED, RETURNED = "yours", "expected", "returned"
TAKEN = {YOURS, EXPECTED, RETURNED, "np"}
"""Names that no argument goes by."""


class Failing(NamedTuple):
    """A failed case as far as a student may see it: `values` by name, in order.

    First the arguments by the student's own parameters, then `yours` and, where it may
    be shown, `expected`, as on the screen. `returned` is all that the call returned,
    where `yours` is a `part` of it, or computed from it. Without a case that may be
    shown there are no values.
    """

    exercise: str
    case: str = ""
    sentence: str = ""
    part: str = ""
    values: tuple[tuple[str, Any], ...] = ()


def failing(
    name: str,
    ran: Sequence[Ran],
    cases: Sequence[Case],
    parameters: Sequence[str],
    *,
    reveal: bool,
    folder: str = "",
) -> Failing:
    """Return the first failed case that may be shown; `cases` are the records of `ran`.

    The `folder` of the files that cases hand over is left out of what is kept.
    """
    for one, case in zip(ran, cases, strict=True):
        hidden = case.visibility is Visibility.PRIVATE and not reveal
        if case.status is not CaseStatus.PASSED and not hidden:
            return Failing(
                name,
                case.name,
                first_sentence(case.message),
                _part(one.raised),
                tuple(_values(one, case, parameters, folder, reveal=reveal)),
            )
    return Failing(name)


def _values(
    one: Ran, case: Case, parameters: Sequence[str], folder: str, *, reveal: bool
) -> Iterator[tuple[str, Any]]:
    if one.calls:
        call = one.calls[-1]
        given = {*TAKEN}
        for index, value in enumerate(call.args):
            label = parameters[index] if index < len(parameters) else ""
            label = _name(label, f"argument_{index + 1}", given)
            yield label, _without(folder, value)
        for key, value in call.kwargs.items():
            yield _name(key, key, given), _without(folder, value)
    returned = bool(one.calls) and isinstance(one.calls[-1].outcome, Returned)
    value = one.calls[-1].outcome.value if returned else None  # type: ignore[union-attr]
    difference = _difference(one.raised)
    if difference is None:
        if returned:
            yield YOURS, value
        return
    yield YOURS, difference.yours
    shown = reveal or case.visibility is Visibility.SHOWN
    if shown and difference.expected is not None:
        yield EXPECTED, difference.expected
    if returned and value is not difference.yours:
        yield RETURNED, value


def _name(wanted: str, otherwise: str, given: set[str]) -> str:
    """Return a name for a variable that no other has."""
    name = wanted if wanted.isidentifier() else otherwise
    while name in given or keyword.iskeyword(name):
        name += "_"
    given.add(name)
    return name


def _difference(raised: BaseException | None) -> Difference | None:
    return raised.difference if isinstance(raised, Failure) else None


def _part(raised: BaseException | None) -> str:
    difference = _difference(raised)
    if difference is None:
        return ""
    return difference.part or difference.what or ""


def _without(folder: str, value: Any) -> Any:
    if folder and isinstance(value, str):
        return value.replace(folder + os.sep, "")
    return value
