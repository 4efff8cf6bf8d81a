"""One guest as the host sees it: define a submission, call it, read the outcome."""

import marshal
import time
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import islice
from typing import Any, NamedTuple, final

from grader.guest import wire
from grader.guest.arguments import written
from grader.guest.protocol import Kind
from grader.sandbox import channel
from grader.sandbox.channel import Channel, Frame
from grader.sandbox.outcome import (
    BrokeProtocol,
    Counted,
    Ended,
    Flooded,
    Outcome,
    Returned,
    Timed,
    TimedOut,
)
from grader.sandbox.reply import UNFORESEEN, is_defined, outcomes, read, word
from grader.sandbox.unit import Job, Unit, described

MAX_ASKS = 1_000_000
MAX_REPLIES = 1 << 24
"""Bytes of replies to calls that are made together: they are there at the same time."""


class Reply(NamedTuple):
    """A reply to a call that was made ahead, as it came, and the seconds it took."""

    body: bytes
    seconds: float


class Came(NamedTuple):
    """The replies to calls of a function, and to those that were counted."""

    calls: list[Reply]
    counts: list[Reply]
    loaded: bytes
    """What loading it took, as it came; empty if that was not told."""


class Answer(NamedTuple):
    """What a call came to, and what it printed."""

    outcome: Outcome
    stdout: str


Helper = Callable[[int, memoryview, float], memoryview]
"""Answers what the guest asks: from the function's index, its encoded arguments and
the seconds left, to the encoded outcome. May raise what a channel raises."""


End = Callable[[bool], int | None]
"""Stops a guest's process; if that is waited for, returns its exit status, if known."""


@final
class Guest:
    """A sandboxed process that holds one submission, stopped by `end`."""

    def __init__(self, wires: Channel, end: End) -> None:
        self._channel = wires
        self._end = end
        self.held = 0
        """How many functions it has been given."""
        self.ended = False

    def define(
        self,
        units: list[Unit],
        ask: tuple[str, ...],
        seed: int,
        seconds: float,
        helper: Helper | None = None,
        *,
        count: bool = False,
    ) -> tuple[list[str], Answer]:
        """Run the sources of `units`; names in `ask` are supplied by the host.

        Returns for each unit "callable", "missing" or the type that its name has,
        empty if a source raised. For later counts it has to `count` from here on.
        """
        request = {
            "units": list(map(described, units)),
            "ask": ask,
            "seed": seed,
            "count": count,
        }
        buffers: wire.Buffers = [marshal.dumps(request)]
        body, answer = self._ask(Kind.DEFINE, 0, buffers, seconds, helper)
        if isinstance(answer.outcome, Counted if count else Returned):
            found = body.get("found")
            if isinstance(found, list) and len(found) == len(units):
                self.held += len(units)
                return [word(kind) for kind in found], answer
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

    def count(
        self,
        index: int,
        args: tuple[Any, ...],
        seconds: float,
        helper: Helper | None = None,
        *,
        enough: int = 0,
    ) -> Answer:
        """Call the function of unit `index` for its steps; else like `call`.

        If it takes `enough` of them the rest is not counted.
        """
        buffers = wire.encode((args, enough), strict=True)
        return self._ask(Kind.COUNT, index, buffers, seconds, helper)[1]

    def time(
        self,
        index: int,
        args: tuple[Any, ...],
        about: float,
        seconds: float,
        helper: Helper | None = None,
    ) -> Answer:
        """Call the function of unit `index` for `about` so many seconds together.

        A slow function is called once. `seconds` are the deadline of it all, and no
        call can have taken longer; else like `call`.
        """
        buffers = wire.encode((args, about), strict=True)
        answer = self._ask(Kind.TIME, index, buffers, seconds, helper)[1]
        if isinstance(answer.outcome, Timed) and answer.outcome.seconds > seconds:
            self.end()
            return Answer(BrokeProtocol("a time that cannot be"), answer.stdout)
        return answer

    def calls(
        self,
        jobs: Sequence[Job],
        ask: tuple[str, ...],
        seed: int,
        seconds: float,
        helper: Helper | None = None,
    ) -> list[Came]:
        """Define functions, and make and count calls of each that were encoded before.

        Returns for each the replies as they came. For functions that print nothing and
        remember nothing. Each call has so many `seconds`. After what no such function
        does the guest is ended, and there are fewer replies than calls, none if it
        printed.
        """
        wires = self._channel
        wires.start(seconds)
        expected = sum(job.replies for job in jobs)
        request = {
            "units": [described(job.unit) for job in jobs],
            "requests": [_written(job.calls) for job in jobs],
            "counts": [job.counts for job in jobs],
            "ask": ask,
            "seed": seed,
        }
        came: list[Reply] = []
        try:
            nonce = wires.send(Kind.CALLS, 0, [marshal.dumps(request)])
            size = 0
            while len(came) < expected:
                started = time.perf_counter()
                frame = self._reply(nonce, helper)
                took = time.perf_counter() - started
                some = outcomes(frame.body, expected - len(came))
                came += [Reply(one, took / len(some)) for one in some]
                size += len(frame.body)
                if size > MAX_REPLIES:
                    raise channel.FloodError
                wires.prolong(seconds)
        except (*channel.BROKEN, wire.WireError, *UNFORESEEN):
            self.end()
        if wires.printed():
            self.end()
            came.clear()
        return self._sorted(jobs, came)

    def _sorted(self, jobs: Sequence[Job], came: list[Reply]) -> list[Came]:
        """Return for each job its replies, none if its function is not there."""
        found: list[Came] = []
        left = iter(came)
        for job in jobs:
            some = list(islice(left, job.replies))
            if not (some and is_defined(some[0].body)):
                # Those after it have other numbers than they should.
                self.end()
                some = []
            calls, counts = some[1 : 1 + len(job.calls)], some[1 + len(job.calls) :]
            loaded = counts[0].body if counts else b""
            found.append(Came(calls, counts[1:], loaded))
        self.held += len(jobs)
        return found

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

    def end(self, *, wait: bool = False) -> int | None:
        """End the guest's process and everything it started.

        Only if that is waited for the exit status is returned, None if unknown.
        """
        if self.ended:
            return None
        self.ended = True
        status = self._end(wait)
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
            outcome = read(reply, kind)
        except channel.ClosedError:
            printed = wires.printed()
            return {}, Answer(Ended(self.end(wait=True)), printed)
        except channel.DeadlineError:
            outcome = TimedOut(seconds)
        except channel.FloodError:
            outcome = Flooded(channel.MAX_OUTPUT)
        except (channel.ProtocolError, wire.WireError) as error:
            outcome = BrokeProtocol(str(error))
        except UNFORESEEN as error:
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


# A class is asked for the same, submission after submission.
@lru_cache(maxsize=64)
def _written(calls: tuple[bytes, ...]) -> bytes:
    return written(calls)
