"""Handing out a class: who is free has work before what came is written down."""

import time
from pathlib import Path

import pytest

from grader import course as courses
from grader.batch import grading
from grader.batch.executor import Came
from grader.batch.gradebook import Gradebook
from grader.batch.grading import TRIES, Plan, grade
from grader.batch.submissions import Class, Handed
from grader.batch.worker import Job, Judged
from grader.errors import GraderError
from grader.sandbox.launcher import Isolation

ROOT = Path(__file__).parents[3]
IDS = ("ada", "ben", "cyd")


class One:
    """Judges one submission at a time.

    `loses` are those that take it along, `slow` is one that takes longer than anybody
    waits, and at the one that `ends` it there is nobody left.
    """

    def __init__(self, log, loses=(), slow=None, ends=None):
        self.wall = "bubblewrap"
        self._log = log
        self._loses = loses
        self._slow = slow
        self._ends = ends
        self._task = None

    def takes(self):
        """Whether it has nothing to do."""
        return self._task is None

    def hand(self, task, left):
        """Take a submission, and note how many are left."""
        self._log.append(("handed", task.id, left))
        self._task = task.id

    def hand_alone(self, task):
        """Take a submission that may be what ended another."""
        free = self.takes()
        if free:
            self.hand(task, None)
        return free

    def wait(self, seconds=None):
        """Return what came of the submission."""
        if self._task == self._slow and seconds is not None:
            time.sleep(seconds)
            return []
        name, self._task = self._task, None
        if name == self._ends:
            raise GraderError("Nobody is left.")
        self._log.append(("judged", name))
        if name in self._loses:
            return [Came(name, None, suspect=True)]
        return [Came(name, Judged(name, "key", "", {}, {}, {}))]

    def end(self):
        """Note that it is over."""
        self._log.append(("ended",))


@pytest.fixture
def graded(tmp_path):
    """Return a function that grades a class of three and returns what happened."""
    group = Class(tmp_path, tuple(Handed(one, one) for one in IDS), (), ())
    job = Job(str(ROOT), str(tmp_path), (), 7, Isolation.AUTO, 60.0)
    plan = Plan(courses.load(ROOT), group, job, {})

    def run(**how):
        log = []
        with Gradebook(tmp_path) as gradebook:
            wall = grade(
                plan,
                gradebook,
                lambda: One(log, **how),
                lambda progress: log.append(("written", progress.handed.id)),
            )
        assert wall == "bubblewrap"
        return log

    return run


def test_the_next_is_handed_out_first(graded, monkeypatch):
    """A worker has its next submission before its last one is written down."""
    monkeypatch.setattr(grading, "TOGETHER", 0.0)
    assert graded() == [
        ("handed", "ada", 2),
        ("judged", "ada"),
        ("handed", "ben", 1),
        ("written", "ada"),
        ("judged", "ben"),
        ("handed", "cyd", 0),
        ("written", "ben"),
        ("judged", "cyd"),
        ("written", "cyd"),
        ("ended",),
    ]


def test_what_comes_in_a_moment_is_written_down_together(graded, monkeypatch):
    """The first is written down at once, and those that follow soon at one go."""
    monkeypatch.setattr(grading, "TOGETHER", 600.0)
    assert graded()[4:] == [
        ("judged", "ben"),
        ("handed", "cyd", 0),
        ("judged", "cyd"),
        ("written", "ben"),
        ("written", "cyd"),
        ("ended",),
    ]


def test_what_came_does_not_wait_for_what_is_slow(graded):
    """It is written down when it is time, whether more comes or not."""
    assert graded(slow="cyd")[4:] == [
        ("judged", "ben"),
        ("handed", "cyd", 0),
        ("written", "ben"),
        ("judged", "cyd"),
        ("written", "cyd"),
        ("ended",),
    ]


def test_what_came_is_kept_if_nobody_is_left(graded, tmp_path, monkeypatch):
    """What was judged by then is in the gradebook."""
    monkeypatch.setattr(grading, "TOGETHER", 600.0)
    with pytest.raises(GraderError):
        graded(ends="cyd")
    with Gradebook(tmp_path) as gradebook:
        assert list(gradebook.ids()) == ["ada", "ben"]


def test_what_takes_its_worker_along_is_tried_again_alone(graded):
    """It is handed out so many times, alone after the first, and then written down."""
    log = graded(loses=("ada",))
    tries = [one for one in log if one[:2] == ("handed", "ada")]
    assert tries == [("handed", "ada", 2), *[("handed", "ada", None)] * (TRIES - 1)]
    assert sorted(one[1] for one in log if one[0] == "written") == list(IDS)
