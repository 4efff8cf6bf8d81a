"""After a check the screen names what helps, and where to go on."""

import shutil

import pytest

from grader.cli import here
from grader.cli.onward import Known, offers, onward, step
from grader.course import load
from grader.progress import Done, Progress, fingerprint
from grader.student.listing import listing
from grader.submission import stub
from grader.verdict import Case, CaseStatus, Exercise, Status, Visibility

CASE = Case(
    id="i",
    name="a case",
    visibility=Visibility.SHOWN,
    status=CaseStatus.FAILED,
    points=0.0,
    max_points=1.0,
    message="m",
    seconds=0.0,
    stdout="",
)
COMMAND = here.command(None)
WAITS = (
    "`softmax` waits for `sigmoid`: your own is used here, and it is still the stub."
)


@pytest.fixture
def course(write_course):
    """Return a course of two exercises, one of them with hints."""
    root = write_course("softmax", "sigmoid")
    toml = root / "exercises/course.toml"
    text = toml.read_text().replace('"softmax"', '"softmax"\nhints = ["a", "b"]', 1)
    toml.write_text(text)
    course = load(root)
    for place in course:
        place.stub.write_text(stub.text(place))
    return course


def known(kept=(), **done):
    """Return what is known of an exercise."""
    progress = Progress({"softmax": Done(None, "", **done)})
    return Known(progress, frozenset(kept))


def verdict(status, *, name="softmax", cases=(CASE,), message="m"):
    """Return a verdict on an exercise."""
    return Exercise(
        name=name,
        assignment="basics",
        status=status,
        points=0.0,
        max_points=1.0,
        message=message,
        misconception=None,
        findings=(),
        cases=cases,
    )


def offered(course, shown, way=None):
    """Return the lines that are offered."""
    return [*offers(course, shown, way or known(), COMMAND)]


def test_a_failure(course):
    """A failed case offers a hint, and its input if that is kept."""
    shown = verdict(Status.FAILED)
    assert offered(course, shown) == ["Hint 1 of 2: grader hint softmax"]
    assert offered(course, shown, known(["softmax"], attempts=1)) == [
        "Hint 1 of 2: grader hint softmax",
        "The exact input: grader inspect softmax",
    ]


def test_the_number_of_the_hint(course):
    """The hint that is offered is the one that the command shows last."""
    ways = [{"attempts": 2, "hints": 1, "hinted": 1}, {"attempts": 9, "hints": 2}]
    for way in ways:
        (line,) = offered(course, verdict(Status.LOOPS), known(**way))
        assert line == "Hint 2 of 2: grader hint softmax"


def test_without_hints(course):
    """An exercise without hints offers none."""
    assert offered(course, verdict(Status.FAILED, name="sigmoid")) == []


@pytest.mark.parametrize(
    "shown",
    [
        verdict(Status.FAILED, cases=()),
        verdict(Status.FAILED, message=WAITS),
        verdict(Status.NOT_STARTED, cases=()),
        verdict(Status.UNREADABLE, cases=()),
        verdict(Status.ERROR),
    ],
)
def test_nothing_else_helps(course, shown):
    """What was not judged offers nothing: the next action says it all."""
    assert offered(course, shown, known(["softmax"])) == []


def test_a_right_answer(course):
    """A right answer offers the solution, but in a kit, which has none."""
    shown = verdict(Status.PASSED)
    assert offered(course, shown) == ["Compare with: grader solution softmax"]
    shutil.rmtree(course.root / "solutions")
    assert offered(course, shown) == []


def test_the_last_of_an_assignment(course):
    """With the last exercise of an assignment the screen says that it is done."""
    passed = {
        name: Done(Status.PASSED, fingerprint(place))
        for name, place in course.places.items()
    }
    shown = verdict(Status.PASSED)
    said, _ = offered(course, shown, Known(Progress(passed), frozenset()))
    assert said == "All 2 exercises of “B” have passed."
    del passed["sigmoid"]
    assert len(offered(course, shown, Known(Progress(passed), frozenset()))) == 1


def test_where_to_go_on(course):
    """After a right answer the next open exercise is next, and at last the whole."""
    passed = {
        name: Done(Status.PASSED, fingerprint(place))
        for name, place in course.places.items()
    }
    one = Known(Progress({"softmax": passed["softmax"]}), frozenset())
    shown = verdict(Status.PASSED)
    assert onward(course, shown, one, COMMAND).endswith("run: grader check sigmoid")
    every = Known(Progress(passed), frozenset())
    assert onward(course, shown, every, COMMAND).startswith("All done: ")


def test_the_last_words(course):
    """With all done the sentence says so, in a kit with what is not there."""
    passed = {
        name: Done(Status.PASSED, fingerprint(place))
        for name, place in course.places.items()
    }
    rows = listing(course, Progress(passed))
    assert step(course, rows, COMMAND) == (
        "All done: every exercise has passed. Run `grader check` once more for all."
    )
    shutil.rmtree(course.root / "solutions")
    assert step(course, listing(course, Progress(passed)), COMMAND) == (
        "All done here; your instructor's run has more cases. For all once more, "
        "run: grader check"
    )
