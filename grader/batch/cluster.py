"""The workers of a Dask cluster as judges: asked first, given batches, watched."""

import math
import os
import secrets
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, final

import msgspec

from grader.batch import parcel, versions
from grader.batch.crate import Crate
from grader.batch.executor import Came
from grader.batch.link import Answer, Event, Gone, Link, Workers
from grader.batch.messages import Batch, Opened, Opening, Reply
from grader.batch.seats import AHEAD, Seat, Seats, unfit
from grader.batch.worker import Job, Judged, Task
from grader.errors import GraderError, UsageError

SECONDS = 1.0
"""That a batch should take: a task costs the scheduler and the network some 10 ms."""
RATE = 200
"""Batches a second, from all workers, that leave the scheduler time; else they grow."""
OPENINGS = 64
"""Workers that are asked at a time: each is sent the course, and none shares it."""
MOST = 64
BYTES = 4 << 20
"""Content in one batch; what a single submission has comes on top."""
PATIENCE = 300.0
"""Seconds in which a worker has to come while there is none."""
SOON = 5.0
LOOK = 1.0

Refusal = GraderError | UsageError


class _Load(NamedTuple):
    """A batch that is being filled."""

    seat: Seat
    size: int
    ids: list[str]
    tasks: list[bytes]


@final
class Cluster:
    """The workers of a scheduler, as an executor. What it has to `say` is for people.

    A submission is read when it is handed out: what is in memory, here and at the
    scheduler, does not grow with the class.
    """

    def __init__(
        self,
        link: Link,
        job: Job,
        keys: dict[str, str],
        crate: Crate,
        say: Callable[[str], None],
    ) -> None:
        self._link = link
        self._root = Path(job.root)
        self._keys = keys
        self._token = secrets.token_hex(8)
        self._opening = msgspec.msgpack.encode(Opening(self._token, job, crate))
        self._say = say
        self._seats = Seats()
        self._asked: dict[int, Seat] = {}
        self._openings: set[int] = set()
        self._number = 0
        self._begun = False
        self._pace = 0.0
        self._load: _Load | None = None
        self._nobody = time.monotonic()
        self._told = False
        self._refusal: Refusal | None = None
        self.wall = ""

    def takes(self) -> bool:
        """Whether a batch or a worker has room."""
        return self._begun and bool(self._load or self._seats.free())

    def hand(self, task: Task, left: int) -> None:
        """Add a submission to a batch; a full one is sent."""
        if self._load is None:
            seat = self._seats.free()
            assert seat is not None  # noqa: S101 - it was asked for
            self._load = _Load(seat, self._size(left), [], [])
        load = self._load
        self._add(load, task)
        if len(load.ids) >= load.size or sum(map(len, load.tasks)) >= BYTES:
            self._flush()

    def hand_alone(self, task: Task) -> bool:
        """Send a submission to a worker that has nothing else to do."""
        self._flush()
        seat = self._seats.idle() if self._begun else None
        if seat is None:
            return False
        seat.alone = True
        self._load = _Load(seat, 1, [], [])
        self.hand(task, 0)
        return True

    def wait(self, seconds: float | None = None) -> list[Came]:
        """Wait for what is heard next, if that is soon enough.

        Return what came of submissions by then.
        """
        self._flush()
        found: list[Came] = []
        event = self._link.next(LOOK if seconds is None else min(LOOK, seconds))
        while event is not None:
            found += self._hear(event)
            event = self._link.next(0)
        self._begun = self._begun or self._seats.answered
        self._lose_patience()
        return found

    def end(self) -> None:
        """Take back what is handed out, and hang up."""
        self._link.end(self._token)

    def _size(self, left: int) -> int:
        """Return how many a batch has: few at the end, so that no worker waits."""
        threads = self._seats.threads
        share = math.ceil((left + 1) / (AHEAD * threads or 1))
        seconds = max(SECONDS, threads / RATE)
        wanted = round(seconds / self._pace) if self._pace else 1
        return max(1, min(wanted, share, MOST))

    def _add(self, load: _Load, task: Task) -> None:
        content = parcel.pack(self._root, os.fsdecode(task.name))
        whole = msgspec.structs.replace(task, parcel=content)
        load.ids.append(task.id)
        load.tasks.append(msgspec.json.encode(whole))

    def _flush(self) -> None:
        if self._load is None:
            return
        seat, _, ids, tasks = self._load
        self._load = None
        self._number += 1
        seat.flying[self._number] = tuple(ids)
        self._asked[self._number] = seat
        batch = msgspec.msgpack.encode(Batch(self._token, tuple(tasks)))
        self._link.judge(self._number, seat.seen.address, batch)

    def _hear(self, event: Event) -> list[Came]:
        if isinstance(event, Gone):
            raise self._link.gone()
        if isinstance(event, Answer):
            return self._answer(event)
        return self._see(event)

    def _see(self, workers: Workers) -> list[Came]:
        lost = self._seats.see(workers.seen)
        found = [one for seat in lost for one in self._lose(seat, seat.suspects())]
        self._ask()
        return found

    def _ask(self) -> None:
        """Ask workers that have come, some at a time."""
        while len(self._openings) < OPENINGS and (seat := self._seats.unasked()):
            seat.asked = True
            self._number += 1
            self._asked[self._number] = seat
            self._openings.add(self._number)
            self._link.open(self._number, seat.seen.address, self._opening)

    def _answer(self, answer: Answer) -> list[Came]:
        """Take what a worker answered, when it was asked or given a batch."""
        seat = self._asked.pop(answer.number)
        self._openings.discard(answer.number)
        self._ask()
        ids = seat.flying.get(answer.number)
        if answer.lost:
            return self._lose(seat, seat.suspects() if answer.killed else set())
        if answer.failed:
            raise GraderError(f"{seat.name} failed: {answer.failed}")
        if ids is None:
            self._welcome(seat, answer)
            return []
        return self._reply(seat, answer, ids)

    def _reply(self, seat: Seat, answer: Answer, ids: tuple[str, ...]) -> list[Came]:
        reply = msgspec.msgpack.decode(answer.told, type=Reply)
        if reply.unknown:
            # Whoever closed it, the worker can be asked again.
            return self._lose(seat, set())
        if reply.fault:
            raise GraderError(f"{seat.name}: {reply.fault}")
        del seat.flying[answer.number]
        found = [
            Came(one, msgspec.json.decode(told, type=Judged))
            for one, told in zip(ids, reply.judged, strict=False)
        ]
        if found:
            pace = reply.seconds / len(found)
            self._pace = (self._pace + pace) / 2 if self._pace else pace
        left = ids[len(found) :]
        if left:
            self._say(f"{seat.name}: the process that judged {left[0]} was lost.")
        found += [Came(one, None, suspect=one == left[0]) for one in left]
        return found

    def _welcome(self, seat: Seat, answer: Answer) -> None:
        """Have a worker judge, if what it told fits."""
        error: Refusal | None
        if answer.differs:
            error = UsageError(f"{seat.name} {answer.differs}", versions.SAME)
        else:
            opened = msgspec.msgpack.decode(answer.told, type=Opened)
            seat.host = opened.host
            error = unfit(seat, opened, self._keys, self.wall)
            self.wall = self.wall or opened.wall
        if error is None:
            seat.ready = True
            return
        if not self._begun:
            raise error
        # One that came later is no reason to end what others do.
        seat.refused = True
        self._refusal = error
        self._say(f"Not used: {error.message}")

    def _lose(self, seat: Seat, suspects: set[int]) -> list[Came]:
        """Take back what a worker had that is not there any more."""
        self._seats.lose(seat)
        for number in [one for one, its in self._asked.items() if its is seat]:
            self._link.forget(number)
            del self._asked[number]
            self._openings.discard(number)
        found = [
            Came(one, None, suspect=number in suspects)
            for number, ids in seat.flying.items()
            for one in ids
        ]
        seat.flying.clear()
        if self._begun:
            self._say(f"{seat.name} was lost.")
        return found

    def _lose_patience(self) -> None:
        """Say that there is no worker; raise what there is to say when none comes."""
        now = time.monotonic()
        if self._seats.threads:
            self._nobody, self._told = now, False
        if now - self._nobody > SOON and not self._told:
            self._told = True
            self._say(f"There is no worker at {self._link.address}: waiting for one.")
        if now - self._nobody > PATIENCE:
            raise self._refusal or GraderError(
                f"No worker came to {self._link.address} in {PATIENCE:g} seconds.",
                "Start one (see docs/cluster.md), then run the same command again.",
            )
