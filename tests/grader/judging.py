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

# What ends its process needs a new one for each case: such submissions are for these
# exercises, which have few cases here.
FEW = {
    "initialize_with_zeros": """from grader.cases import agree


def test_other_numbers_of_features(initialize_with_zeros, reference):
    agree(initialize_with_zeros(7), reference.initialize_with_zeros(7))
""",
    "propagate": """from grader.cases import agree


def test_other_numbers(propagate, reference, rng):
    w, X = rng.normal(size=(2, 1)), rng.normal(size=(2, 3))
    agree(propagate(w, 0.5, X, X[:1] > 0), reference.propagate(w, 0.5, X, X[:1] > 0))
""",
}

SEED = 7


def copy_course(root):
    """Return a copy of the bundled course below `root`."""
    for name in FOLDERS:
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, root / name, ignore=ignored)
    for name, text in FEW.items():
        (file,) = root.glob(f"tests/hidden/*/test_{name}.py")
        file.write_text(text, "utf-8")
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
