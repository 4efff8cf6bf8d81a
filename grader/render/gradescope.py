"""A verdict as the results.json of a Gradescope autograder.

A test for each exercise carries its points, so that they add up to the total; its cases
follow without points of their own. A private case is shown as passed or not and nothing
else: hidden from students as a whole, it would hide their total, too.
"""

from collections.abc import Iterator
from typing import Any

import msgspec

from grader.render import seen
from grader.render.text import printable
from grader.verdict import Case, CaseStatus, Exercise, Result, Status

VISIBLE = "visible"


def render(one: Result) -> str:
    """Return the document."""
    seconds = sum(case.seconds for each in one.exercises for case in each.cases)
    tests = [
        test
        for number, exercise in enumerate(one.exercises, 1)
        for test in _tests(exercise, str(number))
    ]
    done = sum(exercise.status is Status.PASSED for exercise in one.exercises)
    output = f"{done} of {len(one.exercises)} exercises passed."
    return _document(one.points, output, tests, _about(one), seconds)


def refused(message: str) -> str:
    """Return the document on a submission that could not be judged at all."""
    return _document(0.0, printable(message), [], {})


def _document(
    score: float,
    output: str,
    tests: list[dict[str, Any]],
    about: dict[str, Any],
    seconds: float = 0.0,
) -> str:
    document: dict[str, Any] = {
        "score": score,
        "output": output,
        "output_format": "text",
        "visibility": VISIBLE,
        # What the program itself prints is for the instructor.
        "stdout_visibility": "hidden",
        "extra_data": about,
        "tests": tests,
    }
    if seconds:
        document["execution_time"] = round(seconds, 3)
    return msgspec.json.format(msgspec.json.encode(document), indent=2).decode()


def _about(one: Result) -> dict[str, Any]:
    return {
        "grader": one.grader,
        "course": one.course,
        "seed": one.seed,
        "isolation": one.isolation,
        "sha256": one.submission.sha256,
        "max_score": one.max_points,
    }


def _tests(exercise: Exercise, number: str) -> Iterator[dict[str, Any]]:
    said = [seen.told(exercise)]
    said += [f"line {it.line}: {it.rule}: {it.message}" for it in exercise.findings]
    passed = exercise.status is Status.PASSED
    yield {
        "score": exercise.points,
        "max_score": exercise.max_points,
        "status": "passed" if passed else "failed",
        **_described(exercise.name, number, "\n".join(map(printable, said))),
        "tags": [exercise.assignment, exercise.status],
    }
    for index, case in enumerate(exercise.cases, 1):
        yield {
            "status": "passed" if case.status is CaseStatus.PASSED else "failed",
            **_described(
                f"{exercise.name}: {seen.title(case)}",
                f"{number}.{index}",
                _output(case),
            ),
        }


def _described(name: str, number: str, output: str) -> dict[str, Any]:
    text = {"output": output, "output_format": "text"}
    return {"name": name, "number": number, **text, "visibility": VISIBLE}


def _output(case: Case) -> str:
    printed = seen.printed(case) if seen.details(case) else ""
    parts = [seen.details(case), f"It printed:\n{printed}" if printed else ""]
    return "\n\n".join(filter(None, parts))
