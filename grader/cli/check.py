"""`grader check`: read, start the sandbox, run the cases, print the verdict."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from grader import course as courses
from grader import progress
from grader.cli import here
from grader.cli.console import console, problem, working
from grader.cli.here import Command
from grader.cli.onward import Known, offers, onward
from grader.course import Course
from grader.errors import OURS, Exit, GraderError, UsageError
from grader.kit import is_kit
from grader.language import say
from grader.sandbox.grants import needed
from grader.sandbox.launcher import Isolation, Sandbox
from grader.spot import Spot
from grader.timing import Slow
from grader.verdict import Exercise, Finding, Result, Status, waits_for

if TYPE_CHECKING:
    from rich.console import Console

    from grader.session import submitted
    from grader.session.failing import Failing

FORMATS = ("text", "json", "junit", "github", "gradescope", "classroom50")
MAX_SEED = 2**32


class Request(NamedTuple):
    """What was asked for on the command line."""

    course: Path | None
    names: list[str]
    file: Path | None
    format: str
    seed: int | None
    isolation: Isolation
    own_helpers: bool
    reveal: bool


def load(folder: Path | None) -> Course:
    """Return the course asked for, else the one around the current folder."""
    return courses.load(folder or courses.find_root(Path.cwd()))


def check(request: Request, out: "Console | None" = None) -> Exit:
    """Check the exercises asked for and print the verdict; return the exit code."""
    if request.format != "gradescope":
        return _check(request, out)
    try:
        return _check(request, out)
    except (GraderError, UsageError) as error:
        from grader.language import joined  # noqa: PLC0415 - as above
        from grader.render import gradescope  # noqa: PLC0415 - only for this format

        ours = isinstance(error, GraderError)
        told = joined(say(OURS), error.message) if ours else error.message
        # Its reader takes a missing document for a crash, and shows no reason.
        sys.stdout.write(gradescope.refused(told) + "\n")
        raise


def _check(request: Request, out: "Console | None") -> Exit:
    if request.format not in FORMATS:
        from grader.cli.report import unknown  # noqa: PLC0415 - only with a problem

        raise unknown(request.format, FORMATS)
    if request.seed is not None and request.seed >= MAX_SEED:
        raise too_large()
    if request.format == "classroom50":
        from grader.cli import workflow  # noqa: PLC0415 - only for this format

        # What it lacks is told before anything is run.
        workflow.classroom()
    course = load(request.course)
    places = course.select(request.names)
    if not places:
        raise UsageError(
            say("This course has no exercise yet."),
            say("Add one: {command}").format(
                command=here.command(request.course)("author", "new", "NAME")
            ),
        )
    # First of all: it starts on the other core while this one reads and imports.
    grants = needed(place.exercise for place in places)
    with Sandbox(request.isolation, grants) as sandbox:
        from grader.session import submitted  # noqa: PLC0415 - heavy, and now parallel
        from grader.session.check import Options  # noqa: PLC0415
        from grader.session.check import check as judge  # noqa: PLC0415
        from grader.session.slowness import Stopwatch  # noqa: PLC0415

        contents = {}
        if request.file is None:
            # What is saved from now on was not checked.
            contents = progress.fingerprints(places)
            submission, entries = submitted.read_course(
                course, places, own_helpers=request.own_helpers
            )
        else:
            submission, entries = submitted.read_file(
                course, request.names, request.file, own_helpers=request.own_helpers
            )
        seed = seed_of(request.seed)
        failing: list[Failing] = []
        with working() as starting:
            looks = (
                Stopwatch(course, sandbox) if _looks(request, entries, out) else None
            )
            options = Options(
                seed, request.reveal, starting, after=looks, failing=failing.append
            )
            result = judge(course, submission, entries, sandbox, options)
        by_name = {entry.place.exercise.name: entry for entry in entries}
        slow = looks.found if looks else None
        if request.file is not None:
            _print(request, course, result, by_name, out, slow)
            return exit_code(result.exercises)
        at = places[0].exercise.name if len(places) == 1 else ""
        change = progress.remember(course, result.exercises, contents, at)
        # Where what is done cannot be kept, an input cannot either.
        told = failing if change.kept else []
        kept = frozenset(one.exercise for one in told if one.values)
        known = Known(change.progress, kept)
        try:
            _print(request, course, result, by_name, out, slow, known)
        finally:
            from grader.student import inspect  # noqa: PLC0415 - loaded by now

            # The student reads by now, or cannot: a full disk, Ctrl-C.
            inspect.refresh(course, result.exercises, failing, contents)
    if change.aside:
        problem(
            say("{file} could not be read: it is kept as {kept}.").format(
                file=progress.FILE.as_posix(), kept=change.aside
            ),
            say("What is done is counted anew."),
        )
    return exit_code(result.exercises)


def _print(
    request: Request,
    course: Course,
    result: Result,
    entries: "dict[str, submitted.Entry]",
    out: "Console | None",
    slow: Slow | None,
    known: Known | None = None,
) -> None:
    if request.format in {"json", "junit", "gradescope", "classroom50"}:
        from grader.cli import documents  # noqa: PLC0415 - only for these formats

        sys.stdout.write(documents.of(result, request.format))
        sys.stdout.flush()
        return
    from grader.render import terminal  # noqa: PLC0415 - only for this format
    from grader.render.ratio import remark  # noqa: PLC0415

    def where(name: str) -> tuple[str, Spot]:
        if name not in entries:
            # What an answer of a kit waits for, and was not asked for.
            from grader.session import submitted  # noqa: PLC0415 - loaded by now

            entry = submitted.own(course, name)
            return here.path(entry.place.stub), entry.spot
        entry = entries[name]
        # A path of --file is shown as it was given.
        own = request.file is None
        return here.path(entry.place.stub) if own else entry.path, entry.spot

    if request.format == "github":
        from grader.cli import workflow  # noqa: PLC0415 - only for this format

        def marked(name: str) -> tuple[str, Spot]:
            path, spot = where(name)
            return workflow.below_workspace(Path.cwd(), path), spot

        # Findings have paths from the folder that answers are read in.
        base = course.root if request.file is None else Path.cwd()
        found = workflow.located(result, base)
        sys.stdout.writelines(workflow.commands([found], marked))
        workflow.summarize(lambda: [result])
        return

    def line(name: str, one: Finding) -> str:
        extract = entries[name].extract
        return extract.source.at(one.spot) if extract else ""

    waited = {waits_for(exercise) for exercise in result.exercises}

    def command(*words: str) -> str:
        # What an answer waits for is the one in the folder of the course.
        given = request._replace(file=None) if waited & {*words[1:]} else request
        return _command(given)(*words)

    advice = ""
    if slow is not None:
        advice = remark(slow, command("race", result.exercises[0].name))
    kit = is_kit(course.base)
    out = out or console()
    more, steps = _more(request, course, result, known)
    terminal.render(
        result, out, where, line, command, advice, steps, offers=more, here=kit
    )


def _more(
    request: Request, course: Course, result: Result, known: Known | None
) -> tuple[list[str], list[str]]:
    """Return what helps with the exercise that is told in full, and what is next.

    Nothing where the next action is the one that a verdict alone asks for.
    """
    from grader.render import terminal  # noqa: PLC0415 - only for this format

    shown = terminal.first_to_show(result.exercises)
    if known is None or shown is None:
        return [], []
    # They know nothing of the options of a check.
    command = here.command(request.course)
    more = [*offers(course, shown, known, command)]
    passed = shown.status is Status.PASSED
    return more, [onward(course, shown, known, command)] if passed else []


def _looks(
    request: Request, entries: "list[submitted.Entry]", out: "Console | None"
) -> bool:
    """Whether to look how long one right answer takes: for who reads it now."""
    seen = sys.stdout.isatty() if out is None else out.is_terminal
    alone = len(entries) == 1 and request.format == "text"
    # A race supplies what is used; a comparison without that would be another one.
    return seen and alone and not request.own_helpers


def _command(request: Request) -> Command:
    """Return what writes commands as this one was given, but for seed and format."""
    options = []
    if request.file is not None:
        options += ["--file", str(request.file)]
    if request.isolation is not Isolation.AUTO:
        options += ["--isolation", request.isolation.value]
    if request.own_helpers:
        options += ["--own-helpers"]
    written = here.command(request.course)
    return lambda *words: written(*words, *(options if words else ()))


def too_large() -> UsageError:
    """Return what is wrong with a seed of so many digits."""
    return UsageError(
        say("The seed is too large."),
        say("Take one below {most}.").format(most=MAX_SEED),
    )


def exit_code(exercises: tuple[Exercise, ...]) -> Exit:
    """Return the exit code for these verdicts: the graver fault counts."""
    found = {exercise.status for exercise in exercises}
    if Status.ERROR in found:
        return Exit.GRADER
    if Status.UNREADABLE in found:
        return Exit.USAGE
    return Exit.PASSED if found <= {Status.PASSED} else Exit.STUDENT


def seed_of(asked: int | None) -> int:
    """Return the seed asked for, else one by chance."""
    import secrets  # noqa: PLC0415 - only when no seed was given

    return secrets.randbelow(1_000_000) if asked is None else asked
