"""A channel waits no longer than it may, whatever the peer does or leaves out."""

import contextlib
import socket
import threading
import time
import tracemalloc

import psutil
import pytest

from grader.guest.protocol import HEADER, MAGIC, Kind
from grader.guest.wire import MAX_BYTES
from grader.sandbox.channel import (
    MAX_OUTPUT,
    Channel,
    ClosedError,
    DeadlineError,
    FloodError,
    ProtocolError,
)

SOON = 0.1


@pytest.fixture
def ends():
    """Yield a channel with both far ends: the peer's wire and the peer's output."""
    wire, far_wire = socket.socketpair()
    output, far_output = socket.socketpair()
    channel = Channel(wire, output)
    channel.start(SOON)
    yield channel, far_wire, far_output
    channel.close()
    far_wire.close()
    far_output.close()


@pytest.fixture
def channel(ends):
    """Return the host's end."""
    return ends[0]


@pytest.fixture
def peer(ends):
    """Return the guest's end of the wire."""
    return ends[1]


@pytest.fixture
def printer(ends):
    """Return the guest's end of the output."""
    return ends[2]


def header(magic=MAGIC, kind=Kind.REPLY, index=0, nonce=1, size=0):
    """Return a header that may lie."""
    return HEADER.pack(magic, kind, index, nonce, size)


def in_parallel(function, *args):
    """Run the peer's part in a thread of its own."""
    thread = threading.Thread(target=function, args=args, daemon=True)
    thread.start()
    return thread


@pytest.mark.parametrize("kind", [Kind.REPLY, Kind.ASK])
@pytest.mark.parametrize("body", [b"", b"N", b"x" * 100_000])
def test_frames_arrive_whole(channel, peer, kind, body):
    """A frame comes out as it was sent, whatever its size."""
    frame = header(kind=kind, index=3, nonce=2**64 - 1, size=len(body)) + body
    sender = in_parallel(peer.sendall, frame)
    assert channel.receive() == (kind, 3, 2**64 - 1, body)
    sender.join()


def test_frames_arrive_in_pieces(channel, peer):
    """A frame that trickles in byte by byte is one frame."""

    def trickle():
        for byte in header(size=3) + b"abc":
            peer.send(bytes([byte]))
            time.sleep(0.001)

    sender = in_parallel(trickle)
    assert channel.receive().body == b"abc"
    sender.join()


def test_frames_are_sent_whole(channel, peer):
    """A large frame reaches a peer that reads slowly, with a nonce of its own."""
    body = b"x" * 3_000_000
    read = bytearray()

    def slow():
        while len(read) < HEADER.size + len(body):
            read.extend(peer.recv(50_000))

    reader = in_parallel(slow)
    channel.start(5)
    nonce = channel.send(Kind.CALL, 2, [b"", memoryview(body)])
    reader.join()
    assert HEADER.unpack(read[: HEADER.size]) == (MAGIC, Kind.CALL, 2, nonce, len(body))
    assert read[HEADER.size :] == body


def test_nonces_are_never_the_same(channel, peer):
    """Each request has a nonce that nobody can guess, and it is not zero."""
    peer.settimeout(1)
    nonces = {channel.send(Kind.CALL, 0, [b"N"]) for _ in range(200)}
    assert len(nonces) == 200
    assert 0 not in nonces
    assert max(nonces) > 2**60


@pytest.mark.parametrize("end", range(HEADER.size))
def test_a_truncated_header_is_an_end(channel, peer, end):
    """A peer that closes within a header is gone."""
    peer.sendall(header()[:end])
    peer.close()
    with pytest.raises(ClosedError):
        channel.receive()


def test_what_is_announced_and_not_sent_takes_no_memory(channel, peer):
    """The largest frame that may cross is allocated once, and used as it arrives."""
    peer.sendall(header(size=MAX_BYTES) + b"x" * 1000)
    memory = psutil.Process().memory_info().rss
    tracemalloc.start()
    with pytest.raises(DeadlineError):
        channel.receive()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert MAX_BYTES <= peak < MAX_BYTES + 1_000_000
    assert psutil.Process().memory_info().rss - memory < MAX_BYTES // 8


def test_a_frame_takes_its_own_size(channel, peer):
    """Twenty megabytes arrive in twenty megabytes."""
    size = 20_000_000
    channel.start(10)
    sender = in_parallel(peer.sendall, header(size=size) + bytes(size))
    tracemalloc.start()
    body = channel.receive().body
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    sender.join()
    assert body.nbytes == size
    assert peak < size + 1_000_000


def test_a_truncated_body_is_an_end(channel, peer):
    """A peer that closes within a body is gone."""
    peer.sendall(header(size=9) + b"half")
    peer.close()
    with pytest.raises(ClosedError):
        channel.receive()


