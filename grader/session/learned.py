"""The calls that cases make and count, learned from those of an exercise's solution."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Any, NamedTuple, final

import pytest

from grader.course import Loops, Place
from grader.findings.growth import Growth
from grader.guest import wire
from grader.sandbox.outcome import Returned
from grader.session.bench import FILES
from grader.session.reference import ExerciseError
from grader.session.runner import Runner
from grader.session.subject import Call, Make
from grader.session.work import last

MAX_CALLS = 256
"""Calls of one function that are made at once; more are made one by one."""
MAX_SIZE = 1 << 20
"""Bytes of calls of one function that are made at once, and of all that are sent."""


class Asked(NamedTuple):
    """Calls, and calls that are counted in full: none where that is not known."""

    calls: tuple[bytes, ...]
    counts: tuple[bytes, ...]


@final
class Learned:
    """Encoded arguments of calls: what is the same for all who are judged."""

    def __init__(self) -> None:
        self.requests: dict[pytest.Item, tuple[bytes, ...]] = {}
        """The calls of each case of which they are known, in order."""
        self._asked: dict[str, Asked] = {}

    def asked(
        self,
        runner: Runner,
        place: Place,
        counting: Sequence[pytest.Item],
        items: Sequence[pytest.Item],
    ) -> Asked:
        """Return what the cases of an exercise ask of a function, each call once.

        They are run with its own solution when that is asked for first.
        """
        name = place.exercise.name
        if name not in self._asked:
            counted = self._learn(runner, place, (*counting, *items))
            known = (self.requests.get(item, ()) for item in items)
            calls = _sendable(one for some in known for one in some)
            self._asked[name] = Asked(calls, _sendable(counted))
        return self._asked[name]

    def _learn(
        self, runner: Runner, place: Place, items: Sequence[pytest.Item]
    ) -> list[bytes]:
        """Keep the calls of cases, and return those that they count."""
        name = place.exercise.name
        if not place.solution.is_file():
            return []
        try:
            function = runner.bench.reference.function(name)
        except ExerciseError:
            # A broken exercise is told of where it is met.
            return []
        listener = _Listener(function, place.exercise.loops)
        plain = {item: runner.plain(item) for item in items}
        # A case that hands over files has to make them each time.
        some = [
            item for item, case in plain.items() if case and FILES not in case.asked
        ]
        for ran in list(runner.run(some, listener)):
            requests = tuple([call.request for call in ran.calls])
            if ran.raised is None and all(requests):
                self.requests[ran.item] = requests
        return listener.counted


def _sendable(requests: Iterable[bytes]) -> tuple[bytes, ...]:
    """Return each once; nothing if it is too much to be sent at once."""
    some = tuple(dict.fromkeys(requests))
    size = sum(map(len, some))
    return some if len(some) <= MAX_CALLS and size <= MAX_SIZE else ()


@final
class _Listener:
    """The reference in the function's place: keeps what it is called with."""

    def __init__(self, function: Any, loops: Loops) -> None:
        self._function = function
        self._loops = loops
        self.calls: list[Call] = []
        self.counted: list[bytes] = []

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Keep the arguments and call the reference."""
        try:
            request = wire.join(wire.encode((args, kwargs), strict=True))
        except wire.WireError:
            request = b""
        self.calls.append(Call(args, kwargs, Returned(None, ()), "", request))
        return self._function(*args, **kwargs)

    def grow(self, unit: str, make: Make, sizes: tuple[int, ...]) -> Growth:
        """Keep the arguments that are counted in full, and count nothing."""
        most = last(self._loops, unit, sizes)
        with suppress(wire.WireError):
            for args in (make(size) for size in sizes if size != most):
                self.counted.append(wire.join(wire.encode((args, 0), strict=True)))
        return Growth(unit, (), (), {}, {})

    def close(self) -> None:
        """Nothing to give back."""
