"""Tries system calls that get around walls: namespaces, mounts, keys, io_uring."""
# kind: escape
# exercise: softmax
# must: failed
# says: refused

import ctypes
import platform

CALLS = {
    "x86_64": (56, 57, 59, 101, 155, 161, 165, 250, 272, 304, 310, 319, 321, 425),
    "aarch64": (220, 221, 117, 41, 51, 40, 219, 97, 265, 270, 279, 280, 425),
}


def softmax(x):
    try:
        c = ctypes.CDLL(None, use_errno=True)
    except PermissionError:
        raise SystemError("refused") from None
    for number in CALLS.get(platform.machine(), ()):
        if c.syscall(number, -1, 0, 0, 0, 0) >= 0:
            raise SystemError(f"got through: {number}")
    raise SystemError("refused")
