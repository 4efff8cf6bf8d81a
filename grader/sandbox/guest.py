"""One guest as the host sees it: define a submission, call it, read the outcome."""

from collections.abc import Callable
from typing import Any, NamedTuple, final

import numpy as np

from grader.guest import protocol, wire
from grader.guest.protocol import Kind
from grader.sandbox import channel
from grader.sandbox.channel import Channel, Frame
from grader.sandbox.outcome import (
    BrokeProtocol,
    Ended,
    Flooded,
    Outcome,
    Place,
    Raised,
    Returned,
    TimedOut,
    Unsendable,
    WrongSignature,
)

MAX_ASKS = 1_000_000


class Piece(NamedTuple):
    """One source text (a file, a cell) and the statements of it that are kept.

    Of an import of several names only those in `names` are made, all without any.
    """

    label: str
    source: str
    keep: tuple[int, ...]
    names: tuple[str, ...] = ()


class Unit(NamedTuple):
    """The source of one function: its names, its pieces, what is supplied to it."""

    names: tuple[str, ...]
    pieces: tuple[Piece, ...]
    uses: tuple[str, ...] = ()


class Answer(NamedTuple):
    """What a call came to, and what it printed."""

    outcome: Outcome
    stdout: str


Helper = Callable[[int, memoryview, float], memoryview]
"""Answers what the guest asks: from the function's index, its encoded arguments and
the seconds left, to the encoded outcome. May raise what a channel raises."""


@final
class Guest:
    """A sandboxed process that holds one submission.

    `end` stops its process and returns the exit status, None if unknown.
    """

    def __init__(self, wires: Channel, end: Callable[[], int | None]) -> None:
        self._channel = wires
        self._end = end
        self._ended = False

    def define(
        self,
        units: list[Unit],
        ask: tuple[str, ...],
        seed: int,
        seconds: float,
        helper: Helper | None = None,
    ) -> tuple[list[str], Answer]:
        """Run the sources of `units`; names in `ask` are supplied by the host.

        Returns for each unit "callable", "missing" or the type that its name has,
        empty if a source raised.
        """
        request = {
            "units": [_described(unit) for unit in units],
            "ask": ask,
            "seed": seed,
        }
        buffers = wire.encode(request)
        body, answer = self._ask(Kind.DEFINE, 0, buffers, seconds, helper)
        if isinstance(answer.outcome, Returned):
            found = body.get("found")
            if isinstance(found, list) and len(found) == len(units):
                return [_word(kind) for kind in found], answer
        return [], answer

    def call(
        self,
        index: int,
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
        seconds: float,
        helper: Helper | None = None,
    ) -> Answer:
        """Call the function of unit `index`; never raises for what the guest does.

        Raises WireError for arguments that cannot cross: the case's fault.
        """
        buffers = wire.encode((args, kwargs), strict=True)
        return self._ask(Kind.CALL, index, buffers, seconds, helper)[1]

    def relay(self, index: int, body: memoryview, seconds: float) -> memoryview:
        """Call with arguments as another guest encoded them; the reply likewise.

        Nothing is decoded on the host. Raises a channel error if this guest fails.
        """
        self._channel.start(seconds)
        nonce = self._channel.send(Kind.CALL, index, [body])
        frame = self._channel.receive()
        if frame.kind != Kind.REPLY or frame.nonce != nonce:
            raise channel.ProtocolError("a reply that nobody asked for")
        return frame.body

    def end(self) -> int | None:
        """End the guest's process and everything it started."""
        if self._ended:
            return None
        self._ended = True
        status = self._end()
        self._channel.close()
        return status

    def _ask(
        self,
        kind: Kind,
        index: int,
        buffers: wire.Buffers,
        seconds: float,
        helper: Helper | None = None,
    ) -> tuple[dict[str, Any], Answer]:
        wires = self._channel
        wires.start(seconds)
        outcome: Outcome
        reply: dict[str, Any] = {}
        try:
            nonce = wires.send(kind, index, buffers)
            frame = self._reply(nonce, helper)
            reply = wire.decode(frame.body)
            outcome = _outcome(reply)
        except channel.ClosedError:
            printed = wires.printed()
            return {}, Answer(Ended(self.end()), printed)
        except channel.DeadlineError:
            outcome = TimedOut(seconds)
        except channel.FloodError:
            outcome = Flooded(channel.MAX_OUTPUT)
        except (channel.ProtocolError, wire.WireError) as error:
            outcome = BrokeProtocol(str(error))
        except (ValueError, OverflowError, MemoryError) as error:
            # Bytes that the decoder did not foresee are no value either.
            outcome = BrokeProtocol(type(error).__name__)
        printed = wires.printed()
        if wires.flooded:
            outcome = Flooded(channel.MAX_OUTPUT)
        if isinstance(outcome, TimedOut | Flooded | BrokeProtocol):
            self.end()
        return reply, Answer(outcome, printed)

    def _reply(self, nonce: int, helper: Helper | None) -> Frame:
        for _ in range(MAX_ASKS):
            frame = self._channel.receive()
            if frame.kind == Kind.ASK and helper is not None:
                answer = helper(frame.function, frame.body, self._channel.left())
                self._channel.send(Kind.ANSWER, 0, [answer], nonce=frame.nonce)
            elif frame.kind == Kind.REPLY and frame.nonce == nonce:
                return frame
            else:
                raise channel.ProtocolError("a reply that nobody asked for")
        raise channel.ProtocolError("too many calls of supplied functions")


def _outcome(reply: Any) -> Outcome:
    """Read a reply: whatever is not exactly an outcome breaks the protocol."""
    if type(reply) is not dict or type(reply.get("outcome")) is not str:
        # An array would be compared with each name below, element by element.
        raise channel.ProtocolError("a reply that is no outcome")
    match reply["outcome"]:
        case protocol.RETURNED if "value" in reply:
            changed = reply.get("changed")
            named = changed if type(changed) is list else []
            return Returned(reply["value"], tuple(filter(_is_argument, named[:20])))
        case protocol.DEFINED:
            return Returned(None, ())
        case protocol.RAISED:
            return Raised(
                _word(reply.get("type")),
                _text(reply.get("message"))[: protocol.MAX_MESSAGE],
                tuple(_places(reply.get("frames"))),
            )
        case protocol.SIGNATURE:
            return WrongSignature(_word(reply.get("signature")))
        case protocol.UNSENDABLE:
            return Unsendable(_word(reply.get("why")))
    raise channel.ProtocolError("a reply that is no outcome")


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
    return [
        Place(frame[0], frame[1], frame[2])
        for frame in frames[: protocol.MAX_FRAMES]
        if type(frame) is list and [type(part) for part in frame] == [str, int, str]
    ]


def _word(value: Any) -> str:
    """Return a name or the like, short and on one line."""
    return " ".join(_text(value)[: wire.MAX_NAME].split())


def _text(value: Any) -> str:
    return value if type(value) is str else ""


def _described(unit: Unit) -> dict[str, Any]:
    """Return a unit as data: an array of statements is one item, however many."""
    pieces = [
        (label, source, np.array(keep, np.uint32), names)
        for label, source, keep, names in unit.pieces
    ]
    return {"names": unit.names, "pieces": pieces, "uses": unit.uses}
