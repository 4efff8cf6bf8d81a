"""`python -m grader.batch.apart`: a process that judges for a worker of a cluster.

Its standard input is the socket to the worker. What asks for something is the same as
between a grader and its own processes.
"""

import os
import select
import signal
import threading
import time
from contextlib import suppress
from multiprocessing.connection import Connection
from types import FrameType

import msgspec

from grader.batch.worker import Job, work

ENDING = 5.0
"""Seconds in which guests and temporary folders are cleared away."""


def main() -> None:
    """Judge until the worker closes the socket, whatever is judged by then."""
    connection = Connection(os.dup(0))
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, _interrupt)
    # Whoever started this may have kept Ctrl-C from its own children.
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    threading.Thread(target=_watch, args=(connection.fileno(),), daemon=True).start()
    with suppress(KeyboardInterrupt, EOFError):
        work(connection, msgspec.json.decode(connection.recv_bytes(), type=Job))


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    signal.raise_signal(signal.SIGINT)


def _watch(number: int) -> None:
    """End the process when the other side of a socket is gone: nobody waits for it."""
    poll = select.poll()
    poll.register(number, select.POLLHUP | getattr(select, "POLLRDHUP", 0))
    poll.poll()
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(ENDING)
    os._exit(1)


if __name__ == "__main__":
    main()
