"""Hands in bytes for an exercise of a copy of the bundled course, as students do."""

import io
import shutil

import msgspec
from hostile import ROOT
from rich.console import Console

from grader import course as courses
from grader.course import Course
from grader.render import terminal
from grader.session import submitted
from grader.session.check import Options, check

FOLDERS = ("exercises", "solutions", "tests/visible", "tests/hidden",
           "tests/misconceptions")  # fmt: skip

# What ends its process needs a new one for each case: such submissions are for this
# exercise, which has few cases here.
FEW_CASES = "tests/hidden/logistic_regression/test_initialize_with_zeros.py"
FEW = """from grader.cases import agree


def test_other_numbers_of_features(initialize_with_zeros, reference):
    agree(initialize_with_zeros(7), reference.initialize_with_zeros(7))
"""

SEED = 7


def copy_course(root):
    """Return a copy of the bundled course below `root`."""
    for name in FOLDERS:
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, root / name, ignore=ignored)
    root.joinpath(FEW_CASES).write_text(FEW, "utf-8")
    return courses.load(root)


def adapted(course, head):
    """Return the course as the header of a submission wants it.

    Unless it says otherwise everything may be imported: the walls are tried, and not
    the list of imports.
    """
    changes = {} if head.get("imports") == "default" else {"imports": "any"}
    if "timeout" in head:
        changes["timeout"] = float(head["timeout"])
    return with_each(course, set(course.places), **changes)


def with_each(course, names, **changes):
    """Return the course with some fields of the exercises `names` changed."""
    assignments = [
        msgspec.structs.replace(
            assignment,
            exercises=tuple(
                msgspec.structs.replace(one, **changes) if one.name in names else one
                for one in assignment.exercises
            ),
        )
        for assignment in course.assignments
    ]
    return Course(course.root, course.title, assignments, course.loop_penalty)


def judge(course, exercise, data, sandbox):
    """Hand in `data` for an exercise and return the result of the check."""
    place = course.places[exercise]
    shipped = place.stub.read_bytes()
    place.stub.write_bytes(data)
    try:
        submission, entries = submitted.read_course(course, [place])
        return check(course, submission, entries, sandbox, Options(SEED)), entries[0]
    finally:
        place.stub.write_bytes(shipped)


def screen(result, entry):
    """Return the screen of a check as text."""
    out = Console(
        file=io.StringIO(), width=80, color_system=None, markup=False, highlight=False
    )

    def line(_name, spot):
        return entry.extract.source.at(spot) if entry.extract else ""

    terminal.render(result, out, lambda _name: (entry.path, entry.spot), line)
    return out.file.getvalue()
