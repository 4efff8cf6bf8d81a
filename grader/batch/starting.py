"""Starts the processes of workers: forked from one that is warm, where that can be."""

import contextlib
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, Self, final

from grader.guest.protocol import ANY, PROCESSOR

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

ENDING = 5.0
"""Seconds until a nursery that does not end is ended."""


class Started(Protocol):
    """A process of a worker."""

    connection: "Connection"

    def end(self) -> None:
        """End it."""


class Starting(Protocol):
    """What starts workers, and sees them off in the end."""

    def worker(self, processor: int | None = None) -> Started:
        """Start one, which keeps to a processor where that can be asked for."""

    def rest(self) -> None:
        """Let what starts them end: no more are needed."""

    def __enter__(self) -> Self:
        """Begin."""

    def __exit__(self, *_: object) -> None:
        """End whatever was started."""


def starting(*, soon: bool) -> Starting:
    """Return what starts workers on this system; it gets ready at once if `soon`."""
    if sys.platform != "linux":
        return Interpreters()
    return _early.pop() if soon and _early else Nursery(soon=soon)


@contextlib.contextmanager
def early(words: Sequence[str]) -> Iterator[None]:
    """Get ready what a command line seems to need, while the command is loaded.

    What nobody asked `starting` for by the end was not needed, and is ended.
    """
    if sys.platform == "linux" and _needed(words):
        _early.append(Nursery(soon=True))
    try:
        yield
    finally:
        while _early:
            _early.pop().__exit__()


def is_needed(out: Path, *, fresh: bool, cluster: bool) -> bool:
    """Whether workers of this machine will be needed: not all may be known already."""
    return not cluster and (fresh or not (out / "gradebook.sqlite").exists())


def _needed(words: Sequence[str]) -> bool:
    """Guess what the command will find; to be wrong costs time, and nothing else."""
    options = {word.partition("=")[0]: word.partition("=")[2] for word in words}
    if "grade" not in words or "--out" not in options or "--help" in options:
        return False
    following = dict(pairwise(words))
    out = options["--out"] or following.get("--out", "")
    fresh, cluster = "--fresh" in options, "--cluster" in options
    return is_needed(Path(out), fresh=fresh, cluster=cluster)


@final
class Nursery:
    """Has workers forked by a process that loads what they need, once for all."""

    def __init__(self, *, soon: bool) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        if soon:
            self._start()

    def worker(self, processor: int | None = None) -> Started:
        """Have one forked; if there is none, its connection ends at once."""
        from multiprocessing import Pipe  # noqa: PLC0415 - loaded while the other loads

        if self._process is None:
            self._start()
        near, far = Pipe()
        with far:
            try:
                self._ask(far, processor)
            except OSError:
                # It is gone (killed, out of memory): once more with a new one.
                self._end()
                self._start()
                self._ask(far, processor)
        return _Forked(near)

    def rest(self) -> None:
        """Let the process end by itself; it is waited for later."""
        if self._process is not None:
            self._control.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process is not None:
            self._end()

    def _start(self) -> None:
        self._control, far = socket.socketpair()
        words = [sys.executable, "-P", "-m", "grader.batch.nursery"]
        with far, deaf():
            self._process = subprocess.Popen(words, stdin=far.fileno())  # noqa: S603

    def _ask(self, far: "Connection", processor: int | None) -> None:
        told = PROCESSOR.pack(ANY if processor is None else processor)
        socket.send_fds(self._control, [told], [far.fileno()])

    def _end(self) -> None:
        """End the process, and whoever of its workers does not end by itself."""
        assert self._process is not None  # noqa: S101 - it was started
        self._control.close()
        # It may be loading yet; once it has workers, it does not hear this.
        self._process.terminate()
        try:
            self._process.wait(ENDING)
        except subprocess.TimeoutExpired:
            # Its workers end with it.
            self._process.kill()
            self._process.wait()


_early: list[Nursery] = []


@final
class _Forked:
    """A worker that a nursery forked, and that it sees off."""

    def __init__(self, connection: "Connection") -> None:
        self.connection = connection

    def end(self) -> None:
        """Let it end."""
        self.connection.close()


@final
class Interpreters:
    """Starts each worker as an interpreter of its own."""

    def worker(self, processor: int | None = None) -> Started:  # noqa: ARG002
        """Start one, which moves as it likes."""
        return _Spawned()

    def rest(self) -> None:
        """Nothing is there but the workers."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing is left: each worker was ended."""


@final
class _Spawned:
    """A worker that is an interpreter of its own."""

    def __init__(self) -> None:
        import multiprocessing  # noqa: PLC0415 - only here
        from multiprocessing import resource_tracker  # noqa: PLC0415

        from grader.batch.worker import main  # noqa: PLC0415 - loaded by now

        context = multiprocessing.get_context("spawn")
        self.connection, far = context.Pipe()
        self._process = context.Process(target=main, args=(far,), daemon=True)
        if sys.platform != "win32":
            # Started on first use, it would let Ctrl-C through again.
            resource_tracker.ensure_running()
        with deaf():
            self._process.start()
        far.close()

    def end(self) -> None:
        """End the process; its guests end with it."""
        self.connection.close()
        self._process.join(2)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()


@contextlib.contextmanager
def deaf() -> Iterator[None]:
    """Keep Ctrl-C until later: what starts meanwhile does not hear it at all.

    A worker ignores it as soon as it can; until then it would print a traceback.
    """
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
