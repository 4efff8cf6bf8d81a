"""Handing out a class: who is free has work before what came is written down."""

from pathlib import Path

import pytest

from grader import course as courses
from grader.batch.executor import Came
from grader.batch.gradebook import Gradebook
from grader.batch.grading import TRIES, Plan, grade
from grader.batch.submissions import Class, Handed
from grader.batch.worker import Job, Judged
from grader.sandbox.launcher import Isolation

ROOT = Path(__file__).parents[3]
IDS = ("ada", "ben", "cyd")


class One:
    """Judges one submission at a time; `loses` are those that take it along."""

    def __init__(self, log, loses=()):
        self.wall = "bubblewrap"
        self._log = log
        self._loses = loses
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

    def wait(self):
        """Return what came of the submission."""
        name, self._task = self._task, None
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

    def run(loses=()):
        log = []
        with Gradebook(tmp_path) as gradebook:
            wall = grade(
                plan,
                gradebook,
                lambda: One(log, loses),
                lambda progress: log.append(("written", progress.handed.id)),
            )
        assert wall == "bubblewrap"
        return log

    return run


def test_the_next_is_handed_out_first(graded):
    """A worker has its next submission before its last one is written down."""
    assert graded() == [
        ("handed", "ada", 2),
        ("handed", "ben", 1),
        ("written", "ada"),
        ("handed", "cyd", 0),
        ("written", "ben"),
        ("written", "cyd"),
        ("ended",),
    ]


def test_what_takes_its_worker_along_is_tried_again_alone(graded):
    """It is handed out so many times, alone after the first, and then written down."""
    log = graded(loses=("ada",))
    tries = [one for one in log if one[:2] == ("handed", "ada")]
    assert tries == [("handed", "ada", 2), *[("handed", "ada", None)] * (TRIES - 1)]
    assert sorted(one[1] for one in log if one[0] == "written") == list(IDS)
