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
from .arguments import written
from .protocol import HEADER, MAGIC, Kind
from .worker import Worker

TIMES = 10
"""The interpreter has learned what a function does after eight calls of it."""
_SOURCE = """
import numpy as np


def rehearse(x):
    shown = [np.exp(row) for row in x]
    return np.exp(x) / np.sum(np.exp(x), axis=1, keepdims=True)
"""
_UNIT = {
    "names": ("rehearse",),
    "pieces": [("rehearsal.py", _SOURCE, (0, 1), ("np",))],
    "uses": (),
}
_REPLY = 1 << 16
_UNARY = (
    np.abs, np.exp, np.isfinite, np.log, np.max, np.mean, np.min, np.negative, np.round,
    np.sqrt, np.square, np.sum, np.tanh, np.transpose, np.zeros_like,
)  # fmt: skip
_BINARY = (
    np.add, np.divide, np.equal, np.greater, np.greater_equal, np.less, np.less_equal,
    np.maximum, np.minimum, np.multiply, np.power, np.subtract,
)  # fmt: skip


def rehearse() -> None:
    """Define, call and count a function of our own, and forget it."""
    # What is there now is not looked at again: here it would take time, and guests
    # would copy it.
    gc.freeze()
    x = np.ones((2, 3))
    call, count = _encoded(((x,), {})), _encoded(((x,), 0))
    asked = {"units": [_UNIT], "ask": (), "seed": 0}
    many = {"requests": [written([call])], "counts": [[count]]}
    requests = (
        (Kind.CALLS, marshal.dumps(asked | many)),
        (Kind.DEFINE, marshal.dumps(asked | {"count": True})),
        (Kind.COUNT, count),
        (Kind.CALL, call),
    )
    near, far = socket.socketpair()
    with near, far:
        for _ in range(TIMES):
            _compute()
            worker = Worker()
            worker.connection.begin(near)
            for kind, body in requests:
                far.sendall(HEADER.pack(MAGIC, kind, 0, 1, len(body)) + body)
                worker.answer()
                far.recv(_REPLY)
    del sys.modules["submission"]
    gc.collect()
    gc.freeze()


def _compute() -> None:
    """Use what answers use most: NumPy looks up how, and keeps it, for each dtype."""
    x = np.full((2, 3), 0.5)
    with np.errstate(all="ignore"):
        for one in (x, x[0], np.arange(1, 4), x[0, 0]):
            for function in _UNARY:
                function(one)
            for combine in _BINARY:
                combine(one, one)
                combine(one, 2)
                combine(one, 2.0)
    np.dot(x, x.T)
    np.linalg.norm(x, axis=1, keepdims=True)
    np.sum(x, axis=0)
    np.max(x, axis=1, keepdims=True)
    np.mean(x, axis=0)
    np.argmax(x, axis=0)
    np.outer(x[0], x[1])
    np.where(x > 0, x, 0)
    np.concatenate((x, x))
    np.zeros((2, 3))
    np.ones((2, 1))
    np.array([[1.0, 2.0]])
    x.reshape(-1, 1)
    x.sum()
    x.T @ x
    x += 1


def _encoded(value: object) -> bytes:
    return wire.join(wire.encode(value))
