"""One runner of a race: a function in a guest of its own, and what its calls took."""

import math
import time
from typing import Any, final

from grader.course import Course, Place
from grader.feedback.outcomes import failure
from grader.language import say
from grader.sandbox.launcher import Sandbox
from grader.sandbox.outcome import Outcome, Raised, Timed, TimedOut
from grader.session.proxy import Submitted
from grader.session.reference import ExerciseError
from grader.session.submitted import Entry, answer
from grader.submission.files import UnreadableError
from grader.submission.source import parse
from grader.timing import Run, Who

# Inputs are made from this seed: races are repeated, not compared byte by byte.
SEED = 7
ROUNDS = 5
"""How often contestants take turns at one size: what else the machine does then slows
all of them down, and the fastest call of each is one that it did not."""
ABOUT = 0.01
"""Seconds of calls in one round."""
ENOUGH = 0.5
"""Seconds at one size after which a contestant needs no further round."""
LONG = 1.0
"""Seconds of one call after which larger sizes are not tried."""
MAX_SECONDS = 10.0


@final
class Contestant:
    """Runs for larger and larger sizes until it is too slow."""

    def __init__(
        self, who: Who, course: Course, entry: Entry, sandbox: Sandbox
    ) -> None:
        # The unit is the contestant's alone. What it uses is asked for over the wire,
        # from all contestants alike: no guest holds a reference beside student code,
        # not even one that the student has yet to find. The way there is not counted.
        self.who = who
        self.stopped = ""
        self._seconds: list[float] = []
        self._best = math.inf
        self._spent = 0.0
        self._limit = min(entry.place.exercise.timeout, MAX_SECONDS)
        self._subject = Submitted(
            sandbox,
            course,
            entry.place,
            entry.unit(),
            entry.text,
            SEED,
            where=entry.where,
        )

    def call(self, args: tuple[Any, ...]) -> Any:
        """Return what it returns; raises Failure for whatever else comes of it."""
        return self._subject(*args)

    def run(self, args: tuple[Any, ...]) -> None:
        """Time calls with these arguments once more, unless it is known by now.

        Raises WireError if they are too large.
        """
        if self.stopped or self._spent >= ENOUGH:
            return
        started = time.monotonic()
        outcome = self._subject.time(args, ABOUT, self._limit)
        self._spent += time.monotonic() - started
        if isinstance(outcome, Timed):
            self._best = min(self._best, outcome.seconds)
        else:
            self.stopped = say("stopped: {why}").format(why=_brief(outcome))

    def settle(self) -> None:
        """Take the fastest call for the size at hand; stop if it took too long."""
        best, self._best, self._spent = self._best, math.inf, 0.0
        if self.stopped:
            return
        self._seconds.append(best)
        if best > LONG:
            told = say("not run: the call before took {seconds} s")
            self.stopped = told.format(seconds=f"{best:.1f}")

    def told(self) -> Run:
        """Return what became of it."""
        return Run(self.who, tuple(self._seconds), self.stopped)

    def close(self) -> None:
        """End its guest."""
        self._subject.close()


def of_course(place: Place, *, loop: bool = False) -> Entry:
    """Return the course's own answer: the reference, or the version with a loop.

    Raises ExerciseError if it cannot be run.
    """
    path = place.slow if loop else place.solution
    shown = path.relative_to(place.base).as_posix()
    try:
        entry = answer(place, parse(path.read_bytes(), path.name), shown)
    except UnreadableError as error:
        raise ExerciseError(error.about(shown)) from None
    if entry.status is not None:
        raise ExerciseError(entry.message)
    return entry


def _brief(outcome: Outcome) -> str:
    if isinstance(outcome, TimedOut):
        told = say("a call did not end within {seconds} s")
        return told.format(seconds=f"{outcome.seconds:g}")
    if isinstance(outcome, Raised):
        return say("it raised {error}").format(error=outcome.type)
    called = say("the call")
    return failure(outcome, "it", called, [], lambda _label, _line: "").sentence
