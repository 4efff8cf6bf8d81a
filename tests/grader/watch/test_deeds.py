"""What the loop asks for is done: the course, progress, pages and stubs."""

import io

import pytest
from answers import make_answer
from msgspec.structs import replace
from rich.console import Console

from grader import progress
from grader.course import load
from grader.errors import UsageError
from grader.sandbox.launcher import Isolation
from grader.student.listing import Numbers
from grader.watch.deeds import NO_RESET, Aids, Deeds
from grader.watch.pages import Scene
from grader.watch.state import (
    Go,
    Heard,
    Loaded,
    Note,
    Noted,
    Open,
    Page,
    Reload,
    Remember,
    Reset,
    State,
)
from grader.watch.warm import Fault, Job

STATE = State(("one", "two"), "one")


def refuse(_course, name):
    """Raise what a page raises that has nothing to show."""
    raise UsageError(f"No failing input of `{name}` is kept.", "Check it first.")


AIDS = Aids(
    hint=lambda _course, name: lambda out: out.print(f"hint on {name}"),
    inspect=refuse,
    listing=lambda _course: lambda out, at: out.print(f"> {at}"),
    reset=lambda _course, name: f"{name} is the stub again.",
)


@pytest.fixture
def deeds(write_course):
    """Return a function that makes the deeds of a small course."""
    course = load(write_course("one", "two"))

    def make(file="", aids=AIDS):
        job = Job(str(course.root), file, 7, Isolation.AUTO)
        return Deeds(job, Scene(course, " ".join, str, file), aids)

    return make


def do(deeds, effect):
    """Return what comes of an effect."""
    return list(deeds.do(effect, STATE))


def page(opened):
    """Return what a page prints."""
    out = Console(file=io.StringIO(), width=80)
    opened.content(out)
    return out.file.getvalue()


def test_verdicts_are_kept(deeds):
    """A verdict is kept with the exercise that the student is at."""
    done = deeds()
    told = replace(make_answer(1, one="unreadable"), contents={"one": "abc"})
    assert do(done, Remember(told)) == []
    known = progress.recall(done.course)
    assert known.current == "one"
    assert known.of("one").sha256 == "abc"
    do(done, Go("two"))
    assert progress.recall(done.course).current == "two"


def test_verdicts_on_another_file_are_not_kept(deeds):
    """What was judged elsewhere is no progress in the course."""
    done = deeds("mine.py")
    do(done, Remember(make_answer(1, one="passed")))
    assert progress.recall(done.course).exercises == {}


def test_pages(deeds):
    """Pages come from what other commands offer; what they refuse is a page."""
    done = deeds()
    (hint,) = do(done, Open(Page.HINT, "one"))
    assert page(hint) == "hint on one\n"
    (inspect,) = do(done, Open(Page.INSPECT, "one"))
    told = "No failing input of `one` is kept.\n\nCheck it first.\n"
    assert page(inspect) == told
    (numbers,) = do(done, Open(Page.DONE, ""))
    assert isinstance(numbers.content, Numbers)
    (rows,) = do(done, Open(Page.LIST, "one"))
    assert rows.page is Page.LIST


def test_reset(deeds):
    """A reset says what it did, or why it did not."""
    assert do(deeds(), Reset("one")) == [Noted(Note.NONE, "one is the stub again.")]
    (refused,) = do(deeds(aids=AIDS._replace(reset=refuse)), Reset("one"))
    assert refused.said.endswith("is kept. Check it first.")
    assert do(deeds("mine.py"), Reset("one")) == [Noted(Note.NONE, NO_RESET)]


def test_reload(deeds):
    """The course is loaded anew; one that cannot be is told by file."""
    done = deeds()
    file = done.course.root / "exercises/course.toml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("Small", "Larger"), "utf-8")
    assert do(done, Reload()) == [Loaded(("one", "two"))]
    assert done.course.title == "Larger"
    file.write_text("title", "utf-8")
    (heard,) = do(done, Reload())
    assert isinstance(heard, Heard)
    assert isinstance(heard.told, Fault)
    assert "not valid TOML" in heard.told.message


def test_files(deeds):
    """The answers and what an engine reads are looked at, each once."""
    done = deeds()
    root = done.course.root
    assert done.answer("one") == root / "exercises/basics/one.py"
    assert done.answers("one") == {done.answer("one")}
    assert done.answers() == {done.answer("one"), done.answer("two")}
    assert root / "exercises/course.toml" in done.course_files()
    assert root / "tests/hidden/basics/test_two.py" in done.course_files()
    assert deeds(str(root / "mine.py")).answers() == {root / "mine.py"}


def test_files_of_a_kit(deeds):
    """In a kit the answers that an exercise uses are the student's own."""
    done = deeds()
    root = done.course.root
    toml = root / "exercises/course.toml"
    toml.write_text(toml.read_text("utf-8") + '\nuses = ["one"]\n', "utf-8")
    (root / "solutions").rename(root / "away")
    do(done, Reload())
    assert done.answers("two") == {done.answer("one"), done.answer("two")}
