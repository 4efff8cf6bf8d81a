"""Reads what a guest replied: data of the guest's, taken for exactly what it may be."""

import math
from itertools import accumulate, pairwise
from typing import Annotated, Any

import msgspec
import numpy as np

from grader.guest import protocol, wire
from grader.guest.protocol import Kind
from grader.guest.values import SIZE
from grader.sandbox import channel
from grader.sandbox.outcome import (
    Counted,
    Noted,
    Outcome,
    Place,
    Raised,
    Returned,
    Site,
    Timed,
    Unsendable,
    WrongSignature,
)

MAX_COUNT = 1 << 22
"""Bytes of what was counted: a byte can become ten in memory."""
MAX_COLUMN = 1 << 20

UNFORESEEN = (ValueError, OverflowError, MemoryError)
"""Of bytes that the decoder did not foresee: they are no value either."""

_DEFINED = wire.join(wire.encode({"outcome": protocol.DEFINED, "found": ["callable"]}))
"""What nearly every guest says of a function, known without reading it."""
_ONLY = {Counted: (Kind.DEFINE, Kind.COUNT), Timed: (Kind.TIME,)}
"""What only some requests come to."""

_Number = Annotated[int, msgspec.Meta(ge=0)]


class _Count(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What was counted, as a guest of ours tells it."""

    steps: _Number
    noticed: bool
    lines: list[tuple[str, _Number, _Number]]
    sites: list[tuple[str, _Number, _Number, _Number, _Number, str, _Number]]


_COUNT = msgspec.json.Decoder(_Count)


def read(reply: Any, kind: Kind) -> Outcome:
    """Return the outcome that the reply to a request of this kind tells.

    Raises ProtocolError for whatever is no outcome, or one of another request.
    """
    outcome = _read(reply)
    if kind not in _ONLY.get(type(outcome), (kind,)):
        raise channel.ProtocolError("a reply to another request")
    return outcome


def is_defined(reply: bytes) -> bool:
    """Return whether a reply says that a function was defined."""
    if reply == _DEFINED:
        return True
    try:
        body = wire.decode(memoryview(bytearray(reply)))
        outcome = read(body, Kind.DEFINE)
    except (channel.ProtocolError, wire.WireError, *UNFORESEEN):
        return False
    return isinstance(outcome, Returned) and body.get("found") == ["callable"]


def told(reply: bytes, kind: Kind) -> Outcome | None:
    """Return what a request of this kind came to, None if no guest of ours says so."""
    try:
        return read(wire.decode(memoryview(bytearray(reply))), kind)
    except (channel.ProtocolError, wire.WireError, *UNFORESEEN):
        return None


def outcomes(body: memoryview, most: int) -> list[bytes]:
    """Return the encoded outcomes in a reply to calls: one at least, so many at most.

    Raises ProtocolError for anything else.
    """
    head = SIZE.size
    count = SIZE.unpack_from(body)[0] if len(body) >= head else 0
    begin = head * (1 + count)
    if not (1 <= count <= most and begin <= len(body)):
        raise channel.ProtocolError("other replies than calls")
    sizes = np.frombuffer(body, "<u4", count, head)
    content = bytes(body[begin:])
    ends = list(accumulate(sizes.tolist()))
    if ends[-1] != len(content):
        raise channel.ProtocolError("a reply that is no outcome")
    return [content[start:end] for start, end in pairwise([0, *ends])]


def _read(reply: Any) -> Outcome:
    if type(reply) is not dict or type(reply.get("outcome")) is not str:
        # An array would be compared with each name below, element by element.
        raise channel.ProtocolError("a reply that is no outcome")
    match reply["outcome"]:
        case protocol.RETURNED if "value" in reply:
            changed = reply.get("changed")
            named = changed if type(changed) is list else []
            arguments = tuple(filter(_is_argument, named[:20]))
            return Returned(reply["value"], arguments, _noted(reply.get("noted")))
        case protocol.DEFINED if "count" in reply:
            return _counted(reply["count"])
        case protocol.DEFINED:
            return Returned(None, ())
        case protocol.COUNTED:
            return _counted(reply.get("count"))
        case protocol.TIMED:
            return _timed(reply.get("seconds"))
        case protocol.RAISED:
            return Raised(
                word(reply.get("type")),
                _text(reply.get("message"))[: protocol.MAX_MESSAGE],
                tuple(_places(reply.get("frames"))),
            )
        case protocol.SIGNATURE:
            return WrongSignature(word(reply.get("signature")))
        case protocol.UNSENDABLE:
            return Unsendable(word(reply.get("why")))
    raise channel.ProtocolError("a reply that is no outcome")


def _timed(seconds: Any) -> Timed:
    if type(seconds) is not float or not (math.isfinite(seconds) and seconds >= 0):
        raise channel.ProtocolError("a time that is none")
    return Timed(seconds)


def _counted(written: Any) -> Counted:
    """Read what was counted: whatever is not exactly that breaks the protocol."""
    if type(written) is not bytes or len(written) > MAX_COUNT:
        raise channel.ProtocolError("a count that is none")
    try:
        count = _COUNT.decode(written)
    except (msgspec.MsgspecError, *UNFORESEEN):
        raise channel.ProtocolError("a count that is none") from None
    return Counted(
        count.steps,
        {(label, line): many for label, line, many in count.lines},
        {Site._make((*site[:5], word(site[5]))): site[6] for site in count.sites},
        count.noticed,
    )


def _is_argument(name: Any) -> bool:
    """Whether it is a position or a parameter's name, as a guest of ours sends it."""
    return (
        type(name) is str
        and len(name) <= wire.MAX_NAME
        and (name.isidentifier() or (name.isascii() and name.isdigit()))
    )


def _places(frames: Any) -> list[Place]:
    if type(frames) is not list:
        return []
    read = map(_place, frames[: protocol.MAX_FRAMES])
    return [place for place in read if place is not None]


def _place(frame: Any) -> Place | None:
    """Return a frame as a place, None for what is none; columns may be left out."""
    parts = frame if type(frame) is list else []
    kinds = [type(part) for part in parts]
    if kinds not in ([str, int, str], [str, int, str, int, int]):
        return None
    columns = parts[3:]
    if any(not 0 <= column <= MAX_COLUMN for column in columns):
        columns = []
    return Place(*parts[:3], *columns)


def _noted(rows: Any) -> tuple[Noted, ...]:
    if type(rows) is not list:
        return ()
    noted = []
    for row in rows[: protocol.MAX_NOTED]:
        place = _place(row[:-1]) if type(row) is list else None
        if place is not None:
            noted.append(Noted(place, word(row[-1])[: protocol.MAX_NOTE]))
    return tuple(noted)


def word(value: Any) -> str:
    """Return a name or the like, short and on one line."""
    return " ".join(_text(value)[: wire.MAX_NAME].split())


def _text(value: Any) -> str:
    return value if type(value) is str else ""
