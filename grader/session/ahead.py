"""Calls made ahead, for functions that are proved to do nothing but compute.

What such a function returns depends on its arguments alone. So the calls of all cases
go to a guest at once, and the functions of one submission share the guest: none of
them can leave anything behind. What a case makes of the replies depends on the replies
alone: where they are the same to the byte, so is what came of it.
"""

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from typing import Any, final

import pytest

from grader.compare.failure import Failure
from grader.course import Place
from grader.findings.growth import Growth
from grader.guest import wire
from grader.guest.protocol import MAX_CALLS
from grader.sandbox.guest import Guest
from grader.sandbox.launcher import Sandbox
from grader.sandbox.outcome import Returned
from grader.session.bench import FILES
from grader.session.proxy import Replies, Submitted
from grader.session.reference import ExerciseError
from grader.session.runner import Ran, Runner
from grader.session.subject import Call, Make

MAX_SIZE = 1 << 20
"""Bytes of calls that are sent at once; larger ones are made one by one."""
MAX_KEPT = 64
"""Outcomes kept of a case."""
MAX_REPLIES = 1 << 16
"""Bytes of replies of which an outcome is kept."""


@final
class Ahead:
    """Knows the calls of cases, and what came of cases whose calls came to the same."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        self._requests: dict[pytest.Item, tuple[bytes, ...]] = {}
        self._learned: set[Place] = set()
        self._kept: dict[pytest.Item, OrderedDict[tuple[bytes, ...], Ran]] = {}
        self._guest: Guest | None = None

    def close(self) -> None:
        """End the guest: the next submission has another one."""
        if self._guest is not None:
            self._guest.end()
            self._guest = None

    def guest(self) -> Guest:
        """Return the guest of the submission at hand, a fresh one if it was lost."""
        if self._guest is None or self._guest.ended:
            self._guest = self._sandbox.guest()
        return self._guest

    def run(
        self,
        runner: Runner,
        place: Place,
        items: Sequence[pytest.Item],
        subject: Submitted,
    ) -> list[Ran]:
        """Run cases; those that came to the same before are known already."""
        replies = subject.ahead(self._all(runner, place, items))
        known = {item: self._recall(item, replies) for item in items}
        subject.asked = 0
        left = [item for item, ran in known.items() if ran is None]
        for ran in runner.run(left, subject):
            # What came of another call, or of none that was let through, is not kept.
            if ran.calls and subject.asked == 0:
                self._keep(ran, replies)
            known[ran.item] = ran
            subject.asked = 0
        return [ran for ran in known.values() if ran is not None]

    def _all(
        self, runner: Runner, place: Place, items: Sequence[pytest.Item]
    ) -> list[bytes]:
        """Return the calls that cases of an exercise make, each once.

        Nothing if that is not known, or too much to be sent at once.
        """
        self._learn(runner, place, items)
        known = (self._requests.get(item, ()) for item in items)
        requests = list(dict.fromkeys(one for some in known for one in some))
        size = sum(map(len, requests))
        return requests if len(requests) <= MAX_CALLS and size <= MAX_SIZE else []

    def _recall(self, item: pytest.Item, replies: Replies) -> Ran | None:
        """Return what comes of a case with these replies, if that is known."""
        kept = self._kept.get(item)
        if kept is None:
            return None
        requests = self._requests[item]
        its = [replies[one] for one in requests if one in replies]
        if len(its) < len(requests):
            return None
        # A case that fails may make fewer calls.
        for count in range(len(its), 0, -1):
            key = tuple([one.body for one in its[:count]])
            ran = kept.get(key)
            if ran is not None:
                kept.move_to_end(key)
                took = sum(one.seconds for one in its[:count])
                return ran._replace(seconds=took)
        return None

    def _keep(self, ran: Ran, replies: Replies) -> None:
        """Keep what came of a case, if all of it came of these replies."""
        requests = tuple([call.request for call in ran.calls])
        known = self._requests.get(ran.item)
        if known is None or requests != known[: len(requests)]:
            return
        if not all(isinstance(call.outcome, Returned) for call in ran.calls):
            # Its words are about lines and names of one submission.
            return
        if not isinstance(ran.raised, Failure | AssertionError | None):
            return
        key = tuple([replies[one].body for one in requests])
        if sum(map(len, key)) > MAX_REPLIES:
            return
        if ran.raised is not None:
            # It holds whatever the case had in hand.
            ran.raised.__traceback__ = None
        kept = self._kept.setdefault(ran.item, OrderedDict())
        kept[key] = ran
        if len(kept) > MAX_KEPT:
            kept.popitem(last=False)

    def _learn(
        self, runner: Runner, place: Place, items: Iterable[pytest.Item]
    ) -> None:
        """Learn the calls of an exercise's cases, from those of its own solution."""
        if place in self._learned or not place.solution.is_file():
            return
        self._learned.add(place)
        try:
            function = runner.bench.reference.function(place.exercise.name)
        except ExerciseError:
            # A broken exercise is told of where it is met.
            return
        listener = _Listener(function)
        plain = {item: runner.plain(item) for item in items}
        # A case that hands over files has to make them each time.
        some = [
            item for item, case in plain.items() if case and FILES not in case.asked
        ]
        for ran in list(runner.run(some, listener)):
            requests = tuple([call.request for call in ran.calls])
            if ran.raised is None and all(requests):
                self._requests[ran.item] = requests


@final
class _Listener:
    """The reference in the function's place: keeps what it is called with."""

    def __init__(self, function: Any) -> None:
        self._function = function
        self.calls: list[Call] = []

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Keep the arguments and call the reference."""
        try:
            request = wire.join(wire.encode((args, kwargs), strict=True))
        except wire.WireError:
            request = b""
        self.calls.append(Call(args, kwargs, Returned(None, ()), "", request))
        return self._function(*args, **kwargs)

    def grow(self, _unit: str, _make: Make, _sizes: tuple[int, ...]) -> Growth:
        """Refuse: no step is counted of what is proved."""
        raise ExerciseError("A case that counts steps is not marked `steps`.")

    def close(self) -> None:
        """Nothing to give back."""
