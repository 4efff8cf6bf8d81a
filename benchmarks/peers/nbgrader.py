"""nbgrader: one `nbgrader autograde` over the class, one submission after the other.

A cell of tests for each exercise makes all of its calls; the first that fails ends the
cell, so wrong answers cost nbgrader less than they cost the grader.
"""

import json
import shutil
import sqlite3
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, final

from calls import Recording, check, line
from students import IMPORTS, Student

from peers import environment
from peers.notebooks import cell, write

PINS = ("nbgrader==0.9.6", "nbclient==0.11.0", "ipykernel==7.4.0", "numpy==2.4.6")
ASSIGNMENT = "basics"


@final
class Nbgrader:
    """A course folder of nbgrader's, with the class handed in."""

    name = "nbgrader autograde"
    pins = PINS

    def __init__(
        self,
        cache: Path,
        folder: Path,
        recording: Recording,
        students: Sequence[Student],
    ) -> None:
        self._environment = environment.make(cache, "nbgrader", PINS)
        self._folder = folder
        folder.mkdir(parents=True)
        (folder / "nbgrader_config.py").write_text(
            "c = get_config()\nc.CourseDirectory.course_id = 'benchmark'\n"
        )
        source = folder / "source" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
        write(source, _cells(recording))
        self._run("generate_assignment", ASSIGNMENT)
        released = folder / "release" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
        for student in students:
            path = folder / "submitted" / student.id / ASSIGNMENT / released.name
            path.parent.mkdir(parents=True)
            document = json.loads(released.read_text("utf-8"))
            for one in document["cells"]:
                name = one["metadata"].get("nbgrader", {}).get("grade_id", "")
                if name in student.answers:
                    one["source"] = student.answers[name]
            path.write_text(json.dumps(document), "utf-8")
        shutil.copy(folder / "gradebook.db", folder / "before.db")

    def grade(self) -> float:
        """Grade the class from the beginning; return the seconds that it took."""
        shutil.rmtree(self._folder / "autograded", ignore_errors=True)
        shutil.copy(self._folder / "before.db", self._folder / "gradebook.db")
        started = time.perf_counter()
        self._run("autograde", ASSIGNMENT)
        return time.perf_counter() - started

    def passed(self) -> dict[tuple[str, str], bool]:
        """Return by student and exercise whether every call was right."""
        database = sqlite3.connect(self._folder / "gradebook.db")
        rows = database.execute(
            "SELECT a.student_id, b.name, g.auto_score FROM grade g "
            "JOIN base_cell b ON g.cell_id = b.id "
            "JOIN submitted_notebook n ON g.notebook_id = n.id "
            "JOIN submitted_assignment a ON n.assignment_id = a.id"
        ).fetchall()
        database.close()
        return {
            (student, name.removeprefix("test_")): bool(score)
            for student, name, score in rows
        }

    def _run(self, *words: str) -> None:
        done = self._environment.run("nbgrader", *words, cwd=self._folder)
        if done.returncode:
            raise SystemExit(f"nbgrader {' '.join(words)} failed:\n{done.stderr}")


def _cells(recording: Recording) -> list[Any]:
    """Return the cells of the source notebook: answers and tests in turn."""
    cells = [cell(0, IMPORTS)]
    for name, cases in recording.cases.items():
        blank = f"### BEGIN SOLUTION\ndef {name}(*args): ...\n### END SOLUTION"
        cells.append(cell(len(cells), blank, _marks(name, graded=False)))
        lines = [check(), *(line(name, case) for case in cases)]
        marks = _marks(f"test_{name}", graded=True)
        cells.append(cell(len(cells), "\n".join(lines), marks))
    return cells


def _marks(name: str, *, graded: bool) -> dict[str, Any]:
    marks = {
        "grade": graded,
        "grade_id": name,
        "locked": graded,
        "schema_version": 3,
        "solution": not graded,
        "task": False,
    }
    return {"nbgrader": marks | ({"points": 1} if graded else {})}
