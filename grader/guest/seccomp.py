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
from collections.abc import Sequence

_ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}

# name: (x86_64, aarch64); None where an architecture has no such call.
_REFUSED: dict[str, tuple[int | None, int | None]] = {
    # New processes, threads and programs.
    "clone": (56, 220), "fork": (57, None), "vfork": (58, None), "clone3": (435, 435),
    "execve": (59, 221), "execveat": (322, 281),
    # The network, and sockets of any kind.
    "socket": (41, 198), "socketpair": (53, 199), "connect": (42, 203),
    "bind": (49, 200), "listen": (50, 201), "accept": (43, 202), "accept4": (288, 242),
    # Other processes. Signals to oneself are refused as well: no answer needs them,
    # and behind the process wall their receiver could be anybody.
    "kill": (62, 129), "tkill": (200, 130), "tgkill": (234, 131),
    "rt_sigqueueinfo": (129, 138), "rt_tgsigqueueinfo": (297, 240),
    "ptrace": (101, 117), "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271), "pidfd_open": (434, 434),
    "pidfd_getfd": (438, 438), "pidfd_send_signal": (424, 424), "kcmp": (312, 272),
    "process_madvise": (440, 440), "setpriority": (141, 140), "setsid": (112, 157),
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
    # Shared memory and queues.
    "shmget": (29, 194), "shmat": (30, 196), "semget": (64, 190), "msgget": (68, 186),
    "mq_open": (240, 180),
    # The machine itself.
    "init_module": (175, 105), "finit_module": (313, 273), "delete_module": (176, 106),
    "kexec_load": (246, 104), "kexec_file_load": (320, 294), "reboot": (169, 142),
    "swapon": (167, 224), "swapoff": (168, 225), "acct": (163, 89),
    "quotactl": (179, 60), "syslog": (103, 116), "sethostname": (170, 161),
    "settimeofday": (164, 170), "clock_settime": (227, 112), "adjtimex": (159, 171),
}  # fmt: skip

_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _REFUSE, _KILL = 0x7FFF0000, 0x00050001, 0x80000000
_X32 = 0x40000000
_PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP, _FILTER_MODE = 38, 22, 2


def available() -> bool:
    """Return whether the filter works here, by trying it in a child."""
    if sys.platform != "linux" or platform.machine() not in _ARCHITECTURES:
        return False
    child = os.fork()
    if child == 0:
        os._exit(0 if apply() else 1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def apply() -> bool:
    """Put the filter around this process for good; return whether it stands."""
    machine = platform.machine()
    if machine not in _ARCHITECTURES:
        return False
    column = 0 if machine == "x86_64" else 1
    numbers = [pair[column] for pair in _REFUSED.values()]
    code = program(_ARCHITECTURES[machine], [one for one in numbers if one is not None])
    instructions = ctypes.create_string_buffer(code, len(code))
    header = struct.pack("@HxxxxxxP", len(code) // 8, ctypes.addressof(instructions))
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    if prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return False
    return bool(prctl(_PR_SET_SECCOMP, _FILTER_MODE, header, 0, 0) == 0)


def program(architecture: int, refused: Sequence[int]) -> bytes:
    """Return the filter as BPF instructions of eight bytes each."""
    count = len(refused)
    # seccomp_data: the number at 0, the architecture at 4.
    steps = [(_LOAD, 0, 0, 4), (_EQUAL, 1, 0, architecture), (_RETURN, 0, 0, _KILL)]
    steps += [(_LOAD, 0, 0, 0), (_AT_LEAST, count + 1, 0, _X32)]
    # To the refusal, which lies behind the rest of the list and the allowance.
    steps += [(_EQUAL, count - i, 0, number) for i, number in enumerate(refused)]
    steps += [(_RETURN, 0, 0, _ALLOW), (_RETURN, 0, 0, _REFUSE)]
    return b"".join(struct.pack("<HBBI", *step) for step in steps)
