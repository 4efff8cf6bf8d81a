"""Fuzz the host's side of the wire, guided by coverage.

`decode` reads arbitrary bytes as a value; `reply` lets a guest send and print
arbitrary bytes. Whatever breaks a promise of theirs ends the run, and the input that
did it is written to the current folder. Atheris needs Linux and is no dependency of
the project:

    python -m venv FOLDER && FOLDER/bin/pip install atheris numpy
    PYTHONPATH=. FOLDER/bin/python tests/fuzz/wire.py decode CORPUS -max_total_time=600

CORPUS is a folder for the inputs that reach new code; values that `encode` wrote are
put there first. What follows is libFuzzer's: `-help=1` lists it.
"""

import socket
import struct
import sys
import tracemalloc
from pathlib import Path
from typing import Any, get_args
from unittest import mock

import numpy as np

try:
    import atheris  # type: ignore[import-untyped,unused-ignore]
except ImportError:
    raise SystemExit("This needs atheris: pip install atheris (Linux only).") from None

with atheris.instrument_imports(include=["grader"]):
    from grader.guest import wire
    from grader.guest.protocol import (
        HEADER,
        MAGIC,
        MAX_FRAMES,
        MAX_MESSAGE,
        MAX_NOTE,
        MAX_NOTED,
        Kind,
    )
    from grader.guest.wire import Opaque, Subclassed
    from grader.sandbox.channel import Channel
    from grader.sandbox.guest import Answer, Guest
    from grader.sandbox.outcome import ENDS_GUEST, Outcome, Raised, Returned
    from grader.sandbox.unit import Piece, Unit

NONCE = 0x1122334455667788
SECONDS = 0.005
# The most that a byte on the wire may come to in memory, and what is always there.
MAX_GROWTH = 100
MAX_BASE = 100_000
# What sockets hold without anybody reading.
MAX_SENT = 60_000
UNIT = Unit(("f",), (Piece("answer.py", "f = len", (0,)),))
ARRAY = np.arange(6.0).reshape(2, 3)
VALUES: tuple[Any, ...] = (
    (None, True, False, 0, -1, 2**70, 1.5, 2j, "é", b"\xff"),
    {"a": [ARRAY, ARRAY > 2], 1: (), 1.5: {}, None: [], False: "x"},
    [np.zeros((0, 3), "int8"), np.float16(1), np.complex64(1), np.bool_(1)],
    [Opaque("generator"), Subclassed("matrix", ARRAY), [[[[]]]]],
    np.array([[b"non-cat", b"cat"], [b"", b"x"]]),
)
OUTCOMES: tuple[dict[str, Any], ...] = (
    {"outcome": "returned", "value": ARRAY, "changed": ["0", "x"]},
    {"outcome": "raised", "type": "E", "message": "m", "frames": [["a", 1, "f"]]},
    {"outcome": "signature", "signature": "(x)"},
    {"outcome": "unsendable", "why": "nested too deep"},
    {"outcome": "defined", "found": ["callable"]},
)


def same(one: Any, other: Any) -> bool:
    """Return whether two decoded values are equal to the last bit."""
    if type(one) is not type(other):
        return False
    if isinstance(one, list | tuple):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict):
        return same([*one.items()], [*other.items()])
    if isinstance(one, Subclassed):
        return one.type_name == other.type_name and same(one.array, other.array)
    if isinstance(one, Opaque):
        return bool(one.type_name == other.type_name)
    if isinstance(one, np.ndarray | np.generic):
        alike = (one.dtype, one.shape) == (other.dtype, other.shape)
        return bool(alike) and one.tobytes() == other.tobytes()
    if isinstance(one, float | complex):
        return np.asarray(one).tobytes() == np.asarray(other).tobytes()
    return bool(one == other)


