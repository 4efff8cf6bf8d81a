"""Grades a class: hands out submissions to be judged and records their verdicts."""

import math
import os
import time
from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple, final

import msgspec

from grader.batch import keys, parcel
from grader.batch.executor import Came, Executor
from grader.batch.gradebook import Gradebook, Known, Row
from grader.batch.submissions import Class, Handed, text
from grader.batch.worker import Job, Judged, Task
from grader.course import Course
from grader.errors import UsageError
from grader.submission.fingerprint import Fingerprint
from grader.verdict import Exercise, Status

TOGETHER = 0.05
"""Seconds in which verdicts that come are recorded together: to wait for the disk after
each takes a twentieth of the time."""
TRIES = 3
"""How many workers are given a submission that takes its worker along."""


class Progress(NamedTuple):
    """One submission more is done: its statuses, and whether all was known."""

    handed: Handed
    statuses: tuple[Status, ...]
    known: bool


class Plan(NamedTuple):
    """What is asked for, and the keys of the exercises."""

    course: Course
    group: Class
    job: Job
    keys: dict[str, str]
    fresh: bool = False
    """What is known is to be forgotten."""


def grade(
    plan: Plan,
    gradebook: Gradebook,
    start: Callable[[], Executor],
    done: Callable[[Progress], None],
) -> str:
    """Judge what is not known yet, and record it; return the name of the wall.

    The name is empty if all was known: then nothing is started. Raises GraderError if
    nobody is left to judge.
    """
    pending = _pending(plan, gradebook, done)
    first = next(pending, None)
    if first is None:
        return ""
    executor = start()
    try:
        if plan.fresh:
            # That takes a while, and so do they to be ready.
            gradebook.forget()
        return _Grading(plan, gradebook, executor, done).run(first, pending)
    finally:
        executor.end()


class _Todo(NamedTuple):
    """A submission that has to be looked at, and the verdicts known of it."""

    handed: Handed
    before: dict[str, Known]


def _pending(
    plan: Plan, gradebook: Gradebook, done: Callable[[Progress], None]
) -> Iterator[_Todo]:
    """Yield the submissions that have to be looked at, and tell of the others."""
    for handed in plan.group.submissions:
        row = None if plan.fresh else gradebook.submission(handed.id)
        before = {} if row is None else gradebook.verdicts(handed.id)
        if row is not None and row.key and row.key == _key(plan, handed):
            current = (name in before and before[name].exercise_key == key
                       for name, key in plan.keys.items())  # fmt: skip
            if all(current):
                done(Progress(handed, _statuses(plan, before), known=True))
                continue
        yield _Todo(handed, before)


def _key(plan: Plan, handed: Handed) -> str:
    try:
        return keys.of_files(parcel.read(plan.group.root, handed.name).files)
    except UsageError:
        return ""


def _statuses(plan: Plan, verdicts: dict[str, Known]) -> tuple[Status, ...]:
    records = (
        msgspec.json.decode(verdicts[name].document, type=_Status) for name in plan.keys
    )
    return tuple(record.status for record in records)


class _Status(msgspec.Struct, frozen=True):
    status: Status


