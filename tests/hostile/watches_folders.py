"""Watches the folders of the course for who reads which file."""
# kind: escape
# exercise: softmax
# must: failed

import ctypes


def softmax(x):
    try:
        c = ctypes.CDLL(None, use_errno=True)
    except PermissionError:
        return x
    watch = c.inotify_init1(0)
    for folder in (b"@COURSE@/solutions", b"@TEMPORARY@", b"@HOME@"):
        if c.inotify_add_watch(watch, folder, 0xFFF) >= 0:
            raise SystemError("got through: watches")
    if watch >= 0:
        raise SystemError("got through: there are only so many for each user")
    return x
