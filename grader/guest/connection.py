"""The guest's end of the wire: frames, blocking, since the host holds the clock."""

import contextlib
import os
import socket
from typing import final

import numpy as np

from . import wire
from .protocol import BUFFERED, HEADER, MAGIC, Kind

_AT_ONCE = 1 << 16


@final
class Connection:
    """Sends and receives frames until the host is gone."""

    def __init__(self, connection: socket.socket) -> None:
        self.socket = connection
        # It is faster with, and works without.
        with contextlib.suppress(OSError):
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, BUFFERED)

    def send(self, kind: Kind, index: int, nonce: int, buffers: wire.Buffers) -> None:
        """Send one frame."""
        size = sum(memoryview(part).nbytes for part in buffers)
        header = HEADER.pack(MAGIC, kind, index, nonce, size)
        if size <= _AT_ONCE:
            # One wake-up of the host, not two.
            self.socket.sendall(b"".join((header, *buffers)))
            return
        for part in (header, *buffers):
            self.socket.sendall(part)

    def receive(self) -> tuple[int, int, int, memoryview]:
        """Return kind, index, nonce and body of the next frame."""
        _, kind, index, nonce, size = HEADER.unpack(self._exactly(HEADER.size))
        return kind, index, nonce, self._exactly(size)

    def _exactly(self, size: int) -> memoryview:
        # Not a bytearray: filling it with zeros first takes as long as reading.
        data = view = np.empty(size, np.uint8).data
        while view:
            count = self.socket.recv_into(view)
            if count == 0:
                # The host is gone, and with it the reason to be here.
                os._exit(0)
            view = view[count:]
        return data
