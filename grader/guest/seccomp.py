"""A seccomp filter: system calls that no array function needs are refused.

Refused means EPERM, as a Python exception: a student who tries reads about it. The
numbers are the kernel's own (asm/unistd.h) for the two architectures that NumPy is
commonly run on; elsewhere there is no filter and reports do not claim one.
"""

import ctypes
import os
import platform
import struct
import sys
from functools import cache
from typing import NamedTuple

from .libc import libc
from .measures import Measure, take

_ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}

# name: (x86_64, aarch64); None where an architecture has no such call.
_REFUSED: dict[str, tuple[int | None, int | None]] = {
    # New processes, threads and programs.
    "clone": (56, 220), "fork": (57, None), "vfork": (58, None), "clone3": (435, 435),
    "execve": (59, 221), "execveat": (322, 281),
    # The network, and sockets of any kind.
    "socket": (41, 198), "socketpair": (53, 199), "connect": (42, 203),
    "bind": (49, 200), "listen": (50, 201), "accept": (43, 202), "accept4": (288, 242),
    # What its own socket needs is sending and receiving: no descriptors.
    "sendmsg": (46, 211), "recvmsg": (47, 212), "sendmmsg": (307, 269),
    "recvmmsg": (299, 243),
    # Other processes. Signals to oneself are refused as well: no answer needs them,
    # and behind the process wall their receiver could be anybody.
    "kill": (62, 129), "tkill": (200, 130), "tgkill": (234, 131),
    "rt_sigqueueinfo": (129, 138), "rt_tgsigqueueinfo": (297, 240),
    "ptrace": (101, 117), "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271), "pidfd_open": (434, 434),
    "pidfd_getfd": (438, 438), "pidfd_send_signal": (424, 424), "kcmp": (312, 272),
    "process_madvise": (440, 440), "process_mrelease": (448, 448),
    "setpriority": (141, 140), "setsid": (112, 157), "sched_setaffinity": (203, 122),
    "sched_setscheduler": (144, 119), "sched_setparam": (142, 118),
    "sched_setattr": (314, 274), "ioprio_set": (251, 30),
    "migrate_pages": (256, 238), "move_pages": (279, 239),
    # Namespaces, mounts, and what gets around paths.
    "unshare": (272, 97), "setns": (308, 268), "mount": (165, 40), "umount2": (166, 39),
    "pivot_root": (155, 41), "chroot": (161, 51), "move_mount": (429, 429),
    "open_tree": (428, 428), "fsopen": (430, 430), "fsmount": (432, 432),
    "fsconfig": (431, 431), "fspick": (433, 433), "mount_setattr": (442, 442),
    "name_to_handle_at": (303, 264), "open_by_handle_at": (304, 265),
    # Ways around a filter, and parts of the kernel with a history.
    "io_uring_setup": (425, 425), "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427), "bpf": (321, 280), "userfaultfd": (323, 282),
    "perf_event_open": (298, 241), "add_key": (248, 217), "request_key": (249, 218),
    "keyctl": (250, 219), "personality": (135, 92), "memfd_create": (319, 279),
    "memfd_secret": (447, 447), "seccomp": (317, 277),
    # Files: nothing is made, changed, moved or removed (opening is looked at below).
    "creat": (85, None), "openat2": (437, 437), "truncate": (76, 45),
    "ftruncate": (77, 46), "fallocate": (285, 47), "unlink": (87, None),
    "unlinkat": (263, 35), "rename": (82, None), "renameat": (264, 38),
    "renameat2": (316, 276), "mkdir": (83, None), "mkdirat": (258, 34),
    "rmdir": (84, None), "link": (86, None), "linkat": (265, 37),
    "symlink": (88, None), "symlinkat": (266, 36), "mknod": (133, None),
    "mknodat": (259, 33), "chmod": (90, None), "fchmod": (91, 52),
    "fchmodat": (268, 53), "fchmodat2": (452, 452), "chown": (92, None),
    "fchown": (93, 55), "lchown": (94, None), "fchownat": (260, 54),
    "utime": (132, None), "utimes": (235, None), "futimesat": (261, None),
    "utimensat": (280, 88), "setxattr": (188, 5), "lsetxattr": (189, 6),
    "fsetxattr": (190, 7), "removexattr": (197, 14), "lremovexattr": (198, 15),
    "fremovexattr": (199, 16), "setxattrat": (463, 463), "removexattrat": (466, 466),
    "fanotify_init": (300, 262), "flock": (73, 32),
    # Watching needs no right to open, and users have few watches.
    "inotify_init": (253, None), "inotify_init1": (294, 26),
    "inotify_add_watch": (254, 27),
    # Pages of files in pipes; queues of which the whole machine has few.
    "splice": (275, 76), "tee": (276, 77), "vmsplice": (278, 75),
    "io_setup": (206, 0), "io_submit": (209, 2),
    # Shared memory and queues.
    "shmget": (29, 194), "shmat": (30, 196), "semget": (64, 190), "msgget": (68, 186),
    "mq_open": (240, 180),
    # The machine itself.
    "init_module": (175, 105), "finit_module": (313, 273), "delete_module": (176, 106),
    "kexec_load": (246, 104), "kexec_file_load": (320, 294), "reboot": (169, 142),
    "swapon": (167, 224), "swapoff": (168, 225), "acct": (163, 89),
    "iopl": (172, None), "ioperm": (173, None), "modify_ldt": (154, None),
    "quotactl": (179, 60), "syslog": (103, 116), "sethostname": (170, 161),
    "settimeofday": (164, 170), "clock_settime": (227, 112), "adjtimex": (159, 171),
}  # fmt: skip

