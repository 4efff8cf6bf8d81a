"""`grader grade` as a program, run on a class: seconds, memory and verdicts."""

import json
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import psutil  # type: ignore[import-untyped]
from peers.notebooks import plain
from students import IMPORTS, ROOT, Student, exercises

SEED = 7
WATCHED_SECONDS = 0.05


class Run(NamedTuple):
    """One run of the grader: seconds, and the most memory of all its processes.

    The memory is 0 where nobody watched it.
    """

    seconds: float
    peak: int


def write_class(folder: Path, some: Sequence[Student]) -> None:
    """Write the notebooks that students hand in."""
    for student in some:
        path = folder / f"{student.id}.ipynb"
        plain(path, [IMPORTS, *student.answers.values()])


def grade(
    folder: Path, out: Path, jobs: int, *, fresh: bool = True, watched: bool = False
) -> Run:
    """Run `grader grade` on a class.

    To have its memory `watched` takes it a few percent of the time, which no peer pays.
    """
    words = [str(Path(sys.executable).with_name("grader")), "--course", str(ROOT)]
    words += ["grade", str(folder), "--out", str(out), "--jobs", str(jobs), "--quiet"]
    words += ["--seed", str(SEED), *(["--fresh"] if fresh else [])]
    for name in exercises():
        words += ["--only", name]
    started = time.perf_counter()
    process = subprocess.Popen(words)
    watch = _Watch(process.pid) if watched else None
    status = process.wait()
    seconds = time.perf_counter() - started
    if status:
        raise SystemExit("grader grade failed")
    return Run(seconds, watch.end() if watch else 0)


def verdicts(out: Path) -> dict[tuple[str, str], bool]:
    """Return by student and exercise whether every value was right."""
    found = {}
    for text in (out / "results.jsonl").read_text("utf-8").splitlines():
        result = json.loads(text)
        for one in result["exercises"]:
            right = one["status"] in ("passed", "loops")
            found[result["submission"]["id"], one["name"]] = right
    return found


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
