"""A verdict as the result.json of Classroom 50, with whole numbers as scores."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from grader.render.text import printable
from grader.verdict import Exercise, Result, Status

SCHEMA = "classroom50/result/v1"

NEEDED = {
    "classroom": "CLASSROOM",
    "assignment": "ASSIGNMENT",
    "submission": "SUBMISSION_TAG",
    "commit": "COMMIT_URL",
    "release": "RELEASE_URL",
}
"""The variables of the environment that the fields are taken from."""
OPTIONAL = {
    "assignment_type": "ASSIGNMENT_TYPE",
    "owner": "OWNER",
    "review": "REVIEW_URL",
    "submitted_by": "SUBMITTED_BY",
}
ID = "{id}"
"""Stands for the id of a submission in the value of a variable."""


def missing(environment: Mapping[str, str]) -> list[str]:
    """Return the variables that have to be set and are not."""
    return [name for name in NEEDED.values() if not environment.get(name)]


def render(one: Result, environment: Mapping[str, str], now: str) -> str:
    """Return the document; `now` is the time in UTC as 2026-01-31T12:00:00Z."""
    tests = [_test(exercise, _unit(one.exercises)) for exercise in one.exercises]
    fields: dict[str, Any] = {"schema": SCHEMA}
    for key, name in {**NEEDED, **OPTIONAL}.items():
        value = environment.get(name)
        if value:
            fields[key] = value.replace(ID, one.submission.id)
    fields.setdefault("review", fields["commit"])
    fields |= {
        "datetime": now,
        "graded_at": now,
        "score": sum(test["score"] for test in tests),
        "max-score": sum(test["max-score"] for test in tests),
        "tests": tests,
    }
    return msgspec.json.format(msgspec.json.encode(fields), indent=2).decode()


def _unit(exercises: Sequence[Exercise]) -> int:
    """Return how many make a point: 100 where exercises are worth fractions."""
    whole = all(exercise.max_points.is_integer() for exercise in exercises)
    return 1 if whole else 100


def _test(exercise: Exercise, unit: int) -> dict[str, Any]:
    most = round(exercise.max_points * unit)
    passed = exercise.status is Status.PASSED
    score = round(exercise.points * unit)
    if exercise.points < exercise.max_points:
        # Rounding gives nobody full marks.
        score = min(score, most - 1)
    return {
        "test-name": printable(exercise.name),
        "passed": passed,
        "score": max(score, 0),
        "max-score": most,
    }
