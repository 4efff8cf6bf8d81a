"""A guest before it is forked: all that is the same for each of them is there."""

import os
import socket
import sys
from typing import NamedTuple, NoReturn, final

from . import audit, landlock, libc, limits, seccomp
from .measures import Measure, take
from .protocol import Limits
from .worker import Worker

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


@final
class Prepared:
    """A guest that is `granted` so much; its process, and forks of it, can be it."""

    def __init__(self, granted: Limits, walls: Walls) -> None:
        self.granted = granted
        self._measures = [
            *limits.dying_with_host(),
            # Signals to the own group (kill 0) cross namespaces: a group of its own.
            *([Measure(os.setsid, (), None)] if hasattr(os, "setsid") else []),
            *limits.within(granted),
            *limits.without_capabilities(),
            *(landlock.alone() if walls.held else []),
            *(seccomp.filtering() if walls.filters else []),
        ]
        self._hook = audit.fence(walls.places) if walls.fence else None
        self._worker = Worker()
        self._worker.notices.install()

    def serve(self, wire: socket.socket, output: int | None = None) -> NoReturn:
        """Be the guest that prints to `output`, from here on."""
        stand = take(self._measures)
        libc.forget()
        if not stand:
            # A wall that was promised and does not stand: no guest at all.
            os._exit(1)
        if output is not None:
            os.dup2(output, 1)
        # The host reads one stream; nobody reads what the parent's stderr leads to.
        os.dup2(1, 2)
        # Whatever else was open: the guest has its wire and nothing more.
        close_but(wire.fileno())
        if self._hook is not None:
            sys.addaudithook(self._hook)
            # Nothing but the interpreter knows of it.
            self._hook = None
        self._worker.serve(wire)


def close_but(number: int) -> None:
    """Close whatever is open but the standard streams and one descriptor."""
    os.closerange(3, number)
    os.closerange(number + 1, MAX_DESCRIPTOR)
