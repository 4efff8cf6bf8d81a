"""Starts the sandbox behind the best wall there is, and guests inside it."""

import socket
import sys
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, final

from grader.errors import GraderError
from grader.guest.protocol import LIMITS, Limits
from grader.sandbox import bubblewrap
from grader.sandbox.parent import END_SECONDS, START_SECONDS, Parent, Ready, Wall

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
    """The best kernel wall, or nothing."""
    BUBBLEWRAP = "bubblewrap"
    LANDLOCK = "landlock"
    PROCESS = "process"


_ABSENT = {
    Wall.BUBBLEWRAP: "bubblewrap (not installed)",
    Wall.LANDLOCK: "landlock (this system has none)",
}
_KERNEL_WALLS = (Wall.BUBBLEWRAP, Wall.LANDLOCK)
_WALLS = {
    Isolation.AUTO: (*_KERNEL_WALLS, Wall.PROCESS),
    Isolation.STRICT: _KERNEL_WALLS,
    Isolation.BUBBLEWRAP: (Wall.BUBBLEWRAP,),
    Isolation.LANDLOCK: (Wall.LANDLOCK,),
    Isolation.PROCESS: (Wall.PROCESS,),
}
NO_KERNEL_WALL = (
    "Install bubblewrap (Debian, Ubuntu: apt install bubblewrap; Fedora: dnf install "
    "bubblewrap), or check without a kernel wall: --isolation process. `grader doctor` "
    "says more."
)


@final
class Sandbox:
    """A warm parent behind a wall, started at once and met when first needed.

    Without the `fence` the walls of the kernel stand alone: to try them.
    """

    def __init__(
        self, isolation: Isolation = Isolation.AUTO, *, fence: bool = True
    ) -> None:
        self._fence = fence
        self._walls = [wall for wall in _WALLS[isolation] if _is_there(wall)]
        self._refused = [
            _ABSENT[wall] for wall in _WALLS[isolation] if wall not in self._walls
        ]
        if not self._walls:
            raise GraderError(self._complaint(), NO_KERNEL_WALL)
        self._parent = Parent(self._walls[0], fence=self._fence)
        self._ready: Ready | None = None

    @property
    def wall(self) -> str:
        """The name of the wall, as reports give it; waits until it stands."""
        ready, wall = self._meet(), self._walls[0]
        name = str(wall)
        name += "+landlock" if ready.held and wall is not Wall.LANDLOCK else ""
        return name + ("+seccomp" if ready.filters else "")

    @property
    def forks(self) -> bool:
        """Whether a guest starts in a few milliseconds; else it is an interpreter."""
        return self._meet().forks

    def guest(self) -> "Guest":
        """Return a fresh guest, with a process of its own."""
        try:
            return self._fresh()
        except OSError:
            # The parent is gone (killed, out of memory): once more with a new one.
            self._restart()
            return self._fresh()

    def close(self) -> None:
        """End the parent and with it every guest."""
        self._parent.end()

    def __enter__(self) -> "Sandbox":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _fresh(self) -> "Guest":
        return self._fork() if self._meet().forks else self._become()

    def _restart(self) -> None:
        self._parent.end()
        self._parent = Parent(self._walls[0], fence=self._fence)
        self._ready = None

    def _meet(self) -> Ready:
        """Wait until the parent is ready; take the next wall if it does not stand."""
        while self._ready is None:
            ready, complaint = self._parent.ready()
            wall = self._walls[0]
            if ready is not None and wall is Wall.LANDLOCK:
                complaint = _lacks(ready)
                if complaint:
                    self._parent.end()
                    ready = None
            if ready is not None:
                self._ready = ready
                break
            self._refused.append(f"{wall} ({complaint or 'no reason given'})")
            if len(self._walls) == 1:
                helps = NO_KERNEL_WALL if wall is not Wall.PROCESS else ""
                raise GraderError(self._complaint(), helps)
            self._walls.pop(0)
            self._parent = Parent(self._walls[0], fence=self._fence)
        return self._ready

    def _complaint(self) -> str:
        return f"The sandbox did not start: {', '.join(self._refused)}."

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
        self._parent = Parent(self._walls[0], fence=self._fence)
        self._ready = None
        end = partial(parent.end, ending=True)
        return _guest(parent.control, parent.output, end)


def _is_there(wall: Wall) -> bool:
    if wall is Wall.BUBBLEWRAP:
        return bubblewrap.program() is not None
    return wall is Wall.PROCESS or sys.platform == "linux"


def _lacks(ready: Ready) -> str:
    """Return what a wall made of Landlock and the filter lacks, empty if it stands."""
    if not ready.held:
        return "this kernel has none"
    return "" if ready.filters else "this kernel takes no filter of system calls"


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
