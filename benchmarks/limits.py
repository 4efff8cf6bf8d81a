"""What each part of a run on a cluster can do by itself, with nothing else to wait for.

Seconds are processor time of this process, in which the grader, and of a cluster here
the scheduler, are.
"""

import itertools
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from distributed.protocol.core import dumps, loads
from students import ROOT

from grader import course as courses
from grader.batch import crate, link, parcel, schedulers, seats
from grader.batch.executor import Came
from grader.batch.gradebook import Gradebook
from grader.batch.grading import Plan, grade
from grader.batch.link import Answer, Workers
from grader.batch.messages import Batch, Opened
from grader.batch.submissions import Class, Handed, find
from grader.batch.worker import Job, Judged, Task
from grader.sandbox.launcher import Isolation
from grader.submission.fingerprint import Fingerprint

OUT = 32
"""Tasks on their way at a time: two for each of 16 workers."""
IDLE = 4
TOKEN = "nobody"  # noqa: S105 - no desk is open under it


class Replayed:
    """An executor that judges nothing: every submission comes to what another did."""

    wall = "none"

    def __init__(self, told: list[bytes]) -> None:
        self._told = itertools.cycle(told)
        self._ids: list[str] = []

    def takes(self) -> bool:
        """Take as many as a batch has."""
        return len(self._ids) < OUT

    def hand(self, task: Task, _left: int) -> None:
        """Note it."""
        self._ids.append(task.id)

    def hand_alone(self, _task: Task) -> bool:
        """Have nobody for it: none is lost."""
        return False

    def wait(self, _seconds: float | None = None) -> list[Came]:
        """Return what came of all of them, decoded as an answer of a worker's is."""
        some, self._ids = self._ids, []
        told = (msgspec.json.decode(next(self._told), type=Judged) for _ in some)
        return [Came(*one) for one in zip(some, told, strict=True)]

    def end(self) -> None:
        """Nothing to end."""


class Recording(NamedTuple):
    """What the grader's process spends on a submission when it comes back."""

    seconds: float
    reply: float
    """Bytes that a worker sends."""


def recording(out: Path, names: list[str], folder: Path, count: int) -> Recording:
    """Record so many submissions as the grader does; those in `out` again and again."""
    course = courses.load(ROOT)
    told = _told(out, names)
    handed = tuple(Handed(f"replay{n:07}", f"replay{n:07}.py") for n in range(count))
    group = Class(folder, handed, (), ())
    job = Job(str(ROOT), str(folder), tuple(names), 7, Isolation.AUTO, 60)
    plan = Plan(course, group, job, dict.fromkeys(names, "key"))
    with Gradebook(folder) as gradebook:
        started = time.process_time()
        grade(plan, gradebook, lambda: Replayed(told), lambda _progress: None)
        seconds = time.process_time() - started
    size = sum(map(len, told)) / len(told)
    return Recording(seconds / count, size)


def _told(out: Path, names: list[str]) -> list[bytes]:
    """Return what workers told of the submissions in a gradebook."""
    found = []
    with Gradebook(out) as gradebook:
        for one in gradebook.ids():
            known = gradebook.verdicts(one)
            verdicts = {name: msgspec.Raw(known[name].document) for name in names}
            answers = {name: known[name].answer_key for name in names}
            prints = {n: Fingerprint(*known[n][2:4]) for n in names}
            judged = Judged(one, "key" * 20, "sha" * 20, answers, verdicts, prints)
            found.append(msgspec.json.encode(judged))
    return found


class Reading(NamedTuple):
    """What the grader's process spends on a submission when it is handed out."""

    seconds: float
    parcel: float
    """Bytes that a worker is sent."""


def reading(folder: Path, names: list[str]) -> Reading:
    """Read the submissions of a class as they are handed out."""
    group = find(folder)
    size = 0
    started = time.process_time()
    for one in group.submissions:
        known = dict.fromkeys(names, "")
        content = parcel.pack(group.root, one.name)
        size += len(msgspec.json.encode(Task(one.id, b"", known, content)))
    count = len(group.submissions)
    return Reading((time.process_time() - started) / count, size / count)


