"""The host's end of a wire: frames under a deadline, output drained and bounded."""

import contextlib
import secrets
import select
import socket
import time
from typing import NamedTuple, final

import numpy as np

from grader.guest.protocol import HEADER, MAGIC, Kind
from grader.guest.wire import MAX_BYTES, Buffers

MAX_OUTPUT = 1 << 20
_CHUNK = 1 << 16
_NEAR = 1 << 14
"""What is read at once: nearly all replies, head and body."""


class ClosedError(Exception):
    """The guest's end is closed: its process is gone."""


class DeadlineError(Exception):
    """The guest took longer than it may."""


class FloodError(Exception):
    """The guest printed more than is kept."""


class ProtocolError(Exception):
    """The guest sent what no guest sends."""


BROKEN = (ClosedError, DeadlineError, FloodError, ProtocolError)
"""All that can become of a wire, but for what it is for."""


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
        self._wire = wire
        self._output = output
        self._output_open = True
        self._poll = _polling(wire, output)
        self._ahead = b""
        self._printed = bytearray()
        self._deadline = 0.0

    def close(self) -> None:
        """Close both sockets."""
        self._output_open = False
        self._wire.close()
        self._output.close()

    def start(self, seconds: float) -> None:
        """Set the deadline of what follows, and forget what was printed."""
        self._deadline = time.monotonic() + seconds
        self._printed.clear()

    def prolong(self, seconds: float) -> None:
        """Set the deadline of what follows; what was printed is kept."""
        self._deadline = time.monotonic() + seconds

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
        data = self._ahead
        while len(data) < HEADER.size:
            data += self._some()
        magic, kind, index, nonce, size = HEADER.unpack_from(data)
        if magic != MAGIC or kind not in (Kind.REPLY, Kind.ASK):
            raise ProtocolError("a frame that is none")
        if size > MAX_BYTES:
            raise ProtocolError("a larger frame than may cross")
        end = HEADER.size + size
        came, self._ahead = data[HEADER.size : end], data[end:]
        # Not a bytearray: this one is not filled with zeros first, so what a guest
        # announces and does not send takes no memory.
        body = np.empty(size, np.uint8).data
        body[: len(came)] = came
        self._fill(body[len(came) :])
        return Frame(Kind(kind), index, nonce, body)

    def _some(self) -> bytes:
        """Return what comes next, whatever it belongs to."""
        while True:
            self._wait(writing=False)
            try:
                data = self._wire.recv(_NEAR)
            except BlockingIOError:
                continue
            except OSError:
                raise ClosedError from None
            if not data:
                raise ClosedError
            return data

    def _fill(self, view: memoryview) -> None:
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

    def _wait(self, *, writing: bool) -> None:
        """Wait until the wire is ready, draining what the guest prints."""
        while True:
            left = self.left()
            ready = self._ready(max(0.0, left), writing=writing)
            if self._output in ready:
                self._drain()
            if self._wire in ready:
                return
            if left <= 0:
                raise DeadlineError

    def _ready(self, seconds: float, *, writing: bool) -> list[socket.socket]:
        """Return which of the sockets are ready, after at most `seconds`."""
        if self._poll is None:
            readable = [self._output] if self._output_open else []
            readable += [] if writing else [self._wire]
            writable = [self._wire] if writing else []
            read, written, _ = select.select(readable, writable, [], seconds)
            return read + written
        if writing:
            self._poll.modify(self._wire, select.POLLOUT)
        numbers = [number for number, _ in self._poll.poll(seconds * 1000)]
        if writing:
            self._poll.modify(self._wire, select.POLLIN)
        ends = (self._wire, self._output)
        return [one for one in ends if one.fileno() in numbers]

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
                if self._poll is not None:
                    self._poll.unregister(self._output)
                return
            self._printed += part
            if len(self._printed) > MAX_OUTPUT:
                raise FloodError


def _polling(*readable: socket.socket) -> "select.poll | None":
    """Return what waits for these sockets; None on Windows, which has but select."""
    # Elsewhere select stops at 1024 open files.
    if not hasattr(select, "poll"):
        return None
    poll = select.poll()
    for one in readable:
        poll.register(one, select.POLLIN)
    return poll
