"""Grades a class: hands out submissions to workers and records their verdicts."""

import contextlib
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator
from multiprocessing import connection as connections
from multiprocessing import resource_tracker
from typing import NamedTuple, final

import msgspec

from grader.batch import keys
from grader.batch.gradebook import Gradebook, Known, Row
from grader.batch.submissions import Class, Handed, text
from grader.batch.worker import Job, Judged, Ready, Task, main
from grader.course import Course
from grader.errors import GraderError, UsageError
from grader.submission import handin
from grader.submission.fingerprint import Fingerprint
from grader.verdict import Exercise, Status

TRIES = 2
"""A submission that takes its worker along is given to another one, once."""


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


@final
class _Worker:
    """A worker's process, and what it is working on."""

    def __init__(self, job: Job) -> None:
        # Fresh interpreters, on all systems: what this process holds stays here.
        context = multiprocessing.get_context("spawn")
        self.connection, far = context.Pipe()
        self.process = context.Process(
            target=main, args=(far, msgspec.json.encode(job)), daemon=True
        )
        with _deaf():
            self.process.start()
        far.close()
        self.task: tuple[Handed, int] | None = None
        self.ready = False

    def end(self) -> None:
        """End the process; its guests end with it."""
        self.connection.close()
        self.process.join(2)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()


@contextlib.contextmanager
def _deaf() -> Iterator[None]:
    """Keep Ctrl-C until later: what starts meanwhile does not hear it at all.

    A worker ignores it as soon as it can; until then it would print a traceback.
    """
    if sys.platform == "win32":
        yield
        return
    # Started on first use, it would let Ctrl-C through again.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def grade(
    plan: Plan, gradebook: Gradebook, jobs: int, done: Callable[[Progress], None]
) -> str:
    """Judge what is not known yet, and record it; return the name of the wall.

    The name is empty if all was known. Raises GraderError if no worker starts.
    """
    pending = _pending(plan, gradebook, done)
    first = next(pending, None)
    if first is None:
        return ""
    pool = _Pool(plan, gradebook, done)
    try:
        return pool.run(first, pending, jobs)
    finally:
        pool.end()


def _pending(
    plan: Plan, gradebook: Gradebook, done: Callable[[Progress], None]
) -> Iterator[Handed]:
    """Yield the submissions that have to be looked at, and tell of the others."""
    for handed in plan.group.submissions:
        row = gradebook.submission(handed.id)
        if row is not None and row.key and row.key == _key(plan, handed):
            verdicts = gradebook.verdicts(handed.id)
            if all(
                name in verdicts and verdicts[name].exercise_key == key
                for name, key in plan.keys.items()
            ):
                done(Progress(handed, _statuses(plan, verdicts), known=True))
                continue
        yield handed


def _key(plan: Plan, handed: Handed) -> str:
    try:
        return keys.of_files(handin.read(plan.group.root / handed.name).files)
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
class _Pool:
    """The workers: each has one submission at a time, whoever is free the next."""

    def __init__(
        self, plan: Plan, gradebook: Gradebook, done: Callable[[Progress], None]
    ) -> None:
        self._plan = plan
        self._gradebook = gradebook
        self._done = done
        self._workers: list[_Worker] = []
        self._todo: Iterator[Handed] = iter(())
        self._exhausted = False
        self._again: list[tuple[Handed, int]] = []
        self._unborn = 0
        self._wall = ""

    def run(self, first: Handed, rest: Iterator[Handed], jobs: int) -> str:
        """Judge `first` and the `rest`; return the name of the wall."""
        self._todo = _chain(first, rest)
        # More workers than submissions are seconds of nothing.
        count = min(jobs, len(self._plan.group.submissions))
        self._workers = [_Worker(self._plan.job) for _ in range(count)]
        while True:
            for worker in self._workers:
                if worker.ready and worker.task is None:
                    self._hand(worker)
            working = [one for one in self._workers if one.task or not one.ready]
            if self._exhausted and not any(one.task for one in working):
                return self._wall
            self._wait(working)

    def end(self) -> None:
        """End every worker."""
        for worker in self._workers:
            worker.connection.close()
        for worker in self._workers:
            worker.end()

    def _hand(self, worker: _Worker) -> None:
        """Give a worker the next submission, if there is one."""
        if self._again:
            handed, tries = self._again.pop()
        else:
            one = next(self._todo, None)
            if one is None:
                self._exhausted = True
                return
            handed, tries = one, 1
        verdicts = self._gradebook.verdicts(handed.id)
        known = {
            name: verdicts[name].answer_key
            for name, key in self._plan.keys.items()
            if name in verdicts and verdicts[name].exercise_key == key
        }
        worker.task = (handed, tries)
        task = Task(handed.id, os.fsencode(handed.name), known)
        # One that is gone by now is found out where its answer is waited for.
        with contextlib.suppress(OSError):
            worker.connection.send_bytes(msgspec.json.encode(task))

    def _wait(self, working: list[_Worker]) -> None:
        ended = connections.wait([one.connection for one in working])
        for worker in working:
            if worker.connection not in ended:
                continue
            try:
                told = worker.connection.recv_bytes()
            except (EOFError, OSError):
                self._lost(worker)
                continue
            if not worker.ready:
                self._welcome(worker, msgspec.json.decode(told, type=Ready))
            elif worker.task is not None:
                handed, _ = worker.task
                worker.task = None
                self._record(handed, msgspec.json.decode(told, type=Judged))

    def _welcome(self, worker: _Worker, ready: Ready) -> None:
        if ready.fault:
            raise GraderError(ready.fault, ready.help)
        if self._wall and ready.wall != self._wall:
            raise GraderError(
                f"One worker stands behind {self._wall}, another behind {ready.wall}."
            )
        self._wall = ready.wall
        worker.ready = True

    def _lost(self, worker: _Worker) -> None:
        """Go on without a worker that ended: another one takes its submission."""
        worker.end()
        if not worker.ready:
            self._unborn += 1
            if self._unborn > TRIES:
                raise GraderError(
                    f"{self._unborn} workers ended before they began.",
                    "If memory is short, use fewer of them: --jobs 1.",
                )
        self._workers.remove(worker)
        self._workers.append(_Worker(self._plan.job))
        if worker.task is None:
            return
        handed, tries = worker.task
        if tries < TRIES:
            self._again.append((handed, tries + 1))
            return
        self._record(handed, _poisoned(self._plan, handed))

    def _record(self, handed: Handed, judged: Judged) -> None:
        before = self._gradebook.verdicts(handed.id)
        verdicts = dict(before)
        for name, answer in judged.answers.items():
            document = judged.verdicts.get(name)
            data = bytes(document) if document is not None else before[name].document
            alike = judged.prints.get(name, Fingerprint("", 0))
            verdicts[name] = Known(self._plan.keys[name], answer, *alike, data)
        row = Row(handed.id, judged.path, judged.key, judged.sha256)
        self._gradebook.record(row, verdicts)
        self._done(Progress(handed, _statuses(self._plan, verdicts), known=False))


def _chain(first: Handed, rest: Iterator[Handed]) -> Iterator[Handed]:
    yield first
    yield from rest


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
