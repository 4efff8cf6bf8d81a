"""`python -m grader.batch.nursery`: a process that forks workers (Linux).

What all workers do alike it does once, before it forks the first: it loads what judging
takes, and the course with its cases, beside a warm parent that all their sandboxes
branch off. Its standard input is a socket: what comes over it is one end of a
connection, which is a new worker's; over that the job comes first.
"""

import gc
import os
import signal
import socket
import sys
import time
import traceback
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, NamedTuple, NoReturn, final

import msgspec

from grader.batch import worker
from grader.batch.worker import Job
from grader.errors import GraderError
from grader.guest.limits import die_with_host, keep_to
from grader.guest.protocol import PROCESSOR
from grader.sandbox.launcher import Sandbox

if TYPE_CHECKING:
    from grader.batch.judging import Collected

ENDING = 2.0
"""Seconds in which workers end by themselves."""
_MOMENT = 0.005


class Request(NamedTuple):
    """A worker that is asked for: what it is for, and its end of a connection.

    It keeps to a `processor`, which may be ANY.
    """

    connection: Connection
    job: Job
    processor: int


def main() -> NoReturn:
    """Fork a worker for each connection, until the other side is gone."""
    # Ctrl-C is the grader's: it ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    # Until there are workers, nobody listens whether the grader is there yet.
    die_with_host(signal.SIGTERM)
    control = socket.socket(fileno=os.dup(0))
    nowhere = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nowhere, 0)
    os.close(nowhere)
    # What is loaded stays: looking for garbage in it would take a third of the time.
    gc.disable()
    # For these the job need not be known.
    import numpy as np  # noqa: F401, PLC0415
    import pytest  # noqa: F401, PLC0415

    requests = _requests(control)
    nursery = _Nursery(control)
    for first in requests:
        coming = chain([first], requests)
        # What is wrong with the course or the sandbox, each worker finds and tells.
        with suppress(Exception, KeyboardInterrupt):
            nursery.prepare(first.job, coming)
        nursery.serve(coming)
    # Somebody waits, and there is nothing to put in order.
    os._exit(0)


def _requests(control: socket.socket) -> Iterator[Request]:
    """Yield the workers that are asked for, until the other side is gone."""
    while True:
        message, numbers, *_ = socket.recv_fds(control, PROCESSOR.size, 1)
        if not message:
            return
        with Connection(numbers[0]) as connection:
            try:
                told = connection.recv_bytes()
            except (EOFError, OSError):
                continue
            job = msgspec.json.decode(told, type=Job)
            yield Request(connection, job, *PROCESSOR.unpack(message))


@final
class _Nursery:
    """What is there for all workers, and those of them that live."""

    def __init__(self, control: socket.socket) -> None:
        self._control = control
        self._sandbox: Sandbox | None = None
        self._collected: Collected | None = None
        self._workers: set[int] = set()
        self._leaving = False

    def prepare(self, job: Job, requests: Iterator[Request]) -> None:
        """Collect the cases of a job, and fork workers while pytest has them."""
        course = worker.load(job)
        signal.signal(signal.SIGTERM, self._leave)
        self._sandbox = worker.sandbox_for(job, course)
        if self._leaving:
            self._leave()
        # Loaded while the sandbox starts.
        from grader.batch.judging import collect  # noqa: PLC0415

        def go_on(collected: "Collected") -> None:
            self._collected = collected
            self.serve(requests)

        collect(job, course, go_on)

    def serve(self, requests: Iterator[Request]) -> NoReturn:
        """Fork a worker at each request; end when there are no more."""
        self._meet()
        # From here on the end of the other side is noticed.
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        gc.freeze()
        for request in requests:
            try:
                number = os.fork()
            except OSError:
                # Without its end the other side knows that there is none.
                continue
            if number == 0:
                self._control.close()
                self._work(request)
            self._workers = _left(self._workers | {number})
        _see_off(self._workers)
        self._close()
        os._exit(0)

    def _meet(self) -> None:
        """Wait until the sandbox stands; one that others cannot branch off is ended."""
        with suppress(GraderError):
            if self._collected and self._sandbox and self._sandbox.forks:
                return
        self._close()

    def _close(self) -> None:
        if self._sandbox is not None:
            self._sandbox.close()
            self._sandbox = None

    def _leave(self, *_: object) -> None:
        """End before there are workers, whatever the course does."""
        self._leaving = True
        # One that is about to start would leave its folder of files.
        if self._sandbox is not None:
            self._close()
            os._exit(1)

    def _work(self, request: Request) -> NoReturn:
        """Be a worker."""
        code = 1
        try:
            die_with_host()
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            keep_to(request.processor)
            self._judge(request.connection, request.job)
            code = 0
        except BaseException:  # noqa: BLE001 - told, as at the end of any program
            traceback.print_exc()
        finally:
            for stream in (sys.stdout, sys.stderr):
                stream.flush()
            os._exit(code)

    def _judge(self, connection: Connection, job: Job) -> None:
        collected = self._collected
        with suppress(EOFError, ConnectionError):
            if collected is None:
                worker.work(connection, job)
                return
            assert collected.job == job  # noqa: S101 - a grader has one
            with worker.telling(connection), self._own(collected) as sandbox:
                collected.serve(connection, sandbox)

    def _own(self, collected: "Collected") -> Sandbox:
        """Return a sandbox of this worker's own."""
        if self._sandbox is None:
            return worker.sandbox_for(collected.job, collected.course)
        self._sandbox.part()
        return self._sandbox


def _see_off(workers: set[int]) -> None:
    """Wait until all have ended, not for long."""
    deadline = time.monotonic() + ENDING
    while (workers := _left(workers)) and time.monotonic() < deadline:
        time.sleep(_MOMENT)
    for number in workers:
        os.kill(number, signal.SIGKILL)
        os.waitpid(number, 0)


def _left(workers: set[int]) -> set[int]:
    """Return those of these processes that have not ended."""
    return {one for one in workers if os.waitpid(one, os.WNOHANG)[0] == 0}


if __name__ == "__main__":
    main()
