"""otter-grader: `otter run` for each submission, as its manual has it without Docker.

A file of tests for each exercise, a test case for each call.
"""

import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import final

from calls import Case, Recording, check, line
from students import IMPORTS, Student

from peers import environment
from peers.notebooks import plain

PINS = (
    "otter-grader[grading]==7.0.0",
    "nbclient==0.11.0",
    "ipykernel==7.4.0",
    "numpy==2.4.6",
)
HEAD = """
import numpy as np
from otter.test_files import test_case
OK_FORMAT = False
name = {name!r}
points = 1
all_or_nothing = True
"""
CALL = """
@test_case()
def test_{number}({name}):
    {line}
"""


@final
class Otter:
    """Submissions of otter's, and the autograder that each is run with."""

    name = "otter run"
    pins = PINS

    def __init__(
        self,
        cache: Path,
        folder: Path,
        recording: Recording,
        students: Sequence[Student],
    ) -> None:
        self._environment = environment.make(cache, "otter", PINS)
        self._folder = folder
        self._students = students
        tests = folder / "tests"
        tests.mkdir(parents=True)
        for name, cases in recording.cases.items():
            (tests / f"{name}.py").write_text(_tests(name, cases), "utf-8")
        for student in students:
            load = "import otter\ngrader = otter.Notebook()"
            asked = [
                [source, f"grader.check({name!r})"]
                for name, source in student.answers.items()
            ]
            plain(
                folder / f"{student.id}.ipynb",
                [IMPORTS, load, *(text for pair in asked for text in pair)],
            )
        self._run("generate", "-t", "tests", "-o", "autograder.zip")

    def grade(self) -> float:
        """Grade one submission after the other; return the seconds that it took."""
        started = time.perf_counter()
        for student in self._students:
            out = f"results/{student.id}"
            (self._folder / out).mkdir(parents=True, exist_ok=True)
            words = "-a", "autograder.zip", "-o", out, "--no-logo"
            self._run("run", f"{student.id}.ipynb", *words)
        return time.perf_counter() - started

    def passed(self) -> dict[tuple[str, str], bool]:
        """Return by student and exercise whether every call was right."""
        found = {}
        for student in self._students:
            path = self._folder / "results" / student.id / "results.json"
            for test in json.loads(path.read_text("utf-8"))["tests"]:
                if test["name"] in student.answers:
                    found[student.id, test["name"]] = test["score"] == test["max_score"]
        return found

    def _run(self, *words: str) -> None:
        done = self._environment.run("otter", *words, cwd=self._folder)
        if done.returncode:
            raise SystemExit(f"otter {' '.join(words)} failed:\n{done.stderr}")


def _tests(name: str, cases: Sequence[Case]) -> str:
    calls = [
        CALL.format(number=number, name=name, line=line(name, case))
        for number, case in enumerate(cases)
    ]
    return HEAD.format(name=name) + check() + "".join(calls)
