"""The visible cases of an exercise, run in a kernel without pytest."""

import inspect
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from rich.console import Console

from grader.cases import tolerance
from grader.course import Tolerance
from grader.feedback.message import compose, inputs
from grader.feedback.outcomes import raised_by_case
from grader.feedback.promise import promise
from grader.language import joined, marked, say, speak
from grader.notebook.answer import Answer, is_written
from grader.render import terminal
from grader.verdict import Case, CaseStatus, Exercise, Status, Visibility

SEED = 7
WIDTH = 88
FIXTURES = ("files", "rng")
ELSEWHERE = ("advice", "steps")
"""Markers of cases that only a check can run, or that are no right or wrong."""

NOT_STARTED = marked(
    "not started: write it between the two comments, then run both cells."
)
NOT_DEFINED = marked("not defined: run the cell with its function first.")

Written = Callable[..., None]
"""A case as it is written: a plain pytest function."""


class _One(NamedTuple):
    """A case with the values that it is written for; most are written for none."""

    case: Written
    values: dict[str, Any]

    @property
    def name(self) -> str:
        values = self.values.values() if self.values else None
        return promise(self.case.__doc__, self.case.__name__, values)


def show_visible(
    name: str,
    *cases: Written,
    rtol: float | None = None,
    atol: float | None = None,
    language: str | None = None,
) -> None:
    """Run the visible cases of the exercise `name` and print a line for each.

    The first case that does not pass is told in full. `rtol` and `atol` are those of
    an exercise that has its own. What is printed is in the `language` given, else in
    the kernel's.
    """
    speak(language)
    out = Console(
        file=StringIO(),
        color_system=None,
        force_jupyter=False,
        markup=False,
        highlight=False,
        emoji=False,
        width=WIDTH,
    )
    # Cases are defined in the notebook, so they know where its names live.
    names = cases[0].__globals__ if cases else {}
    function = names.get(name)
    if function is None:
        out.print(f"· {name}   {say(NOT_DEFINED)}", soft_wrap=True)
    elif not is_written(function):
        out.print(f"· {name}   {say(NOT_STARTED)}", soft_wrap=True)
    else:
        usual = Tolerance()
        rtol = usual.rtol if rtol is None else rtol
        atol = usual.atol if atol is None else atol
        tolerance.set(Tolerance(rtol, atol))
        _show(name, Answer(name, function, names), cases, out)
    # At once: of many small outputs, some programs leave out the empty lines.
    print(out.file.getvalue(), end="")  # type: ignore[attr-defined]  # noqa: T201 - the cell's output


def _show(name: str, answer: Answer, cases: tuple[Written, ...], out: Console) -> None:
    here = [one for one in cases if _runs_here(one, name)]
    records = [_run(name, one, answer) for case in here for one in _each(case)]
    passed = sum(one.status is CaseStatus.PASSED for one in records)
    terminal.cases(_exercise(name, records), out)
    for case in cases:
        if case not in here:
            said = promise(case.__doc__, case.__name__)
            away = say("in grader check only")
            out.print(f"· {said}   {away}", soft_wrap=True)
    out.print()
    told = say("Visible cases passed: {passed} of {n}.")
    foot = told.format(passed=passed, n=len(records))
    if passed < len(records):
        told = say("Next: change {name}, then run both cells again.")
        foot = joined(foot, told.format(name=name))
    out.print(foot, soft_wrap=True)


def _runs_here(case: Written, name: str) -> bool:
    marks = {mark.name for mark in _marks(case)}
    known = {name, *FIXTURES, *(key for one in _each(case) for key in one.values)}
    return not marks.intersection(ELSEWHERE) and known.issuperset(_parameters(case))


def _parameters(case: Written) -> list[str]:
    return list(inspect.signature(case).parameters)


def _marks(case: Written) -> list[Any]:
    return list(getattr(case, "pytestmark", ()))


def _each(case: Written) -> list[_One]:
    """Return the case once for each set of values of pytest.mark.parametrize."""
    sets: list[dict[str, Any]] = [{}]
    # The mark nearest to the function comes first, and its values change last.
    for mark in _marks(case):
        if mark.name == "parametrize":
            rows = list(_rows(*mark.args, **mark.kwargs))
            sets = [one | row for one in sets for row in rows]
    return [_One(case, values) for values in sets]


def _rows(
    argnames: Any, argvalues: Any, *_args: Any, **_options: Any
) -> Iterator[dict[str, Any]]:
    """Yield values by name, from what pytest.mark.parametrize was given."""
    names = argnames.split(",") if isinstance(argnames, str) else list(argnames)
    for value in argvalues:
        row = value
        if type(value).__name__ == "ParameterSet":
            row = value.values
        elif len(names) == 1:
            row = (value,)
        yield dict(zip([name.strip() for name in names], row, strict=True))


def _run(name: str, one: _One, answer: Answer) -> Case:
    answer.calls = []
    status, message = CaseStatus.PASSED, say("Passed.")
    parameters = _parameters(one.case)
    with ExitStack() as stack:
        given = dict(one.values)
        if "files" in parameters:
            folder = stack.enter_context(tempfile.TemporaryDirectory())
            given["files"] = Path(folder)
        if "rng" in parameters:
            given["rng"] = np.random.default_rng(SEED)
        if name in parameters:
            given[name] = answer
        try:
            one.case(**given)
        except Exception as raised:  # noqa: BLE001 - a case may raise anything
            failed = raised_by_case(raised)
            args, kwargs = answer.calls[-1] if answer.calls else ((), {})
            shown = inputs(args, kwargs, answer.parameters)
            status = failed.status
            message = compose(failed, shown, Visibility.SHOWN, reveal=True)
    return Case(
        id=f"visible/{name}::{one.case.__name__}",
        name=one.name,
        visibility=Visibility.SHOWN,
        status=status,
        points=0.0,
        max_points=0.0,
        message=message,
        seconds=0.0,
        stdout="",
    )


def _exercise(name: str, cases: list[Case]) -> Exercise:
    """Return the record that the screen is made of; here, points play no part."""
    passed = all(case.status is CaseStatus.PASSED for case in cases)
    return Exercise(
        name=name,
        assignment="",
        status=Status.PASSED if passed else Status.FAILED,
        points=0.0,
        max_points=0.0,
        message="",
        misconception=None,
        findings=(),
        cases=tuple(cases),
    )
