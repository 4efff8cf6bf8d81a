"""Hints open one after the other, with an attempt in between."""

import pytest

from grader.progress import NOTHING, Done, recall
from grader.student.hint import Hint, hint, opened
from grader.verdict import Status


@pytest.fixture
def texts(course):
    """Return the hints of the exercise that has some."""
    return course.places["softmax"].exercise.hints


def test_the_first_is_open(course, texts):
    """The first hint opens at once, and once more it is the same."""
    first = hint(course, "softmax")
    assert first == Hint("softmax", texts[:1], 3, passed=False, new=True)
    assert first.waits
    assert hint(course, "softmax") == first._replace(new=False)


def test_each_attempt_opens_one(course, texts, judged):
    """After an attempt one more opens, and never two."""
    hint(course, "softmax")
    judged("softmax", attempts=5)
    assert hint(course, "softmax").texts == texts[:2]
    assert hint(course, "softmax").texts == texts[:2]
    judged("softmax", attempts=6)
    last = hint(course, "softmax")
    assert (last.texts, last.new, last.waits) == (texts, True, False)
    judged("softmax", attempts=7)
    assert not hint(course, "softmax").new


def test_attempts_before_do_not_add_up(course, texts, judged):
    """However often it was tried before, the first hint comes alone."""
    judged("softmax", attempts=9)
    assert hint(course, "softmax").texts == texts[:1]
    assert hint(course, "softmax").texts == texts[:1]


def test_all_are_open_once_it_passes(course, texts, judged):
    """For who has solved it every hint is open, and none is counted as asked for."""
    judged("softmax", Status.PASSED)
    assert hint(course, "softmax") == Hint("softmax", texts, 3, passed=True, new=False)
    assert recall(course).of("softmax").hints == 0


def test_an_exercise_without_hints(course):
    """Without hints nothing opens and nothing waits."""
    told = hint(course, "sigmoid")
    assert (told.texts, told.of, told.new, told.waits) == ((), 0, False, False)


def test_asking_makes_it_the_current_one(course):
    """Who asks for a hint is at that exercise."""
    hint(course, "sigmoid")
    assert recall(course).current == "sigmoid"


def test_all_are_open_where_nothing_can_be_kept(course, texts):
    """Where no attempt can be counted, none is asked for."""
    (course.root / ".grader").write_text("in the way")
    told = hint(course, "softmax")
    assert (told.texts, told.kept) == (texts, False)


def test_fewer_hints_than_were_opened():
    """A course that was changed since may have fewer hints than were opened."""
    done = Done(None, "", hints=5, attempts=9)
    assert opened(done, 3) == done
    assert opened(NOTHING, 0) == NOTHING
