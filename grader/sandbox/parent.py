"""The process of a warm parent: its command, its environment, its start and end."""

import contextlib
import operator
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple, final

from grader.errors import GraderError
from grader.guest.protocol import BUFFERED
from grader.language import say
from grader.sandbox import bubblewrap, world
from grader.sandbox.grants import Package

GUEST = Path(__file__).parent.with_name("guest")
"""The folder of the guest's own modules."""
START_SECONDS = 30
END_SECONDS = 10

# What the parent says when it is ready: whether it forks guests, is held by Landlock,
# has the filter. See grader/guest/server.py, whose import would load NumPy here.
_LETTERS = (b"FO", b"L-", b"S-")
_ENDING_SECONDS = 0.05
# The root of the file system: nothing of anybody's lies beside the guest.
_NOWHERE = Path(sys.executable).anchor


class Wall(StrEnum):
    """What stands between a parent and this machine; reports begin with it."""

    BUBBLEWRAP = "bubblewrap"
    LANDLOCK = "landlock"
    PROCESS = "process"


class Ready(NamedTuple):
    """What a parent says of itself once it is up."""

    forks: bool
    held: bool
    filters: bool


def wires() -> tuple[socket.socket, socket.socket]:
    """Return the two ends of a wire to a guest."""
    ends = socket.socketpair()
    for end in ends:
        end.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, BUFFERED)
    return ends


@final
class Parent:
    """The process of a warm parent, with its control and output sockets."""

    def __init__(
        self,
        wall: Wall,
        *,
        fence: bool = True,
        packages: Sequence[Package] = (),
        files: Path | None = None,
    ) -> None:
        numpy, package = _folders()
        self.control, far = wires()
        self.output, far_output = socket.socketpair()
        places = [place for one in packages for place in one.places]
        view = world.View(["/"], [])
        if wall is not Wall.BUBBLEWRAP:
            view = world.view(numpy, package, [*places, *([files] if files else [])])
        code = _code(numpy, package, far, wall, view, packages, fence=fence)
        words = [str(world.python()), "-s", "-S", "-P", "-B", "-X", "utf8", "-c", code]
        if wall is Wall.BUBBLEWRAP:
            inside = bubblewrap.command(numpy, package, places, files)
            words = [*inside, *_environment_flags(), *words]
        with far, far_output:
            self._process = self._popen(words, far, far_output)

    def _popen(
        self, words: list[str], far: socket.socket, output: socket.socket
    ) -> "subprocess.Popen[bytes]":
        if os.name == "posix":
            return subprocess.Popen(  # noqa: S603 - our own words
                words,
                stdin=subprocess.DEVNULL,
                stdout=output.fileno(),
                stderr=subprocess.PIPE,
                cwd=_NOWHERE,
                env=environment(),
                pass_fds=[far.fileno()],
                start_new_session=True,
            )
        process = subprocess.Popen(  # noqa: S603 - our own words
            words,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=_NOWHERE,
            env=environment(),
        )
        assert process.stdin  # noqa: S101 - it is a pipe, as asked
        process.stdin.write(far.share(process.pid))  # type: ignore[attr-defined]
        process.stdin.close()
        threading.Thread(
            target=_copy, args=(process, output.dup()), daemon=True
        ).start()
        return process

    def ready(self) -> tuple[Ready | None, str]:
        """Return what the parent says of itself; None if it did not start, and why."""
        self.control.settimeout(START_SECONDS)
        try:
            said = self.control.recv(len(_LETTERS))
        except OSError:
            said = b""
        self.control.settimeout(None)
        if len(said) == len(_LETTERS) and all(map(operator.contains, _LETTERS, said)):
            return Ready(*map(operator.eq, said, (one[0] for one in _LETTERS))), ""
        self._kill()
        assert self._process.stderr  # noqa: S101 - it is a pipe, as asked
        complaint = self._process.stderr.read(4096).decode("utf-8", "replace")
        self.end()
        return None, (complaint.strip().splitlines() or [""])[-1]

    def part(self) -> None:
        """Let go of it in a fork of the process that started it, which goes on."""
        for end in (self.control, self.output, self._process.stderr):
            if end is not None:
                end.close()

    def end(self, *, ending: bool = False) -> int | None:
        """End the process and its group; return its exit status.

        One that may be `ending` by itself gets a moment to: how it ended is told.
        """
        process = self._process
        with contextlib.suppress(OSError):
            self.control.close()
        deadline = time.monotonic() + (_ENDING_SECONDS if ending else 0)
        while not _has_ended(process) and time.monotonic() < deadline:
            time.sleep(_ENDING_SECONDS / 50)
        self._kill()
        status = process.wait(END_SECONDS)
        for end in (self.output, process.stderr):
            if end is not None:
                end.close()
        return status

    def _kill(self) -> None:
        process = self._process
        # Not waited for yet, so that its number cannot be another process's by now.
        if os.name == "posix" and process.returncode is None:
            with contextlib.suppress(OSError):
                os.killpg(process.pid, signal.SIGKILL)
        process.kill()


