"""Processes on this machine that judge: each has one submission at a time."""

import contextlib
from multiprocessing import connection as connections
from typing import final

import msgspec

from grader import processors
from grader.batch.executor import Came
from grader.batch.starting import Started, Starting
from grader.batch.worker import Job, Judged, Ready, Task
from grader.errors import GraderError

UNBORN = 2
"""How many processes may end before they began."""


@final
class Processes:
    """The processes: whoever is free has the next submission."""

    def __init__(self, starting: Starting, job: Job, count: int) -> None:
        self._starting = starting
        self._job = job
        self._unborn = 0
        self._workers = [self._worker(one) for one in processors.kept(count)]
        self.wall = ""

    def takes(self) -> bool:
        """Whether one of them is free."""
        return self._free() is not None

    def hand(self, task: Task, left: int) -> None:  # noqa: ARG002 - all go one by one
        """Give a submission to one that is free."""
        worker = self._free()
        assert worker is not None  # noqa: S101 - it was asked for
        worker.task = task.id
        # One that is gone by now is found out where its answer is waited for.
        with contextlib.suppress(OSError):
            worker.connection.send_bytes(msgspec.json.encode(task))

    def hand_alone(self, task: Task) -> bool:
        """Give a submission to one that is free, if there is one."""
        if not self.takes():
            return False
        self.hand(task, 0)
        return True

    def wait(self, seconds: float | None = None) -> list[Came]:
        """Wait for one that is ready, has judged or is lost, or for so long."""
        working = [one for one in self._workers if one.task or not one.ready]
        ended = connections.wait([one.connection for one in working], seconds)
        found = []
        for worker in working:
            if worker.connection not in ended:
                continue
            try:
                told = worker.connection.recv_bytes()
            except (EOFError, OSError):
                found += self._lost(worker)
                continue
            if not worker.ready:
                self._welcome(worker, msgspec.json.decode(told, type=Ready))
            else:
                judged = msgspec.json.decode(told, type=Judged)
                found.append(Came(worker.task, judged))
                worker.task = ""
        return found

    def end(self) -> None:
        """End every process."""
        for worker in self._workers:
            worker.connection.close()
        for worker in self._workers:
            worker.end()
        self._starting.rest()

    def _worker(self, processor: int | None) -> "_Worker":
        return _Worker(self._starting.worker(processor), self._job, processor)

    def _free(self) -> "_Worker | None":
        return next((one for one in self._workers if one.ready and not one.task), None)

    def _welcome(self, worker: "_Worker", ready: Ready) -> None:
        if ready.fault:
            raise GraderError(ready.fault, ready.help)
        if self.wall and ready.wall != self.wall:
            raise GraderError(
                f"One worker stands behind {self.wall}, another behind {ready.wall}."
            )
        self.wall = ready.wall
        worker.ready = True

    def _lost(self, worker: "_Worker") -> list[Came]:
        """Put another one in the place of a process that ended."""
        worker.end()
        if not worker.ready:
            self._unborn += 1
            if self._unborn > UNBORN:
                raise GraderError(
                    f"{self._unborn} workers ended before they began.",
                    "If memory is short, use fewer of them: --jobs 1.",
                )
        self._workers.remove(worker)
        self._workers.append(self._worker(worker.processor))
        return [Came(worker.task, None, suspect=True)] if worker.task else []


@final
class _Worker:
    """A worker, the id of what it is working on, and the processor it keeps to."""

    def __init__(self, started: Started, job: Job, processor: int | None) -> None:
        self._started = started
        self.processor = processor
        self.connection = started.connection
        # One that is gone by now is found out where its answer is waited for.
        with contextlib.suppress(OSError):
            self.connection.send_bytes(msgspec.json.encode(job))
        self.task = ""
        self.ready = False

    def end(self) -> None:
        """End the process; its guests end with it."""
        self._started.end()
