"""Makes shared memory, queues and locks with names, to find them in the next guest."""
# kind: escape
# exercise: softmax
# must: failed

import ctypes


def softmax(x):
    for name, call in (
        ("_posixshmem", lambda it: it.shm_open("/grader-mark", 0o102, 0o600)),
        ("_multiprocessing", lambda it: it.SemLock(1, 1, 1, "/grader-mark", False)),
    ):
        try:
            call(__import__(name))
        except (OSError, ImportError):
            continue
        raise SystemError(f"got through: {name}")
    try:
        c = ctypes.CDLL(None, use_errno=True)
    except PermissionError:
        return x
    for made in (c.shmget(4711, 4096, 0o1600), c.semget(4711, 1, 0o1600),
                 c.msgget(4711, 0o1600), c.memfd_create(b"mark", 0)):
        if made >= 0:
            raise SystemError("got through")
    return x
