"""`grader grade` beside its peers: the same submissions, the same calls, in turn.

Each peer has a virtual environment of its own in a cache folder, with pinned versions,
and the cases written as it has them. Peers take seconds for a submission and the grader
milliseconds, so peers get few and the grader many: rates are compared, each round the
neighbours' own, and the median of the ratios is told. What peers judged is held against
the grader's verdicts first. Then: how time and memory grow with the class, how long it
takes to find nothing new, and how far a bare fork server without any wall is ahead.

    python benchmarks/batch.py [--students N] [--peer-students N] [--rounds N]
        [--jobs N] [--peers NAME …] [--cache DIR] [--json FILE]
"""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import floor
import psutil  # type: ignore[import-untyped]
from calls import Recording, record
from peers import PEERS, Peer
from peers.notebooks import plain
from students import ASSIGNMENT, IMPORTS, ROOT, Student, exercises, students

SEED = 7
GOALS = {"nbgrader autograde": 60, "otter run": 120}
FLOOR_GOAL = 3
GROWTH_GOAL = 1.1
AGAIN_GOAL = 2.0
WATCHED_SECONDS = 0.05


class Run(NamedTuple):
    """One run of the grader: seconds, and the most memory of all its processes."""

    seconds: float
    peak: int


def write_class(folder: Path, some: Sequence[Student]) -> None:
    """Write the notebooks that students hand in."""
    for student in some:
        path = folder / f"{student.id}.ipynb"
        plain(path, [IMPORTS, *student.answers.values()])


def grade(folder: Path, out: Path, jobs: int, *, fresh: bool = True) -> Run:
    """Run `grader grade` on a class."""
    words = [str(Path(sys.executable).with_name("grader")), "--course", str(ROOT)]
    words += ["grade", str(folder), "--out", str(out), "--jobs", str(jobs), "--quiet"]
    words += ["--seed", str(SEED), *(["--fresh"] if fresh else [])]
    for name in exercises():
        words += ["--only", name]
    started = time.perf_counter()
    process = subprocess.Popen(words)
    watch = _Watch(process.pid)
    status = process.wait()
    seconds = time.perf_counter() - started
    if status:
        raise SystemExit("grader grade failed")
    return Run(seconds, watch.end())


class _Watch(threading.Thread):
    """Looks again and again at the memory of a process and all that it started.

    Resident memory, added up: what a guest shares with its parent counts for both.
    """

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._process = psutil.Process(pid)
        self._done = threading.Event()
        self._peak = 0
        self.start()

    def run(self) -> None:
        """Look until the end."""
        while not self._done.wait(WATCHED_SECONDS):
            try:
                family = [self._process, *self._process.children(recursive=True)]
            except psutil.Error:
                continue
            self._peak = max(self._peak, sum(map(_memory, family)))

    def end(self) -> int:
        """Return the most that was seen, in bytes."""
        self._done.set()
        self.join()
        return self._peak


