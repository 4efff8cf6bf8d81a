"""Starts the sandbox behind the best wall there is, and guests inside it."""

import sys
import tempfile
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, final

from grader.errors import GraderError
from grader.language import marked, say
from grader.sandbox import bubblewrap
from grader.sandbox.asked import BECOME, GRANTED, Asked, make_guest
from grader.sandbox.branch import Branch
from grader.sandbox.compiled import keep_compiled
from grader.sandbox.grants import Grants, installed
from grader.sandbox.parent import GUEST, Parent, Ready, Wall

if TYPE_CHECKING:
    from grader.sandbox.guest import Guest


class Isolation(StrEnum):
    """What `--isolation` takes."""

    AUTO = "auto"
    """The best wall there is."""
    STRICT = "strict"
    """The best kernel wall, or nothing."""
    BUBBLEWRAP = "bubblewrap"
    LANDLOCK = "landlock"
    PROCESS = "process"


NOTHING = Grants()
_ABSENT = {
    Wall.BUBBLEWRAP: marked("not installed"),
    Wall.LANDLOCK: marked("this system has none"),
}
_KERNEL_WALLS = (Wall.BUBBLEWRAP, Wall.LANDLOCK)
_WALLS = {
    Isolation.AUTO: (*_KERNEL_WALLS, Wall.PROCESS),
    Isolation.STRICT: _KERNEL_WALLS,
    Isolation.BUBBLEWRAP: (Wall.BUBBLEWRAP,),
    Isolation.LANDLOCK: (Wall.LANDLOCK,),
    Isolation.PROCESS: (Wall.PROCESS,),
}
NO_KERNEL_WALL = marked(
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
        self,
        isolation: Isolation = Isolation.AUTO,
        grants: Grants = NOTHING,
        *,
        fence: bool = True,
    ) -> None:
        self._fence = fence
        self._packages = installed(grants.packages)
        self._walls = [wall for wall in _WALLS[isolation] if _is_there(wall)]
        self._refused = [
            _refusal(wall, say(_ABSENT[wall]))
            for wall in _WALLS[isolation]
            if wall not in self._walls
        ]
        if not self._walls:
            raise GraderError(self._complaint(), say(NO_KERNEL_WALL))
        self._files = tempfile.TemporaryDirectory() if grants.files else None
        self._parent = self._start()
        # While it starts: the next one starts faster.
        keep_compiled(GUEST)
        self._branch: Branch | None = None
        self._ready: Ready | None = None
        self._next: Asked | None = None
        self._shared: object = None

    @property
    def files(self) -> Path:
        """The folder that guests may read; raises GraderError if none was granted."""
        if self._files is None:
            raise GraderError(
                "A case hands over files, which its exercise does not say."
            )
        return Path(self._files.name).resolve()

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

    def part(self) -> None:
        """Be another sandbox from here on, in a fork of the process that started it.

        Its parent is forked from the one that there is, and its folder of files lies
        within the other's. That parent has to fork guests; if it is gone by now,
        another one starts.
        """
        # It is the other's.
        self._drop()
        trunk = self._parent
        # Whoever started it has them cleared away.
        self._shared = (trunk, self._files)
        if self._files is not None:
            self._files = tempfile.TemporaryDirectory(dir=self.files)
        try:
            self._branch = Branch(trunk.control)
        except OSError:
            self._parent = self._start()
            self._ready = None
        trunk.part()

    def close(self) -> None:
        """End the parent and with it every guest."""
        self._drop()
        self._end()
        if self._files is not None:
            self._files.cleanup()

    def __enter__(self) -> "Sandbox":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _fresh(self) -> "Guest":
        return self._fork() if self._meet().forks else self._become()

    def _start(self) -> Parent:
        files = self.files if self._files else None
        return Parent(
            self._walls[0], fence=self._fence, packages=self._packages, files=files
        )

    def _drop(self) -> None:
        if self._next is not None:
            self._next.drop()
            self._next = None

    def _end(self) -> None:
        if self._branch is None:
            self._parent.end()
        else:
            self._branch.end()

    def _restart(self) -> None:
        self._drop()
        self._end()
        self._branch = None
        self._parent = self._start()
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
            self._refused.append(_refusal(wall, complaint or say("no reason given")))
            if len(self._walls) == 1:
                helps = say(NO_KERNEL_WALL) if wall is not Wall.PROCESS else ""
                raise GraderError(self._complaint(), helps)
            self._walls.pop(0)
            self._parent = self._start()
        return self._ready

    def _complaint(self) -> str:
        walls = say(", ").join(self._refused)
        return say("The sandbox did not start: {walls}.").format(walls=walls)

    def _fork(self) -> "Guest":
        control = (self._branch or self._parent).control
        asked = self._next or Asked(control)
        self._next = None
        guest = asked.guest()
        if self._branch is None or not self._branch.beside:
            # The next one is forked while this one works, on another processor: on the
            # same one it would only put it out of its caches.
            self._next = Asked(control)
        return guest

    def _become(self) -> "Guest":
        parent = self._parent
        parent.control.sendall(BECOME + GRANTED)
        # The next guest's interpreter starts while this one works.
        self._parent = self._start()
        self._ready = None

        def end(_wait: bool) -> int | None:
            return parent.end(ending=True)

        return make_guest(parent.control, parent.output, end)


def _refusal(wall: Wall, why: str) -> str:
    return say("{wall} ({why})").format(wall=wall, why=why)


def _is_there(wall: Wall) -> bool:
    if wall is Wall.BUBBLEWRAP:
        return bubblewrap.program() is not None
    return wall is Wall.PROCESS or sys.platform == "linux"


def _lacks(ready: Ready) -> str:
    """Return what a wall made of Landlock and the filter lacks, empty if it stands."""
    if not ready.held:
        return say("this kernel has none")
    return "" if ready.filters else say("this kernel takes no filter of system calls")
