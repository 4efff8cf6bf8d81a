"""check50: `check50 --dev` in the folder of each submission, with no network.

The checks are a package, as those on GitHub are: `.cs50.yaml` and `__init__.py`. CS50's
own checks of functions import the file by `check50.py.import_` and make a call in each
check, which depends on one that the file can be imported, and that on one that it is
there; so do these. check50 runs checks in as many processes as there are processors,
and for each it reads the package again and copies the submission. A check for each
exercise, which ends at the first call that fails, takes a third of the seconds.
"""

import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import final

from calls import Recording, check, line
from students import Student

from peers import environment

PINS = ("check50==3.5.0", "lib50==3.2.3", "numpy==2.4.6")
FILE = "answers.py"
CONFIG = f"""
check50:
  checks: __init__.py
  files:
    - !exclude "*"
    - !require {FILE}
"""
HEAD = f'''
import check50
import check50.py
import numpy as np


@check50.check()
def exists():
    """{FILE} exists"""
    check50.exists("{FILE}")


@check50.check(exists)
def imports():
    """{FILE} can be imported"""
    check50.py.import_("{FILE}")

'''
CALL = f'''

@check50.check(imports)
def {{name}}_{{number}}():
    """{{name}}: call {{number}}"""
    {{name}} = check50.py.import_("{FILE}").{{name}}
    try:
        {{line}}
    except AssertionError as error:
        raise check50.Failure(str(error))
'''


@final
class Check50:
    """A package of checks, and a folder for each submission."""

    name = "check50 --dev"
    pins = PINS

    def __init__(
        self,
        cache: Path,
        folder: Path,
        recording: Recording,
        students: Sequence[Student],
    ) -> None:
        self._environment = environment.make(cache, "check50", PINS)
        self._folder = folder
        self._students = students
        self._checks = folder / "checks"
        self._checks.mkdir(parents=True)
        (self._checks / ".cs50.yaml").write_text(CONFIG, "utf-8")
        (self._checks / "__init__.py").write_text(_checks(recording), "utf-8")
        for student in students:
            (folder / student.id).mkdir()
            (folder / student.id / FILE).write_text(student.module(), "utf-8")

    def grade(self) -> float:
        """Grade one submission after the other; return the seconds that it took."""
        for student in self._students:
            self._results(student).unlink(missing_ok=True)
        started = time.perf_counter()
        for student in self._students:
            words = ["--dev", str(self._checks), "-o", "json", "--output-file"]
            words.append(str(self._results(student)))
            folder = self._folder / student.id
            # It ends with 1 when a check fails.
            done = self._environment.run("python", "-m", "check50", *words, cwd=folder)
            if not self._results(student).is_file():
                raise SystemExit(f"check50 failed:\n{done.stderr}")
        return time.perf_counter() - started

    def passed(self) -> dict[tuple[str, str], bool]:
        """Return by student and exercise whether every call was right."""
        found: dict[tuple[str, str], bool] = {}
        for student in self._students:
            document = json.loads(self._results(student).read_text("utf-8"))
            for result in document["results"]:
                one = student.id, result["description"].partition(":")[0]
                if one[1] in student.answers:
                    found[one] = found.get(one, True) and result["passed"] is True
        return found

    def _results(self, student: Student) -> Path:
        return self._folder / f"{student.id}.json"


def _checks(recording: Recording) -> str:
    calls = [
        CALL.format(name=name, number=number, line=line(name, case))
        for name, cases in recording.cases.items()
        for number, case in enumerate(cases, 1)
    ]
    return HEAD + check() + "".join(calls)
