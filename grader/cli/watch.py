"""`grader watch`: an exercise checked at each save, and what else keys open."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.text import Text

from grader import progress
from grader.cli import here, hint, listing, reset, unread
from grader.cli.check import MAX_SEED, load, seed_of, too_large
from grader.cli.console import console
from grader.cli.map import head
from grader.course import Course
from grader.errors import Exit, UsageError
from grader.language import joined, marked, say
from grader.render.text import printable
from grader.sandbox.launcher import Isolation
from grader.student import hint as hints
from grader.student import listing as standings
from grader.student import reset as stubs
from grader.watch import files, keys
from grader.watch.deeds import Aids, Deeds
from grader.watch.pages import Draw, Scene
from grader.watch.screen import FullScreen, Lines
from grader.watch.state import State
from grader.watch.warm import Job
from grader.watch.watching import Watch

NOWHERE = marked("No exercise yet: there is nothing to watch.")
WATCHING = marked("Watching {file}. Ctrl-C ends it.")


class Request(NamedTuple):
    """What was asked for on the command line."""

    course: Path | None
    name: str | None
    file: Path | None
    poll: bool
    manual: bool
    isolation: Isolation
    seed: int | None


def watch(request: Request) -> Exit:
    """Check an exercise each time its file is saved, until it is left."""
    course, command = load(request.course), here.command(request.course)
    if not course.places:
        start = say("Start one: {command}")
        raise UsageError(
            say(NOWHERE), start.format(command=command("author", "new", "NAME"))
        )
    state = _state(course, request)
    if request.seed is not None and request.seed >= MAX_SEED:
        raise too_large()
    file = _file(request.file)
    job = Job(str(course.root), file, seed_of(request.seed), request.isolation)
    scene = Scene(course, command, here.path, file)
    out = console()
    unread.need()
    typed = sys.stdin.isatty() and out.is_terminal
    simple = not out.is_terminal or os.environ.get("TERM") in {"dumb", "unknown"}
    screen = Lines(scene, out, keyed=typed) if simple else FullScreen(scene, out)
    if simple:
        told = say(WATCHING).format(file=printable(scene.shown(state.current)))
        out.print(Text(told), soft_wrap=True)
    watching = Watch(
        Deeds(job, scene, Aids(_hint, _inspect, _listing, _reset)),
        state,
        screen,
        keys.keys() if typed else None,
        _reader(typed=typed),
        poll=request.poll or files.must_poll(),
    )
    watching.run()
    return Exit.PASSED


def _state(course: Course, request: Request) -> State:
    """Return where to begin: the exercise asked for, else the one a student is at."""
    known = progress.recall(course)
    rows = standings.listing(course, known)
    order = tuple(course.places)
    passed = frozenset(row.name for row in rows if row.standing.passed)
    if request.file is not None:
        passed = frozenset()
    at = standings.current(rows, known)
    name = at.name if at else order[0]
    if request.name is not None:
        name = course.select([request.name])[0].exercise.name
    survey = request.file is not None and request.name is None
    return State(order, name, passed, manual=request.manual, survey=survey)


def _file(file: Path | None) -> str:
    """Return the file that answers are taken from, as it was given; empty if none."""
    if file is None:
        return ""
    if file.is_dir() or file.suffix.lower() not in {".py", ".ipynb"}:
        raise UsageError(
            say("{file} is neither a .py file nor a notebook.").format(file=file),
            say("--file takes one file, which is watched."),
        )
    if not file.exists():
        raise UsageError(
            say("There is no {file}.").format(file=file),
            say("--file takes a file that is there."),
        )
    return str(file)


def _reader(*, typed: bool) -> Callable[[], bytes] | None:
    """Return what waits for the end of the input; None where nobody is to type."""
    if typed or sys.stdin is None or sys.stdin.isatty():
        return None
    number = sys.stdin.fileno()
    return lambda: os.read(number, 1 << 16)


def _hint(course: Course, name: str) -> Draw:
    told = hints.hint(course, name)
    return lambda out: hint.tell(told, out)


def _inspect(course: Course, name: str) -> Draw:
    from grader.cli import inspect  # noqa: PLC0415 - heavy
    from grader.student.inspect import inspect as look_up  # noqa: PLC0415 - as above

    kept = look_up(course, name)
    place = course.places[name]

    def draw(out: Console) -> None:
        shown = inspect.text(kept, place, min(out.width, 80))
        out.print(Text(printable(shown, 1 << 20)), soft_wrap=True)

    return draw


def _listing(course: Course) -> Callable[[Console, str], None]:
    rows = standings.listing(course, progress.recall(course))

    def draw(out: Console, at: str) -> None:
        head(course, rows, out)
        listing.tell(course, rows, out, at)

    return draw


def _reset(course: Course, name: str) -> str:
    return joined(*reset.said(course, stubs.reset(course, name)))
