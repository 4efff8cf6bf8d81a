"""A class, graded by the grader and by others in turn: the parts of the comparison.

Peers take seconds for a submission and the grader milliseconds, so peers get few and
the grader many: rates are compared, each round the neighbours' own. What peers judged
is held against the grader's verdicts. Then: how far a bare fork server without any wall
is ahead, how time and memory grow with the class, and how long it takes to find nothing
new.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import floor
from calls import Recording
from peers import Peer
from program import grade, verdicts, write_class
from row import Row
from students import Student, students

GOALS = {"nbgrader autograde": 60, "otter run": 120}
FLOOR_GOAL = 3
GROWTH_GOAL = 1.1
AGAIN_GOAL = 2.0
FLOOR = "bare fork server"


class Sizes(NamedTuple):
    """How much is measured."""

    students: int = 2000
    peer_students: int = 6
    again: int = 500
    rounds: int = 2
    jobs: int = 2
    cold_rounds: int = 5


def beside_peers(peers: Sequence[Peer], folder: Path, sizes: Sizes) -> list[Row]:
    """Return what each peer and the grader took for a submission, round by round."""
    rows = [
        Row(peer.name, "a submission", [], [], least=GOALS.get(peer.name))
        for peer in peers
    ]
    for _ in range(sizes.rounds):
        for peer, row in zip(peers, rows, strict=True):
            print(f"{peer.name} …", file=sys.stderr)
            row.theirs.append(peer.grade() / sizes.peer_students)
            ours = grade(folder / "class", folder / "out", sizes.jobs)
            row.grader.append(ours.seconds / sizes.students)
    return [
        _held(row, peer, folder / "out") for peer, row in zip(peers, rows, strict=True)
    ]


def _held(row: Row, peer: Peer, out: Path) -> Row:
    """Hold the verdicts of a peer against the grader's."""
    known = verdicts(out)
    theirs = peer.passed()
    differ = tuple(" ".join(one) for one in theirs if known[one] != theirs[one])
    return row._replace(verdicts=len(theirs), differ=differ)


def beside_floor(
    recording: Recording, some: Sequence[Student], folder: Path, sizes: Sizes
) -> Row:
    """Return what the fork server and the grader took for a submission."""
    print(f"{FLOOR} …", file=sys.stderr)
    row = Row(FLOOR, "a submission", [], [], least=1 / FLOOR_GOAL)
    for _ in range(sizes.rounds):
        row.theirs.append(floor.grade(recording, some, sizes.jobs) / len(some))
        ours = grade(folder / "class", folder / "out", sizes.jobs)
        row.grader.append(ours.seconds / len(some))
    return row


def growth(folder: Path, sizes: Sizes) -> list[Row]:
    """Return what half the class takes beside all of it: seconds and memory."""
    print("twice the class …", file=sys.stderr)
    write_class(folder / "twice", list(students(2 * sizes.students)))
    least = 1 / GROWTH_GOAL
    seconds = Row("half the class", "a submission", [], [], least=least)
    memory = Row("half the class", "the most memory", [], [], unit="MB", least=least)
    for _ in range(sizes.rounds):
        half = grade(folder / "class", folder / "out_class", sizes.jobs, watched=True)
        whole = grade(folder / "twice", folder / "out_twice", sizes.jobs, watched=True)
        seconds.theirs.append(half.seconds / sizes.students)
        seconds.grader.append(whole.seconds / (2 * sizes.students))
        memory.theirs.append(half.peak / 1e6)
        memory.grader.append(whole.peak / 1e6)
    return [seconds, memory]


def again(folder: Path, sizes: Sizes) -> Row:
    """Return the seconds in which nothing new is found, beside those of all new."""
    print("the same class again …", file=sys.stderr)
    write_class(folder / "same", list(students(sizes.again)))
    out = folder / "out_same"
    first = grade(folder / "same", out, sizes.jobs)
    runs = [
        grade(folder / "same", out, sizes.jobs, fresh=False)
        for _ in range(sizes.rounds)
    ]
    return Row(
        "the first time",
        f"{sizes.again} unchanged submissions",
        [first.seconds] * len(runs),
        [run.seconds for run in runs],
        most=AGAIN_GOAL,
    )
