"""Hands in bytes for an exercise of a copy of the bundled course, as students do."""

import io
import shutil
import time
import warnings
from contextlib import contextmanager
from typing import Any, NamedTuple

import msgspec
from hostile import ROOT
from rich.console import Console

from grader import course as courses
from grader.course import Course
from grader.render import terminal
from grader.session import submitted
from grader.session.check import Checker, Options, check
from grader.session.runner import run as run_cases
from grader.session.submitted import Entry
from grader.verdict import Result

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


@contextmanager
def handed_in(course, exercise, data):
    """Put `data` in the place of a stub, and yield the submission and its entries."""
    place = course.places[exercise]
    shipped = place.stub.read_bytes()
    place.stub.write_bytes(data)
    try:
        yield submitted.read_course(course, [place])
    finally:
        place.stub.write_bytes(shipped)


def judge(course, exercise, data, sandbox):
    """Hand in `data` for an exercise and return the result of the check."""
    with handed_in(course, exercise, data) as (submission, entries):
        return check(course, submission, entries, sandbox, Options(SEED)), entries[0]


class Judged(NamedTuple):
    """What came of one submission of many: seconds on the clock and of the processor.

    `warned` is what reading it warned of.
    """

    result: Result
    entry: Entry
    elapsed: float
    processor: float
    warned: list[Any]


def judge_all(course, asked):
    """Hand in one after the other, in one session of cases, as `grader grade` does.

    `asked` yields keys, and for each a course, an exercise, the bytes, and the sandbox.
    Return what came of each: what was judged, or what was raised.
    """
    found = {}

    def one(runner, course, exercise, data, sandbox):
        clock, processor = time.monotonic(), time.process_time()
        with (
            warnings.catch_warnings(record=True, action="always") as warned,
            handed_in(course, exercise, data) as (submission, entries),
        ):
            # As a check has it, once it has read what was handed in.
            warnings.simplefilter("ignore")
            checker = Checker(course, sandbox, Options(SEED))
            checker.run(runner, [one for one in entries if one.status is None])
            result = checker.result(submission, entries)
        clock, processor = time.monotonic() - clock, time.process_time() - processor
        return Judged(result, entries[0], clock, processor, warned)

    def run(runner):
        for key, *what in asked:
            try:
                found[key] = one(runner, *what)
            except Exception as error:  # noqa: BLE001 - raised by the test of this one
                found[key] = error

    run_cases(course, SEED, list(course), run)
    return found


def screen(result, entry):
    """Return the screen of a check as text."""
    out = Console(
        file=io.StringIO(), width=80, color_system=None, markup=False, highlight=False
    )

    def line(_name, spot):
        return entry.extract.source.at(spot) if entry.extract else ""

    terminal.render(result, out, lambda _name: (entry.path, entry.spot), line)
    return out.file.getvalue()
