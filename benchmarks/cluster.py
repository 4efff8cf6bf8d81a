"""`grader grade --cluster local --jobs N` beside `grader grade --jobs N`, in turn.

The same class is judged by both, again and again, each time from start to end: the
seconds in which workers come up are in both. What both write has to be the same to the
byte. Then: what a task costs that has nothing to judge.

    python benchmarks/cluster.py [--students N] [--rounds N] [--jobs N] [--tasks N]
        [--json FILE]
"""

import argparse
import json
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import msgspec
from machine import machine
from program import SEED, write_class
from students import ROOT, exercises, students

from grader.batch import schedulers
from grader.batch.cluster import SECONDS
from grader.batch.link import Answer, Workers
from grader.batch.messages import Batch
from grader.batch.seats import AHEAD

GOAL = 0.85
OVERHEAD_GOAL = 0.05
WRITTEN = ("results.jsonl", "gradebook.csv")


def grade(folder: Path, out: Path, jobs: int, *more: str) -> float:
    """Grade a class into a new folder; return the seconds that it took."""
    words = [str(Path(sys.executable).with_name("grader")), "--course", str(ROOT)]
    words += ["grade", str(folder), "--out", str(out), "--jobs", str(jobs), "--quiet"]
    words += ["--seed", str(SEED), *more]
    for name in exercises():
        words += ["--only", name]
    started = time.perf_counter()
    subprocess.run(words, check=True)
    return time.perf_counter() - started


def beside(folder: Path, asked: argparse.Namespace) -> dict[str, Any]:
    """Return the seconds of both, round by round."""
    rows: dict[str, list[float]] = {"jobs": [], "cluster": []}
    for number in range(asked.rounds):
        print(f"round {number + 1} …", file=sys.stderr)
        one, two = folder / f"jobs{number}", folder / f"cluster{number}"
        rows["jobs"].append(grade(folder / "class", one, asked.jobs))
        more = ("--cluster", "local")
        rows["cluster"].append(grade(folder / "class", two, asked.jobs, *more))
        for name in WRITTEN:
            if (one / name).read_bytes() != (two / name).read_bytes():
                raise SystemExit(f"{name} is not the same")
    pairs = zip(rows["jobs"], rows["cluster"], strict=True)
    ratio = statistics.median(one / two for one, two in pairs)
    return {**rows, "ratio": ratio, "goal": GOAL}


def overhead(count: int) -> dict[str, Any]:
    """Return the seconds that a task costs, alone and with another one on its way."""
    print("tasks without work …", file=sys.stderr)
    told = msgspec.msgpack.encode(Batch("nobody", ()))
    link = schedulers.start(1)
    try:
        address = ""
        while not address:
            event = link.next(1)
            if isinstance(event, Workers):
                address = next(iter(event.seen), "")
        found = {}
        for name, ahead in (("alone", 1), ("ahead", AHEAD)):
            started = time.perf_counter()
            sent = back = 0
            while back < count:
                while sent - back < ahead and sent < count:
                    sent += 1
                    link.judge(sent, address, told)
                back += isinstance(link.next(30), Answer)
            found[name] = (time.perf_counter() - started) / count
    finally:
        link.end("nobody")
    return {
        "tasks": count,
        **found,
        "share": found["ahead"] / SECONDS,
        "goal": OVERHEAD_GOAL,
    }


def table(found: dict[str, Any]) -> str:
    """Return the result as a table for people."""
    both, task = found["beside"], found["overhead"]
    lines = [f"{'':22}{'a submission':>14}"]
    for name, said in (("jobs", f"--jobs {found['jobs']}"), ("cluster", "--cluster")):
        seconds = statistics.median(both[name]) / found["students"]
        lines.append(f"{said:22}{seconds:>12.3f} s")
    alone, ahead = task["alone"] * 1e3, task["ahead"] * 1e3
    lines.append(
        f"The cluster judges {both['ratio']:.0%} of what the processes judge in a "
        f"second (goal ≥ {GOAL:.0%})."
    )
    lines.append(
        f"A task costs {alone:.1f} ms alone, {ahead:.1f} ms with another on its way: "
        f"{task['share']:.1%} of a batch of {SECONDS:g} s (goal < {OVERHEAD_GOAL:.0%})."
    )
    return "\n".join(lines)


def main() -> int:
    """Measure, print, and return whether a goal was missed."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--students", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--tasks", type=int, default=200)
    parser.add_argument("--json", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_class(folder / "class", list(students(asked.students)))
        found = {
            "machine": machine(),
            "python": platform.python_version(),
            "students": asked.students,
            "jobs": asked.jobs,
            "rounds": asked.rounds,
            "overhead": overhead(asked.tasks),
            "beside": beside(folder, asked),
        }
    print(table(found))
    if asked.json:
        asked.json.write_text(json.dumps(found, indent=2) + "\n", "utf-8")
    slow = found["overhead"]["share"] > OVERHEAD_GOAL
    return int(slow or found["beside"]["ratio"] < GOAL)


if __name__ == "__main__":
    raise SystemExit(main())
