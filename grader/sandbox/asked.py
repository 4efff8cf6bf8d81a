"""A guest that was asked of a warm parent: it is forked while the host does more."""

import socket
import sys
from functools import partial
from typing import TYPE_CHECKING, final

from grader.guest.protocol import LIMITS, Limits
from grader.sandbox.parent import END_SECONDS, START_SECONDS, wires

if TYPE_CHECKING:
    from grader.sandbox.guest import End, Guest

MEMORY = 2 << 30
CPU_SECONDS = 120

# What the host asks of the parent; see grader/guest/server.py, whose import would
# load NumPy here.
BECOME = b"b"
GRANTED = LIMITS.pack(*Limits(MEMORY, CPU_SECONDS))
_FORK = b"f"
_STARTED = b"+"
_STATUS_BYTES = 4


@final
class Asked:
    """A guest on its way; `guest` waits for it, or `drop` gives it up.

    Raises OSError where the parent is gone.
    """

    def __init__(self, control: socket.socket) -> None:
        self._wire, far_wire = wires()
        self._output, far_output = socket.socketpair()
        self._lifeline, far_lifeline = socket.socketpair()
        far = (far_wire, far_output, far_lifeline)
        try:
            numbers = [end.fileno() for end in far]
            socket.send_fds(control, [_FORK + GRANTED], numbers)
        except OSError:
            self.drop()
            raise
        finally:
            for end in far:
                end.close()

    def guest(self) -> "Guest":
        """Wait until it has started, and return it."""
        lifeline = self._lifeline
        lifeline.settimeout(START_SECONDS)
        try:
            started = lifeline.recv(1) == _STARTED and not _is_over(lifeline)
        except OSError:
            self.drop()
            raise
        if not started:
            self.drop()
            raise ConnectionError("the parent started no guest")
        return make_guest(self._wire, self._output, partial(_hang_up, lifeline))

    def drop(self) -> None:
        """Give it up: its keeper ends it."""
        for end in (self._wire, self._output, self._lifeline):
            end.close()


def make_guest(wire: socket.socket, output: socket.socket, end: "End") -> "Guest":
    """Return the guest at the other end of these sockets."""
    # They load NumPy: late, so that the parent's start does not wait for it.
    from grader.sandbox.channel import Channel  # noqa: PLC0415
    from grader.sandbox.guest import Guest  # noqa: PLC0415

    return Guest(Channel(wire, output), end)


def _is_over(lifeline: socket.socket) -> bool:
    """Return whether a guest that had started is gone: it waited, and was killed."""
    lifeline.setblocking(False)
    try:
        lifeline.recv(1, socket.MSG_PEEK)
    except BlockingIOError:
        return False
    return True


def _hang_up(lifeline: socket.socket, wait: bool) -> int | None:
    """Tell the keeper to end its guest; return how it ended, if that is waited for."""
    if not wait:
        lifeline.close()
        return None
    with lifeline:
        lifeline.settimeout(END_SECONDS)
        try:
            lifeline.shutdown(socket.SHUT_WR)
            status = lifeline.recv(_STATUS_BYTES)
        except OSError:
            return None
    known = len(status) == _STATUS_BYTES
    return int.from_bytes(status, sys.byteorder, signed=True) if known else None
