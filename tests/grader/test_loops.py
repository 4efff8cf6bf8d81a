"""Every file of tests/loops gets the verdict that its header asks for.

The evasions are right in every number and loop all the same; the innocents look like
loops, or use their words, and do not loop. The header of each is its docstring and
comments of the form `# key: value`:

    exercise   the function that it defines
    must       the status it gets, loops or passed
    rule       the rule of a finding that it gets
    line       the line where that finding is
    imports    any: it needs more than NumPy and math, as an exercise may allow
"""

from pathlib import Path

import msgspec
import pytest

from grader import course as courses
from grader.course import Course
from grader.sandbox.launcher import Isolation, Sandbox
from grader.session import submitted
from grader.session.check import Checker, Options
from grader.session.runner import run as run_cases
from grader.submission.source import parse
from grader.verdict import Status

ROOT = Path(__file__).parents[2]
EVASIONS = sorted((ROOT / "tests" / "loops" / "evasions").glob("*.py"))
INNOCENTS = sorted((ROOT / "tests" / "loops" / "innocents").glob("*.py"))
RULES = {"explicit-loop", "cannot-analyse"}
KEYS = {"exercise", "must", "rule", "line", "imports"}
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
    """Return the files as parameters."""
    return [pytest.param(path, id=path.stem) for path in paths]


@pytest.fixture(scope="module")
def course():
    """Return the bundled course."""
    return courses.load(ROOT)


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


def judge(course, paths):
    """Return the verdict on each file: one sandbox and one session of cases for all."""
    opened = open_to_all(course)
    verdicts = {}

    def run(runner):
        for path in paths:
            head = header(path)
            where = opened if "imports" in head else course
            place = where.places[head["exercise"]]
            source = parse(path.read_bytes(), path.name)
            entry = submitted.answer(place, source, path.name)
            assert entry.status is None, entry.message
            verdicts[path] = checker.judge(runner, entry)

    with Sandbox(Isolation.AUTO) as sandbox:
        checker = Checker(course, sandbox, Options(SEED))
        run_cases(course, SEED, list(course), run)
    return verdicts


@pytest.fixture(scope="module")
def verdicts(request, course):
    """Give the verdict on each file that a test asks for."""
    asked = [
        item.callspec.params["path"]
        for item in request.session.items
        if item.path == request.path and "verdicts" in getattr(item, "fixturenames", ())
    ]
    return judge(course, asked)


def told(verdict):
    """Return what a verdict says, for the message of a failed assertion."""
    return [
        verdict.message,
        *(case.message for case in verdict.cases if case.message != "Passed."),
        *(f"{one.line}: {one.rule}: {one.message}" for one in verdict.findings),
    ]


@pytest.mark.parametrize("path", runs(EVASIONS))
def test_evasion_is_found(path, verdicts):
    """A loop in disguise costs points, and is shown where it is."""
    head = header(path)
    verdict = verdicts[path]
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
def test_innocent_is_not_accused(path, verdicts):
    """What does not go through the data gets full points, and no finding of loops."""
    verdict = verdicts[path]
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
