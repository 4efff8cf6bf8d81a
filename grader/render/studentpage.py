"""The page of one student: what the terminal tells of each exercise, with no script.

It follows `seen`, so that it can be handed out: of a private case it says that there is
one and whether it passed.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple
from urllib.parse import quote

from grader.render import seen
from grader.render.action import located
from grader.render.classroom import LETTERS
from grader.render.finding import MAX_FINDINGS
from grader.render.passage import Passage, parted
from grader.render.price import price
from grader.render.template import filled
from grader.render.terminal import LOOK, printed, waiting
from grader.verdict import (
    Case,
    CaseStatus,
    Evidence,
    Exercise,
    Result,
    Status,
)

SIGNS = {status: sign for status, (sign, _, _) in LOOK.items()} | {
    # Not to be taken for a wrong answer at a glance.
    Status.MISSING: "–",
    Status.UNREADABLE: "?",
}


class Around(NamedTuple):
    """Where the page of a class leads: the files beside it; empty if there is none."""

    before: str
    after: str


class _Case(NamedTuple):
    name: str
    passed: bool
    told: Passage | None
    printed: Sequence[str]


class _Finding(NamedTuple):
    rule: str
    place: str
    advice: bool
    message: str
    help: str
    why: str


class _Exercise(NamedTuple):
    """An exercise as the page tells it: a line, and more if something is to do."""

    name: str
    letter: str
    sign: str
    word: str
    message: str
    points: float
    max_points: float
    more: bool
    cases: Sequence[_Case]
    misconception: str
    findings: Sequence[_Finding]
    left: int


class _Assignment(NamedTuple):
    title: str
    exercises: Sequence[_Exercise]


def render(
    one: Result, titles: Mapping[str, str], key: str = "", around: Around | None = None
) -> str:
    """Return the page; `titles` are those of assignments by name.

    One without `around` leads nowhere: it can be handed out.
    """
    grouped = groupby(one.exercises, lambda exercise: exercise.assignment)
    assignments = [
        _Assignment(titles.get(name, name), [_exercise(it) for it in some])
        for name, some in grouped
    ]
    counts = [
        (LETTERS[status], SIGNS[status], LOOK[status][2], count)
        for status in Status
        if (count := sum(it.status is status for it in one.exercises))
    ]
    return filled(
        "student",
        key,
        result=one,
        assignments=assignments,
        counts=counts,
        around=around and Around(*map(quote, around)),
    )


def _exercise(one: Exercise) -> _Exercise:
    word = LOOK[one.status][2]
    if one.status is Status.FAILED and not one.cases:
        word = "not run"
    if waiting(one):
        word = "waits"
    message = one.message
    if one.status is Status.LOOPS:
        message = price(one, here=False)
    elif one.status is Status.NOT_STARTED and not waiting(one):
        message = ""
    elif one.cases and one.status is Status.FAILED:
        done = sum(case.status is CaseStatus.PASSED for case in one.cases)
        message = f"{done} of {len(one.cases)} cases passed."
    told = one.misconception.message if one.misconception else ""
    failed = one.status is not Status.PASSED
    return _Exercise(
        name=one.name,
        letter=LETTERS[one.status],
        sign=SIGNS[one.status],
        word=word,
        message=message,
        points=one.points,
        max_points=one.max_points,
        more=bool(one.findings) or (failed and bool(one.cases)),
        cases=list(_cases(one)) if failed else (),
        misconception=told,
        findings=list(_findings(one)),
        left=max(0, len(one.findings) - MAX_FINDINGS),
    )


def _cases(one: Exercise) -> Iterator[_Case]:
    """Yield each case; the first that did not pass is told in full."""
    told = False
    for case in one.cases:
        passed = case.status is CaseStatus.PASSED
        if passed or told:
            yield _Case(seen.title(case), passed, None, ())
        else:
            told = True
            rows = printed(seen.printed(case)) if seen.printed(case) else []
            yield _Case(seen.title(case), passed, _passage(case), rows)


def _passage(case: Case) -> Passage:
    return parted(seen.details(case))


def _findings(one: Exercise) -> Iterator[_Finding]:
    """Yield the first findings; the same help is given once, as in the terminal."""
    told: set[str] = set()
    for it in one.findings[:MAX_FINDINGS]:
        advice = it.evidence is Evidence.CASE
        text = "" if it.help in told else it.help
        why = it.rule if it.help and it.rule not in told else ""
        told |= {it.help, it.rule}
        yield _Finding(it.rule, located(it, it.path), advice, it.message, text, why)