@pytest.mark.parametrize(
    "start",
    [
        header(magic=b"grd2"),
        header(magic=b"\0\0\0\0"),
        b"GET / HTTP/1.1\r\nHost: x\r\n",
        header(kind=Kind.DEFINE),
        header(kind=Kind.CALL),
        header(kind=Kind.ANSWER),
        header(kind=0),
        header(kind=255),
        header(size=MAX_BYTES + 1),
        header(size=2**63),
        header(size=2**64 - 1),
    ],
)
def test_what_is_no_frame_breaks_the_protocol(channel, peer, start):
    """A wrong magic, a kind no guest sends or a size beyond the limit is refused."""
    tracemalloc.start()
    peer.sendall(start)
    with pytest.raises(ProtocolError):
        channel.receive()
    assert tracemalloc.get_traced_memory()[1] < 1_000_000
    tracemalloc.stop()


@pytest.mark.parametrize("start", [b"", header()[:7], header(size=5) + b"four"])
def test_silence_ends_at_the_deadline(channel, peer, start):
    """A peer that says nothing, or stops in the middle, costs the time given."""
    peer.sendall(start)
    with pytest.raises(DeadlineError):
        channel.receive()
    assert -5 < channel.left() <= 0


def test_trickling_does_not_put_off_the_deadline(channel, peer):
    """A peer that sends a byte now and then is stopped at the same time."""
    peer.sendall(header(size=10**6))
    stop = threading.Event()

    def trickle():
        while not stop.wait(0.01):
            peer.send(b"x")

    sender = in_parallel(trickle)
    with pytest.raises(DeadlineError):
        channel.receive()
    assert channel.left() > -5
    stop.set()
    sender.join()


def test_a_peer_that_never_reads_does_not_block(channel):
    """Sending more than the sockets hold ends at the deadline."""
    with pytest.raises(DeadlineError):
        channel.send(Kind.CALL, 0, [bytes(50_000_000)])
    assert channel.left() > -5


def test_a_peer_that_is_gone_cannot_be_sent_to(channel, peer):
    """Sending to a closed wire says so and raises nothing else."""
    peer.close()
    with pytest.raises(ClosedError):
        channel.send(Kind.CALL, 0, [bytes(100_000)])


def test_output_is_drained_while_waiting(channel, peer, printer):
    """What is printed before a reply is kept, also more than a socket holds."""
    channel.start(5)

    def print_then_reply():
        printer.sendall(b"line\n" * 100_000)
        peer.sendall(header())

    sender = in_parallel(print_then_reply)
    channel.receive()
    assert channel.printed() == "line\n" * 100_000
    sender.join()


def test_output_is_drained_while_sending(channel, peer, printer):
    """A peer that prints before it reads does not block the host."""
    channel.start(5)
    body = bytes(2_000_000)

    def print_then_read():
        printer.sendall(b"x" * 800_000)
        left = HEADER.size + len(body)
        while left:
            left -= len(peer.recv(1 << 16))

    reader = in_parallel(print_then_read)
    channel.send(Kind.CALL, 0, [body])
    reader.join()
    assert len(channel.printed()) == 800_000


def test_floods_are_stopped(channel, printer):
    """A peer that prints more than is kept is stopped long before the deadline."""
    channel.start(30)
    started = time.monotonic()

    def flood():
        # Until the host hangs up.
        with contextlib.suppress(OSError):
            while True:
                printer.sendall(b"x" * 65536)

    writer = in_parallel(flood)
    with pytest.raises(FloodError):
        channel.receive()
    assert time.monotonic() - started < 5
    assert channel.printed() == "x" * MAX_OUTPUT
    channel.close()
    writer.join(5)


@pytest.mark.parametrize("letter", ["x", "€"])
def test_a_flood_is_counted_in_bytes(channel, printer, letter):
    """A little more than is kept is a flood, in few wide letters as well."""
    part = letter.encode() * 16_384
    printer.settimeout(5)
    for _ in range(MAX_OUTPUT // len(part)):
        printer.sendall(part)
        channel.printed()
    assert not channel.flooded
    printer.sendall(part)
    assert len(channel.printed().encode("utf-8", "replace")) <= MAX_OUTPUT + 2
    assert channel.flooded
    channel.start(SOON)
    assert not channel.flooded


def test_output_of_the_call_before_is_forgotten(channel, printer):
    """Each call starts with nothing printed."""
    printer.sendall(b"before")
    assert channel.printed() == "before"
    channel.start(SOON)
    printer.sendall(b"after")
    assert channel.printed() == "after"


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("é€😀".encode(), "é€😀"),
        (b"\xff\xfea", "��a"),
        (b"\xed\xa0\x80", "���"),
        ("€".encode()[:2], "�"),
        (b"\0\x1b[31m", "\0\x1b[31m"),
    ],
)
def test_output_is_text_whatever_is_printed(channel, printer, sent, kept):
    """Bytes that are not UTF-8 are replaced; no half character comes out."""
    printer.sendall(sent)
    assert channel.printed() == kept


def test_a_closed_output_does_not_end_the_wire(channel, peer, printer):
    """A peer that closes its stdout can still reply."""
    printer.sendall(b"last words")
    printer.close()
    peer.sendall(header())
    assert channel.receive().nonce == 1
    assert channel.printed() == "last words"
    with pytest.raises(DeadlineError):
        channel.receive()
