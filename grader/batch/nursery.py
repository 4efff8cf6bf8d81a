"""`python -m grader.batch.nursery`: a process that forks workers (Linux).

It has loaded all that judging takes, once for all of them, before the first is asked
for. Its standard input is a socket: what comes over it is one end of a connection,
which is a new worker's.
"""

import gc
import os
import signal
import socket
import sys
import time
import traceback
from multiprocessing.connection import Connection
from typing import NoReturn

from grader.guest.limits import die_with_host

ENDING = 2.0
"""Seconds in which workers end by themselves."""
_MOMENT = 0.005


def main() -> NoReturn:
    """Fork a worker for each connection, until the other side is gone."""
    # Ctrl-C is the grader's: it ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    control = socket.socket(fileno=os.dup(0))
    nowhere = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nowhere, 0)
    os.close(nowhere)
    # What is loaded stays: looking for garbage in it would take a third of the time.
    gc.disable()
    from grader.batch import judging, worker  # noqa: F401, PLC0415 - from here on

    gc.freeze()
    workers: set[int] = set()
    while True:
        message, connections, *_ = socket.recv_fds(control, 1, 1)
        if not message:
            break
        try:
            number = os.fork()
        except OSError:
            # Without its end the other side knows that there is none.
            number = -1
        if number == 0:
            control.close()
            _work(connections[0])
        for one in connections:
            os.close(one)
        workers = _left(workers | {number} - {-1})
    _see_off(workers)
    # Somebody waits, and there is nothing to put in order.
    os._exit(0)


def _work(number: int) -> NoReturn:
    """Be a worker."""
    code = 1
    try:
        die_with_host()
        from grader.batch import worker  # noqa: PLC0415 - loaded by now

        worker.main(Connection(number))
        code = 0
    except BaseException:  # noqa: BLE001 - told, as at the end of any program
        traceback.print_exc()
    finally:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        os._exit(code)


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
