"""Verdicts as JUnit XML: a suite a submission, a test a case, points as properties.

`failure` is the student's, `error` the grader's or the exercise's.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from grader.render import seen
from grader.verdict import (
    Case,
    CaseStatus,
    Exercise,
    Result,
    Status,
    crash_spot,
    first_sentence,
)

# What XML 1.0 has no way to write, escaped or not.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_OUTCOME = {Status.ERROR: "error", Status.NOT_STARTED: "skipped"}


def render(results: Iterable[Result]) -> Iterator[str]:
    """Yield the document in parts: one for each submission."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="grader">\n'
    for one in results:
        yield _suite(one)
    yield "</testsuites>\n"


def text(value: str) -> str:
    """Return text as the content of an element."""
    # A bare carriage return would be read as a line feed.
    return escape(_allowed(value), {"\r": "&#13;"})


def attribute(value: str) -> str:
    """Return text as the quoted value of an attribute."""
    return quoteattr(_allowed(value), {"\r": "&#13;", "\n": "&#10;", "\t": "&#9;"})


def _allowed(value: str) -> str:
    return _FORBIDDEN.sub("\ufffd", value)


class _Test(NamedTuple):
    """One test: `outcome` is the element that says why it did not pass."""

    group: str
    name: str
    seconds: float
    points: tuple[float, float]
    outcome: str = ""
    message: str = ""
    body: str = ""
    printed: str = ""
    file: str = ""
    line: int | None = None


def _suite(one: Result) -> str:
    tests = [test for exercise in one.exercises for test in _tests(exercise)]
    counts = {
        f"{word}s" if word != "skipped" else word: sum(
            test.outcome == word for test in tests
        )
        for word in ("failure", "error", "skipped")
    }
    numbers = " ".join(f'{name}="{count}"' for name, count in counts.items())
    seconds = sum(test.seconds for test in tests)
    properties = {"points": one.points, "max_points": one.max_points}
    for exercise in one.exercises:
        properties[f"{exercise.name}.points"] = exercise.points
        properties[f"{exercise.name}.max_points"] = exercise.max_points
    return "".join(
        [
            f"<testsuite name={attribute(one.submission.id)} ",
            f'tests="{len(tests)}" {numbers} time="{seconds:.6f}">\n',
            _properties(properties),
            *map(_test, tests),
            "</testsuite>\n",
        ]
    )


def _tests(exercise: Exercise) -> Iterator[_Test]:
    group = f"{exercise.assignment}.{exercise.name}"
    for case in exercise.cases:
        yield _case(group, case)
    if seen.judged_apart(exercise) or exercise.status is Status.ERROR:
        finding = exercise.findings[0] if exercise.findings else None
        yield _Test(
            group,
            exercise.name,
            0.0,
            (exercise.points, exercise.max_points),
            _OUTCOME.get(exercise.status, "failure"),
            seen.told(exercise),
            "\n".join(
                f"{one.path}:{one.line}: {one.rule}: {one.message}"
                for one in exercise.findings
            ),
            file=finding.path if finding else "",
            line=finding.line if finding else None,
        )


def _case(group: str, case: Case) -> _Test:
    told = seen.details(case)
    fault = case.status is CaseStatus.ERROR
    return _Test(
        group,
        seen.title(case),
        case.seconds,
        (case.points, case.max_points),
        ("error" if fault else "failure") if told else "",
        first_sentence(told),
        told,
        seen.printed(case),
        line=_line(case) if told else None,
    )


def _line(case: Case) -> int | None:
    """Return the line at which a case crashed, unless it is one of a cell."""
    spot = crash_spot(case)
    return spot.line if spot and spot.cell is None else None


def _test(test: _Test) -> str:
    head = f"<testcase classname={attribute(test.group)} name={attribute(test.name)}"
    head += f' time="{test.seconds:.6f}"'
    if test.file:
        head += f" file={attribute(test.file)}"
    if test.line:
        head += f' line="{test.line}"'
    points, most = test.points
    parts = [head, ">\n", _properties({"points": points, "max_points": most})]
    if test.outcome:
        parts.append(f"<{test.outcome} message={attribute(test.message)}>")
        parts.append(f"{text(test.body)}</{test.outcome}>\n")
    if test.printed:
        parts.append(f"<system-out>{text(test.printed)}</system-out>\n")
    return "".join([*parts, "</testcase>\n"])


def _properties(values: dict[str, float]) -> str:
    rows = "".join(
        f'<property name={attribute(name)} value="{value:g}"/>\n'
        for name, value in values.items()
    )
    return f"<properties>\n{rows}</properties>\n"
