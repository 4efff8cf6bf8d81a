"""Whether a right answer is far slower than the reference: one quick look."""

import math
import time
from contextlib import ExitStack, closing
from typing import Any, final

from grader.compare.failure import Failure
from grader.course import Course
from grader.guest import wire
from grader.sandbox.launcher import Sandbox
from grader.sandbox.outcome import Timed, TimedOut
from grader.session import inputs as growing
from grader.session.contestant import SEED, of_course
from grader.session.proxy import Submitted
from grader.session.race import made
from grader.session.reference import ExerciseError
from grader.session.runner import Runner
from grader.session.submitted import Entry
from grader.timing import SHORTEST, Slow
from grader.verdict import Exercise, Status

FACTOR = 100
"""How much larger the input is than the largest that steps are counted with."""
FAR = 20.0
"""How many times as long as the reference is worth a word."""
MAX_SECONDS = 0.3
LOOKS = 2
SOON = 0.002
"""Nobody waits for a call of fewer seconds; no need to start the reference."""
ANSWERS_SHARE = 0.7
ABOUT = 0.002
"""Seconds of calls: it has to be seen at once that a fast answer is fast."""


@final
class Stopwatch:
    """Looks at an answer that passed: what it `found` goes to the screen alone.

    In a record it would make two checks with the same seed differ.
    """

    def __init__(self, course: Course, sandbox: Sandbox) -> None:
        self.found: Slow | None = None
        self._course = course
        self._sandbox = sandbox

    def __call__(self, runner: Runner, entry: Entry, verdict: Exercise) -> None:
        """Look, unless guests are slow to start: the student is waiting."""
        if verdict.status is Status.PASSED and self._sandbox.forks:
            self.found = slowness(self._course, runner, entry, self._sandbox)


def slowness(
    course: Course, runner: Runner, entry: Entry, sandbox: Sandbox
) -> Slow | None:
    """Return how much longer than the reference an answer takes, if it is far longer.

    Looks for at most MAX_SECONDS; whatever goes wrong is no news about the answer.
    """
    ends = time.monotonic() + MAX_SECONDS
    try:
        inputs = growing.find(runner, entry.place)
        if inputs is None:
            return None
        size = FACTOR * max(inputs.sizes)
        args = made(inputs, size)
        with ExitStack() as stack:
            subjects = [
                stack.enter_context(closing(_subject(course, one, sandbox)))
                for one in (of_course(entry.place), entry)
            ]
            times, at_least = _compare(subjects[0], subjects[1], args, ends)
    except (ExerciseError, Failure, wire.WireError):
        return None
    return Slow(times, size, inputs.unit, at_least=at_least) if times > FAR else None


def _subject(course: Course, entry: Entry, sandbox: Sandbox) -> Submitted:
    unit, where = entry.unit(), entry.where
    return Submitted(sandbox, course, entry.place, unit, entry.text, SEED, where=where)


def _compare(
    reference: Submitted, answer: Submitted, args: tuple[Any, ...], ends: float
) -> tuple[float, bool]:
    """Return how many times as long as the reference `answer` takes, 0 if unknown.

    And whether it is at least that. Before it is told it is looked at again: the
    machine may have been busy with something else.
    """
    least = own = math.inf
    at_least = False
    for look in range(LOOKS):
        # The reference needs some of the time as well.
        left = max((ends - time.monotonic()) * ANSWERS_SHARE, SHORTEST)
        outcome = answer.time(args, ABOUT, left)
        if isinstance(outcome, Timed):
            own = min(own, outcome.seconds)
        elif look == 0 and isinstance(outcome, TimedOut):
            # It was waited for so long, most of which was the call.
            own, at_least = left, True
        if math.isinf(own) or own < SOON:
            return 0.0, False
        left = max(ends - time.monotonic(), SHORTEST)
        outcome = reference.time(args, ABOUT, left)
        if isinstance(outcome, Timed):
            least = min(least, outcome.seconds)
        if math.isinf(least):
            return 0.0, False
        if at_least or own <= FAR * least:
            break
    return own / max(least, SHORTEST), at_least