def decode(data: bytes) -> None:
    """Decode: a value in bounded memory that crosses again as it is, or WireError."""
    tracemalloc.reset_peak()
    before = tracemalloc.get_traced_memory()[0]
    try:
        value = wire.decode(bytearray(data))
    except wire.WireError:
        return
    finally:
        peak = tracemalloc.get_traced_memory()[1] - before
        assert peak < MAX_BASE + MAX_GROWTH * len(data), peak
    assert same(value, wire.decode(bytearray(wire.join(wire.encode(value)))))


def reply(data: bytes) -> None:
    """Define and call in a guest that says `data`: each comes to an outcome.

    The first byte says what is done, the second how much of the rest is printed.
    """
    if len(data) < 2:
        return
    todo, rest = data[0], data[2 : 2 + MAX_SENT]
    printed, sent = rest[: data[1]], rest[data[1] :]
    if todo & 1:
        sent = HEADER.pack(MAGIC, Kind.REPLY, 0, NONCE, len(sent)) + sent
    near, far = socket.socketpair()
    output, far_output = socket.socketpair()
    with far, far_output:
        far.sendall(sent)
        far_output.sendall(printed)
        if not todo & 2:
            # Nothing follows; otherwise the guest falls silent.
            far.shutdown(socket.SHUT_WR)
        guest = Guest(Channel(near, output), lambda _wait: None)
        helper = (lambda _index, body, _seconds: body) if todo & 4 else None
        if todo & 8:
            found, answer = guest.define([UNIT], (), 7, SECONDS, helper)
            assert len(found) in (0, 1)
            assert all(type(kind) is str for kind in found)
            check(answer)
        for _ in range(1 + (todo >> 4) % 2):
            answer = guest.call(0, (1,), {}, SECONDS, helper)
            check(answer)
            if isinstance(answer.outcome, ENDS_GUEST):
                break
        guest.end()


def check(answer: Answer) -> None:
    """See that an answer is an outcome whose fields are what they must be."""
    outcome = answer.outcome
    assert type(outcome) in get_args(Outcome)
    assert type(answer.stdout) is str
    if isinstance(outcome, Returned):
        assert all(type(name) is str for name in outcome.changed)
        assert len(outcome.noted) <= MAX_NOTED
        assert all(len(one.message) <= MAX_NOTE for one in outcome.noted)
    elif isinstance(outcome, Raised):
        assert len(outcome.type) <= wire.MAX_NAME
        assert len(outcome.message) <= MAX_MESSAGE
        assert len(outcome.frames) <= MAX_FRAMES
    elif not isinstance(outcome, ENDS_GUEST):
        assert type(outcome[0]) is str
        assert len(outcome[0]) <= wire.MAX_NAME


def sow(folder: Path, target: str) -> None:
    """Write inputs to start from."""
    folder.mkdir(parents=True, exist_ok=True)
    bodies = [wire.join(wire.encode(value)) for value in (*VALUES, *OUTCOMES)]
    if target == "reply":
        framed = [
            HEADER.pack(MAGIC, kind, 0, NONCE, len(body)) + body
            for body in bodies
            for kind in (Kind.REPLY, Kind.ASK)
        ]
        whole = [bytes([todo, 0]) + body for body in bodies for todo in (1, 9)]
        bodies = [struct.pack("<BB", 4, 2) + b"hi" + one + framed[0] for one in framed]
        bodies += whole
    for number, body in enumerate(bodies):
        folder.joinpath(f"seed-{target}-{number:02}").write_bytes(body)


def main() -> None:
    """Fuzz what the first word names."""
    targets = {"decode": decode, "reply": reply}
    words = sys.argv[1:]
    if len(words) < 2 or words[0] not in targets or words[1].startswith("-"):
        raise SystemExit(__doc__)
    sow(Path(words[1]), words[0])
    # Once: each start of it costs memory for good.
    tracemalloc.start()
    # The wire's nonces are random; an input has to mean the same each time.
    with mock.patch("secrets.randbits", return_value=NONCE):
        atheris.Setup([sys.argv[0], *words[1:]], targets[words[0]])
        atheris.Fuzz()


if __name__ == "__main__":
    main()
