"""The walls that a guest puts around itself before it meets student code."""

import contextlib
import ctypes
import os
import signal
import struct
import sys

from .libc import libc
from .measures import Measure
from .protocol import ANY, Limits

# Loaded by the parent, once for all guests; Windows has none.
if sys.platform != "win32":
    import resource

NEW_NAMESPACES = (
    0x10000000  # CLONE_NEWUSER
    | 0x20000000  # CLONE_NEWPID
    | 0x40000000  # CLONE_NEWNET
    | 0x08000000  # CLONE_NEWIPC
    | 0x00020000  # CLONE_NEWNS
)
CLONE3 = 435  # the same on every architecture
MAX_OPEN_FILES = 32
PR_SET_PDEATHSIG = 1
KILL = 9  # Windows has no name for it
PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL = 47, 4
CAPABILITY_VERSION = 0x20080522  # _LINUX_CAPABILITY_VERSION_3
NO_CAPABILITIES = 2 * 3 * 4  # bytes: two halves of three sets of 32


def fork_apart() -> int:
    """Fork a child that is process 1 of namespaces of its own; returns as os.fork does.

    The kernel makes both in one go: to leave namespaces first takes another process and
    a second fork. Raises OSError where it does not allow it. For a process of a single
    thread, which has the interpreter's lock: the child has nothing to put right.
    """
    wanted = struct.pack("@8Q", NEW_NAMESPACES, 0, 0, 0, signal.SIGCHLD, 0, 0, 0)
    size = ctypes.c_long(len(wanted))
    child = int(libc().syscall(ctypes.c_long(CLONE3), wanted, size))
    if child < 0:
        error = ctypes.get_errno()
        raise OSError(error, os.strerror(error))
    return child


def can_nest() -> bool:
    """Return whether a child may have namespaces of its own, by trying it."""
    try:
        child = fork_apart()
    except OSError:
        return False
    if child == 0:
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def die_with_host(by: int = KILL) -> None:
    """Have the kernel end this process when the one that started it ends (Linux)."""
    for call, arguments, _ in dying_with_host(by):
        call(*arguments)


def dying_with_host(by: int = KILL) -> list[Measure]:
    """Return what has the kernel do so."""
    if sys.platform != "linux":
        return []
    return [Measure(libc().prctl, (PR_SET_PDEATHSIG, by, 0, 0, 0), None)]


def keep_to(processor: int) -> None:
    """Have this process run on one processor only, with all that it forks (Linux).

    It may be ANY, which changes nothing.

    Who makes a request and who answers it take turns: on the same processor they find
    what they work on in its caches.
    """
    if sys.platform == "linux" and processor != ANY:
        # It may have been taken away by now.
        with contextlib.suppress(OSError):
            os.sched_setaffinity(0, {processor})


def without_capabilities() -> list[Measure]:
    """Return what gives up all powers of root's, also over a namespace of one's own.

    A process that starts no program gets none back. (Linux)
    """
    if sys.platform != "linux":
        return []
    ambient = (PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0)
    header = struct.pack("@Ii", CAPABILITY_VERSION, 0)
    return [
        Measure(libc().prctl, ambient, None),
        Measure(libc().capset, (header, bytes(NO_CAPABILITIES))),
    ]


def within(limits: Limits) -> list[Measure]:
    """Return what limits a process for good: nothing where the system has no limits.

    macOS refuses some of them: the others still hold.
    """
    if sys.platform == "win32":
        return []
    wanted = {
        "RLIMIT_AS": limits.memory,
        "RLIMIT_CPU": limits.cpu,
        "RLIMIT_FSIZE": 0,
        "RLIMIT_NOFILE": MAX_OPEN_FILES,
        "RLIMIT_CORE": 0,
        "RLIMIT_NPROC": 0,
    }
    return [
        Measure(resource.setrlimit, (getattr(resource, name), (value, value)), None)
        for name, value in wanted.items()
        if hasattr(resource, name)
    ]