_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_ALLOW, _REFUSE, _KILL = 0x7FFF0000, 0x00050001, 0x80000000
_X32 = 0x40000000
_PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP, _FILTER_MODE = 38, 22, 2


class _Rule(NamedTuple):
    """A call that is refused if one of its arguments passes one of the tests."""

    numbers: tuple[int | None, int | None]
    argument: int
    test: int
    values: tuple[int, ...]


# O_WRONLY, O_RDWR, O_CREAT and O_TRUNC: the same on both architectures.
_TO_WRITE = (0o1 | 0o2 | 0o100 | 0o1000,)
_RULES = (
    _Rule((2, None), 1, _ANY_BIT, _TO_WRITE),  # open
    _Rule((257, 56), 2, _ANY_BIT, _TO_WRITE),  # openat
    _Rule((302, 261), 0, _ANY_BIT, (0xFFFFFFFF,)),  # prlimit64 of another process
    # ioctl: TIOCSTI types at a terminal, TIOCSCTTY takes one, TIOCLINUX pastes;
    # FIOSETOWN and SIOCSPGRP choose who gets a signal.
    _Rule((16, 29), 1, _EQUAL, (0x5412, 0x540E, 0x541C, 0x8901, 0x8902)),
    # Bytes out of band, MSG_OOB, go another way through the kernel than all others.
    _Rule((44, 206), 3, _ANY_BIT, (1,)),  # sendto
    _Rule((45, 207), 3, _ANY_BIT, (1,)),  # recvfrom
    # setsockopt: SO_ATTACH_FILTER, _BPF, _REUSEPORT_CBPF and _EBPF run programs of the
    # caller's in the kernel.
    _Rule((54, 208), 2, _EQUAL, (26, 50, 51, 52)),
    # ioctl: what is asked of terminals and sockets has short numbers. The long ones are
    # for file systems and devices: they set flags of files that are open for reading.
    _Rule((16, 29), 1, _ANY_BIT, (0xFFFF0000,)),
    # fcntl: F_SETOWN, F_SETSIG and F_SETOWN_EX choose who gets a signal, and which;
    # F_SETLEASE holds up who opens a file, F_NOTIFY watches a folder.
    _Rule((72, 25), 1, _EQUAL, (8, 10, 15, 1024, 1026)),
    # What stays with a file after the guest or is seen by another: F_SET_RW_HINT and
    # F_SET_FILE_RW_HINT, locks by F_SETLK, F_SETLKW and their like for open files.
    _Rule((72, 25), 1, _EQUAL, (1036, 1038, 6, 7, 37, 38)),
    # prctl: PR_SET_PDEATHSIG would outlive the host, PR_SET_MM hides what runs.
    _Rule((157, 167), 0, _EQUAL, (1, 35)),
)
_Step = tuple[int, int, int, int]


