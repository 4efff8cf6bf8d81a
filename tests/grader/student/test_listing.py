"""Where a student stands is told by the last verdict and the file as it is now."""

import shutil

import pytest

from grader import language, translation
from grader.kit import FILE, Kit, Shipped
from grader.progress import go, recall
from grader.student.listing import (
    Numbers,
    Standing,
    current,
    first_open,
    following,
    listing,
    numbers,
)
from grader.submission import stub
from grader.verdict import Status

WRITTEN = "def softmax(x):\n    return x\n"


@pytest.fixture
def rows(course):
    """Return a function that lists the course as it is now."""
    return lambda: listing(course, recall(course))


@pytest.mark.parametrize(
    ("status", "standing"),
    [
        (Status.PASSED, Standing.PASSED),
        (Status.LOOPS, Standing.LOOPS),
        (Status.FAILED, Standing.FAILED),
        (Status.MISSING, Standing.MISSING),
        (Status.UNREADABLE, Standing.UNREADABLE),
        (Status.NOT_STARTED, Standing.NOT_STARTED),
    ],
)
def test_each_verdict_is_a_standing(rows, judged, write, status, standing):
    """On the content that was judged an exercise stands as its verdict says."""
    write("softmax", WRITTEN)
    judged("softmax", status)
    assert rows()[0].standing is standing


def test_changed_content(rows, judged, write):
    """On another content the last verdict does not count."""
    write("softmax", WRITTEN)
    judged("softmax", Status.PASSED)
    write("softmax", WRITTEN + "# more\n")
    assert rows()[0].standing is Standing.CHANGED


def test_a_stub_is_not_started(course, rows, judged, write):
    """A stub is not started, also where something else was checked before."""
    assert rows()[0].standing is Standing.NOT_STARTED
    stub = course.places["softmax"].stub.read_text()
    write("softmax", WRITTEN)
    assert rows()[0].standing is Standing.UNCHECKED
    judged("softmax", Status.FAILED)
    write("softmax", stub)
    assert rows()[0].standing is Standing.NOT_STARTED


def test_a_kit_has_passed_here(course, rows, judged):
    """Without the hidden cases a passed exercise has passed here, no more."""
    judged("softmax", Status.PASSED)
    shutil.rmtree(course.root / "solutions")
    row = rows()[0]
    assert row.standing is Standing.PASSED_HERE
    assert row.standing.passed


def test_what_is_next(rows, judged):
    """The first open exercise, and the next one after another, from the top again."""
    assert first_open(rows()).name == "softmax"
    assert following(rows(), "softmax").name == "sigmoid"
    assert following(rows(), "sigmoid").name == "softmax"
    judged("softmax", Status.PASSED)
    assert first_open(rows()).name == "sigmoid"
    assert following(rows(), "sigmoid") is None
    judged("sigmoid", Status.PASSED)
    assert first_open(rows()) is None


def test_the_current_exercise(course, rows, judged):
    """The current exercise is the one kept until it passes, else the first open one."""
    assert current(rows(), recall(course)).name == "softmax"
    go(course, "sigmoid")
    assert current(rows(), recall(course)).name == "sigmoid"
    judged("sigmoid", Status.PASSED)
    assert current(rows(), recall(course)).name == "softmax"
    go(course, "gone")
    assert current(rows(), recall(course)).name == "softmax"
    judged("softmax", Status.PASSED)
    assert current(rows(), recall(course)) is None


def test_the_numbers(rows, judged):
    """A student's numbers add up; loops count as removed once the exercise passes."""
    assert numbers(rows()) == Numbers(2, 0, 0, 0, 0, "", 0.0)
    judged("softmax", Status.PASSED, attempts=3, hints=2, looped=True, speed=42.5)
    judged("sigmoid", Status.LOOPS, attempts=1, looped=True, speed=0.9)
    assert numbers(rows()) == Numbers(2, 1, 4, 2, 1, "softmax", 42.5)


def test_no_numbers_of_an_empty_course():
    """A course without exercises has numbers, too."""
    assert numbers([]) == Numbers(0, 0, 0, 0, 0, "", 0.0)


def test_a_stub_as_it_was_shipped(course, rows, write):
    """What a kit was shipped with is a stub, in whatever language that was."""
    write("softmax", "def softmax(x):\n    ...  # 在此作答\n")
    assert rows()[0].standing is Standing.UNCHECKED
    shipped = Shipped(0, course.places["softmax"].stub.read_text("utf-8"))
    (course.root / FILE).write_bytes(Kit({"softmax": shipped}).encode())
    assert rows()[0].standing is Standing.NOT_STARTED


@pytest.mark.parametrize("before", ["en", "zh"])
@pytest.mark.usefixtures("chinese")
def test_a_stub_in_another_language_is_the_stub(rows, course, before):
    """Who changes the language has not begun, and who began then still has."""
    place = course.places["softmax"]
    file = translation.file_of(place, "zh")
    file.parent.mkdir()
    pair = '[[texts]]\ntext = "Return twice x."\nzh = "返回 x 的两倍。"\n'
    file.write_text(pair, "utf-8")
    language.use(before)
    place.stub.write_text(stub.text(place), "utf-8", newline="\n")
    assert ("返回 x 的两倍。" in place.stub.read_text("utf-8")) is (before == "zh")
    language.use("en" if before == "zh" else "zh")
    assert rows()[0].standing is Standing.NOT_STARTED
    file.write_text("no TOML", "utf-8")
    language.use("en")
    assert (rows()[0].standing is Standing.NOT_STARTED) is (before == "en")
    place.stub.write_text(WRITTEN, "utf-8")
    assert rows()[0].standing is Standing.UNCHECKED
