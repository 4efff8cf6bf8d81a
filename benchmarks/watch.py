"""From a save to the verdict on the screen of `grader watch`, beside a cold check.

The program runs in a terminal of its own. A right and a wrong answer are saved in turn;
what is measured begins when the file is written and ends when the verdict is sent. The
debounce, during which nothing is done, is taken off.

    python benchmarks/watch.py [--rounds N] [--exercise NAME] [--isolation MODE]
"""

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pexpect

from grader.watch.state import DEBOUNCE

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("exercises", "solutions", "tests/visible", "tests/hidden",
           "tests/misconceptions")  # fmt: skip
PROGRAM = str(Path(sys.executable).with_name("grader"))
SECONDS = 60


def course(folder: Path) -> Path:
    """Copy the course to where it can be changed; return its folder."""
    for name in FOLDERS:
        shutil.copytree(ROOT / name, folder / name)
    return folder


def saved(program: "pexpect.spawn[str]", file: Path, text: str, verdict: str) -> float:
    """Save an answer; return the seconds until its verdict is sent."""
    # Long enough for the watch to be at rest.
    time.sleep(0.5)
    started = time.perf_counter()
    file.write_text(text, "utf-8")
    program.expect(verdict, timeout=SECONDS)
    return time.perf_counter() - started


def check(root: Path, name: str, isolation: str) -> float:
    """Return the seconds that a cold check takes."""
    words = [PROGRAM, "check", name, "--isolation", isolation]
    started = time.perf_counter()
    subprocess.run(words, cwd=root, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - started


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--exercise", default="softmax")
    parser.add_argument("--isolation", default="auto")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = course(Path(folder))
        name = asked.exercise
        source = next(root.glob(f"solutions/*/{name}.py"))
        file = next(root.glob(f"exercises/*/{name}.py"))
        right = source.read_text("utf-8")
        wrong = right + f"\n\ndef {name}(*_):\n    return None\n"
        file.write_text(right, "utf-8")
        cold = [check(root, name, asked.isolation) for _ in range(4)][1:]
        words = ["watch", name, "--isolation", asked.isolation]
        started = time.perf_counter()
        program = pexpect.spawn(PROGRAM, words, cwd=folder, dimensions=(40, 100))
        program.expect("no loops", timeout=SECONDS)
        first = time.perf_counter() - started
        seconds = []
        for _ in range(asked.rounds):
            seconds.append(saved(program, file, wrong, "then save it"))
            seconds.append(saved(program, file, right, "cases, no loops"))
        program.send("q")
        program.expect(pexpect.EOF, timeout=SECONDS)
    beyond = sorted(1000 * (one - DEBOUNCE) for one in seconds)
    result = {
        "exercise": name,
        "saves": len(beyond),
        "debounce_ms": 1000 * DEBOUNCE,
        "median_ms_beyond": statistics.median(beyond),
        "p90_ms_beyond": beyond[int(0.9 * len(beyond))],
        "max_ms_beyond": beyond[-1],
        "first_verdict_seconds": first,
        "cold_check_seconds": statistics.median(cold),
        "cold_check_times_a_save": statistics.median(cold)
        / (statistics.median(beyond) / 1000 + DEBOUNCE),
    }
    print(json.dumps(result, indent=2))


if __name__ == "__main__":
    main()
