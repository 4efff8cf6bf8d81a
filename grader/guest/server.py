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

import gc
import os
import signal
import socket
import sys

from . import audit, landlock, limits, rehearsal, seccomp
from .granted import Granted
from .keeper import Keeper
from .prepared import Prepared, Walls, close_but
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
    if hasattr(signal, "SIGXFSZ"):
        # Who writes a file reads about it, and does not die of it.
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
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
    prepared: Prepared | None = None
    while True:
        keeper.wait()
        message, descriptors, *_ = socket.recv_fds(control, 1 + LIMITS.size, SOCKETS)
        if not message:
            return
        branches = message[:1] == BRANCH
        if not branches:
            prepared = _prepared(message, walls, prepared)
        *given, lifeline = descriptors
        # Made here: what is new in a guest costs it more.
        wire = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM, 0, given.pop(0))
        try:
            apart = walls.namespaces and not branches
            child = limits.fork_apart() if apart else os.fork()
        except OSError:
            # Without its lifeline the host knows that there is none.
            os.close(lifeline)
        else:
            if child == 0 and branches:
                limits.die_with_host()
                control.detach()
                control = _branch(wire, message[1:])
                # What was prepared may have had a descriptor.
                keeper, prepared = Keeper(control.fileno()), None
                continue
            if child == 0:
                assert prepared is not None  # noqa: S101 - it is there for guests
                prepared.serve(wire, *given)
            keeper.keep(child, lifeline)
        wire.close()
        for number in given:
            os.close(number)


def _prepared(message: bytes, walls: Walls, before: Prepared | None) -> Prepared:
    """Return what a request asks for, the one `before` if that asked for the same."""
    granted = Limits(*LIMITS.unpack(message[1:]))
    if before is not None and before.granted == granted:
        return before
    prepared = Prepared(granted, walls)
    # It is nothing that guests would look at for garbage.
    gc.freeze()
    return prepared


def _branch(control: socket.socket, processor: bytes) -> socket.socket:
    """Be a parent of its own, which knows of no other's guests; return its control."""
    limits.keep_to(*PROCESSOR.unpack(processor))
    close_but(control.fileno())
    return control


def _become(control: socket.socket, walls: Walls) -> None:
    """Turn into the guest: the control socket becomes its wire."""
    limits.die_with_host()
    message = b""
    while len(message) < 1 + LIMITS.size:
        part = control.recv(1 + LIMITS.size - len(message))
        if not part:
            return
        message += part
    _prepared(message, walls, None).serve(control)
