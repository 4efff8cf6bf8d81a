"""gradescope-utils: an autograder as it is uploaded to Gradescope, run here.

`run_autograder` is started once for each submission, one after the other. It puts the
student's file beside the tests and starts `run_tests.py`, which finds them, runs them
with `JSONTestRunner` and writes `results.json`. An exercise is a `TestCase`, a call a
test method with a weight and a number. That Gradescope starts a container for each
submission is not counted.
"""

import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import final

from calls import Case, Recording, check, line
from students import Student

from peers import environment

PINS = ("gradescope-utils==0.5.0", "numpy==2.4.6")
FILE = "answers.py"
RUN_AUTOGRADER = f"""#!/usr/bin/env bash
set -e
cp submission/{FILE} source/{FILE}
cd source
python3 run_tests.py
"""
RUN_TESTS = """
import unittest

from gradescope_utils.autograder_utils.json_test_runner import JSONTestRunner

if __name__ == "__main__":
    suite = unittest.defaultTestLoader.discover("tests")
    with open("../results/results.json", "w") as stream:
        JSONTestRunner(visibility="visible", stream=stream).run(suite)
"""
HEAD = """
import unittest

import numpy as np
from gradescope_utils.autograder_utils.decorators import number, weight

from answers import {name}
"""
CASES = """

class Test_{name}(unittest.TestCase):
"""
CALL = '''
    @weight(1)
    @number("{exercise}.{number}")
    def test_{number}(self):
        """{name}: call {number}"""
        {line}
'''


@final
class Gradescope:
    """An autograder of Gradescope's, and the files that students hand in."""

    name = "gradescope-utils"
    pins = PINS

    def __init__(
        self,
        cache: Path,
        folder: Path,
        recording: Recording,
        students: Sequence[Student],
    ) -> None:
        self._environment = environment.make(cache, "gradescope", PINS)
        self._folder = folder
        self._students = students
        tests = folder / "source" / "tests"
        tests.mkdir(parents=True)
        (tests / "__init__.py").touch()
        for number, (name, cases) in enumerate(recording.cases.items(), 1):
            file = tests / f"test_{name}.py"
            file.write_text(_tests(number, name, cases), "utf-8")
        (folder / "source" / "run_tests.py").write_text(RUN_TESTS, "utf-8")
        self._program = folder / "run_autograder"
        self._program.write_text(RUN_AUTOGRADER, "utf-8")
        self._program.chmod(0o755)
        for name in ("submission", "results"):
            (folder / name).mkdir()
        self._found: dict[str, str] = {}

    def grade(self) -> float:
        """Grade one submission after the other; return the seconds that it took."""
        taken = 0.0
        for student in self._students:
            source = self._folder / "submission" / FILE
            source.write_text(student.module(), "utf-8")
            started = time.perf_counter()
            done = self._environment.run(str(self._program), cwd=self._folder)
            taken += time.perf_counter() - started
            if done.returncode:
                raise SystemExit(f"run_autograder failed:\n{done.stderr}")
            results = self._folder / "results" / "results.json"
            self._found[student.id] = results.read_text("utf-8")
        return taken

    def passed(self) -> dict[tuple[str, str], bool]:
        """Return by student and exercise whether every call was right."""
        found: dict[tuple[str, str], bool] = {}
        for student, text in self._found.items():
            for test in json.loads(text)["tests"]:
                one = student, test["name"].partition(":")[0]
                found[one] = found.get(one, True) and test["status"] == "passed"
        return found


def _tests(exercise: int, name: str, cases: Sequence[Case]) -> str:
    calls = [
        CALL.format(exercise=exercise, name=name, number=number, line=line(name, case))
        for number, case in enumerate(cases, 1)
    ]
    return HEAD.format(name=name) + check() + CASES.format(name=name) + "".join(calls)
