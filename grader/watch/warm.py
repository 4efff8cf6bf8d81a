"""The process that checks again and again: cases collected once, guests kept warm.

It is told what to check and tells what came of it in bytes: JSON of known records.
"""

import gc
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

import msgspec

from grader import course as courses
from grader import language, progress
from grader.course import Course, Place
from grader.errors import OURS, GraderError, UsageError
from grader.language import joined, say
from grader.sandbox.grants import needed
from grader.sandbox.launcher import Isolation, Sandbox
from grader.spot import Spot
from grader.verdict import Result, waits_for

if TYPE_CHECKING:
    from grader.session.check import Checker
    from grader.session.failing import Failing
    from grader.session.runner import Runner
    from grader.session.submitted import Entry

LOADING = 10_000
"""How many new objects there are before Python looks for garbage, as for a check."""


class Job(msgspec.Struct, frozen=True):
    """What an engine is for: course, file handed in (or none) and conditions."""

    course: str
    file: str
    seed: int
    isolation: Isolation
    first: str = ""
    """The exercise whose verdict is waited for; without it all are alike."""


class Ask(msgspec.Struct, frozen=True):
    """Exercises to check; none are all that there are. The number is the answer's."""

    number: int
    names: tuple[str, ...]


class Ready(msgspec.Struct, frozen=True, tag=True):
    """The engine is up, and this is its wall."""

    wall: str


class Fault(msgspec.Struct, frozen=True, tag=True):
    """Why the engine does not start, or ends."""

    message: str
    help: str


class Doing(msgspec.Struct, frozen=True, tag=True):
    """An exercise is being checked: so many were before it."""

    name: str
    before: int
    total: int


class Shown(msgspec.Struct, frozen=True):
    """Where an exercise is, and the lines of its findings."""

    path: str
    spot: Spot
    lines: tuple[str, ...] = ()


class Answer(msgspec.Struct, frozen=True, tag=True):
    """The verdict, with what a screen needs of the source."""

    number: int
    result: Result
    shown: dict[str, Shown]
    contents: dict[str, str] = {}
    """The fingerprints of the files that were judged, by exercise."""


class Refused(msgspec.Struct, frozen=True, tag=True):
    """Why there is no verdict, and what to do about it."""

    number: int
    message: str
    help: str


Told = Ready | Fault | Doing | Answer | Refused
Tell = Callable[[Told], None]


def main(connection: Connection, told: bytes) -> None:
    """Serve until the connection is closed or the process is asked to end."""
    _stand_apart()
    # As the program that started it.
    language.use(language.chosen(os.environ))
    gc.set_threshold(LOADING)

    def tell(record: Told) -> None:
        connection.send_bytes(msgspec.json.encode(record))

    # The other side is gone, or ends this one.
    with suppress(EOFError, BrokenPipeError, KeyboardInterrupt):
        try:
            _serve(connection, msgspec.json.decode(told, type=Job), tell)
        except (GraderError, UsageError) as error:
            tell(Fault(error.message, error.help))
        except (OSError, EOFError):
            raise
        except Exception as error:  # noqa: BLE001 - our bug, told where it is read
            said = f"{type(error).__name__}: {error}".removesuffix(": ")
            tell(Fault(joined(say(OURS), said), ""))


def _stand_apart() -> None:
    """Leave the terminal: its signals and its screen are the other process's."""
    if hasattr(os, "setsid"):
        os.setsid()
    signal.signal(signal.SIGTERM, _interrupt)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    # As Ctrl-C does, so that guests and temporary folders are cleared away.
    signal.raise_signal(signal.SIGINT)


