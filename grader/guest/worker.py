"""The guest's work: define the submission, answer calls, ask for what is supplied."""

import contextlib
import gc
import marshal
import os
import socket
import sys
import types
from collections.abc import Callable
from functools import partial
from time import perf_counter
from typing import Any, NoReturn, final

from . import arguments, counted, protocol, wire
from .arguments import Arguments
from .clock import Clock
from .connection import Connection
from .definition import define, reseed
from .notices import Notices
from .protocol import Kind
from .raised import exception, raised, signature
from .sites import Watch
from .steps import Count, Steps

# Of nearly every reply all but the value is the same.
_RETURNED = wire.Head({"outcome": protocol.RETURNED}, "value")


@final
class Worker:
    """Holds the functions of one submission and calls them on request."""

    def __init__(self) -> None:
        self.connection = Connection()
        self.functions: list[Any] = []
        self.watched: dict[int, Any] = {}
        self.watch: Watch | None = None
        self.counting: Count | None = None
        self.seed = 0
        self.chance = True
        """Functions may make use of it."""
        self.labels: set[str] = set()
        self.notices = Notices(self.labels)
        self.clock = Clock()

    def serve(self, connection: socket.socket) -> NoReturn:
        """Answer frames until the host closes the wire."""
        self.connection.begin(connection)
        while True:
            self.answer()

    def answer(self) -> None:
        """Answer the next request."""
        kind, index, nonce, body = self.connection.receive()
        if kind == Kind.CALLS:
            self._calls(nonce, body)
            return
        if kind == Kind.DEFINE:
            outcome = self._guarded(partial(self.define, body))
        elif kind == Kind.COUNT:
            outcome = self._guarded(partial(self.count, index, body))
        elif kind == Kind.TIME:
            outcome = self._guarded(partial(self._time, index, body))
        else:
            outcome = self._guarded(partial(self.call, index, body))
        self._flush()
        self.connection.send(Kind.REPLY, 0, nonce, self._encoded(outcome))

    def _calls(self, nonce: int, body: memoryview) -> None:
        """Define one function after the other and call it; send what comes of it."""
        request = marshal.loads(body)  # noqa: S302 - the host's
        provided = self._provided(request)
        # What only computes knows of no chance: it is set once, for all of it.
        reseed(self.seed)
        self.chance = False
        parts = request["units"], request["requests"], request["counts"]
        for unit, calls, counts in zip(*parts, strict=True):
            index = len(self.functions)
            self._keep(nonce, partial(self._load, [unit], provided))
            with self.notices:
                for given in arguments.read(calls):
                    self._keep(nonce, partial(self._call, index, given))
            if counts:
                self._keep(
                    nonce, partial(self._define_watched, [unit], provided, index)
                )
            for one in counts:
                again = memoryview(bytearray(one))
                self._keep(nonce, partial(self.count, index, again))
            self.watched.clear()
        self.chance = True
        self._flush()
        self.connection.reply(nonce)

    def _keep(self, nonce: int, work: Callable[[], dict[str, Any]]) -> None:
        """Do the work and have its outcome sent with the next reply."""
        outcome = self._guarded(work)
        # The same value is the same reply, whatever it took.
        outcome.pop("seconds", None)
        self.connection.keep(wire.join(self._encoded(outcome)), nonce)

    def _guarded(self, work: Callable[[], dict[str, Any]]) -> dict[str, Any]:
        """Do the work; whatever student code raises becomes an outcome."""
        try:
            return work()
        except BaseException as error:  # noqa: BLE001 - SystemExit and all
            return raised(error, self.labels)

    def _encoded(self, outcome: dict[str, Any]) -> wire.Buffers:
        try:
            if len(outcome) == 2 and "value" in outcome:
                return _RETURNED.encode(outcome["value"])
            return wire.encode(outcome)
        except wire.WireError as error:
            why = str(error)
        except BaseException as error:  # noqa: BLE001 - memory, hostile types
            why = f"its content could not be read ({wire.type_name(error)})"
        return wire.encode({"outcome": protocol.UNSENDABLE, "why": why})

    @staticmethod
    def _flush() -> None:
        # Student code may have replaced, closed or broken the streams.
        for stream in (sys.__stdout__, sys.stdout):
            try:
                stream.flush()  # type: ignore[union-attr]
            except BaseException:  # noqa: BLE001, S112 - what was printed is lost
                continue

    def define(self, body: memoryview) -> dict[str, Any]:
        """Load what the encoded request describes; return the outcome as data."""
        request = marshal.loads(body)  # noqa: S302 - the host's
        units = request["units"]
        provided = self._provided(request)
        if not request["count"]:
            return self._load(units, provided)
        outcome = self._define_watched(units, provided, len(self.functions))
        return outcome | self._load(units, provided)

    def _define_watched(
        self, units: list[dict[str, Any]], provided: dict[str, Any], first: int
    ) -> dict[str, Any]:
        """Define copies of functions, the `first` of this number, that are watched."""
        watch = self.watch = Watch()
        # Steps of loading are not asked for: an import takes any number of them.
        count = self._watched(
            Steps(0, {}, noticed=False),
            lambda: self.watched.update(
                enumerate(define(units, provided, watch), first)
            ),
        )
        return {"outcome": protocol.DEFINED, "count": count}

    def _provided(self, request: dict[str, Any]) -> dict[str, Any]:
        """Return what functions that are to be defined are supplied with."""
        self.seed = request["seed"]
        self.labels.update(
            piece[0] for unit in request["units"] for piece in unit["pieces"]
        )
        return {
            name: self._stand_in(index, name)
            for index, name in enumerate(request["ask"])
        }

    def _load(
        self, units: list[dict[str, Any]], provided: dict[str, Any]
    ) -> dict[str, Any]:
        """Define functions; return for each whether it is there."""
        self._reseed()
        functions = define(units, provided)
        self.functions += functions
        found = [
            "missing" if function is None else _kind(function) for function in functions
        ]
        return {"outcome": protocol.DEFINED, "found": found}

    def _stand_in(self, index: int, name: str) -> Callable[..., Any]:
        def supplied(*args: Any, **kwargs: Any) -> Any:
            started = perf_counter()
            ask = partial(self._ask, index, args, kwargs)
            outcome = self.counting.uncounted(ask) if self.counting else ask()
            # What is supplied counts with its own time, not with the way there.
            inside = outcome.get("seconds", 0.0)
            self.clock.on_the_way += perf_counter() - started - inside
            if outcome["outcome"] == protocol.RETURNED:
                return outcome["value"]
            raise exception(outcome, name)

        supplied.__name__ = supplied.__qualname__ = name
        return supplied

    def _ask(
        self, index: int, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> dict[str, Any]:
        nonce = int.from_bytes(os.urandom(8), "little")
        request = wire.encode((args, kwargs))
        self.connection.send(Kind.ASK, index, nonce, request)
        *_, body = self.connection.receive()
        outcome: dict[str, Any] = wire.decode(body)
        return outcome

    def call(self, index: int, body: memoryview) -> dict[str, Any]:
        """Call function `index` with encoded arguments; return the outcome."""
        with self.notices:
            return self._call(index, arguments.decoded(body))

    def _call(self, index: int, given: Arguments) -> dict[str, Any]:
        """Call it where warnings are noticed."""
        self.notices.renew()
        self._forget_watched()
        function = self.functions[index]
        args, kwargs = given.args, given.kwargs
        try:
            started = perf_counter()
            value = function(*args, **kwargs)
            seconds = perf_counter() - started
        except TypeError as error:
            # Raised at the call itself and not inside: the arguments do not fit.
            raised_here = error.__traceback__ and error.__traceback__.tb_next is None
            if raised_here and type(function) is types.FunctionType:
                return {
                    "outcome": protocol.SIGNATURE,
                    "signature": signature(function),
                }
            raise
        outcome = {"outcome": protocol.RETURNED, "value": value, "seconds": seconds}
        if changed := given.changed():
            outcome["changed"] = changed
        if noted := self.notices.taken():
            outcome["noted"] = noted
        return outcome

    def count(self, index: int, body: memoryview) -> dict[str, Any]:
        """Call function `index` twice, counted and watched; return what was seen.

        `body` is (arguments, the steps from which on it need not be counted, or 0).
        """
        encoded = bytes(body)
        args, enough = wire.decode(body)
        again, _ = wire.decode(memoryview(bytearray(encoded)))
        self._reseed()
        steps = self._steps(lambda: self.functions[index](*args), enough)
        count = self._watched(steps, lambda: self.watched[index](*again))
        # The calls that follow find it as if this one had not been.
        self._reseed()
        return {"outcome": protocol.COUNTED, "count": count}

    def _reseed(self) -> None:
        if self.chance:
            reseed(self.seed)

    def _forget_watched(self) -> None:
        """Leave one copy of the submission only: nothing is counted after a call."""
        if self.watched:
            self.watched.clear()
            gc.collect()

    def _time(self, index: int, body: memoryview) -> dict[str, Any]:
        seconds = self.clock.fastest(self.functions[index], body)
        return {"outcome": protocol.TIMED, "seconds": seconds}

    def _steps(self, work: Callable[[], Any], enough: int) -> Steps:
        """Do the work and return the steps it takes."""
        self.counting = Count(self.labels, enough)
        try:
            return self.counting.run(work)[1]
        finally:
            self.counting = None

    def _watched(self, steps: Steps, work: Callable[[], Any]) -> bytes:
        """Do the work watched; return what was seen, and the steps it took before."""
        self._reseed()
        assert self.watch is not None  # noqa: S101 - counting was asked for
        seen = False
        # What went wrong here only was not watched to its end.
        with contextlib.suppress(BaseException):
            work()
            seen = True
        noticed = steps.noticed or not seen
        return counted.written(steps, self.watch.taken(), noticed=noticed)


def _kind(value: Any) -> str:
    return "callable" if callable(value) else wire.type_name(value)