def _memory(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.Error:
        return 0


def verdicts(out: Path) -> dict[tuple[str, str], bool]:
    """Return by student and exercise whether every value was right."""
    found = {}
    for text in (out / "results.jsonl").read_text("utf-8").splitlines():
        result = json.loads(text)
        for one in result["exercises"]:
            right = one["status"] in ("passed", "loops")
            found[result["submission"]["id"], one["name"]] = right
    return found


def compared(
    peers: Sequence[Peer], folder: Path, asked: argparse.Namespace
) -> dict[str, Any]:
    """Return what each peer and the grader took for a submission, round by round."""
    rows: dict[str, Any] = {peer.name: {"peer": [], "grader": []} for peer in peers}
    for _ in range(asked.rounds):
        for peer in peers:
            print(f"{peer.name} …", file=sys.stderr)
            took = peer.grade() / asked.peer_students
            ours = grade(folder / "class", folder / "out", asked.jobs)
            rows[peer.name]["peer"].append(took)
            rows[peer.name]["grader"].append(ours.seconds / asked.students)
    known = verdicts(folder / "out")
    for peer in peers:
        theirs = peer.passed()
        differ = [one for one, right in theirs.items() if known[one] != right]
        row = rows[peer.name]
        row["pins"] = peer.pins
        row["verdicts"] = len(theirs)
        row["differ"] = [" ".join(one) for one in differ]
        pairs = zip(row["peer"], row["grader"], strict=True)
        row["ratio"] = statistics.median(one / two for one, two in pairs)
        row["goal"] = GOALS.get(peer.name)
    return rows


def beside_floor(
    recording: Recording, some: list[Student], folder: Path, asked: argparse.Namespace
) -> dict[str, Any]:
    """Return the grader's time as a multiple of the fork server's, in turn."""
    pairs = []
    print("bare fork server …", file=sys.stderr)
    for _ in range(asked.rounds):
        bare = floor.grade(recording, some, asked.jobs)
        pairs.append((bare, grade(folder / "class", folder / "out", asked.jobs)))
    return {
        "floor": [bare / len(some) for bare, _ in pairs],
        "grader": [run.seconds / len(some) for _, run in pairs],
        "ratio": statistics.median(run.seconds / bare for bare, run in pairs),
        "goal": FLOOR_GOAL,
    }


def growth(folder: Path, asked: argparse.Namespace) -> dict[str, Any]:
    """Return what twice the class takes: time and memory as multiples of the half."""
    print("twice the class …", file=sys.stderr)
    write_class(folder / "twice", list(students(2 * asked.students)))
    pairs = [
        tuple(grade(folder / name, folder / f"out_{name}", asked.jobs)
              for name in ("class", "twice"))
        for _ in range(asked.rounds)
    ]  # fmt: skip
    return {
        "seconds": statistics.median(two.seconds / one.seconds for one, two in pairs),
        "peak": statistics.median(two.peak / one.peak for one, two in pairs),
        "peak_mb": max(two.peak for _, two in pairs) / 1e6,
        "goal": GROWTH_GOAL,
    }


def again(folder: Path, asked: argparse.Namespace) -> dict[str, Any]:
    """Return the seconds in which nothing new is found in a class of so many."""
    print("the same class again …", file=sys.stderr)
    write_class(folder / "same", list(students(asked.again)))
    out = folder / "out_same"
    grade(folder / "same", out, asked.jobs)
    runs = [grade(folder / "same", out, asked.jobs, fresh=False) for _ in range(5)]
    return {
        "submissions": asked.again,
        "seconds": statistics.median(run.seconds for run in runs),
        "goal": AGAIN_GOAL,
    }


def table(found: dict[str, Any]) -> str:
    """Return the result as a table for people."""
    lines = [f"{'':22}{'a submission':>14}{'grader':>10}{'ratio':>9}{'goal':>7}"]
    for name, row in found["peers"].items():
        peer, ours = (statistics.median(row[key]) for key in ("peer", "grader"))
        goal = f"≥ {row['goal']}" if row["goal"] else ""
        lines.append(
            f"{name:22}{peer:>12.3f} s{ours:>8.3f} s{row['ratio']:>8.1f}×{goal:>7}"
        )
        if row["differ"]:
            lines.append(f"  other verdicts: {', '.join(row['differ'])}")
    bare = found["floor"]
    peer, ours = (statistics.median(bare[key]) for key in ("floor", "grader"))
    ratio = f"1/{bare['ratio']:.1f}"
    lines.append(
        f"{'bare fork server':22}{peer:>12.4f} s{ours:>8.3f} s{ratio:>9}   ≥ 1/3"
    )
    twice, same = found["twice"], found["again"]
    lines.append(
        f"Twice the class: {twice['seconds']:.2f}× the time, {twice['peak']:.2f}× the "
        f"peak memory ({twice['peak_mb']:.0f} MB)."
    )
    lines.append(
        f"{same['submissions']} unchanged submissions: {same['seconds']:.2f} s."
    )
    return "\n".join(lines)


def main() -> int:
    """Measure, print, and return whether a goal was missed."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--students", type=int, default=200)
    parser.add_argument("--peer-students", type=int, default=6)
    parser.add_argument("--again", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--peers", nargs="*", choices=sorted(PEERS), default=None)
    parser.add_argument("--cache", type=Path, default=_cache())
    parser.add_argument("--json", type=Path)
    asked = parser.parse_args()
    recording = record(ASSIGNMENT, SEED)
    some = list(students(asked.students))
    chosen = sorted(PEERS) if asked.peers is None else asked.peers
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_class(folder / "class", some)
        few = some[: asked.peer_students]
        peers = [
            PEERS[one](asked.cache, folder / one, recording, few) for one in chosen
        ]
        found = {
            "machine": f"{platform.platform()}, {os.cpu_count()} processors",
            "python": platform.python_version(),
            "students": asked.students,
            "peer_students": asked.peer_students,
            "jobs": asked.jobs,
            "rounds": asked.rounds,
            "cases": {"functions": recording.functions, "parametrized": recording.items,
                      "calls": sum(map(len, recording.cases.values())),
                      "of_the_grader_alone": recording.extra},
            "peers": compared(peers, folder, asked),
            "floor": beside_floor(recording, some, folder, asked),
            "twice": growth(folder, asked),
            "again": again(folder, asked),
        }  # fmt: skip
    print(table(found))
    if asked.json:
        asked.json.write_text(json.dumps(found, indent=2) + "\n", "utf-8")
    return int(_missed(found))


def _cache() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "grader-benchmarks"


def _missed(found: dict[str, Any]) -> bool:
    peers = found["peers"].values()
    return (
        any(row["differ"] or row["ratio"] < (row["goal"] or 0) for row in peers)
        or found["floor"]["ratio"] > FLOOR_GOAL
        or found["twice"]["seconds"] > 2 * GROWTH_GOAL
        or found["twice"]["peak"] > GROWTH_GOAL
        or found["again"]["seconds"] > AGAIN_GOAL
    )


if __name__ == "__main__":
    sys.exit(main())