@final
class _Grading:
    """One run: what is to do, what is handed out, what has to be tried again."""

    def __init__(
        self,
        plan: Plan,
        gradebook: Gradebook,
        executor: Executor,
        done: Callable[[Progress], None],
    ) -> None:
        self._plan = plan
        self._gradebook = gradebook
        self._executor = executor
        self._done = done
        self._left = len(plan.group.submissions)
        self._out: dict[str, _Todo] = {}
        self._again: list[_Todo] = []
        self._suspects: list[_Todo] = []
        self._losses: Counter[str] = Counter()
        self._coming: _Todo | None = None
        self._judged: list[tuple[_Todo, Judged]] = []
        self._recorded = -math.inf

    def run(self, first: _Todo, rest: Iterator[_Todo]) -> str:
        """Judge `first` and the `rest`; return the name of the wall."""
        self._coming = first
        try:
            while True:
                self._hand_out(rest)
                if not (self._out or self._suspects or self._again or self._coming):
                    return self._executor.wall
                self._listen(rest)
        finally:
            self._record()

    def _listen(self, rest: Iterator[_Todo]) -> None:
        """Wait for what comes next, and record it when it is time."""
        until = self._recorded + TOGETHER
        left = max(0.0, until - time.monotonic()) if self._judged else None
        for came in self._executor.wait(left):
            self._take(came)
        if self._judged and time.monotonic() >= until:
            # Nobody waits while what came is written down.
            self._hand_out(rest)
            self._record()

    def _hand_out(self, rest: Iterator[_Todo]) -> None:
        """Give everybody who is free something to judge."""
        while self._suspects and self._hand_alone(self._suspects[-1]):
            self._suspects.pop()
        # While one waits for a worker of its own, none is kept busy with others.
        while not self._suspects and self._executor.takes():
            if self._again:
                self._hand(self._again.pop())
            elif self._coming is not None:
                self._left -= 1
                self._hand(self._coming)
                self._coming = next(rest, None)
            else:
                break

    def _hand(self, todo: _Todo) -> None:
        self._out[todo.handed.id] = todo
        self._executor.hand(self._task(todo), self._left)

    def _hand_alone(self, todo: _Todo) -> bool:
        self._out[todo.handed.id] = todo
        if self._executor.hand_alone(self._task(todo)):
            return True
        del self._out[todo.handed.id]
        return False

    def _task(self, todo: _Todo) -> Task:
        handed, before = todo
        known = {
            name: before[name].answer_key
            for name, key in self._plan.keys.items()
            if name in before and before[name].exercise_key == key
        }
        return Task(handed.id, os.fsencode(handed.name), known)

    def _take(self, came: Came) -> None:
        """Keep what was judged; have another worker try what was not."""
        todo = self._out.pop(came.id)
        if came.judged is not None:
            self._judged.append((todo, came.judged))
            return
        self._losses[came.id] += came.suspect
        if not came.suspect:
            self._again.append(todo)
        elif self._losses[came.id] < TRIES:
            self._suspects.append(todo)
        else:
            self._judged.append((todo, _poisoned(self._plan, todo.handed)))

    def _record(self) -> None:
        """Record what was judged, and tell of it."""
        judged, self._judged = self._judged, []
        with self._gradebook.together():
            done = [self._written(*one) for one in judged]
        for one in done:
            self._done(one)
        self._recorded = time.monotonic()

    def _written(self, todo: _Todo, judged: Judged) -> Progress:
        handed, before = todo
        verdicts = dict(before)
        for name, answer in judged.answers.items():
            document = judged.verdicts.get(name)
            data = bytes(document) if document is not None else before[name].document
            alike = judged.prints.get(name, Fingerprint("", 0))
            verdicts[name] = Known(self._plan.keys[name], answer, *alike, data)
        row = Row(handed.id, judged.path, judged.key, judged.sha256)
        self._gradebook.record(row, verdicts)
        return Progress(handed, _statuses(self._plan, verdicts), known=False)


def _poisoned(plan: Plan, handed: Handed) -> Judged:
    """Return the verdicts on a submission that no worker survives."""
    message = (
        "The grader itself failed. This is not your code. "
        f"{TRIES} workers were lost while they judged this submission."
    )
    verdicts = {}
    for name in plan.keys:
        place = plan.course.places[name]
        record = Exercise(
            name=name,
            assignment=place.assignment,
            status=Status.ERROR,
            points=0.0,
            max_points=float(place.exercise.points),
            message=message,
            misconception=None,
            findings=(),
            cases=(),
        )
        verdicts[name] = msgspec.Raw(msgspec.json.encode(record))
    return Judged(text(handed.name), "", "", dict.fromkeys(verdicts, ""), verdicts, {})
