"""result.json of Classroom 50: whole numbers, its own keys, what it is told."""

import json

import pytest
from msgspec.structs import replace

from grader.render.classroom50 import missing, render

ENVIRONMENT = {
    "CLASSROOM": "nn-2026",
    "ASSIGNMENT": "basics",
    "SUBMISSION_TAG": "submit/1",
    "COMMIT_URL": "commit/{id}",
    "RELEASE_URL": "release",
}
NOW = "2026-01-31T12:00:00Z"


def document(result, **more):
    """Return the document of a result."""
    return json.loads(render(result, ENVIRONMENT | more, NOW))


def test_every_result_is_one(screen):
    """Scores are whole numbers that add up; tests have the four keys."""
    found = document(screen[1])
    assert found["schema"] == "classroom50/result/v1"
    assert found["datetime"] == NOW
    for test in found["tests"]:
        assert set(test) == {"test-name", "passed", "score", "max-score"}
        assert type(test["score"]) is type(test["max-score"]) is int
        assert 0 <= test["score"] <= test["max-score"]
        assert type(test["passed"]) is bool
    for key in ("score", "max-score"):
        assert found[key] == sum(test[key] for test in found["tests"])


def test_the_environment(make):
    """Fields are taken from the environment; {id} stands for the submission."""
    found = document(make("passed"), OWNER="{id}")
    assert found["classroom"] == "nn-2026"
    assert found["commit"] == found["review"] == "commit/alice"
    assert found["owner"] == "alice"
    assert "submitted_by" not in found
    assert document(make("passed"), REVIEW_URL="review")["review"] == "review"


def test_what_is_missing():
    """Variables that are not set, or empty, are named."""
    assert missing(ENVIRONMENT) == []
    assert missing(ENVIRONMENT | {"CLASSROOM": ""}) == ["CLASSROOM"]
    assert missing({})[1:3] == ["ASSIGNMENT", "SUBMISSION_TAG"]


@pytest.mark.parametrize(
    ("points", "most", "score"),
    [(9.9, 10.0, 9), (7.4, 10.0, 7), (0.4, 10.0, 0), (0.5, 0.5, 50), (0.4999, 0.5, 49)],
)
def test_rounding(make, points, most, score):
    """Rounding gives nobody full marks; fractions of a point count in hundredths."""
    one = make("loops")
    exercise = replace(one.exercises[0], points=points, max_points=most)
    (test,) = document(replace(one, exercises=(exercise,)))["tests"]
    assert test["score"] == score
