"""Calls made ahead, for functions that are proved to do nothing but compute.

What such a function returns depends on its arguments alone. So the functions of one
submission, and the calls of all their cases, go to one guest at once: none of them can
leave anything behind. What a case makes of the replies depends on the replies alone:
where they are the same to the byte, so is what came of it.
"""

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple, final

import pytest

from grader.compare.failure import Failure
from grader.course import Course, Place
from grader.errors import GraderError
from grader.findings.proof import Proof, prove
from grader.sandbox.grants import hold
from grader.sandbox.guest import Guest
from grader.sandbox.launcher import Sandbox
from grader.sandbox.outcome import Returned
from grader.sandbox.unit import Job
from grader.session.bench import case_id
from grader.session.divided import divided
from grader.session.helper import Helper
from grader.session.learned import MAX_SIZE, Asked, Learned
from grader.session.made import NOTHING, Made, Replies
from grader.session.passing import Passing
from grader.session.proxy import Submitted
from grader.session.raising import Raising
from grader.session.reference import ExerciseError
from grader.session.runner import Ran, Runner
from grader.session.submitted import Entry
from grader.verdict import Exercise

MAX_KEPT = 64
"""Outcomes kept of a case."""
MAX_REPLIES = 1 << 16
"""Bytes of replies of which an outcome is kept."""


class _Sent(NamedTuple):
    """A function that only computes, and what is asked of it."""

    entry: Entry
    asked: Asked

    @property
    def seconds(self) -> float:
        """What a call may take."""
        return self.entry.place.exercise.timeout


@final
class Ahead:
    """Knows the calls of cases, and what came of cases whose calls came to the same."""

    def __init__(self, sandbox: Sandbox, course: Course, seed: int) -> None:
        self._sandbox = sandbox
        self._course = course
        self._seed = seed
        self._proofs: dict[str, tuple[Entry, Proof]] = {}
        self._made: dict[str, Made] = {}
        self._later: dict[str, _Sent] = {}
        self._learned = Learned()
        self._kept: dict[pytest.Item, OrderedDict[tuple[bytes, ...], Ran]] = {}
        self._passing = Passing()
        self._raising = Raising()
        self._recalled: set[str] = set()
        self._guest: Guest | None = None

    def close(self) -> None:
        """End the guest: the next submission has another one."""
        self._proofs.clear()
        self._made.clear()
        self._recalled.clear()
        self._later.clear()
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
        counting: Sequence[pytest.Item],
        items: Sequence[pytest.Item],
        subject: Submitted,
    ) -> list[Ran]:
        """Run cases, those that count first; what came to the same before is known."""
        name = place.exercise.name
        if name in self._later:
            self._make([self._later.pop(name)])
        subject.made = self._made.get(name, NOTHING)
        ran = list(runner.run(counting, subject))
        found = {item: self._recall(item, subject.made.calls) for item in items}
        if None not in found.values():
            self._recalled.add(name)
        return ran + self._run(runner, found, subject)

    def _run(
        self,
        runner: Runner,
        known: dict[pytest.Item, Ran | None],
        subject: Submitted,
    ) -> list[Ran]:
        """Run cases of which it is not known what comes of them."""
        replies = subject.made.calls
        for item, ran in known.items():
            if ran is None:
                known[item] = self._raising.ran(item, subject)
        subject.asked = 0
        left = [item for item, ran in known.items() if ran is None]
        for ran in runner.run(left, subject):
            # What came of another call, or of none that was let through, is not kept.
            if ran.calls and subject.asked == 0:
                self._keep(ran, replies)
                self._raising.keep(runner.plain(ran.item), ran, self._learned.requests)
            known[ran.item] = ran
            subject.asked = 0
        return [ran for ran in known.values() if ran is not None]

    def passed(self, entry: Entry) -> Exercise | None:
        """Return the record of an answer whose calls came to what passed before."""
        name = entry.place.exercise.name
        made = self._made.get(name)
        if made is None or entry.findings:
            return None
        return self._passing.record(name, made.calls)

    def keep(self, record: Exercise, ran: Sequence[Ran]) -> None:
        """Keep the record of an answer, if all its cases were known by their calls."""
        if record.name in self._recalled:
            calls = {
                case_id(one.item, self._course): self._learned.requests[one.item]
                for one in ran
                if one.item in self._learned.requests
            }
            self._passing.keep(record, calls, self._made[record.name].calls)

    def proof(self, entry: Entry) -> Proof:
        """Return what is proved of an answer; that is looked at once."""
        name = entry.place.exercise.name
        known = self._proofs.get(name)
        if known is None or known[0] is not entry:
            known = self._proofs[name] = (entry, proved(entry))
        return known[1]

    def prepare(self, runner: Runner, answers: Iterable[Entry]) -> None:
        """Make the calls of all answers of a submission that only compute, at once.

        What goes through a loop may not end: it is called when it is judged, so that
        it takes nobody else's time.
        """
        self._made.clear()
        self._recalled.clear()
        self._later.clear()
        runner.bench.sandbox = self._sandbox
        some = []
        for entry in answers:
            # What is wrong with an exercise, or with the sandbox, its verdict tells.
            with suppress(ExerciseError, GraderError):
                hold(entry.place.exercise)
                counting, items = divided(runner, entry.place)
                proof = self.proof(entry)
                if not proof:
                    continue
                asked = self._learned.asked(runner, entry.place, counting, items)
                if asked.calls and proof is Proof.STRAIGHT:
                    some.append(_Sent(entry, asked._replace(counts=())))
                elif asked.calls:
                    self._later[entry.place.exercise.name] = _Sent(entry, asked)
        with suppress(GraderError):
            for together in _parcels(some):
                self._make(together)

    def _make(self, together: Sequence[_Sent]) -> None:
        """Define functions, make their calls and keep the replies."""
        units = [one.entry.unit() for one in together]
        ask = tuple(dict.fromkeys(name for unit in units for name in unit.uses))
        jobs = [
            Job(unit, one.asked.calls, one.asked.counts)
            for unit, one in zip(units, together, strict=True)
        ]
        helper = Helper(self._sandbox, self._course, ask, self._seed)
        try:
            came = self.guest().calls(
                jobs, ask, self._seed, together[0].seconds, helper.answer
            )
        finally:
            helper.close()
        for one, its in zip(together, came, strict=True):
            self._made[one.entry.place.exercise.name] = Made(
                dict(zip(one.asked.calls, its.calls, strict=False)),
                dict(zip(one.asked.counts, its.counts, strict=False)),
                its.loaded,
            )

    def _recall(self, item: pytest.Item, replies: Replies) -> Ran | None:
        """Return what comes of a case with these replies, if that is known."""
        kept = self._kept.get(item)
        if kept is None:
            return None
        requests = self._learned.requests[item]
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
        known = self._learned.requests.get(ran.item)
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


def proved(entry: Entry) -> Proof:
    """Return what is proved of an answer."""
    assert entry.extract is not None  # noqa: S101 - only answers are judged
    return prove(entry.extract, entry.supplied)


def _parcels(some: Iterable[_Sent]) -> Iterator[list[_Sent]]:
    """Yield functions to be sent together: with the same time limit, and not much."""
    together: list[_Sent] = []
    size = 0
    for one in some:
        its = sum(map(len, one.asked.calls))
        if together and (size + its > MAX_SIZE or one.seconds != together[0].seconds):
            yield together
            together, size = [], 0
        together.append(one)
        size += its
    if together:
        yield together
