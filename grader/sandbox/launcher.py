"""Starts the sandbox behind the best wall there is, and guests inside it."""

import socket
import sys
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, final

from grader.errors import GraderError
from grader.guest.protocol import LIMITS, Limits
from grader.sandbox import bubblewrap
from grader.sandbox.parent import END_SECONDS, START_SECONDS, Parent

if TYPE_CHECKING:
    from collections.abc import Callable

    from grader.sandbox.guest import Guest

MEMORY = 2 << 30
CPU_SECONDS = 120

# What the host asks of the parent; see grader/guest/server.py, whose import would
# load NumPy here.
_FORK = b"f"
_BECOME = b"b"
_STARTED = b"+"
_STATUS_BYTES = 4


class Isolation(StrEnum):
    """What `--isolation` takes."""

    AUTO = "auto"
    """The best wall there is."""
    STRICT = "strict"
    """A kernel wall, or nothing."""
    BUBBLEWRAP = "bubblewrap"
    PROCESS = "process"


NO_KERNEL_WALL = (
    "Install bubblewrap (Debian, Ubuntu: apt install bubblewrap; Fedora: dnf install "
    "bubblewrap), or check without a kernel wall: --isolation process."
)


@final
class Sandbox:
    """A warm parent behind a wall, started at once and met when first needed."""

    def __init__(self, isolation: Isolation = Isolation.AUTO) -> None:
        self._isolation = isolation
        bwrap = bubblewrap.program()
        if isolation is Isolation.PROCESS:
            bwrap = None
        elif bwrap is None and isolation is not Isolation.AUTO:
            raise GraderError(
                "No kernel wall here: bubblewrap is not installed.", NO_KERNEL_WALL
            )
        self._bwrap = bwrap
        self._parent = self._start()
        self._forks: bool | None = None
        self._also = ""

    @property
    def wall(self) -> str:
        """The name of the wall, as reports give it; waits until it stands."""
        self._meet()
        return ("bubblewrap" if self._bwrap else "process") + self._also

    def guest(self) -> "Guest":
        """Return a fresh guest, with a process of its own."""
        self._meet()
        try:
            return self._fork() if self._forks else self._become()
        except OSError:
            # The parent is gone (killed, out of memory): once more with a new one.
            self._restart()
            return self._fork() if self._forks else self._become()

    def close(self) -> None:
        """End the parent and with it every guest."""
        self._parent.end()

    def __enter__(self) -> "Sandbox":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _start(self) -> Parent:
        return Parent(self._bwrap)

    def _restart(self) -> None:
        self._parent.end()
        self._parent = self._start()
        self._forks = None
        self._meet()

    def _meet(self) -> None:
        """Wait until the parent is ready; fall back to the process wall if allowed."""
        if self._forks is not None:
            return
        ready, complaint = self._parent.ready()
        if ready is None and self._bwrap and self._isolation is Isolation.AUTO:
            self._bwrap = None
            self._parent = self._start()
            ready, complaint = self._parent.ready()
        if ready is None:
            where = "behind bubblewrap " if self._bwrap else ""
            raise GraderError(
                f"The sandbox did not start {where}({complaint or 'no reason given'}).",
                NO_KERNEL_WALL if self._bwrap else "",
            )
        self._forks, self._also = ready

    def _fork(self) -> "Guest":
        wire, far_wire = socket.socketpair()
        output, far_output = socket.socketpair()
        lifeline, far_lifeline = socket.socketpair()
        far = (far_wire, far_output, far_lifeline)
        try:
            socket.send_fds(
                self._parent.control,
                [_FORK + LIMITS.pack(*Limits(MEMORY, CPU_SECONDS))],
                [end.fileno() for end in far],
            )
        except OSError:
            for end in (wire, output, lifeline):
                end.close()
            raise
        finally:
            for end in far:
                end.close()
        lifeline.settimeout(START_SECONDS)
        if lifeline.recv(1) != _STARTED:
            for end in (wire, output, lifeline):
                end.close()
            raise ConnectionError("the parent started no guest")
        return _guest(wire, output, lambda: _hang_up(lifeline))

    def _become(self) -> "Guest":
        parent = self._parent
        parent.control.sendall(_BECOME + LIMITS.pack(*Limits(MEMORY, CPU_SECONDS)))
        # The next guest's interpreter starts while this one works.
        self._parent = self._start()
        self._forks = None
        end = partial(parent.end, ending=True)
        return _guest(parent.control, parent.output, end)


def _guest(
    wire: socket.socket, output: socket.socket, end: "Callable[[], int | None]"
) -> "Guest":
    # They load NumPy: late, so that the parent's start does not wait for it.
    from grader.sandbox.channel import Channel  # noqa: PLC0415
    from grader.sandbox.guest import Guest  # noqa: PLC0415

    return Guest(Channel(wire, output), end)


def _hang_up(lifeline: socket.socket) -> int | None:
    """Tell the keeper to end its guest; return how the guest ended."""
    with lifeline:
        lifeline.settimeout(END_SECONDS)
        try:
            lifeline.shutdown(socket.SHUT_WR)
            status = lifeline.recv(_STATUS_BYTES)
        except OSError:
            return None
    known = len(status) == _STATUS_BYTES
    return int.from_bytes(status, sys.byteorder, signed=True) if known else None
