"""Every file of tests/loops gets the verdict that its header asks for.

The evasions are right in every number and loop all the same; the innocents look like
loops, or use their words, and do not loop. The header of each is its docstring and
comments of the form `# key: value`:

    exercise   the function that it defines
    must       the status it gets, loops or passed
    rule       the rule of a finding that it gets
    line       the line where that finding is
    imports    any: it needs more than NumPy and math, as an exercise may allow
    hole       why it does not get its verdict yet: the test has to fail
"""

import shutil
from pathlib import Path

import msgspec
import pytest

from grader import course as courses
from grader.course import Course
from grader.sandbox.launcher import Isolation, Sandbox
from grader.session import submitted
from grader.session.check import Options, check
from grader.verdict import Status

ROOT = Path(__file__).parents[2]
EVASIONS = sorted((ROOT / "tests" / "loops" / "evasions").glob("*.py"))
INNOCENTS = sorted((ROOT / "tests" / "loops" / "innocents").glob("*.py"))
FOLDERS = ("exercises", "solutions", "tests/visible", "tests/hidden",
           "tests/misconceptions")  # fmt: skip
RULES = {"explicit-loop", "cannot-analyse"}
KEYS = {"exercise", "must", "rule", "line", "imports", "hole"}
SEED = 7


def header(path):
    """Return the header of a file as a dict."""
    found = {}
    for line in path.read_text("utf-8").splitlines()[1:]:
        key, colon, value = line.removeprefix("# ").partition(": ")
        if not line.startswith("# ") or not colon:
            break
        found[key] = value
    return found


def runs(paths):
    """Return the files as parameters; those with a hole have to fail."""
    found = []
    for path in paths:
        hole = header(path).get("hole")
        marks = [pytest.mark.xfail(reason=hole, strict=True)] if hole else []
        found.append(pytest.param(path, id=path.stem, marks=marks))
    return found


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """Return a copy of the bundled course, for answers to be handed in."""
    root = tmp_path_factory.mktemp("course")
    for name in FOLDERS:
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, root / name, ignore=ignored)
    return courses.load(root)


@pytest.fixture(scope="module")
def sandbox():
    """Give one sandbox, in which all files are run in turn."""
    with Sandbox(Isolation.AUTO) as sandbox:
        yield sandbox


def open_to_all(course):
    """Return the course with every import allowed."""
    assignments = [
        msgspec.structs.replace(
            assignment,
            exercises=tuple(
                msgspec.structs.replace(exercise, imports="any")
                for exercise in assignment.exercises
            ),
        )
        for assignment in course.assignments
    ]
    return Course(course.root, course.title, assignments, course.loop_penalty)


def judge(course, path, sandbox):
    """Hand a file in for its exercise and return the verdict."""
    head = header(path)
    if "imports" in head:
        course = open_to_all(course)
    place = course.places[head["exercise"]]
    shipped = place.stub.read_bytes()
    place.stub.write_bytes(path.read_bytes())
    try:
        submission, entries = submitted.read_course(course, [place])
        result = check(course, submission, entries, sandbox, Options(SEED))
    finally:
        place.stub.write_bytes(shipped)
    return result.exercises[0]


def told(verdict):
    """Return what a verdict says, for the message of a failed assertion."""
    return [
        verdict.message,
        *(case.message for case in verdict.cases if case.message != "Passed."),
        *(f"{one.line}: {one.rule}: {one.message}" for one in verdict.findings),
    ]


@pytest.mark.parametrize("path", runs(EVASIONS))
def test_evasion_is_found(path, course, sandbox):
    """A loop in disguise costs points, and is shown where it is."""
    head = header(path)
    verdict = judge(course, path, sandbox)
    assert verdict.status is Status.LOOPS, told(verdict)
    assert 0 < verdict.points < verdict.max_points
    places = [one.line for one in verdict.findings if one.rule == head["rule"]]
    assert places, told(verdict)
    if "line" in head:
        assert int(head["line"]) in places, told(verdict)
    lines = path.read_text("utf-8").count("\n")
    for finding in verdict.findings:
        assert 1 <= finding.line <= finding.end_line <= lines


@pytest.mark.parametrize("path", runs(INNOCENTS))
def test_innocent_is_not_accused(path, course, sandbox):
    """What does not go through the data gets full points, and no finding of loops."""
    verdict = judge(course, path, sandbox)
    assert verdict.status is Status.PASSED, told(verdict)
    assert verdict.points == verdict.max_points
    assert not RULES & {one.rule for one in verdict.findings}, told(verdict)


@pytest.mark.parametrize("path", EVASIONS + INNOCENTS, ids=lambda path: path.stem)
def test_header(path, course):
    """Each file says what it does, and which verdict it must get."""
    head = header(path)
    assert path.read_text("utf-8").partition("\n")[0].endswith('."""')
    assert head["exercise"] in course.places
    assert head["must"] == ("loops" if path in EVASIONS else "passed")
    assert set(head) <= KEYS
    if path in EVASIONS:
        assert head["rule"] in RULES


def test_collection_is_large_enough():
    """There are enough of both kinds, and they are about the whole course."""
    assert len(EVASIONS) >= 90
    assert len(INNOCENTS) >= 70
    for paths in (EVASIONS, INNOCENTS):
        assert len({header(path)["exercise"] for path in paths}) >= 11
