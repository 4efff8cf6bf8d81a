"""Cold `grader check softmax` beside cold plain pytest of the same cases.

Plain pytest imports the submission into its own process: no sandbox, plugin autoload
off. Both are started afresh each round, in turn, and compared as the median of the
ratios of neighbours.

    python benchmarks/cold_check.py [--rounds N] [--exercise NAME] [--isolation MODE]
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from row import Row

EXERCISE = "softmax"
ROOT = Path(__file__).resolve().parent.parent
CONFTEST = """
import importlib.util
import zlib
import numpy as np
import pytest

def load(path):
    spec = importlib.util.spec_from_file_location("submission", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module

@pytest.fixture(scope="session")
def reference():
    return load({solution!r})

@pytest.fixture(scope="session", name={name!r})
def submission():
    return getattr(load({submission!r}), {name!r})

@pytest.fixture
def rng(request):
    return np.random.default_rng([7, zlib.crc32(request.node.nodeid.encode())])

def pytest_configure(config):
    for marker in ("private", "points(n)", "advice(rule)", "steps"):
        config.addinivalue_line("markers", marker)
"""


class Run(NamedTuple):
    """One command, run to its end: seconds, and the peak memory in bytes."""

    seconds: float
    peak: int


def run(words: list[str], folder: Path) -> Run:
    """Run a command to its end."""
    environment = dict(os.environ, PYTEST_DISABLE_PLUGIN_AUTOLOAD="1")
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    started = time.perf_counter()
    process = subprocess.Popen(
        words, cwd=folder, env=environment, stdout=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(words)} failed")
    return Run(seconds, usage.ru_maxrss * 1024)


def plain(folder: Path, name: str, submission: Path) -> list[str]:
    """Lay out the same cases for plain pytest and return its command."""
    found = next(ROOT.glob(f"solutions/*/{name}.py"))
    conftest = CONFTEST.format(
        solution=str(found), name=name, submission=str(submission)
    )
    (folder / "conftest.py").write_text(conftest)
    words = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    # A plain function cannot be counted: those cases are the grader's alone.
    words += ["--import-mode=importlib", "-m", "not steps"]
    for kind in ("visible", "hidden"):
        source = ROOT / "tests" / kind / found.parent.name / f"test_{name}.py"
        target = folder / kind / source.name
        target.parent.mkdir()
        target.write_bytes(source.read_bytes())
        words.append(str(target))
    return words


def pairs(exercise: str, rounds: int, isolation: str) -> list[tuple[Run, Run]]:
    """Return the runs of plain pytest and of `grader check`, in turn."""
    print("pytest …", file=sys.stderr)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = next(ROOT.glob(f"solutions/*/{exercise}.py"))
        submission = folder / "answer.py"
        submission.write_bytes(source.read_bytes())
        base = plain(folder, exercise, submission)
        ours = [str(Path(sys.executable).with_name("grader")), "--course", str(ROOT)]
        ours += ["check", exercise, "--file", str(submission)]
        ours += ["--isolation", isolation]
        for words in (base, ours):
            run(words, folder)
        return [(run(base, folder), run(ours, folder)) for _ in range(rounds)]


def beside_pytest(rounds: int) -> Row:
    """Return what plain pytest and the grader took for a check."""
    found = pairs(EXERCISE, rounds, "auto")
    return Row(
        "plain pytest",
        f"a cold check of `{EXERCISE}`",
        [one.seconds for one, _ in found],
        [two.seconds for _, two in found],
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--exercise", default=EXERCISE)
    parser.add_argument("--isolation", default="auto")
    asked = parser.parse_args()
    found = pairs(asked.exercise, asked.rounds, asked.isolation)
    result = {
        "exercise": asked.exercise,
        "rounds": asked.rounds,
        "pytest_seconds": statistics.median(one.seconds for one, _ in found),
        "grader_seconds": statistics.median(two.seconds for _, two in found),
        "ratio": statistics.median(two.seconds / one.seconds for one, two in found),
        "pytest_peak_mb": max(one.peak for one, _ in found) / 1e6,
        "grader_peak_mb": max(two.peak for _, two in found) / 1e6,
    }
    print(json.dumps(result, indent=2))


if __name__ == "__main__":
    main()
