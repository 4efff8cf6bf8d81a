"""What the loop asks for, done: the engine, the course, progress, pages and stubs."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple, final

from msgspec.structs import replace
from rich.console import Console

from grader import course as courses
from grader import progress
from grader.course import COURSE_FILE, Course
from grader.errors import UsageError
from grader.kit import FILE as KIT_FILE
from grader.kit import is_kit
from grader.language import joined, marked, say
from grader.student.listing import listing, numbers
from grader.watch.engine import Engine
from grader.watch.pages import Draw, Scene, tell
from grader.watch.state import (
    Ask,
    Effect,
    Event,
    Go,
    Heard,
    Loaded,
    Note,
    Noted,
    Open,
    Opened,
    Page,
    Reload,
    Remember,
    Reset,
    Restart,
    State,
)
from grader.watch.warm import Ask as Question
from grader.watch.warm import Fault, Job, Told

NO_RESET = marked("The stub is put back in the course's own files alone.")


class Aids(NamedTuple):
    """What other commands offer, as pages and sentences."""

    hint: Callable[[Course, str], Draw]
    inspect: Callable[[Course, str], Draw]
    listing: Callable[[Course], Callable[[Console, str], None]]
    reset: Callable[[Course, str], str]


@final
class Deeds:
    """Does what the loop asks for; what comes of it are events."""

    def __init__(self, job: Job, scene: Scene, aids: Aids) -> None:
        self.course = scene.course
        self.generation = 0
        self._job = job
        self._scene = scene
        self._aids = aids
        self._engine: Engine | None = None
        self._heard: Callable[[int, Told | None], None] = lambda _, __: None
        self._course_files = self._find_course_files()

    def start(self, heard: Callable[[int, Told | None], None], state: State) -> None:
        """Start the engine; `heard` gets what it tells, and which engine it is."""
        self._heard = heard
        self._restart(state)

    def end(self) -> None:
        """End the engine."""
        if self._engine is not None:
            self._engine.end()
            self._engine = None

    def do(self, effect: Effect, state: State) -> Iterator[Event]:
        """Do one thing, and yield what comes of it."""
        match effect:
            case Ask(number, names):
                if self._engine is not None:
                    self._engine.ask(Question(number, names))
            case Restart():
                self._restart(state)
            case Reload():
                yield self._reload()
            case Remember(answer):
                if not self._job.file:
                    told = answer.result.exercises
                    progress.remember(self.course, told, answer.contents, state.current)
            case Go(name):
                progress.go(self.course, name)
            case Open(page, name):
                yield self._open(page, name)
            case Reset(name):
                yield self._reset(name)

    def answer(self, name: str) -> Path:
        """Return the file that the answer to an exercise is taken from."""
        if self._job.file:
            return Path(self._job.file)
        place = self.course.places.get(name)
        return place.stub if place else self.course.root / COURSE_FILE

    def answers(self, name: str | None = None) -> set[Path]:
        """Return the files that a verdict depends on; of all exercises without one."""
        if name is None:
            return {self.answer(place.exercise.name) for place in self.course}
        names = [name]
        if is_kit(self.course.root) and name in self.course.places:
            # What it uses is the student's own.
            names = self.course.supplied(names)
        return {self.answer(one) for one in names}

    def course_files(self) -> set[Path]:
        """Return the files of the course: what an engine has read."""
        return self._course_files

    def files(self) -> set[Path]:
        """Return every file that is looked at."""
        return self._course_files | self.answers()

    def _find_course_files(self) -> set[Path]:
        root = self.course.root
        files = {root / COURSE_FILE, root / KIT_FILE}
        for place in self.course:
            files |= {place.visible, place.hidden, place.solution, place.misconceptions}
        return files

    def _restart(self, state: State) -> None:
        self.end()
        self.generation += 1
        generation = self.generation
        first = "" if state.survey else state.current
        job = replace(self._job, first=first)
        self._engine = Engine(job, lambda told: self._heard(generation, told))

    def _reload(self) -> Event:
        """Load the course anew; the engine of the old one is of no use any more."""
        self.end()
        self.generation += 1
        try:
            self.course = courses.load(self.course.root)
        except UsageError as error:
            return Heard(Fault(error.message, error.help), 0.0)
        self._course_files = self._find_course_files()
        self._scene.course = self.course
        return Loaded(tuple(self.course.places))

    def _open(self, page: Page, name: str) -> Event:
        draw: object
        try:
            match page:
                case Page.HINT:
                    draw = self._aids.hint(self.course, name)
                case Page.INSPECT:
                    draw = self._aids.inspect(self.course, name)
                case Page.LIST:
                    draw = self._aids.listing(self.course)
                case _:
                    rows = listing(self.course, progress.recall(self.course))
                    draw = numbers(rows)
        except UsageError as error:
            message, help_ = error.message, error.help

            def draw(out: Console) -> None:
                tell(out, message, help_)

        return Opened(page, draw)

    def _reset(self, name: str) -> Event:
        if self._job.file:
            return Noted(Note.NONE, say(NO_RESET))
        try:
            return Noted(Note.NONE, self._aids.reset(self.course, name))
        except UsageError as error:
            return Noted(Note.NONE, joined(error.message, error.help))