def _serve(connection: Connection, job: Job, tell: Tell) -> None:
    course = courses.load(Path(job.course))
    with Sandbox(job.isolation, needed(one.exercise for one in course)) as sandbox:
        # Loaded while the sandbox starts.
        from grader.session import runner as runners  # noqa: PLC0415
        from grader.session.check import Checker, Options  # noqa: PLC0415

        left: list[Ask] = []

        def judge(runner: "Runner") -> None:
            """Answer until something is asked for whose cases are not collected."""
            engine = _Warm(course, job, runner, tell)
            options = Options(
                job.seed, starting=engine.doing, failing=engine.failing.append
            )
            checker = Checker(course, sandbox, options)
            if not left:
                tell(Ready(sandbox.wall))
            while True:
                ask = left.pop() if left else _asked(connection)
                if ask is not None and not collected.issuperset(
                    ask.names or course.places
                ):
                    left.append(ask)
                if ask is None or left:
                    return
                told = engine.answer(checker, ask)
                tell(told)
                # The student reads by now.
                engine.keep(told)

        # The first verdict waits for its own cases, not for those of all exercises.
        collected = set(course.supplied([job.first] if job.first else course.places))
        runners.run(course, job.seed, _places(course, collected), judge)
        collected = set(course.places)
        if left:
            runners.run(course, job.seed, _places(course, collected), judge)


def _places(course: Course, names: set[str]) -> list[Place]:
    return [place for place in course if place.exercise.name in names]


def _asked(connection: Connection) -> Ask | None:
    """Return the next question; None at the end."""
    try:
        return msgspec.json.decode(connection.recv_bytes(), type=Ask)
    except EOFError:
        return None


class _Warm:
    """Checks what is asked for with the cases that were collected."""

    def __init__(self, course: Course, job: Job, runner: "Runner", tell: Tell) -> None:
        self._course = course
        self._job = job
        self._runner = runner
        self._tell = tell
        self._total = self._before = 0
        self.failing: list[Failing] = []

    def doing(self, name: str) -> None:
        """Tell which exercise is next."""
        self._tell(Doing(name, self._before, self._total))
        self._before += 1

    def answer(self, checker: "Checker", ask: Ask) -> Answer | Refused:
        """Return the verdict on the exercises asked for, as their files are now."""
        from grader.session import submitted  # noqa: PLC0415 - loaded by now
        from grader.session.supplied import waiting  # noqa: PLC0415 - as above

        course = self._course
        contents = {}
        try:
            if self._job.file:
                file = Path(self._job.file)
                submission, entries = submitted.read_file(course, ask.names, file)
            else:
                places = course.select(ask.names)
                contents = progress.fingerprints(places)
                submission, entries = submitted.read_course(course, places)
            entries = [waiting(course, entry) for entry in entries]
        except UsageError as error:
            return Refused(ask.number, error.message, error.help)
        answers = [entry for entry in entries if entry.status is None]
        self._before, self._total = 0, len(answers)
        # Of another content of the files.
        checker.verdicts.clear()
        self.failing.clear()
        checker.run(self._runner, answers)
        result = checker.result(submission, entries)
        shown = self._shown(result, entries)
        return Answer(ask.number, result, shown, contents)

    def keep(self, told: Answer | Refused) -> None:
        """Keep the input of a failing case, for who inspects it."""
        if isinstance(told, Answer) and not self._job.file:
            from grader.student import inspect  # noqa: PLC0415 - loaded by now

            exercises = told.result.exercises
            inspect.refresh(self._course, exercises, self.failing, told.contents)

    def _shown(self, result: Result, entries: "list[Entry]") -> dict[str, Shown]:
        from grader.session import submitted  # noqa: PLC0415 - loaded by now

        shown = {}
        for entry, exercise in zip(entries, result.exercises, strict=True):
            source = entry.extract.source if entry.extract else None
            lines = tuple(
                source.at(one.spot) if source else "" for one in exercise.findings
            )
            shown[exercise.name] = Shown(entry.path, entry.spot, lines)
        for exercise in result.exercises:
            other = waits_for(exercise)
            if other is not None and other not in shown:
                # What an answer of a kit waits for, and was not asked for.
                entry = submitted.own(self._course, other)
                shown[other] = Shown(entry.path, entry.spot)
        return shown
