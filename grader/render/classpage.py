"""The page of a class: who got how far, and what went wrong most often.

It is the instructor's: names of private cases stand on it.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from grader.render.alike import sentence
from grader.render.classroom import LETTERS, Classroom, Row
from grader.render.studentpage import SIGNS
from grader.render.template import filled
from grader.render.terminal import LOOK
from grader.verdict import Alike, Status

if TYPE_CHECKING:
    from markupsafe import Markup

MOST_CASES = 12
MOST_OF_ONE = 2
MOST_MISTAKES = 8


class About(NamedTuple):
    """What is said of the class itself; `titles` are those of assignments by name."""

    course: str
    titles: Mapping[str, str]
    seed: int
    wall: str
    version: str


class _Verdict(NamedTuple):
    letter: str
    sign: str
    word: str


class _Student(NamedTuple):
    id: str
    address: str
    points: float
    letters: str
    cells: "Markup"


class _Bar(NamedTuple):
    """A column of the distribution: whose share it is, and its height in percent."""

    label: str
    students: int
    height: float


class _Counts(NamedTuple):
    """An exercise: how many have each verdict, and parts of a bar in percent."""

    name: str
    counts: Sequence[int]
    parts: Sequence[tuple[str, float, float]]


class _Group(NamedTuple):
    """An assignment and what stands for each exercise of it."""

    title: str
    exercises: Sequence[_Counts]


class _Alike(NamedTuple):
    exercise: str
    sentence: str
    students: Sequence[tuple[str, str]]


def render(room: Classroom, about: About, key: str, alike: Sequence[Alike] = ()) -> str:
    """Return the page; it leads to that of answers that are alike if there are any."""
    groups = list(_groups(room, about))
    return filled(
        "index",
        key,
        rules=_rules(len(room.names), {len(one.exercises) for one in groups}),
        about=about,
        room=room,
        groups=groups,
        verdicts=[_verdict(status) for status in room.present],
        students=_students(room),
        bars=_bars(room.shares()),
        failing=room.failing(MOST_CASES, MOST_OF_ONE),
        most_of_one=MOST_OF_ONE,
        mistaken=room.mistaken(MOST_MISTAKES),
        alike=len(alike),
    )


def render_alike(
    room: Classroom, about: About, key: str, alike: Sequence[Alike]
) -> str:
    """Return the page of answers that are alike, the longest first."""
    addresses = {row.id: _address(row) for row in room.rows}
    groups = [
        _Alike(
            one.exercise,
            sentence(one),
            [(it, addresses.get(it, "")) for it in one.submissions],
        )
        for one in sorted(alike, key=lambda it: (-it.statements, -len(it.submissions)))
    ]
    return filled("alike", key, about=about, groups=groups)


def _rules(exercises: int, spans: set[int]) -> str:
    """Return how wide the table is: no element may have a style of its own."""
    rules = [f".map {{ --exercises: {exercises}; }}"]
    rules += [
        f'.over > [colspan="{one}"] {{ --span: {one}; }}' for one in sorted(spans)
    ]
    return "\n".join(rules)


def _address(row: Row) -> str:
    return f"students/{quote(row.file)}"


def _verdict(status: Status) -> _Verdict:
    return _Verdict(LETTERS[status], SIGNS[status], LOOK[status][2])


def _students(room: Classroom) -> Iterator[_Student]:
    """Yield a row each; its cells are joined here: a large class has 100,000."""
    from markupsafe import Markup  # noqa: PLC0415 - with the first page

    begins = _begins(room)
    for row in room.rows:
        cells = map(_cell, row.letters, begins)
        # Nothing but the cells below is in it.
        joined = Markup("".join(cells))  # noqa: S704
        yield _Student(row.id, _address(row), row.points, row.letters, joined)


def _begins(room: Classroom) -> list[bool]:
    """Return for each exercise whether an assignment begins with it."""
    told = [room.assignments.get(name) for name in room.names]
    return [not index or one != told[index - 1] for index, one in enumerate(told)]


@cache
def _cell(letter: str, begins: bool) -> str:
    for status in Status:
        if LETTERS[status] == letter:
            _, sign, word = _verdict(status)
            classes = f'"{letter} g"' if begins else letter
            return f'<td class={classes} title="{word}">{sign}'
    return "<td class=g>" if begins else "<td>"


def _bars(counts: Sequence[int]) -> list[_Bar]:
    highest = max(counts) or 1
    last = len(counts) - 1
    return [
        _Bar(
            f"{index * 10}" if index == last else f"{index * 10}–{index * 10 + 9}",
            count,
            round(100 * count / highest, 2),
        )
        for index, count in enumerate(counts)
    ]


def _groups(room: Classroom, about: About) -> Iterator[_Group]:
    """Yield the assignments in order, each with its exercises."""
    for name, some in groupby(room.names, lambda one: room.assignments.get(one, "")):
        title = about.titles.get(name, name)
        yield _Group(title, [_counts(room, one) for one in some])


def _counts(room: Classroom, name: str) -> _Counts:
    counted = room.statuses[name]
    total = counted.total() or 1
    parts: list[tuple[str, float, float]] = []
    start = 0.0
    for status in Status:
        width = 100 * counted[status] / total
        if width:
            parts.append((LETTERS[status], round(start, 2), round(width, 2)))
        start += width
    return _Counts(name, [counted[status] for status in room.present], parts)