def _has_ended(process: "subprocess.Popen[bytes]") -> bool:
    """Return whether a process has ended, without taking its number away."""
    if not hasattr(os, "waitid"):
        return process.poll() is not None
    try:
        flags = os.WEXITED | os.WNOWAIT | os.WNOHANG
        return os.waitid(os.P_PID, process.pid, flags) is not None
    except ChildProcessError:
        return True


def _copy(process: "subprocess.Popen[bytes]", output: socket.socket) -> None:
    """Copy what a Windows guest prints from its pipe to a socket."""
    assert process.stdout  # noqa: S101 - it is a pipe, as asked
    with output, contextlib.suppress(OSError):
        while part := process.stdout.read1(1 << 16):  # type: ignore[attr-defined]
            output.sendall(part)


def _folders() -> tuple[Path, Path]:
    """Return the folders of NumPy and of the guest's modules, without a load."""
    spec = find_spec("numpy")
    if spec is None or spec.origin is None:
        raise GraderError(say("NumPy is not installed beside the grader."))
    return Path(spec.origin).parent, GUEST


def _code(
    numpy: Path,
    package: Path,
    far: socket.socket,
    wall: Wall,
    view: world.View,
    packages: Sequence[Package],
    *,
    fence: bool,
) -> str:
    """Return the program of the parent: only then may it import NumPy and itself."""
    beside, guest = str(numpy.parent), str(package.parent)
    granted = {one.name: str(one.origin) for one in packages}
    if wall is Wall.BUBBLEWRAP:
        beside = guest = str(bubblewrap.WORLD)
        granted = {
            one.name: str(
                bubblewrap.PACKAGES / one.origin.relative_to(one.places[0].parent)
            )
            for one in packages
        }
    if os.name == "posix":
        control = f"socket.socket(fileno={far.fileno()})"
    else:
        control = "socket.fromshare(sys.stdin.buffer.read())"
    # Without its folder on the path, what is installed beside NumPy is not importable.
    return (
        # What is loaded stays; `server` has garbage looked for again.
        "import gc, socket, sys\n"
        "gc.disable()\n"
        f"control = {control}\n"
        f"sys.path.insert(0, {beside!r})\n"
        "import numpy, numpy.random\n"
        f"sys.path[0] = {guest!r}\n"
        "from guest import server\n"
        "del sys.path[0]\n"
        f"server.main(control, {view.readable!r}, {view.listed!r}, {granted!r}, "
        f"kernel={wall is not Wall.PROCESS}, fence={fence})\n"
    )


def environment() -> dict[str, str]:
    """Return the environment of the parent: what NumPy needs, and nothing else.

    One thread, since guests are many; the choice of kernels as on the host, so
    that both compute the same.
    """
    kept = {name: value for name, value in os.environ.items()
            if name in ("OPENBLAS_CORETYPE", "SYSTEMROOT")}  # fmt: skip
    return kept | {
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
        "MKL_NUM_THREADS": "1",
        "PYTHONHASHSEED": "0",
        # Symbols of libraries are looked up once, and not by each guest on first use.
        "LD_BIND_NOW": "1",
        # Files are read-only here, and the filter refuses locks on them.
        "HDF5_USE_FILE_LOCKING": "FALSE",
    }


def _environment_flags() -> list[str]:
    words = []
    for name, value in environment().items():
        words += ["--setenv", name, value]
    return words
