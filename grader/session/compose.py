"""Makes the records of a verdict from what ran."""

import os
import re
from collections.abc import Iterable

import msgspec
import pytest

from grader.course import Course, Place
from grader.feedback.keys import held
from grader.feedback.message import compose, inputs
from grader.language import begun, joined, say, spoken
from grader.session.advice import as_failure, numbers
from grader.session.bench import case_id, case_name, told_name, visibility
from grader.session.reference import ExerciseError
from grader.session.runner import Ran
from grader.session.submitted import Entry
from grader.verdict import (
    Case,
    CaseStatus,
    Exercise,
    Finding,
    Misconception,
    Status,
    Visibility,
    rounded,
)

MAX_STDOUT = 10_000
MAX_WEIGHT = 1e6

# Asked for with every answer, and always the same; pytest looks for them each time.
_MARKS = pytest.StashKey[dict[str, pytest.Mark]]()
_PASSED = pytest.StashKey[dict[tuple[str, float], Case]]()


def without_answer(entry: Entry) -> Exercise:
    """Return the record of an exercise of which nothing was run."""
    assert entry.status is not None  # noqa: S101 - answers have a verdict
    return verdict(entry.place, entry.status, entry.message, findings=entry.findings)


def verdict(  # one place where every field of a verdict is given
    place: Place,
    status: Status,
    message: str,
    points: float = 0.0,
    misconception: Misconception | None = None,
    findings: Iterable[Finding] = (),
    cases: Iterable[Case] = (),
) -> Exercise:
    """Return the record of an exercise."""
    return Exercise(
        name=place.exercise.name,
        assignment=place.assignment,
        status=status,
        points=rounded(points),
        max_points=float(place.exercise.points),
        message=message,
        misconception=misconception,
        findings=tuple(findings),
        cases=tuple(cases),
    )


def case_record(
    ran: Ran,
    points: float,
    entry: Entry,
    course: Course,
    *,
    reveal: bool,
    folder: str = "",
) -> Case:
    """Return the record of one case that is worth `points`.

    The `folder` of the files that cases hand over is left out of what is told: it is
    another one in each run.
    """
    if ran.raised is None and not any(call.stdout for call in ran.calls):
        case = _passed(ran.item, rounded(points), entry.place, course)
        return msgspec.structs.replace(case, seconds=round(ran.seconds, 6))
    seen = visibility(ran.item, course)
    stdout = _without(folder, "".join(call.stdout for call in ran.calls))
    if len(stdout) > MAX_STDOUT:
        stdout = say("{text}… (cut)").format(text=stdout[:MAX_STDOUT])
    passed = ran.raised is None
    message = say("Passed.")
    status = CaseStatus.PASSED
    if not passed:
        failure = as_failure(ran)
        status = failure.status
        last = ran.calls[-1] if ran.calls else None
        given = inputs(last.args, last.kwargs, entry.parameters) if last else []
        given = [
            (name, _without(folder, value) if isinstance(value, str) else value)
            for name, value in given
        ]
        notice = numbers(ran, failure, entry)
        keys = held(last.outcome, given, entry.text) if last and failure.raised else ""
        message = compose(
            failure, given, seen, reveal=reveal, notice=notice, beside=keys
        )
        message = _without(folder, message)
        if seen is Visibility.PRIVATE and not reveal:
            stdout = ""
    return Case(
        id=case_id(ran.item, course),
        name=told_name(ran.item, entry.place),
        visibility=seen,
        status=status,
        points=rounded(points if passed else 0.0),
        max_points=rounded(points),
        message=message,
        seconds=round(ran.seconds, 6),
        stdout=stdout,
    )


def _passed(item: pytest.Item, points: float, place: Place, course: Course) -> Case:
    """Return the record of a case that passed and printed nothing, always the same."""
    kept = item.stash.setdefault(_PASSED, {})
    key = spoken(), points
    if key not in kept:
        kept[key] = Case(
            id=case_id(item, course),
            name=told_name(item, place),
            visibility=visibility(item, course),
            status=CaseStatus.PASSED,
            points=points,
            max_points=points,
            message=say("Passed."),
            seconds=0.0,
            stdout="",
        )
    return kept[key]


def _without(folder: str, text: str) -> str:
    return text.replace(folder + os.sep, "") if folder else text


def marked(item: pytest.Item, name: str) -> pytest.Mark | None:
    """Return a case's mark of a name, None if it has none."""
    if _MARKS not in item.stash:
        # The closest comes first.
        marks = {mark.name: mark for mark in reversed(list(item.iter_markers()))}
        item.stash[_MARKS] = marks
    return item.stash[_MARKS].get(name)


def weight(item: pytest.Item) -> float:
    """Return what a case weighs among those of its exercise."""
    marker = marked(item, "points")
    if marker is None:
        return 1.0
    points = marker.args[0] if len(marker.args) == 1 else None
    if not isinstance(points, int | float) or not 0 < points < MAX_WEIGHT:
        raise ExerciseError(
            f"The points of the case “{case_name(item)}” are no number."
        )
    return float(points)


def broken(said: str) -> str:
    """Return the sentence of an exercise that is at fault itself."""
    # Addresses differ from run to run.
    said = re.sub(r" at 0x[0-9a-f]+", "", said).strip() or say("No reason was given")
    if not said.endswith((".", "。")):
        said = say("{sentence}.").format(sentence=said)
    ours = say("This exercise is broken. It is not your code.")
    return joined(ours, begun(said))
