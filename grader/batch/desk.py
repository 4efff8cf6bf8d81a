"""What a worker of a cluster does for a run: it hands on to processes that judge.

Nothing of a student's is read in the worker's own process. The course lies in a folder
of the worker's that its owner alone can read; each of the worker's threads has a
process of its own to judge in.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import deque
from multiprocessing.connection import Connection
from pathlib import Path
from typing import final

import msgspec

from grader.batch.messages import Batch, Opened, Opening, Reply
from grader.batch.worker import Job, Ready

IDLE = 900.0
"""Seconds after which a desk is closed whose run has nothing more for it."""
ENDING = 2.0
SINGLE = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
"""One thread: small matrices, and the same sums as everywhere."""
ROOM = "Make room there, or start the worker with another --local-directory."
# Dask sets it for its workers; it makes large arrays slow.
TRIMMED = "MALLOC_TRIM_THRESHOLD_"

_desks: dict[str, "Desk"] = {}
# Runs that have ended: a worker may begin to open a desk only then.
_ended: deque[str] = deque(maxlen=1000)
_opening = threading.Lock()


def open_desk(told: bytes) -> bytes:
    """Unpack the course, start a process and tell what it can judge with."""
    from distributed import get_worker  # noqa: PLC0415 - there where this runs

    opening = msgspec.msgpack.decode(told, type=Opening)
    with _opening:
        desk = _desks.get(opening.token)
        if opening.token in _ended:
            opened = Opened(socket.gethostname(), "", {}, "The run has ended.")
            return msgspec.msgpack.encode(opened)
        if desk is None:
            try:
                desk = Desk(opening, Path(get_worker().local_directory))
            except OSError as error:
                fault = f"The course could not be unpacked: {error.strerror}."
                opened = Opened(socket.gethostname(), "", {}, fault, ROOM)
                return msgspec.msgpack.encode(opened)
            _desks[opening.token] = desk
    return msgspec.msgpack.encode(desk.welcome())


def judge(told: bytes) -> bytes:
    """Have a batch judged; return what came of it."""
    batch = msgspec.msgpack.decode(told, type=Batch)
    desk = _desks.get(batch.token)
    if desk is None:
        return msgspec.msgpack.encode(Reply((), 0, unknown=True))
    return msgspec.msgpack.encode(desk.judge(batch))


def close_desk(token: str) -> None:
    """End the processes of a run and delete its course; a batch ends at once."""
    # A desk that is being opened is closed when it is.
    with _opening:
        _ended.append(token)
    _leave(token)


def _leave(token: str) -> None:
    desk = _desks.pop(token, None)
    if desk is not None:
        desk.close()


@final
class Desk:
    """One run on one worker: the course and the processes."""

    def __init__(self, opening: Opening, beside: Path) -> None:
        self._token = opening.token
        # Dask clears its folder away, that of a worker that was killed too.
        self._folder = Path(tempfile.mkdtemp(prefix="grader-", dir=beside))
        try:
            opening.crate.unpack(self._folder)
        except OSError:
            shutil.rmtree(self._folder, ignore_errors=True)
            raise
        folder = str(self._folder)
        self._job = msgspec.structs.replace(opening.job, course=folder, root=folder)
        self._lock = threading.Lock()
        self._free: list[_Process] = []
        self._all: set[_Process] = set()
        self._closed = threading.Event()
        self._used = time.monotonic()
        threading.Thread(target=self._expire, daemon=True).start()

    def welcome(self) -> Opened:
        """Return what a process of this worker tells of itself."""
        process = self._take()
        try:
            ready = process.ready()
        except (EOFError, OSError):
            ready = Ready("", "The process that judges ended before it began.")
        if ready.fault:
            self._drop(process)
        else:
            self._give(process)
        host = socket.gethostname()
        return Opened(host, ready.wall, ready.keys, ready.fault, ready.help)

    def judge(self, batch: Batch) -> Reply:
        """Judge a batch in a process that is free."""
        started = time.monotonic()
        judged: list[bytes] = []
        process = self._take()
        try:
            ready = process.ready()
            if ready.fault:
                self._drop(process)
                return Reply((), 0, ready.fault)
        except (EOFError, OSError):
            self._drop(process)
            return Reply((), 0, "The process that judges ended before it began.")
        try:
            for task in batch.tasks:
                process.connection.send_bytes(task)
                judged.append(process.connection.recv_bytes())
                self._used = time.monotonic()
        except (EOFError, OSError):
            self._drop(process)
        else:
            self._give(process)
        return Reply(tuple(judged), time.monotonic() - started)

    def close(self) -> None:
        """End the processes and delete the course."""
        self._closed.set()
        with self._lock:
            some = list(self._all)
            self._all.clear()
            self._free.clear()
        for process in some:
            if process.idle:
                process.connection.close()
            else:
                # Its own thread waits for it, and closes the socket.
                process.terminate()
        for process in some:
            process.end()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _take(self) -> "_Process":
        with self._lock:
            process = self._free.pop() if self._free else _Process(self._job)
            self._all.add(process)
            process.idle = False
            return process

    def _give(self, process: "_Process") -> None:
        with self._lock:
            if not self._closed.is_set():
                process.idle = True
                self._free.append(process)
                return
        self._drop(process)

    def _drop(self, process: "_Process") -> None:
        with self._lock:
            self._all.discard(process)
        process.connection.close()
        process.end()

    def _expire(self) -> None:
        """Close the desk when whoever opened it seems to be gone."""
        while not self._closed.wait(IDLE / 10):
            busy = any(not one.idle for one in list(self._all))
            if not busy and time.monotonic() - self._used > IDLE:
                _leave(self._token)


@final
class _Process:
    """A process that judges, and the socket to it."""

    def __init__(self, job: Job) -> None:
        near, far = socket.socketpair()
        environment = {**os.environ, **dict.fromkeys(SINGLE, "1")}
        environment.pop(TRIMMED, None)
        # Dask's workers may not have children of multiprocessing's. Keys that are
        # pressed in the worker's terminal are not for this one.
        with far:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "grader.batch.apart"],
                stdin=far.fileno(),
                env=environment,
                start_new_session=True,
            )
        self.connection = Connection(near.detach())
        self.connection.send_bytes(msgspec.json.encode(job))
        self.idle = False
        self._ready: Ready | None = None

    def ready(self) -> Ready:
        """Wait until it is up; raises EOFError or OSError if it ended."""
        if self._ready is None:
            told = self.connection.recv_bytes()
            self._ready = msgspec.json.decode(told, type=Ready)
        return self._ready

    def terminate(self) -> None:
        """Ask it to end, guests and all."""
        self._process.terminate()

    def end(self) -> None:
        """See to it that it ends."""
        try:
            self._process.wait(ENDING)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
