"""The host's end of a wire: frames under a deadline, output drained and bounded."""

import contextlib
import secrets
import select
import socket
import time
from typing import NamedTuple, final

import numpy as np

from grader.guest.protocol import BUFFERED, HEADER, MAGIC, Kind
from grader.guest.wire import MAX_BYTES, Buffers

MAX_OUTPUT = 1 << 20
_CHUNK = 1 << 16


class ClosedError(Exception):
    """The guest's end is closed: its process is gone."""


class DeadlineError(Exception):
    """The guest took longer than it may."""


class FloodError(Exception):
    """The guest printed more than is kept."""


class ProtocolError(Exception):
    """The guest sent what no guest sends."""


class Frame(NamedTuple):
    """One frame from the guest."""

    kind: Kind
    function: int
    nonce: int
    body: memoryview


@final
class Channel:
    """A wire to one guest and the socket on which it prints.

    Whatever waits, waits for at most until the deadline of `start`, and what the
    guest prints meanwhile is taken off it: it can neither block nor be blocked.
    """

    def __init__(self, wire: socket.socket, output: socket.socket) -> None:
        wire.setblocking(False)
        output.setblocking(False)
        wire.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, BUFFERED)
        self._wire = wire
        self._output = output
        self._output_open = True
        self._printed = bytearray()
        self._deadline = 0.0

    def close(self) -> None:
        """Close both sockets."""
        self._wire.close()
        self._output.close()

    def start(self, seconds: float) -> None:
        """Set the deadline of what follows, and forget what was printed."""
        self._deadline = time.monotonic() + seconds
        self._printed.clear()

    def left(self) -> float:
        """Return the seconds until the deadline."""
        return self._deadline - time.monotonic()

    @property
    def flooded(self) -> bool:
        """Whether more was printed since `start` than is kept."""
        return len(self._printed) > MAX_OUTPUT

    def printed(self) -> str:
        """Return what was printed since `start`, as text."""
        with contextlib.suppress(FloodError):
            self._drain()
        return bytes(self._printed[:MAX_OUTPUT]).decode("utf-8", "replace")

    def send(self, kind: Kind, index: int, buffers: Buffers, nonce: int = 0) -> int:
        """Send one frame and return its nonce, a new one unless it is given."""
        nonce = nonce or secrets.randbits(64) or 1
        size = sum(memoryview(part).nbytes for part in buffers)
        header = HEADER.pack(MAGIC, kind, index, nonce, size)
        if size <= _CHUNK:
            self._send(b"".join((header, *buffers)))
        else:
            for part in (header, *buffers):
                self._send(part)
        return nonce

    def _send(self, part: bytes | memoryview) -> None:
        view = memoryview(part)
        while view:
            try:
                view = view[self._wire.send(view) :]
            except BlockingIOError:
                self._wait(writing=True)
            except OSError:
                raise ClosedError from None

    def receive(self) -> Frame:
        """Return the next frame. Its body is bytes of the guest's: not decoded."""
        header = self._exactly(HEADER.size)
        magic, kind, index, nonce, size = HEADER.unpack(header)
        if magic != MAGIC or kind not in (Kind.REPLY, Kind.ASK):
            raise ProtocolError("a frame that is none")
        if size > MAX_BYTES:
            raise ProtocolError("a larger frame than may cross")
        return Frame(Kind(kind), index, nonce, self._exactly(size))

    def _exactly(self, size: int) -> memoryview:
        # Not a bytearray: this one is not filled with zeros first, so what a guest
        # announces and does not send takes no memory.
        data = view = np.empty(size, np.uint8).data
        while view:
            try:
                count = self._wire.recv_into(view)
            except BlockingIOError:
                self._wait(writing=False)
                continue
            except OSError:
                raise ClosedError from None
            if count == 0:
                raise ClosedError
            view = view[count:]
        return data

    def _wait(self, *, writing: bool) -> None:
        """Wait until the wire is ready, draining what the guest prints."""
        while True:
            left = self.left()
            if left <= 0:
                raise DeadlineError
            readable = [self._output] if self._output_open else []
            if not writing:
                readable.append(self._wire)
            ready = _ready(readable, [self._wire] if writing else [], left)
            if self._output in ready:
                self._drain()
            if self._wire in ready:
                return

    def _drain(self) -> None:
        while self._output_open:
            try:
                part = self._output.recv(_CHUNK)
            except BlockingIOError:
                return
            except OSError:
                part = b""
            if not part:
                self._output_open = False
                return
            self._printed += part
            if len(self._printed) > MAX_OUTPUT:
                raise FloodError


def _ready(
    readable: list[socket.socket], writable: list[socket.socket], seconds: float
) -> list[socket.socket]:
    """Return the sockets that can be read or written, after at most `seconds`."""
    if not hasattr(select, "poll"):
        # Windows has nothing else; elsewhere it stops at 1024 open files.
        read, written, _ = select.select(readable, writable, [], seconds)
        return read + written
    poll = select.poll()
    by_number = {}
    for sockets, event in ((readable, select.POLLIN), (writable, select.POLLOUT)):
        for one in sockets:
            by_number[one.fileno()] = one
            poll.register(one, event)
    return [by_number[number] for number, _ in poll.poll(seconds * 1000)]
