"""The warm parent: Python with NumPy loaded, from which guests are forked.

It runs no student code. The host sends it, over the control socket, the sockets
of a new guest; it forks the guest, into namespaces of its own where it may, and its
keeper sees the guest through: ends it when the host closes the lifeline, and tells the
host on it how the guest ended. Where several processes of the host judge, each has a
branch: a parent that is forked from this one, and is kept like a guest.

Guests share a parent only if the kernel keeps them from it and from each other: by
namespaces of their own, else by Landlock and the filter together, behind which a
guest starts, signals and traces no process. Elsewhere the host asks the parent
itself to become the guest, and starts another parent for the next one.
"""

import contextlib
import gc
import os
import socket
import sys
from typing import NamedTuple

from . import audit, landlock, libc, limits, rehearsal, seccomp, worker
from .granted import Granted
from .keeper import Keeper
from .protocol import LIMITS, PROCESSOR, Limits

FORKS = b"F"
ONCE = b"O"
HELD = b"L"
FILTERS = b"S"
NO = b"-"
FORK = b"f"
BRANCH = b"p"
BECOME = b"b"
SOCKETS = 3
MAX_DESCRIPTOR = 4096


class Walls(NamedTuple):
    """What stands around every guest of this parent."""

    places: audit.Places
    """What a guest may read and look into."""
    namespaces: bool
    """Each guest has its own."""
    held: bool
    """Landlock holds this process and all that it forks."""
    filters: bool
    """The kernel takes the filter of system calls."""
    fence: bool
    """Python itself refuses as well."""


def main(
    control: socket.socket,
    readable: list[str],
    listed: list[str],
    granted: dict[str, str],
    *,
    kernel: bool,
    fence: bool,
) -> None:
    """Serve the host on the control socket until it closes it.

    A guest reads what is `readable` and names in the folders `listed`. Without
    `kernel` there is no wall but the filter, without `fence` no audit hook. Packages
    that are `granted` can be imported, by name and file.
    """
    sys.meta_path.append(Granted(granted))
    import numpy.random  # noqa: F401, PLC0415 - loaded once, for all guests

    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(  # type: ignore[union-attr]
            encoding="utf-8", errors="replace", line_buffering=True
        )
    walls = Walls(
        audit.places(readable, listed),
        namespaces=kernel and limits.can_nest(),
        held=kernel and landlock.read_only(readable, listed),
        filters=seccomp.available(),
        fence=fence,
    )
    forks = walls.namespaces or (walls.held and walls.filters)
    control.sendall(
        (FORKS if forks else ONCE)
        + (HELD if walls.held else NO)
        + (FILTERS if walls.filters else NO)
    )
    if forks:
        rehearsal.rehearse()
        gc.enable()
        _fork_guests(control, walls)
    else:
        gc.enable()
        _become(control, walls)


def _fork_guests(control: socket.socket, walls: Walls) -> None:
    """Fork a guest at each request, and see all of them through."""
    keeper = Keeper(control.fileno())
    while True:
        keeper.wait()
        message, descriptors, *_ = socket.recv_fds(control, 1 + LIMITS.size, SOCKETS)
        if not message:
            return
        branches = message[:1] == BRANCH
        *given, lifeline = descriptors
        apart = walls.namespaces and not branches
        try:
            child = limits.fork_apart() if apart else os.fork()
        except OSError:
            # Without its lifeline the host knows that there is none.
            os.close(lifeline)
        else:
            if child == 0:
                limits.die_with_host()
                if branches:
                    control = _branch(control, given[0], message[1:])
                    keeper = Keeper(control.fileno())
                    continue
                granted = Limits(*LIMITS.unpack(message[1:]))
                wire, output = (socket.socket(fileno=number) for number in given)
                _serve(wire, output, granted, walls)
            keeper.keep(child, lifeline)
        for number in given:
            os.close(number)


def _branch(control: socket.socket, number: int, processor: bytes) -> socket.socket:
    """Be a parent of its own, which knows of no other's guests; return its control."""
    limits.keep_to(*PROCESSOR.unpack(processor))
    control.detach()
    _close_but(number)
    return socket.socket(fileno=number)


def _become(control: socket.socket, walls: Walls) -> None:
    """Turn into the guest: the control socket becomes its wire."""
    limits.die_with_host()
    message = b""
    while len(message) < 1 + LIMITS.size:
        part = control.recv(1 + LIMITS.size - len(message))
        if not part:
            return
        message += part
    _serve(control, None, Limits(*LIMITS.unpack(message[1:])), walls)


def _serve(
    wire: socket.socket, output: socket.socket | None, granted: Limits, walls: Walls
) -> None:
    """Be the guest; never returns."""
    if hasattr(os, "setsid"):
        # Signals to the own group (kill 0) cross namespaces: a group of its own.
        with contextlib.suppress(OSError):
            os.setsid()
    if output is not None:
        os.dup2(output.fileno(), 1)
        output.close()
    # The host reads one stream; nobody reads what the parent's stderr leads to.
    os.dup2(1, 2)
    # Whatever else was open: the guest has its wire and nothing more.
    _close_but(wire.fileno())
    limits.apply(granted)
    stand = limits.drop_capabilities()
    stand = stand and (not walls.held or landlock.alone())
    stand = stand and (not walls.filters or seccomp.apply())
    libc.forget()
    if not stand:
        # A wall that was promised and does not stand: no guest at all.
        os._exit(1)
    if walls.fence:
        audit.install(walls.places)
    worker.serve(wire)
    os._exit(0)


def _close_but(number: int) -> None:
    """Close whatever is open but the standard streams and one descriptor."""
    os.closerange(3, number)
    os.closerange(number + 1, MAX_DESCRIPTOR)
