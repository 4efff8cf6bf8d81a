"""A program while it works: the memory of all its processes, their processor time."""

import os
import resource
import sqlite3
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import psutil  # type: ignore[import-untyped]

SECONDS = 1.0
"""Between two looks: one takes some milliseconds of a processor."""


class Look(NamedTuple):
    """One look: when, how much is done, and memory in bytes.

    What processes share counts for each of them in part, so memory can be added up.
    """

    second: float
    done: int
    grader: int
    others: int


class Ran(NamedTuple):
    """What became of a program, and what was seen of it.

    Processor time is that of all processes that were waited for: a guest that is killed
    with its parent is left out.
    """

    code: int
    seconds: float
    processor: float
    looks: list[Look]


def run(words: Sequence[str], done: Callable[[], int]) -> Ran:
    """Run a program and look at it until it ends; `done` counts what it has done."""
    started = time.perf_counter()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    process = subprocess.Popen(words)
    root = psutil.Process(process.pid)
    looks = []
    while process.poll() is None:
        family = _family(root)
        grader, others = sum(map(_memory, family[:1])), sum(map(_memory, family[1:]))
        looks.append(Look(time.perf_counter() - started, done(), grader, others))
        try:
            process.wait(SECONDS)
        except subprocess.TimeoutExpired:
            continue
    seconds = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = sum(after[:2]) - sum(before[:2])
    return Ran(process.returncode, seconds, used, looks)


def recorded(out: Path) -> int:
    """Return how many submissions a gradebook holds that may be in use."""
    file = out / "gradebook.sqlite"
    if not file.exists():
        return 0
    try:
        database = sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)
        try:
            found = database.execute("SELECT count(*) FROM submission").fetchone()
            return int(found[0])
        finally:
            database.close()
    except sqlite3.Error:
        # It is being made, or put in order.
        return 0


def _family(root: psutil.Process) -> list[psutil.Process]:
    try:
        return [root, *root.children(recursive=True)]
    except psutil.Error:
        return []


def _memory(process: psutil.Process) -> int:
    file = Path(f"/proc/{process.pid}/smaps_rollup")
    try:
        lines = file.read_text("ascii").splitlines()
    except OSError:
        return 0
    return sum(int(one.split()[1]) << 10 for one in lines if one.startswith("Pss:"))


def processors() -> int:
    """Return how many processors this program may use."""
    return len(os.sched_getaffinity(0))
