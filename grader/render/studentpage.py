"""The page of one student: what the terminal tells of each exercise, with no script.

It follows `seen`, so that it can be handed out: of a private case it says that there is
one and whether it passed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from grader.render import seen
from grader.render.action import located
from grader.render.classroom import LETTERS
from grader.render.finding import MAX_FINDINGS
from grader.render.passage import Passage, parted
from grader.render.price import price
from grader.render.template import filled, part, shown
from grader.render.terminal import LOOK, printed, waiting
from grader.verdict import (
    Case,
    CaseStatus,
    Evidence,
    Exercise,
    Result,
    Status,
)

if TYPE_CHECKING:
    from markupsafe import Markup

KEPT = 512
"""How many parts of pages are kept: much of a class is told the same."""
SIGNS = {status: sign for status, (sign, _, _) in LOOK.items()} | {
    # Not to be taken for a wrong answer at a glance.
    Status.MISSING: "–",
    Status.UNREADABLE: "?",
}


class Around(NamedTuple):
    """Where the page of a class leads: the files beside it; empty if there is none."""

    before: str
    after: str


class _Wrong(NamedTuple):
    """The case that is told in full."""

    name: str
    told: Passage
    printed: tuple[str, ...]


class _Finding(NamedTuple):
    rule: str
    place: str
    advice: bool
    message: str
    help: str
    why: str


class _Head(NamedTuple):
    """What the line of an exercise says in any case."""

    name: str
    status: Status
    word: str
    points: float
    max_points: float

    @property
    def letter(self) -> str:
        return LETTERS[self.status]

    @property
    def sign(self) -> str:
        return SIGNS[self.status]


class _Exercise(NamedTuple):
    """An exercise of which more is told than a line."""

    head: _Head
    message: str
    before: "Markup"
    wrong: _Wrong | None
    after: "Markup"
    misconception: str
    findings: tuple[_Finding, ...]
    left: int


class _Assignment(NamedTuple):
    title: str
    exercises: "Markup"


def render(
    one: Result, titles: Mapping[str, str], key: str = "", around: Around | None = None
) -> str:
    """Return the page; `titles` are those of assignments by name.

    One without `around` leads nowhere: it can be handed out.
    """
    assignments = [
        _Assignment(titles.get(name, name), _sections(some))
        for name, some in groupby(one.exercises, lambda exercise: exercise.assignment)
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


def _sections(some: Iterable[Exercise]) -> "Markup":
    from markupsafe import Markup  # noqa: PLC0415 - with the first page

    # Nothing but what templates made is in it.
    return Markup("".join(map(_told, some)))  # noqa: S704


def _told(one: Exercise) -> str:
    """Return an exercise as the page tells it, made of a template."""
    failed = one.status is not Status.PASSED
    word, message = _words(one, failed=failed)
    if not one.findings and not (failed and one.cases):
        told = f": {shown(message)}" if message else ""
        head = _Head(one.name, one.status, word, one.points, one.max_points)
        return told.join(_around(head))
    return _section(_exercise(one, word, message, failed=failed))


def _words(one: Exercise, *, failed: bool) -> tuple[str, str]:
    """Return the verdict on an exercise in a word or two, and what follows it."""
    word, message = LOOK[one.status][2], one.message
    waits = failed and waiting(one)
    if waits:
        word = "waits"
    elif one.status is Status.FAILED and not one.cases:
        word = "not run"
    if one.status is Status.LOOPS:
        message = price(one, here=False)
    elif one.status is Status.NOT_STARTED and not waits:
        message = ""
    elif one.cases and one.status is Status.FAILED:
        done = sum(case.status is CaseStatus.PASSED for case in one.cases)
        message = f"{done} of {len(one.cases)} cases passed."
    return word, message


# Of what stands on a line, only the message is a student's own.
@lru_cache(KEPT)
def _around(head: _Head) -> tuple[str, str]:
    """Return the line of an exercise before and after its message."""
    return part("exercise.html", "begin", head), part("exercise.html", "end", head)


# What is given is all that stands there: to be equal is to be told the same.
@lru_cache(KEPT)
def _section(one: _Exercise) -> "Markup":
    return part("exercise.html", "section", one)


def _exercise(one: Exercise, word: str, message: str, *, failed: bool) -> _Exercise:
    told = one.misconception.message if one.misconception else ""
    before, wrong, after = _cases(one.cases if failed else ())
    return _Exercise(
        _Head(one.name, one.status, word, one.points, one.max_points),
        message=message,
        before=before,
        wrong=wrong,
        after=after,
        misconception=told,
        findings=tuple(_findings(one)),
        left=max(0, len(one.findings) - MAX_FINDINGS),
    )


def _cases(some: Sequence[Case]) -> tuple["Markup", _Wrong | None, "Markup"]:
    """Return the first case that did not pass, in full, and rows of those around it."""
    passed = [case.status is CaseStatus.PASSED for case in some]
    rows = tuple(zip(map(seen.title, some), passed, strict=True))
    if all(passed):
        return _rows(rows), None, _rows(())
    at = passed.index(False)
    text = seen.printed(some[at])
    wrong = _Wrong(
        rows[at][0],
        parted(seen.details(some[at])),
        tuple(printed(text)) if text else (),
    )
    return _rows(rows[:at]), wrong, _rows(rows[at + 1 :])


@lru_cache(KEPT)
def _rows(some: tuple[tuple[str, bool], ...]) -> "Markup":
    """Return a row for each case that is named, and whether it passed."""
    return part("exercise.html", "rows", some)


def _findings(one: Exercise) -> Iterator[_Finding]:
    """Yield the first findings; the same help is given once, as in the terminal."""
    told: set[str] = set()
    for it in one.findings[:MAX_FINDINGS]:
        advice = it.evidence is Evidence.CASE
        text = "" if it.help in told else it.help
        why = it.rule if it.help and it.rule not in told else ""
        told |= {it.help, it.rule}
        yield _Finding(it.rule, located(it, it.path), advice, it.message, text, why)
