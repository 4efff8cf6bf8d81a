"""The warm parent: Python with NumPy loaded, from which guests are forked.

It runs no student code. The host sends it, over the control socket, the sockets
of a new guest; it forks a keeper, which leaves all namespaces, forks the guest as
process 1 of its own, and waits. The keeper ends the guest when the host closes
the lifeline, and tells the host on it how the guest ended. Where the kernel
refuses that, or fork does not exist, the host asks the parent itself to become
the guest, and starts another parent for the next one.
"""

import contextlib
import os
import select
import signal
import socket
import struct
import sys

from . import limits, seccomp, worker
from .protocol import LIMITS, Limits

READY_FORKS = b"F"
READY_ONCE = b"O"
FILTERS = b"S"
NO_FILTER = b"-"
FORK = b"f"
BECOME = b"b"
STARTED = b"+"
STATUS = struct.Struct("<i")
SOCKETS = 3
MAX_DESCRIPTOR = 4096


def main(control: socket.socket, *, may_fork: bool) -> None:
    """Serve the host on the control socket until it closes it."""
    import numpy.random  # noqa: F401, PLC0415 - loaded once, for all guests

    forks = may_fork and limits.can_nest()
    filters = seccomp.available()
    control.sendall(
        (READY_FORKS if forks else READY_ONCE) + (FILTERS if filters else NO_FILTER)
    )
    if forks:
        # Keepers are not waited for: the kernel removes them.
        signal.signal(signal.SIGCHLD, signal.SIG_IGN)
        while request := socket.recv_fds(control, 1 + LIMITS.size, SOCKETS):
            message, descriptors = request[0], request[1]
            if not message:
                return
            if os.fork() == 0:
                control.close()
                granted = Limits(*LIMITS.unpack(message[1:]))
                _keep(granted, descriptors, filters=filters)
            for descriptor in descriptors:
                os.close(descriptor)
    else:
        _become(control, filters=filters)


def _keep(granted: Limits, descriptors: list[int], *, filters: bool) -> None:
    """Fork the guest and see it through; never returns."""
    wire, output, lifeline = descriptors
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    if not limits.new_namespaces():
        os._exit(1)
    guest = os.fork()
    if guest == 0:
        os.close(lifeline)
        sockets = socket.socket(fileno=wire), socket.socket(fileno=output)
        _serve(*sockets, granted, filters=filters)
    os.close(wire)
    os.close(output)
    os.write(lifeline, STARTED)
    ended = os.pidfd_open(guest)
    poll = select.poll()
    poll.register(ended, select.POLLIN)
    poll.register(lifeline, select.POLLIN)
    if ended not in dict(poll.poll()):
        os.kill(guest, signal.SIGKILL)
    status = os.waitstatus_to_exitcode(os.waitpid(guest, 0)[1])
    try:
        os.write(lifeline, STATUS.pack(status))
    finally:
        os._exit(0)


def _become(control: socket.socket, *, filters: bool) -> None:
    """Turn into the guest: the control socket becomes its wire."""
    limits.die_with_host()
    message = b""
    while len(message) < 1 + LIMITS.size:
        part = control.recv(1 + LIMITS.size - len(message))
        if not part:
            return
        message += part
    _serve(control, None, Limits(*LIMITS.unpack(message[1:])), filters=filters)


def _serve(
    wire: socket.socket, output: socket.socket | None, granted: Limits, *, filters: bool
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
    os.closerange(3, wire.fileno())
    os.closerange(wire.fileno() + 1, MAX_DESCRIPTOR)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(  # type: ignore[union-attr]
            encoding="utf-8", errors="replace", line_buffering=True
        )
    limits.apply(granted)
    if filters and not seccomp.apply():
        # A wall that was promised and does not stand: no guest at all.
        os._exit(1)
    worker.serve(wire)
    os._exit(0)