class Passing(NamedTuple):
    """What a task costs the processes of the grader and the scheduler together."""

    idle: float
    """Share of a processor that they take while nothing is to do."""
    task: float
    megabyte: float
    """Seconds for each that goes to a worker."""
    wall: float
    """Seconds from one task to the next, with as many on their way as there may be."""
    worker: int
    """Bytes that the scheduler tells of a worker."""
    crate: int
    """Bytes of the course, which each worker is sent."""


def passing(count: int, jobs: int) -> Passing:
    """Have tasks run that have nothing to judge, empty ones and large ones."""
    line = schedulers.start(jobs)
    try:
        addresses: list[str] = []
        while len(addresses) < jobs:
            event = line.next(1)
            if isinstance(event, Workers):
                addresses = list(event.seen)
        _pass(line, addresses, 64, b"")
        used = time.process_time()
        time.sleep(IDLE)
        idle = (time.process_time() - used) / IDLE
        task, wall = _pass(line, addresses, count, b"")
        large, _ = _pass(line, addresses, count // 8, bytes(1 << 20))
        told = line._begin(line._identity()).result()  # noqa: SLF001 - what it hears
    finally:
        line.end(TOKEN)
    workers = told["workers"]
    told_of_one = len(_wire(workers)) // len(workers)
    course = msgspec.msgpack.encode(crate.pack(courses.load(ROOT)))
    return Passing(idle, task, large - task, wall, told_of_one, len(course))


def _pass(
    line: link.Link, addresses: list[str], count: int, data: bytes
) -> tuple[float, float]:
    told = msgspec.msgpack.encode(Batch(TOKEN, (data,) if data else ()))
    where = itertools.cycle(addresses)
    sent = back = 0
    first = next(_numbers)
    used, started = time.process_time(), time.perf_counter()
    while back < count:
        while sent - back < OUT and sent < count:
            line.judge(next(_numbers), next(where), told)
            sent += 1
        answer = line.next(60)
        if isinstance(answer, Answer):
            if answer.number < first or not answer.told:
                raise SystemExit(f"A task was lost: {answer}")
            back += 1
    ended, now = time.process_time(), time.perf_counter()
    return (ended - used) / count, (now - started) / count


_numbers = itertools.count(1)


class Watching(NamedTuple):
    """What it costs to know of a worker, by what is done again and again."""

    look: float
    """Seconds a worker for each look at all of them: told, heard and compared."""
    batch: float
    """Seconds a worker for each batch: all are gone through for the one with room."""


def watching(count: int, told_of_one: int) -> Watching:
    """Know so many workers that are not there."""
    one = {"host": "10.0.0.1", "nthreads": 1, "status": "running", "last_seen": 1.5}
    # As long as what Dask tells.
    one["more"] = "x" * max(0, told_of_one - len(_wire(one)))
    told = {f"tcp://10.0.0.1:{number}": dict(one) for number in range(count)}
    all_seats = seats.Seats()

    def look() -> None:
        heard = loads(dumps(told))
        known = {name: link._seen(name, heard[name]) for name in heard}  # noqa: SLF001
        all_seats.see(known)
        while seat := all_seats.unasked():
            seat.asked = True
            seat.ready = seats.unfit(seat, Opened("", "", {}), {}, "") is None

    def batch() -> None:
        # As often as the grader asks for one batch.
        all_seats.free()
        all_seats.free()
        _ = all_seats.threads, all_seats.threads, all_seats.answered

    look()
    return Watching(_took(look) / count, _took(batch) / count)


def _took(call: Callable[[], None], times: int = 5) -> float:
    started = time.process_time()
    for _ in range(times):
        call()
    return (time.process_time() - started) / times


def _wire(told: Any) -> bytes:
    return b"".join(map(bytes, dumps(told)))
