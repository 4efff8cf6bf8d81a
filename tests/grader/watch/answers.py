"""Answers of an engine, made by hand."""

from grader.spot import Spot
from grader.verdict import Exercise, Result, Status, Submission
from grader.watch.warm import Answer, Shown


def verdict(name, status=Status.PASSED, message="Passed."):
    """Return a verdict on an exercise."""
    return Exercise(
        name=name,
        assignment="basics",
        status=Status(status),
        points=0.0,
        max_points=10.0,
        message=message,
        misconception=None,
        findings=(),
        cases=(),
    )


def make_answer(number, **statuses):
    """Return the answer to a question, by the status of each exercise."""
    exercises = tuple(verdict(name, status) for name, status in statuses.items())
    result = Result(
        grader="0",
        course="Small",
        seed=7,
        isolation="process",
        submission=Submission(id="s", path="exercises", sha256=""),
        points=0.0,
        max_points=10.0,
        exercises=exercises,
    )
    shown = {name: Shown(f"exercises/basics/{name}.py", Spot(3)) for name in statuses}
    return Answer(number, result, shown)
