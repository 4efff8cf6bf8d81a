"""The guest's end of the wire: frames, blocking, since the host holds the clock."""

import os
import socket
from time import perf_counter
from typing import final

import numpy as np

from . import wire
from .bundle import together
from .protocol import HEADER, MAGIC, Kind

_AT_ONCE = 1 << 16
_NEAR = 1 << 14
_SOON = 0.01  # seconds


@final
class Connection:
    """Sends and receives frames until the host is gone."""

    _socket: socket.socket

    def __init__(self) -> None:
        self._near = np.empty(_NEAR, np.uint8).data
        self._kept: list[bytes] = []
        self._size = 0
        self._since = 0.0

    def begin(self, connection: socket.socket) -> None:
        """Go on with this socket."""
        self._socket = connection

    def send(self, kind: Kind, index: int, nonce: int, buffers: wire.Buffers) -> None:
        """Send one frame."""
        size = sum(memoryview(part).nbytes for part in buffers)
        self._since = perf_counter()
        parts = (HEADER.pack(MAGIC, kind, index, nonce, size), *buffers)
        if size <= _AT_ONCE:
            # One wake-up of the host, not two.
            self._socket.sendall(b"".join(parts))
            return
        for part in parts:
            self._socket.sendall(part)

    def keep(self, outcome: bytes, nonce: int) -> None:
        """Reply with those that follow, unless the host has waited long enough."""
        self._kept.append(outcome)
        self._size += len(outcome)
        if self._size > _NEAR or perf_counter() - self._since > _SOON:
            self.reply(nonce)

    def reply(self, nonce: int) -> None:
        """Send what was kept, if anything was."""
        if self._kept:
            self.send(Kind.REPLY, 0, nonce, [together(self._kept)])
            self._kept, self._size = [], 0

    def receive(self) -> tuple[int, int, int, memoryview]:
        """Return kind, index, nonce and body of the next frame.

        The host sends one when it has the answer to the last: no two come at once.
        """
        got = 0
        while got < HEADER.size:
            got += self._some(self._near[got:])
        self._since = perf_counter()
        _, kind, index, nonce, size = HEADER.unpack_from(self._near)
        came = self._near[HEADER.size : got]
        # Not a bytearray: filling it with zeros first takes as long as reading.
        body = np.empty(size, np.uint8).data
        body[: len(came)] = came
        rest = body[len(came) :]
        while rest:
            rest = rest[self._some(rest) :]
        return kind, index, nonce, body

    def _some(self, view: memoryview) -> int:
        count = self._socket.recv_into(view)
        if count == 0:
            # The host is gone, and with it the reason to be here.
            os._exit(0)
        return count
