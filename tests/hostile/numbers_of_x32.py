"""Makes system calls by the second set of numbers that x86-64 has."""
# kind: escape
# exercise: softmax
# must: failed

import ctypes

X32 = 0x40000000


def softmax(x):
    try:
        c = ctypes.CDLL(None, use_errno=True)
    except PermissionError:
        return x
    path = b"@TEMPORARY@/kept.txt"
    for number, arguments in ((2, (path, 2, 0)), (57, ()), (41, (1, 1, 0)), (39, ()),
                              (257, (-100, path, 2, 0)), (520, (path, 0, 0))):
        if c.syscall(ctypes.c_long(X32 + number), *arguments) >= 0:
            raise SystemError(f"got through: {number}")
    return x
