"""What the warm parent does for guests after it forked them."""

import os
import socket
import sys
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from grader.guest.keeper import STARTED, STATUS, Keeper


class Host(NamedTuple):
    """The host's ends: of the control socket, and of a guest's lifeline."""

    control: socket.socket
    lifeline: socket.socket
    far: int


@pytest.fixture
def ends() -> Iterator[tuple[Host, Keeper]]:
    """Yield a keeper, and the host's ends of what it holds."""
    control, far_control = socket.socketpair()
    lifeline, far_lifeline = socket.socketpair()
    lifeline.setblocking(False)
    with control, far_control, lifeline:
        host = Host(control, lifeline, far_lifeline.detach())
        yield host, Keeper(far_control.fileno())


def started(program: str) -> int:
    """Start a process in the place of a guest; the keeper waits for it."""
    words = [sys.executable, "-I", "-S", "-c", program]
    return os.posix_spawn(sys.executable, words, {})


def test_guest_that_is_let_go_of_is_killed(ends: tuple[Host, Keeper]) -> None:
    """A host that hangs up ends its guest, and can still read that it was killed."""
    host, keeper = ends
    keeper.keep(started("import time; time.sleep(60)"), host.far)
    assert host.lifeline.recv(1) == STARTED
    host.lifeline.shutdown(socket.SHUT_WR)
    # The keeper returns for the host alone, which asks all the time here.
    host.control.send(b"?")
    while not (said := peeked(host.lifeline)):
        keeper.wait()
    assert STATUS.unpack(said) == (-9,)


def test_end_of_a_guest_is_told(ends: tuple[Host, Keeper]) -> None:
    """The host hears by which status a guest ended, and nothing more after that."""
    host, keeper = ends
    keeper.keep(started("raise SystemExit(7)"), host.far)
    host.control.send(b"?")
    while len(said := peeked(host.lifeline)) < 1 + STATUS.size:
        keeper.wait()
    assert said[:1] == STARTED
    assert STATUS.unpack(said[1:]) == (7,)
    host.lifeline.recv(len(said))
    assert host.lifeline.recv(1) == b""


def test_host_that_is_gone_does_not_matter(ends: tuple[Host, Keeper]) -> None:
    """A lifeline that nobody reads any more ends its guest, and raises nothing."""
    host, keeper = ends
    host.lifeline.close()
    guest = started("import time; time.sleep(60)")
    keeper.keep(guest, host.far)
    host.control.send(b"?")
    while not reaped(guest):
        keeper.wait()


def peeked(lifeline: socket.socket) -> bytes:
    """Return what there is to be read, without reading it."""
    try:
        return lifeline.recv(100, socket.MSG_PEEK)
    except BlockingIOError:
        return b""


def reaped(process: int) -> bool:
    """Return whether a child of this process has been waited for."""
    try:
        os.waitid(os.P_PID, process, os.WEXITED | os.WNOWAIT | os.WNOHANG)
    except ChildProcessError:
        return True
    return False
