"""`grader race`: your version, a loop and the reference on growing sizes."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from grader import progress
from grader.cli import here
from grader.cli.check import load
from grader.cli.console import console, problem, working
from grader.course import Course, Place
from grader.errors import Exit, UsageError
from grader.findings.growth import NONE
from grader.language import marked, say
from grader.render import plot
from grader.render import race as screen
from grader.render.text import next_action, printable
from grader.sandbox.launcher import Isolation, Sandbox
from grader.timing import Race, Who
from grader.verdict import Status

if TYPE_CHECKING:
    from grader.session.submitted import Entry


RACING = marked("racing {name} …")


class Request(NamedTuple):
    """What was asked for on the command line."""

    course: Path | None
    name: str
    file: Path | None
    isolation: Isolation
    plot: Path | None
    largest: int


def race(request: Request) -> Exit:
    """Run the race and print it, and draw it if asked; return the exit code."""
    if request.plot is not None:
        _check_plot(request.plot)
    course = load(request.course)
    (place,) = course.select([request.name])
    name = place.exercise.name
    if not (place.solution.is_file() and place.hidden.is_file()):
        raise UsageError(
            say("There is no reference of `{name}` here to race against.").format(
                name=name
            ),
            say(
                "A student kit has none: `grader race` is for the folder of the course."
            ),
        )
    if place.exercise.files:
        raise UsageError(
            say("There is nothing to race in {name}: it reads files.").format(name=name)
        )
    # First of all: it starts on the other core while this one reads and imports.
    with Sandbox(request.isolation) as sandbox:
        from grader.session.race import race as run  # noqa: PLC0415 - heavy, parallel
        from grader.session.reference import ExerciseError  # noqa: PLC0415

        entry = _entry(course, place, request)
        try:
            with working(RACING) as starting:
                told = run(course, entry, sandbox, request.largest, starting)
        except ExerciseError as error:
            broken = say("This exercise is broken. It is not your code. {error}")
            problem(broken.format(error=error), "")
            return Exit.GRADER
    if told is None:
        raise UsageError(
            say("There is nothing to race in {name}: it takes no array.").format(
                name=name
            )
        )
    _print(told, entry, request)
    gained = told.ratio(Who.LOOP, Who.YOURS)
    if request.file is None and gained is not None and not (told.fault or told.loops):
        progress.raced(course, name, round(gained[1], 1))
    if entry.status is Status.UNREADABLE:
        return Exit.USAGE
    return Exit.STUDENT if told.fault else Exit.PASSED


def _check_plot(file: Path) -> None:
    """Refuse now what could not be drawn after the race."""
    if file.suffix.lower() not in plot.SUFFIXES:
        raise UsageError(
            say("Cannot draw {file}: a plot is a .png or an .svg file.").format(
                file=file
            ),
            say("For example: {command}").format(command="--plot race.png"),
        )
    if not file.parent.is_dir():
        raise UsageError(
            say("Cannot write {file}: there is no folder {folder}.").format(
                file=file, folder=file.parent
            )
        )
    try:
        import matplotlib  # noqa: F401, ICN001, PLC0415 - is it there?
    except ImportError:
        raise UsageError(
            say("{option} needs matplotlib, which is not installed.").format(
                option="--plot"
            ),
            say("Install it with: {command}").format(
                command="pip install 'exercise-grader[plot]'"
            ),
        ) from None


def _entry(course: Course, place: Place, request: Request) -> "Entry":
    from grader.session import submitted  # noqa: PLC0415 - heavy

    if request.file is None:
        _, (entry,) = submitted.read_course(course, [place])
    else:
        names = [place.exercise.name]
        _, (entry,) = submitted.read_file(course, names, request.file)
    return entry


def _print(told: Race, entry: "Entry", request: Request) -> None:
    out = console()
    screen.render(told, out)
    if request.plot is not None:
        try:
            plot.save(told, request.plot)
        except OSError as error:
            raise UsageError(
                say("Cannot write {file}: {reason}.").format(
                    file=request.plot, reason=error.strerror
                )
            ) from None
        told_where = say("The plot is in {file}.").format(file=request.plot)
        out.print(printable(told_where), soft_wrap=True)
    out.print()
    out.print(next_action(printable(_next(told, entry, request)), out.width),
              soft_wrap=True)  # fmt: skip


def _next(told: Race, entry: "Entry", request: Request) -> str:
    """Return the next action."""
    name, given = told.exercise, []
    if request.file is not None:
        given += ["--file", str(request.file)]
    if request.isolation is not Isolation.AUTO:
        given += ["--isolation", request.isolation.value]
    command = here.command(request.course)
    file = entry.path if request.file else here.path(entry.place.stub)
    again, where = command("check", name, *given), entry.spot.of(file)
    if entry.status is Status.NOT_STARTED:
        return say("Next: write {name} in {where}, then run: {command}").format(
            name=name, where=where, command=again
        )
    if told.fault:
        return say("Next: look at {where}, then run: {command}").format(
            where=where, command=again
        )
    if told.loops:
        spot = entry.loops(NONE)[0].spot
        return say("Next: replace the loop in {where}, then run: {command}").format(
            where=spot.of(file), command=again
        )
    if request.plot is None:
        drawn = command("race", name, *given, "--plot", f"{name}.png")
        return say("Next: to draw it as a picture, run: {command}").format(
            command=drawn
        )
    return say("Next: `{command}` shows what is left of the course.").format(
        command=command()
    )
