"""Landlock: a process gives up files, TCP, and others' signals, for good.

The kernel holds a process and all that it forks to what the rules allow; no rule
can be taken back. Numbers are those of the kernel's linux/landlock.h, the same on
every architecture. What a kernel does not know yet (it tells its version) is not
asked of it: version 1 has files, 4 has TCP, 6 has signals and abstract sockets.
"""

import ctypes
import os
import stat
import struct
import sys
from collections.abc import Iterable

from .libc import libc
from .measures import Measure, take

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_ASK_VERSION = 1
_PATH_BENEATH = 1
_PR_SET_NO_NEW_PRIVS = 38

_READ_FILE, _READ_FOLDER, _RUN = 1 << 2, 1 << 3, 1 << 0
# How many rights over files each version knows: 2 moves, 3 truncates, 5 has ioctl.
_FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15}
_ALL_FILE_RIGHTS = 16
_BIND_AND_CONNECT = 0b11
_SOCKETS_AND_SIGNALS = 0b11
_WITH_TCP, _WITH_SCOPES = 4, 6


def version() -> int:
    """Return the version of Landlock in the running kernel, 0 where there is none."""
    if sys.platform != "linux":
        return 0
    return max(0, _syscall(_CREATE_RULESET, None, 0, _ASK_VERSION))


def read_only(readable: Iterable[str], listed: Iterable[str]) -> bool:
    """Let this process read what is `readable`, and names below the folders `listed`.

    It writes no file, makes none, and opens no TCP port or connection from now on.
    Returns whether that stands. A path that is not there is left out.
    """
    known = version()
    if not known:
        return False
    files = (1 << _FILE_RIGHTS.get(known, _ALL_FILE_RIGHTS)) - 1
    tcp = _BIND_AND_CONNECT if known >= _WITH_TCP else 0
    ruleset = _ruleset(known, files, tcp, 0)
    if ruleset < 0:
        return False
    try:
        whole = _READ_FILE | _READ_FOLDER | _RUN
        rules = [(path, whole) for path in readable]
        rules += [(path, _READ_FOLDER) for path in listed]
        return all(_allow(ruleset, *rule) for rule in rules) and _restrict(ruleset)
    finally:
        os.close(ruleset)


def alone() -> list[Measure]:
    """Return what keeps a process from signals and abstract sockets of all others.

    It is for this process and those that it forks, any number of times. Nothing where
    the kernel does not know of it, since the system calls that need it are refused by
    the filter.
    """
    known = version()
    if known < _WITH_SCOPES:
        return []
    # Without a number it cannot be taken, and whoever has to take it ends.
    return _restricting(_ruleset(known, 0, 0, _SOCKETS_AND_SIGNALS))


def _ruleset(known: int, files: int, tcp: int, scopes: int) -> int:
    fields = [files]
    fields += [tcp] if known >= _WITH_TCP else []
    fields += [scopes] if known >= _WITH_SCOPES else []
    attributes = struct.pack(f"@{len(fields)}Q", *fields)
    return _syscall(_CREATE_RULESET, attributes, len(attributes), 0)


def _allow(ruleset: int, path: str, rights: int) -> bool:
    try:
        number = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except FileNotFoundError:
        return True
    try:
        if not stat.S_ISDIR(os.fstat(number).st_mode):
            rights &= ~_READ_FOLDER
        rule = struct.pack("=Qi", rights, number)
        return _syscall(_ADD_RULE, ruleset, _PATH_BENEATH, rule, 0) == 0
    finally:
        os.close(number)


def _restrict(ruleset: int) -> bool:
    return take(_restricting(ruleset))


def _restricting(ruleset: int) -> list[Measure]:
    restrict = (ctypes.c_long(_RESTRICT_SELF), ctypes.c_long(ruleset), ctypes.c_long(0))
    return [
        Measure(libc().prctl, (_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)),
        Measure(libc().syscall, restrict),
    ]


def _syscall(number: int, *arguments: "int | bytes | None") -> int:
    call = libc().syscall
    call.restype = ctypes.c_long
    # Sizes and flags are as wide as a register; a bare int would be passed as half.
    passed = [ctypes.c_long(one) if isinstance(one, int) else one for one in arguments]
    return int(call(ctypes.c_long(number), *passed))
