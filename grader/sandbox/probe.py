"""Tries the walls for real: a guest that does what no answer should be able to."""

import contextlib
import os
import secrets
import socket
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from grader.errors import GraderError
from grader.language import marked
from grader.sandbox.launcher import Isolation, Sandbox
from grader.sandbox.outcome import Returned
from grader.sandbox.unit import Piece, Unit

SECONDS = 20
VARIABLE = "GRADER_PROBE"

# Runs in the guest. Each attempt returns whether it got through.
SOURCE = """
import ctypes
import os
import socket

import numpy as np


def attempt(action):
    try:
        return action() is not False
    except (OSError, MemoryError, RuntimeError, AttributeError):
        return False


def fork():
    for _ in range(1000):
        if os.fork() == 0:
            os._exit(0)
        os.wait()


def trace(host):
    PTRACE_SEIZE = 0x4206
    return ctypes.CDLL(None).ptrace(PTRACE_SEIZE, host, 0, 0) == 0


def probe(port, name, course, folder, host, marker):
    def connect():
        socket.create_connection(("127.0.0.1", port), 2).close()

    def connect_by_name():
        with socket.socket(socket.AF_UNIX) as one:
            one.connect(name)

    def write():
        with open(os.path.join(folder, marker), "w") as file:
            file.write("x")

    return {
        "network": attempt(connect) or attempt(connect_by_name),
        "read": attempt(lambda: open(course).read(1)),
        "write": attempt(write) or attempt(lambda: os.chmod(folder, 0o700)),
        "signal": attempt(lambda: os.kill(host, 0)) or attempt(lambda: trace(host)),
        "fork": attempt(fork),
        "memory": attempt(lambda: np.ones(2 ** 30)),
        "environment": marker in os.environ.values(),
    }
"""

PROMISES = {
    "network": marked("cannot open a connection"),
    "read": marked("cannot read the course, nor any file but Python's"),
    "write": marked("cannot write or change a file"),
    "signal": marked("cannot signal or trace another process"),
    "fork": marked("cannot start processes"),
    "memory": marked("cannot take 8 GB of memory"),
    "environment": marked("cannot see your environment"),
}


class Attempt(NamedTuple):
    """One promise of the wall, and whether it held when tried."""

    promise: str
    held: bool


def examine(isolation: Isolation, course: Path) -> tuple[str, list[Attempt]]:
    """Return the wall's name and what came of each attempt, in PROMISES' order.

    `course` is a file that the host can read. Python's own fence is down: what is
    tried is the wall. Raises GraderError if no guest starts.
    """
    marker = secrets.token_hex(8)
    unit = Unit(("probe",), (Piece("probe.py", SOURCE),))
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        _named_server(marker) as name,
        tempfile.TemporaryDirectory() as folder,
        _environment(marker),
        Sandbox(isolation, fence=False) as sandbox,
    ):
        wall = sandbox.wall
        guest = sandbox.guest()
        found, answer = guest.define([unit], (), 0, SECONDS)
        if found:
            port = server.getsockname()[1]
            arguments = (port, name, str(course), folder, os.getpid(), marker)
            answer = guest.call(0, arguments, {}, SECONDS)
        guest.end()
    value = answer.outcome.value if isinstance(answer.outcome, Returned) else None
    if not isinstance(value, dict):
        raise GraderError(f"The walls could not be tried: {answer.outcome}.")
    attempts = [
        Attempt(said, held=value.get(key) is False) for key, said in PROMISES.items()
    ]
    return wall, attempts


@contextlib.contextmanager
def _named_server(marker: str) -> Iterator[str]:
    """Listen on a name that is no file (Linux), and yield it."""
    name = f"\0{VARIABLE}-{marker}"
    if sys.platform != "linux":
        yield name
        return
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(name)
        server.listen()
        yield name


@contextlib.contextmanager
def _environment(marker: str) -> Iterator[None]:
    """Put a secret into the host's environment for the guest to look for."""
    os.environ[VARIABLE] = marker
    try:
        yield
    finally:
        del os.environ[VARIABLE]
