"""What a comparison found, as Markdown: the table, other verdicts, how to read it."""

import statistics
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from batch import Sizes
from row import Row

HEAD = ("beside", "what", "theirs", "the grader's", "ratio", "goal")
READING = """\
How to read it:
- The ratio is theirs / the grader's, the median of the rounds: 20× says that they take
  20 times as long, 1/20 that the grader does. On a busy machine trust it, not seconds.
- Peers and pytest run what students wrote without a wall. The grader has all of its
  walls, and counts steps and knows misconceptions besides.
- The bare fork server makes the calls and compares. It is the floor: what grades does
  that at least.
- Peers judge one submission after the other; the grader has {jobs} workers, their start
  included, which weighs most with few submissions."""


class Found(NamedTuple):
    """All that was measured, and with what."""

    machine: str
    versions: dict[str, str]
    sizes: Sizes
    cases: dict[str, int]
    cold: Row
    peers: list[Row]
    floor: Row
    growth: list[Row]
    again: Row

    @property
    def rows(self) -> list[Row]:
        """All rows, in order."""
        return [self.cold, *self.peers, self.floor, *self.growth, self.again]

    def document(self) -> dict[str, Any]:
        """Return all of it for JSON."""
        return {
            "machine": self.machine,
            "versions": self.versions,
            "sizes": self.sizes._asdict(),
            "cases": self.cases,
            "rows": [row.document() for row in self.rows],
        }


def markdown(found: Found) -> str:
    """Return the whole report."""
    parts = [_about(found), table(found.rows)]
    others = [
        f"{row.beside} judges otherwise: {', '.join(row.differ)}."
        for row in found.rows
        if row.differ
    ]
    parts += ["\n".join(others)] if others else []
    return "\n\n".join([*parts, READING.format(jobs=found.sizes.jobs)])


def _about(found: Found) -> str:
    sizes = found.sizes
    versions = ", ".join(f"{name} {one}" for name, one in found.versions.items())
    alike = sum(row.verdicts - len(row.differ) for row in found.peers)
    judged = sum(row.verdicts for row in found.peers)
    return (
        f"{found.machine}; {versions}.\n"
        f"Submissions: {sizes.students}, for each peer {sizes.peer_students}; "
        f"calls in each: {found.cases['calls']}; rounds: {sizes.rounds}; "
        f"workers: {sizes.jobs}.\n"
        f"Verdicts of peers: {judged}, {alike} of them as the grader's."
    )


def table(rows: Iterable[Row]) -> str:
    """Return the rows as a table that is read in a terminal as well."""
    cells = [HEAD, *map(_cells, rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    head, *body = [_line(one, widths) for one in cells]
    # All columns of numbers stand to the right.
    rule = [
        "-" * widths[0],
        "-" * widths[1],
        *("-" * (one - 1) + ":" for one in widths[2:]),
    ]
    return "\n".join([head, f"| {' | '.join(rule)} |", *body])


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    left = [one.ljust(width) for one, width in zip(cells[:2], widths[:2], strict=True)]
    right = [one.rjust(width) for one, width in zip(cells[2:], widths[2:], strict=True)]
    return f"| {' | '.join(left + right)} |"


def _cells(row: Row) -> tuple[str, ...]:
    figures = (
        f"{short(statistics.median(one))} {row.unit}"
        for one in (row.theirs, row.grader)
    )
    return row.beside, row.what, *figures, ratio(row.ratio), _goal(row)


def _goal(row: Row) -> str:
    if row.least is not None:
        told = f"≥ {row.least:g}×" if row.least >= 1 else f"≥ 1/{1 / row.least:g}"
    elif row.most is not None:
        told = f"≤ {row.most:g} {row.unit}"
    else:
        return ""
    return f"{told}, {'met' if row.met else 'missed'}"


def ratio(value: float) -> str:
    """Return a ratio as `24×`, or as `1/24` where it is below one."""
    return f"{short(value)}×" if value >= 1 else f"1/{short(1 / value)}"


def short(value: float) -> str:
    """Return a number with three digits that count, two of a small one."""
    if value >= 100:
        return f"{value:.0f}"
    if value >= 10:
        return f"{value:.1f}"
    return f"{value:.2f}" if value >= 1 else f"{value:#.2g}"