def available() -> bool:
    """Return whether the filter works here, by trying it in a child."""
    if sys.platform != "linux" or platform.machine() not in _ARCHITECTURES:
        return False
    child = os.fork()
    if child == 0:
        os._exit(0 if take(filtering()) else 1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def filtering() -> list[Measure]:
    """Return what puts the filter around a process for good, where it is available."""
    instructions = _own_program()
    address = ctypes.addressof(instructions)
    header = struct.pack("@HxxxxxxP", len(instructions) // 8, address)
    prctl = libc().prctl
    return [
        Measure(prctl, (_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)),
        Measure(prctl, (_PR_SET_SECCOMP, _FILTER_MODE, header, 0, 0)),
    ]


@cache
def _own_program() -> "ctypes.Array[ctypes.c_char]":
    """Return the filter where the kernel reads it; it stays there."""
    machine = platform.machine()
    code = program(_ARCHITECTURES[machine], 0 if machine == "x86_64" else 1)
    return ctypes.create_string_buffer(code, len(code))


def program(architecture: int, column: int) -> bytes:
    """Return the filter as BPF instructions of eight bytes each.

    `column` picks the architecture's number of each pair.
    """
    numbers = [pair[column] for pair in _REFUSED.values()]
    # seccomp_data: the number at 0, the architecture at 4.
    steps: list[_Step] = [(_LOAD, 0, 0, 4), (_EQUAL, 1, 0, architecture)]
    steps += [(_RETURN, 0, 0, _KILL), (_LOAD, 0, 0, 0)]
    steps += [(_AT_LEAST, 0, 1, _X32), (_RETURN, 0, 0, _REFUSE)]
    for rule in _RULES:
        steps += _block(rule, column)
    steps += _search(sorted(one for one in numbers if one is not None))
    steps += [(_RETURN, 0, 0, _ALLOW), (_RETURN, 0, 0, _REFUSE)]
    return b"".join(struct.pack("<HBBI", *step) for step in steps)


def _search(refused: list[int]) -> list[_Step]:
    """Return the steps that lead to the allowance right behind them, or one further.

    The kernel tries the filter with every number there is each time that it is put up:
    halving takes eight steps for each, where one after the other takes a hundred.
    """
    # Where refused numbers begin and end: those before the first are allowed.
    bounds = [one for one in refused if one - 1 not in refused]
    bounds = sorted([*bounds, *(one + 1 for one in refused if one + 1 not in refused)])
    steps: list[_Step] = []

    def add(first: int, last: int) -> int:
        """Add the steps between these bounds; return where they begin."""
        if first == last:
            return len(bounds) + first % 2
        at, middle = len(steps), (first + last + 1) // 2
        steps.append((0, 0, 0, 0))
        below, above = add(first, middle - 1), add(middle, last)
        steps[at] = (_AT_LEAST, above - at - 1, below - at - 1, bounds[middle - 1])
        return at

    add(0, len(bounds))
    return steps


def _block(rule: _Rule, column: int) -> list[_Step]:
    """Return the steps that decide on one call, and pass all others by."""
    number = rule.numbers[column]
    if number is None:
        return []
    count = len(rule.values)
    # The arguments lie from 16 on; what these calls take is in their lower half.
    steps: list[_Step] = [(_EQUAL, 0, count + 4, number)]
    steps += [(_LOAD, 0, 0, 16 + 8 * rule.argument)]
    steps += [(rule.test, count - i + 1, 0, one) for i, one in enumerate(rule.values)]
    # Over the refusal, with the number: another rule may look at the same call.
    return [*steps, (_LOAD, 0, 0, 0), (_AT_LEAST, 1, 1, 0), (_RETURN, 0, 0, _REFUSE)]
