"""A program while it works: the memory of all its processes, their processor time."""

import os
import resource
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

import psutil  # type: ignore[import-untyped]

SECONDS = 1.0
"""Between two looks: one takes some milliseconds of a processor."""
FIRST_SECONDS = 0.1
"""Between the first two: a small class is done within a second."""


GROUPS = Path("/sys/fs/cgroup")


class Look(NamedTuple):
    """One look: when, how much is done, and memory in bytes.

    What processes share counts for each of them in part, so memory can be added up.
    """

    second: float
    done: int
    grader: int
    others: int
    used: float
    """Processor time of the first process, which is the grader."""


class Ran(NamedTuple):
    """What became of a program, and what was seen of it.

    Processor time is that of all processes, if it is `whole`; else of those that were
    waited for, which guests are not: what they take is more than half.
    """

    code: int
    seconds: float
    processor: float
    whole: bool
    looks: list[Look]


def run(words: Sequence[str], done: Callable[[], int]) -> Ran:
    """Run a program and look at it until it ends; `done` counts what it has done."""
    with _group() as group:
        enter = partial(_enter, group) if group else None
        started = time.perf_counter()
        before = _waited_for()
        # A new process enters by itself, before it has others.
        process = subprocess.Popen(words, preexec_fn=enter)  # noqa: PLW1509 - one thread
        root = psutil.Process(process.pid)
        looks: list[Look] = []
        while process.poll() is None:
            family = _family(root)
            grader, others = (sum(map(_memory, s)) for s in (family[:1], family[1:]))
            now = time.perf_counter() - started
            looks.append(Look(now, done(), grader, others, _used(root)))
            with suppress(subprocess.TimeoutExpired):
                process.wait(min(SECONDS, FIRST_SECONDS * len(looks)))
        seconds = time.perf_counter() - started
        # It may have ended before anything was seen to be done.
        looks.append(looks[-1]._replace(second=seconds, done=done()))
        used = _accounted(group) if group else _waited_for() - before
    return Ran(process.returncode, seconds, used, group is not None, looks)


@contextmanager
def _group() -> Iterator[Path | None]:
    """Yield a control group of our own that accounts processors, if one can be had."""
    old = GROUPS / "cpuacct"
    folder = (old if old.is_dir() else GROUPS) / f"grader-{os.getpid()}"
    try:
        folder.mkdir()
        _accounted(folder)
    except OSError:
        with suppress(OSError):
            folder.rmdir()
        yield None
        return
    try:
        yield folder
    finally:
        with suppress(OSError):
            folder.rmdir()


def _enter(group: Path) -> None:
    group.joinpath("cgroup.procs").write_text(str(os.getpid()))


def _accounted(group: Path) -> float:
    """Return the seconds that a group took, whichever version of groups it is."""
    old = group / "cpuacct.usage"
    if old.exists():
        return int(old.read_text()) / 1e9
    lines = group.joinpath("cpu.stat").read_text().splitlines()
    return int(dict(map(str.split, lines))["usage_usec"]) / 1e6


def _waited_for() -> float:
    return sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2])


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


def _used(process: psutil.Process) -> float:
    try:
        return float(sum(process.cpu_times()[:2]))
    except psutil.Error:
        return 0.0


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
