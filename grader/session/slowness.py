"""Whether a right answer is far slower than the reference: one quick look."""

import time
from contextlib import closing
from typing import final

from grader.compare.failure import Failure
from grader.course import Course
from grader.guest import wire
from grader.sandbox.launcher import Sandbox
from grader.sandbox.outcome import Timed, TimedOut
from grader.session import inputs as growing
from grader.session.contestant import SEED, of_course
from grader.session.race import made
from grader.session.reference import ExerciseError
from grader.session.runner import Runner
from grader.session.subject import Submitted
from grader.session.submitted import Entry
from grader.timing import SHORTEST, Slow
from grader.verdict import Exercise, Status

FACTOR = 100
"""How much larger the input is than the largest that steps are counted with."""
FAR = 20.0
"""How many times as long as the reference is worth a word."""
MAX_SECONDS = 0.3
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
    taken = []
    left = MAX_SECONDS
    try:
        inputs = growing.find(runner, entry.place)
        if inputs is None:
            return None
        size = FACTOR * max(inputs.sizes)
        args = made(inputs, size)
        for one in (of_course(entry.place), entry):
            left = ends - time.monotonic()
            if left <= 0:
                return None
            subject = Submitted(sandbox, course, one.place, one.unit(), one.text, SEED)
            with closing(subject):
                taken.append(subject.time(args, ABOUT, left))
    except (ExerciseError, Failure, wire.WireError):
        return None
    reference, own = taken
    if not isinstance(reference, Timed) or not isinstance(own, Timed | TimedOut):
        return None
    # It was waited for so long, most of which was the call.
    seconds = own.seconds if isinstance(own, Timed) else left
    times = seconds / max(reference.seconds, SHORTEST)
    if times <= FAR:
        return None
    return Slow(times, size, inputs.unit, at_least=isinstance(own, TimedOut))
