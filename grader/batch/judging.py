"""Judges the submissions of a class, in one pytest session and one sandbox."""

import gc
import os
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple, final

import msgspec

from grader.batch import keys
from grader.batch.parcel import read
from grader.batch.submissions import text
from grader.batch.worker import Job, Judged, Ready, Task
from grader.course import Course
from grader.errors import UsageError
from grader.sandbox.launcher import Sandbox
from grader.session import runner as runners
from grader.session.ahead import Ahead
from grader.session.check import Checker, Options
from grader.session.compose import verdict, without_answer
from grader.session.runner import Runner
from grader.session.submitted import Entry, read_given
from grader.submission.fingerprint import Fingerprint, fingerprint
from grader.verdict import Exercise, Status

GARBAGE = 20_000
"""Objects after which garbage is looked for: a submission's trees have thousands."""


class Collected(NamedTuple):
    """What a job takes, once its cases are collected; it lasts while pytest runs."""

    job: Job
    course: Course
    runner: Runner
    keys: dict[str, str]

    def serve(self, connection: Connection, sandbox: Sandbox) -> None:
        """Judge what comes over the connection until it is closed."""
        job, course = self.job, self.course
        ahead = Ahead(sandbox, course, job.seed)
        checker = Checker(course, sandbox, Options(job.seed), ahead)
        judging = Judging(course, job, self.runner, checker, ahead)
        # What is there now is there to the end: nobody need look for garbage in it.
        gc.freeze()
        gc.set_threshold(GARBAGE, 10, 10)
        gc.enable()
        ready = Ready(sandbox.wall, keys=self.keys)
        connection.send_bytes(msgspec.json.encode(ready))
        while True:
            try:
                told = connection.recv_bytes()
            except EOFError:
                return
            task = msgspec.json.decode(told, type=Task)
            connection.send_bytes(msgspec.json.encode(judging.submission(task)))


def collect(job: Job, course: Course, then: Callable[[Collected], None]) -> None:
    """Collect the cases of a job, and go on with `then`."""
    names = dict.fromkeys([*job.names, *course.supplied(job.names)])
    places = [course.places[name] for name in names]

    def judge(runner: Runner) -> None:
        decided = keys.of_exercises(course, job.names, job.seed, job.isolation)
        then(Collected(job, course, runner, decided))

    runners.run(course, job.seed, places, judge)


@final
class Judging:
    """Judges one submission after the other; none knows of another."""

    def __init__(
        self,
        course: Course,
        job: Job,
        runner: Runner,
        checker: Checker,
        ahead: Ahead,
    ) -> None:
        self._course = course
        self._job = job
        self._runner = runner
        self._checker = checker
        self._ahead = ahead

    def submission(self, task: Task) -> Judged:
        """Return the verdicts on a submission that are not known."""
        try:
            if task.parcel is not None:
                given = task.parcel.opened()
            else:
                given = read(Path(self._job.root), os.fsdecode(task.name))
            submission, entries = read_given(self._course, self._job.names, given)
        except UsageError as error:
            return self._unreadable(task, error.message)
        answers: dict[str, str] = {}
        verdicts: dict[str, msgspec.Raw] = {}
        prints: dict[str, Fingerprint] = {}
        try:
            todo = []
            for entry in entries:
                name = entry.place.exercise.name
                answers[name] = keys.of_answer(entry)
                if task.known.get(name) != answers[name]:
                    todo.append(entry)
                if (found := _fingerprint(entry)) is not None:
                    prints[name] = found
            self._ahead.prepare(self._runner, [e for e in todo if e.status is None])
            # What that took is nobody's in particular.
            started = time.monotonic()
            for entry in todo:
                late = time.monotonic() - started > self._job.seconds
                record = self._exercise(entry, late=late)
                verdicts[entry.place.exercise.name] = _raw(record)
        finally:
            self._ahead.close()
        key = keys.of_files(given.files)
        return Judged(
            submission.path, key, submission.sha256, answers, verdicts, prints
        )

    def _exercise(self, entry: Entry, *, late: bool) -> Exercise:
        if entry.status is not None:
            return without_answer(entry)
        if late:
            message = (
                "Not run: the exercises before it took longer than the "
                f"{self._job.seconds:g} seconds that a submission may take."
            )
            return verdict(entry.place, Status.FAILED, message)
        return self._checker.judge(self._runner, entry)

    def _unreadable(self, task: Task, message: str) -> Judged:
        places = [self._course.places[name] for name in self._job.names]
        verdicts = {
            place.exercise.name: _raw(verdict(place, Status.UNREADABLE, message))
            for place in places
        }
        # Without a key it is looked at again each time: the cause may be gone.
        path = text(os.fsdecode(task.name))
        return Judged(path, "", "", dict.fromkeys(verdicts, ""), verdicts, {})


def _fingerprint(entry: Entry) -> Fingerprint | None:
    """Return the fingerprint of an answer; a stub that was left as it was is none."""
    if entry.extract is None or entry.status is Status.NOT_STARTED:
        return None
    return fingerprint(entry.extract, entry.place.exercise.uses)


def _raw(record: Exercise) -> msgspec.Raw:
    return msgspec.Raw(msgspec.json.encode(record))
