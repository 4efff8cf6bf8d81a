"""The student's function as cases call it: in a guest, a fresh one when it was lost."""

import os
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, final

from grader.compare.failure import Failure, Rung
from grader.compare.sentences import no_function
from grader.course import Course, Place
from grader.errors import GraderError
from grader.feedback.call import brief, shapes, written
from grader.feedback.outcomes import Place as Where
from grader.feedback.outcomes import failure
from grader.findings.growth import Growth
from grader.guest import wire
from grader.language import say
from grader.sandbox.guest import Guest
from grader.sandbox.launcher import Sandbox
from grader.sandbox.outcome import (
    ENDS_GUEST,
    Counted,
    Ended,
    Outcome,
    Raised,
    Returned,
    TimedOut,
)
from grader.sandbox.unit import Unit
from grader.session.helper import Helper
from grader.session.made import NOTHING
from grader.session.reference import ExerciseError
from grader.session.subject import Call, Make
from grader.session.work import Work, last
from grader.spot import Spot
from grader.verdict import CaseStatus

# After so many time-outs the rest of the cases is not run. Counted, not timed: the
# same answer gets the same words on a slow machine.
MAX_TIMED_OUT = 2
# Slow calls that end in time may take this many time-outs together.
PATIENCE = 10


@final
class Submitted:
    """A submission's function, called in a guest; a fresh one when it was lost.

    What it uses the host supplies, unless the guest `holds` it: the course's own
    answers are trusted with references, a student's code never is. A function that is
    proved to only compute may be in a guest that is `shared` with others of its kind.
    """

    def __init__(
        self,
        sandbox: Sandbox,
        course: Course,
        place: Place,
        unit: Unit,
        line: Callable[[str, int], str],
        seed: int,
        *,
        holds: Sequence[Unit] = (),
        where: Where = Spot,
        absent: Mapping[str, str] = MappingProxyType({}),
        names: Callable[[], Collection[str]] = tuple,
        shared: Callable[[], Guest] | None = None,
    ) -> None:
        self.calls: list[Call] = []
        self._sandbox = sandbox
        self._course = course
        self._place = place
        self._unit = unit
        self._units = [*holds, unit]
        self._index = 0
        self._shared = shared
        self._told = partial(
            failure, line=line, place=where, absent=absent, names=cache(names)
        )
        self._seed = seed
        self._guest: Guest | None = None
        self._broken: Failure | None = None
        self._helper = Helper(sandbox, course, unit.uses, seed)
        self.work = Work()
        self._counts = False
        self._loaded = False
        self.made = NOTHING
        """Ahead of its cases, which find it here."""
        self.asked = 0
        """How many calls had no reply that was there before."""
        self._timed_out = 0
        self._left = PATIENCE * place.exercise.timeout

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Call the student's function in the guest and return its value.

        Raises Failure for whatever else comes of it.
        """
        try:
            known = self._known(args, kwargs) if self.made.calls else None
        except wire.WireError as error:
            raise ExerciseError(f"A case calls it with {error}.") from None
        if known is not None:
            return self.value(known)
        self.asked += 1
        seconds = self._place.exercise.timeout
        if self._timed_out >= MAX_TIMED_OUT or self._left <= 0:
            raise Failure(
                say("Not run: the cases before it took too long."),
                status=CaseStatus.TIMED_OUT,
            )
        started = time.monotonic()
        try:
            guest = self._ready(args, kwargs)
            # It counts no more after a call.
            self._counts = False
            answer = guest.call(self._index, args, kwargs, seconds, self._helper.answer)
        except wire.WireError as error:
            raise ExerciseError(f"A case calls it with {error}.") from None
        finally:
            self._left -= time.monotonic() - started
        self._survive(answer.outcome)
        return self.value(Call(args, kwargs, answer.outcome, answer.stdout))

    def _known(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Call | None:
        """Return a call that was made ahead, None if it was not."""
        request = wire.join(wire.encode((args, kwargs), strict=True))
        outcome = self.made.call(request)
        return None if outcome is None else Call(args, kwargs, outcome, "", request)

    def grow(self, unit: str, make: Make, sizes: tuple[int, ...]) -> Growth:
        """Count what calls of the student's function take.

        In a guest that was not called before, if it is the first that is asked for.
        Raises Failure for a function that hangs or does not load: it is not counted.
        """
        if self._broken is not None:
            raise self._broken
        if self._timed_out:
            raise Failure(say("Not counted: a call of it took too long."))
        inputs = ((size, make(size)) for size in sizes)
        most = last(self._place.exercise.loops, unit, sizes)
        return self.work.grow(unit, inputs, self._count, most)

    def time(self, args: tuple[Any, ...], about: float, seconds: float) -> Outcome:
        """Time calls of the student's function; see Guest.time.

        Raises Failure if it does not load, WireError for arguments that are too large.
        """
        guest = self._ready(args, {})
        outcome = guest.time(
            self._index, args, about, seconds, self._helper.answer
        ).outcome
        if isinstance(outcome, ENDS_GUEST):
            self._guest = None
        return outcome

    def close(self) -> None:
        """End the guests and their helper."""
        self._let_go()
        self._helper.close()

    def _let_go(self) -> None:
        """Have no guest any more; one that is shared goes on."""
        if self._guest is not None and self._shared is None:
            self._guest.end()
        self._guest = None

    def _counted(self, args: tuple[Any, ...], enough: int) -> Outcome | None:
        """Return what was counted ahead, None if that was not."""
        request = wire.join(wire.encode((args, enough), strict=True))
        outcome = self.made.count(request)
        if outcome is not None and not self._loaded:
            loaded = self.made.loaded()
            if not isinstance(loaded, Counted):
                return None
            self.work.loaded(loaded)
            self._loaded = True
        return outcome

    def _count(self, args: tuple[Any, ...], enough: int) -> Outcome:
        asked = (self._place.exercise.timeout, self._helper.answer)
        try:
            known = self._counted(args, enough) if self.made.counts else None
            if known is not None:
                return known
            guest = self._ready(args, {}, count=True)
            outcome = guest.count(self._index, args, *asked, enough=enough).outcome
        except wire.WireError as error:
            raise ExerciseError(f"A case calls it with {error}.") from None
        self._survive(outcome)
        return outcome

    def _survive(self, outcome: Outcome) -> None:
        """Go on without a guest that this outcome ended."""
        if isinstance(outcome, Ended) and outcome.status is None:
            # No guest can do that: the sandbox is gone, and its keeper with it.
            raise GraderError(say("The sandbox was lost while it ran the code."))
        if isinstance(outcome, ENDS_GUEST):
            self._guest = None
            self._timed_out += isinstance(outcome, TimedOut)

    def _ready(
        self, args: tuple[Any, ...], kwargs: dict[str, Any], *, count: bool = False
    ) -> Guest:
        """Return a guest that holds the submission, and counts if that is asked for."""
        if self._broken is not None:
            raise self._broken
        # One that is shared may have been lost to calls that were made ahead.
        if self._guest is not None and self._guest.ended:
            self._guest = None
        if self._guest is not None and (self._counts or not count):
            return self._guest
        self._let_go()
        guest = (self._shared or self._sandbox.guest)()
        first = guest.held
        # What counts is defined twice.
        seconds = self._place.exercise.timeout * (2 if count else 1)
        found, answer = guest.define(
            self._units,
            () if len(self._units) > 1 else self._unit.uses,
            self._seed,
            seconds,
            self._helper.answer,
            count=count,
        )
        if found and set(found) == {"callable"}:
            self._guest, self._counts = guest, count
            self._index = first + len(self._units) - 1
            if isinstance(answer.outcome, Counted):
                self.work.loaded(answer.outcome)
            return guest
        guest.end()
        name = self._unit.names[0]
        if not found:
            self._broken = self._told(
                answer.outcome, name, say("the file, when it is loaded,"), []
            )
        elif found[-1] == "missing":
            self._broken = Failure(
                say("The file does not define `{name}` when it is loaded.").format(
                    name=name
                ),
                rung=Rung.FOUND,
            )
        else:
            self._broken = no_function(name, found[-1][:40])
        self.calls.append(Call(args, kwargs, answer.outcome, answer.stdout))
        raise self._broken

    def value(self, call: Call) -> Any:
        """Return what a call returned; raises Failure for whatever else it came to."""
        self.calls.append(call)
        outcome = call.outcome
        if isinstance(outcome, Returned):
            return outcome.value
        name = self._unit.names[0]
        called = written(name, call.args, call.kwargs, self._brief)
        failed = self._told(outcome, name, called, shapes(call.args, call.kwargs))
        if isinstance(outcome, Raised):
            # Of a call only: what is raised while the file is loaded refuses nothing.
            failed.raised = outcome.type
        raise failed

    def _brief(self, value: Any) -> str:
        if isinstance(value, str) and self._place.exercise.files:
            # The folder is another one in each run, and too long to be read.
            folder = str(self._sandbox.files) + os.sep
            value = Path(value).name if value.startswith(folder) else value
        return brief(value)
