"""Processes that write files beside this one (Linux): whoever is free has the next.

They are forked: what makes pages is loaded once for all of them.
"""

import contextlib
import os
import select
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn, Self, final

import msgspec

from grader.errors import GraderError, UsageError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Write = Callable[[bytes], None]
"""What writes a file of what it is sent; raises UsageError."""
END = b""
"""What is sent when there is no more, and what is sent back when all is written."""
THREADS = Path("/proc/self/task")


class _Failure(NamedTuple):
    """Why a file cannot be written."""

    message: str
    help: str


class _Writer(NamedTuple):
    """A process, and the connection to it."""

    process: int
    connection: "Connection"


@final
class Writers:
    """Processes that write what they are sent, and nothing unless they are asked to."""

    def __init__(self, write: Write, count: int) -> None:
        self._writers: dict[int, _Writer] = {}
        if not count or not _can_fork():
            return
        self._poll = select.poll()
        # Where there is no room for another process, there are fewer.
        with contextlib.suppress(OSError):
            for _ in range(count):
                writer = self._forked(write)
                number = writer.connection.fileno()
                self._writers[number] = writer
                self._poll.register(number, select.POLLOUT)

    def free(self) -> "_Writer | None":
        """Return one that has next to nothing to do."""
        if not self._writers:
            return None
        return next((self._writers[number] for number, _ in self._poll.poll(0)), None)

    def hand(self, writer: "_Writer", sent: bytes) -> None:
        """Have one write. Raises UsageError if it could not write what it had."""
        try:
            writer.connection.send_bytes(sent)
        except OSError:
            self._hear(writer)

    def finish(self) -> None:
        """Return when all is written. Raises UsageError if something cannot be."""
        for one in self._writers.values():
            self.hand(one, END)
        for one in self._writers.values():
            self._hear(one)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Let them end; what they have been sent they write."""
        for one in self._writers.values():
            one.connection.close()
        for one in self._writers.values():
            os.waitpid(one.process, 0)

    def _hear(self, writer: "_Writer") -> None:
        """Wait for one that has nothing more to do, and tell why if it gave up."""
        try:
            told = writer.connection.recv_bytes()
        except (EOFError, OSError):
            raise GraderError(
                "A process that writes pages ended before they were written.",
                "If memory is short, use fewer of them: --jobs 1.",
            ) from None
        if told != END:
            raise UsageError(*msgspec.json.decode(told, type=_Failure))

    def _forked(self, write: Write) -> "_Writer":
        from multiprocessing import Pipe  # noqa: PLC0415 - not where nothing is forked

        from grader.batch.starting import deaf  # noqa: PLC0415 - as above

        near, far = Pipe()
        with far, deaf():
            process = os.fork()
            if process == 0:
                # The others have to hear when this end of theirs is closed.
                for one in (near, *(it.connection for it in self._writers.values())):
                    one.close()
                _work(far, write)
        return _Writer(process, near)


def _can_fork() -> bool:
    """Whether a fork is safe here: no thread may hold what the other one waits for."""
    try:
        return sys.platform == "linux" and len(list(THREADS.iterdir())) == 1
    except OSError:
        return False


def _work(connection: "Connection", write: Write) -> NoReturn:
    """Write what comes until there is no more, or whoever sends it is gone."""
    code = 1
    try:
        # Ctrl-C is the other one's, and so is what a terminal says that it closes.
        for number in (signal.SIGINT, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
        told = END
        try:
            for sent in _sent(connection):
                write(sent)
        except UsageError as error:
            told = msgspec.json.encode(_Failure(error.message, error.help))
        # Whoever is gone hears nothing.
        with contextlib.suppress(OSError):
            connection.send_bytes(told)
        code = 0
    except BaseException:  # noqa: BLE001 - told, as at the end of any program
        traceback.print_exc()
        sys.stderr.flush()
    finally:
        # What the other process has open is none of this one's.
        os._exit(code)


def _sent(connection: "Connection") -> Iterator[bytes]:
    with contextlib.suppress(EOFError, OSError):
        while (sent := connection.recv_bytes()) != END:
            yield sent
