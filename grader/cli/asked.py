"""A check that a notebook's kernel asks for: cells on stdin, the blocks on stdout.

The kernel holds the other end of stdin open: when it lets go, the check is over.
"""

import gc
import io
import os
import signal
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from grader import course as courses
from grader.cli import LOADING, running
from grader.cli.check import seed_of
from grader.course import Course, Place
from grader.errors import OURS, Exit, GraderError, UsageError
from grader.kit import is_kit
from grader.language import joined, say, speak
from grader.render.action import Where, deed
from grader.sandbox.grants import needed
from grader.sandbox.launcher import Isolation, Sandbox
from grader.spot import HERE, Executed, Spot
from grader.submission.notebook import Cell
from grader.verdict import Exercise, Finding, Result, Status, waits_for

if TYPE_CHECKING:
    from grader.session.submitted import Entry

WIDTH = 80


class Asked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a kernel asks: `cells` by number, `names` or what `target` defines.

    Of `names` that are `either`, the first that is an exercise counts. `here` says that
    the target is the cell below which the answer is shown.
    """

    folder: str
    cells: tuple[tuple[int, str], ...]
    names: tuple[str, ...] = ()
    either: bool = False
    target: int | None = None
    here: bool = False
    seed: int | None = None
    reveal: bool = False


class Blocks(msgspec.Struct, frozen=True):
    """What is shown, in both forms."""

    text: str
    html: str


def main() -> None:
    """Answer the one request on stdin."""
    gc.set_threshold(LOADING)
    speak()
    line = sys.stdin.buffer.readline()
    threading.Thread(target=_until_let_go, daemon=True).start()
    running.prepare()
    # What the course's own code prints is no part of the answer.
    out, sys.stdout = sys.stdout, io.StringIO()
    try:
        blocks = answer(msgspec.json.decode(line, type=Asked))
    except UsageError as error:
        blocks = problem(error.message, error.help)
    except GraderError as error:
        blocks = problem(joined(say(OURS), error.message), error.help)
    except KeyboardInterrupt:
        sys.exit(Exit.USAGE)
    out.buffer.write(msgspec.json.encode(blocks) + b"\n")
    out.flush()


def _until_let_go() -> None:
    # Not by way of the stream: its lock would be held when Python ends.
    while os.read(sys.stdin.fileno(), 1 << 16):
        pass
    number = threading.main_thread().ident
    if hasattr(signal, "pthread_kill") and number is not None:
        signal.pthread_kill(number, signal.SIGINT)
    else:
        import _thread  # noqa: PLC0415 - where there are no such signals

        _thread.interrupt_main()


def problem(message: str, help: str) -> Blocks:  # noqa: A002 - the word
    """Return the blocks that say what is wrong, and what to do about it."""
    from grader.render import html  # noqa: PLC0415 - only with a problem

    return Blocks("\n".join(filter(None, (message, help))), html.problem(message, help))


def answer(asked: Asked) -> Blocks:
    """Check what is asked for. Raises UsageError for what a student can put right."""
    course = _course(Path(asked.folder))
    from grader.session import cells as reader  # noqa: PLC0415 - after the course

    cells = [Cell(Executed(number), text) for number, text in asked.cells]
    target = next((one for one in cells if one.number == asked.target), None)
    places = list(_places(course, asked, cells, target))
    with Sandbox(Isolation.AUTO, needed(place.exercise for place in places)) as sandbox:
        from grader.session.check import Options, check  # noqa: PLC0415 - heavy

        called = say(HERE) if asked.here else ""
        read = {}
        for place in places:
            names = (place.exercise.name, *place.exercise.aliases)
            found = target or reader.definer(cells, names)
            if found is None or not reader.defines(found, names, cells):
                raise reader.missing(names, target if asked.here else None)
            read[place.exercise.name] = reader.read(course, place, cells, found, called)
        submission = next(iter(read.values()))[0]
        entries = {name: reader.told(entry) for name, (_, entry) in read.items()}
        options = Options(seed_of(asked.seed), asked.reveal)
        judged = list(entries.values())
        result = check(course, submission, judged, sandbox, options)
    return _shown(course, result, entries, here=asked.here)


def _course(folder: Path) -> Course:
    try:
        root = courses.find_root(folder)
    except UsageError:
        raise UsageError(
            say(
                "No course here: neither {folder} nor a folder above it has {file}."
            ).format(folder=folder, file=courses.COURSE_FILE.as_posix()),
            say(
                "Keep the notebook in the folder of the course, or change the "
                "kernel's: %cd FOLDER"
            ),
        ) from None
    return courses.load(root)


def _places(
    course: Course, asked: Asked, cells: Sequence[Cell], target: Cell | None
) -> Iterator[Place]:
    """Yield the exercises that are meant, each once."""
    from grader.session import cells as reader  # noqa: PLC0415 - heavy

    names: Sequence[str] = asked.names
    known = course.by_any_name()
    if asked.either:
        # A function goes by its own name, or by one that it was given later.
        names = [name for name in names if name in known][:1] or names[:1]
    elif not names and target is not None:
        names = reader.defined(course, target, cells)
        if not names:
            raise UsageError(
                say("This cell defines no function of this course."),
                say("`!grader` lists the exercises."),
            )
    yield from course.select(names)


def _shown(
    course: Course, result: Result, entries: "Mapping[str, Entry]", *, here: bool
) -> Blocks:
    """Return the blocks of a verdict."""
    from rich.console import Console  # noqa: PLC0415 - heavy, and last

    from grader.render import html, terminal  # noqa: PLC0415 - as above

    def where(name: str) -> tuple[str, Spot]:
        return entries[name].path, entries[name].spot

    def line(name: str, one: Finding) -> str:
        extract = entries[name].extract
        return extract.source.at(one.spot) if extract else ""

    exercises = result.exercises
    kit = is_kit(course.base)
    steps = [_next(exercises, terminal.first_to_show(exercises), where, here=here)]
    out = Console(
        file=io.StringIO(),
        color_system=None,
        force_jupyter=False,
        markup=False,
        highlight=False,
        emoji=False,
        width=WIDTH,
    )
    terminal.render(result, out, where, line, steps=steps, here=kit)
    text = out.file.getvalue()  # type: ignore[attr-defined]
    return Blocks(text.rstrip("\n"), html.render(result, where, line, steps, here=kit))


def _next(
    exercises: Sequence[Exercise],
    shown: Exercise | None,
    where: Where,
    *,
    here: bool,
) -> str:
    """Return what to do next, in a notebook."""
    if shown is None or shown.status is Status.PASSED:
        left = (one for one in exercises if one.status is Status.NOT_STARTED)
        shown = next(left, None)
    if shown is None:
        return say("Next: go on with the exercise that comes after this one.")
    if shown.status is Status.ERROR:
        return say("Next: tell the course's author; your answer was not judged.")
    other = waits_for(shown)
    if other is not None:
        return say(
            "Next: define {name} in a cell above, run it, then check again."
        ).format(name=other)
    told = say("Next: {deed}, then run that cell and this check again.")
    if here:
        told = say("Next: {deed}, then run this cell again.")
    return told.format(deed=deed(shown, *where(shown.name)))
