"""What the wall costs: a guest's start, a small call, a large array there and back.

Behind each wall that this machine has, beside what nothing can be faster than: a bare
fork of a Python with NumPy loaded, and two copies of the array in memory. What is
compared is measured in turn, so that a slow moment of the machine hits all alike. A
guest is ready when it has answered an empty definition; behind the process wall that
takes as long as a new interpreter.

    python benchmarks/guest.py [--rounds N] [--calls N] [--megabytes N]
"""

import argparse
import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

import numpy as np

from grader.errors import GraderError
from grader.sandbox.guest import Guest
from grader.sandbox.launcher import Isolation, Sandbox
from grader.sandbox.outcome import Returned
from grader.sandbox.unit import Piece, Unit

UNIT = Unit(("f",), (Piece("answer.py", "def f(x):\n    return x\n", (0,)),))
SECONDS = 60.0
GOALS = {"ready_ms": 8.0, "call_ms": 0.25, "ratio": 5.0}


def timed(work: Callable[[], Any]) -> float:
    """Return the milliseconds that work takes."""
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1e3


def fork() -> None:
    """Fork this process, which has NumPy loaded, and wait until the child is gone."""
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)


def ready(sandbox: Sandbox) -> float:
    """Return the milliseconds until a new guest answers, and end it."""
    guests: list[Guest] = []

    def start() -> None:
        guests.append(sandbox.guest())
        guests[0].define([], (), 0, SECONDS)

    milliseconds = timed(start)
    guests[0].end()
    return milliseconds


def echo(guest: Guest, array: np.ndarray) -> None:
    """Send an array to a guest that returns it."""
    outcome = guest.call(0, (array,), {}, SECONDS).outcome
    if not isinstance(outcome, Returned) or outcome.value.shape != array.shape:
        raise SystemExit(f"a guest answered with {type(outcome).__name__}")


def walls(stack: ExitStack) -> list[Sandbox]:
    """Return a sandbox behind each wall that this machine has."""
    found = []
    for mode in (Isolation.BUBBLEWRAP, Isolation.LANDLOCK, Isolation.PROCESS):
        try:
            found.append(stack.enter_context(Sandbox(mode)))
        except GraderError as error:
            print(error.message, file=sys.stderr)
    return found


def starts(sandboxes: list[Sandbox], rounds: int) -> dict[str, list[float]]:
    """Return the times of bare forks, and by each wall's name of its guests' starts."""
    # Once: to ask for a wall's name is to wait until it stands.
    named = {sandbox.wall: sandbox for sandbox in sandboxes}
    found: dict[str, list[float]] = {name: [] for name in ("fork", *named)}
    for sandbox in sandboxes:
        ready(sandbox)
    for _ in range(rounds):
        found["fork"].append(timed(fork))
        for name, sandbox in named.items():
            found[name].append(ready(sandbox))
    return found


def calls(guest: Guest, count: int) -> list[float]:
    """Return the times of calls with a small array."""
    small = np.arange(12.0).reshape(3, 4)
    echo(guest, small)
    return [timed(lambda: echo(guest, small)) for _ in range(count)]


def transfers(guest: Guest, megabytes: int, rounds: int) -> list[tuple[float, float]]:
    """Return the times of two copies in memory and of the way there and back."""
    large = np.random.default_rng(7).random(megabytes * 125_000)
    target = np.empty_like(large)

    def copy() -> None:
        np.copyto(target, large)
        np.copyto(target, large)

    copy()
    echo(guest, large)
    return [(timed(copy), timed(lambda: echo(guest, large))) for _ in range(rounds)]


def main() -> None:
    """Measure and print medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--calls", type=int, default=2000)
    parser.add_argument("--megabytes", type=int, default=20)
    asked = parser.parse_args()
    rows: dict[str, Any] = {}
    with ExitStack() as stack:
        sandboxes = walls(stack)
        started = starts(sandboxes, asked.rounds)
        for sandbox in sandboxes:
            wall = sandbox.wall
            guest = sandbox.guest()
            stack.callback(guest.end)
            guest.define([UNIT], (), 0, SECONDS)
            pairs = transfers(guest, asked.megabytes, asked.rounds)
            row = {
                "ready_ms": statistics.median(started[wall]),
                "call_ms": statistics.median(calls(guest, asked.calls)),
                "copy_twice_ms": statistics.median(copied for copied, _ in pairs),
                "array_ms": statistics.median(sent for _, sent in pairs),
                "ratio": statistics.median(sent / copied for copied, sent in pairs),
            }
            kept = {name: row[name] <= goal for name, goal in GOALS.items()}
            rows[wall] = row | {"goals_kept": kept}
    result = {
        "rounds": asked.rounds,
        "calls": asked.calls,
        "megabytes": asked.megabytes,
        "fork_ms": statistics.median(started["fork"]),
        "goals": GOALS,
        "walls": rows,
    }
    print(json.dumps(result, indent=2))


if __name__ == "__main__":
    main()
