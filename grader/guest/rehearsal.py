"""What every guest does, done once by their warm parent.

What Python and NumPy set up on first use, and what the interpreter learns of the
code it runs, is there then in every guest that is forked: its first call is as fast
as its second. The code is ours; nothing of a student's is in the parent.
"""

import gc
import marshal
import socket
import sys

import numpy as np

from . import wire
from .connection import Connection
from .worker import Worker

TIMES = 10
"""The interpreter has learned what a function does after eight calls of it."""
_SOURCE = """
import numpy as np


def rehearse(x):
    shown = [np.exp(row) for row in x]
    return np.exp(x) / np.sum(np.exp(x), axis=1, keepdims=True)
"""


def rehearse() -> None:
    """Define, call and count a function of our own, and forget it."""
    # What is there now is not looked at again: here it would take time, and guests
    # would copy it.
    gc.freeze()
    near, far = socket.socketpair()
    unit = {
        "names": ("rehearse",),
        "pieces": [("rehearsal.py", _SOURCE, (0, 1), ())],
        "uses": (),
    }
    request = {"units": [unit], "ask": (), "seed": 0, "count": True}
    with near, far:
        for _ in range(TIMES):
            worker = Worker(Connection(near))
            worker.define(memoryview(marshal.dumps(request)))
            worker.count(0, _body(((np.ones((2, 3)),), 0)))
            wire.encode(worker.call(0, _body(((np.ones((2, 3)),), {}))))
    del sys.modules["submission"]
    gc.collect()
    gc.freeze()


def _body(value: object) -> memoryview:
    return memoryview(bytearray(wire.join(wire.encode(value))))
