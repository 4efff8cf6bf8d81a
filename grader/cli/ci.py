"""`grader ci`: files with which other machines run the grader."""

import difflib
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from grader.ci import github as workflows
from grader.ci import gitlab as pipelines
from grader.cli import here
from grader.cli.check import load
from grader.cli.console import console
from grader.course import Course, Place
from grader.errors import Exit, UsageError
from grader.kit import is_kit
from grader.render.text import printable
from grader.replacing import write
from grader.sandbox.launcher import Isolation


class Request(NamedTuple):
    """What was asked for on the command line, of a workflow or pipeline."""

    course: Path | None
    out: Path | None
    student: bool
    wheel: bool
    force: bool


class Autograder(NamedTuple):
    """What was asked for on the command line, of an autograder."""

    course: Path | None
    out: Path
    assignments: list[str]
    only: list[str]
    isolation: Isolation
    force: bool


class _Kind(NamedTuple):
    """A kind of file: its path, where its wheel goes, and what makes its text."""

    file: str
    wheels: str
    text: Callable[..., str]
    next: str


_STUDENT = "Next: commit it; the first push runs it."
_GITHUB = _Kind(
    workflows.FILE,
    workflows.WHEELS,
    workflows.workflow,
    "Next: commit it. To grade a class, write submissions.txt and make the secret "
    "SUBMISSIONS_TOKEN; the file says how.",
)
_GITLAB = _Kind(
    pipelines.FILE,
    pipelines.WHEELS,
    pipelines.pipeline,
    "Next: commit it. To grade a class, write submissions.txt and make the variable "
    "SUBMISSIONS_TOKEN; the file says how.",
)


def github(request: Request) -> Exit:
    """Write the workflow of GitHub."""
    return _write(request, _GITHUB)


def gitlab(request: Request) -> Exit:
    """Write the pipeline of GitLab."""
    return _write(request, _GITLAB)


def _write(request: Request, kind: _Kind) -> Exit:
    course = load(request.course)
    kit = is_kit(course.root)
    if request.student and not kit and request.out is None:
        raise UsageError(
            "This is the folder of the course, not of a student.",
            "Say where the student's repository is: --student --out DIR",
        )
    root = _repository(course, request.out)
    student = request.student or kit
    files: dict[str, bytes] = {}
    name = ""
    if request.wheel:
        from grader.ci.wheel import wheel  # noqa: PLC0415 - only with the option

        name, content = wheel()
        files[f"{kind.wheels}/{name}"] = content
    folder = _below(course.root, root)
    text = kind.text(course, folder, name, student=student)
    files[kind.file] = text.encode()
    for path, data in files.items():
        _hold_free(root / path, data, force=request.force)
    out = console()
    for path, data in files.items():
        _put(root / path, data)
        out.print(f"wrote {printable(here.path(root / path))}", soft_wrap=True)
    out.print()
    out.print(_STUDENT if student else kind.next, soft_wrap=True)
    return Exit.PASSED


def _repository(course: Course, out: Path | None) -> Path:
    """Return the folder asked for, else the repository that the course is in."""
    if out is None:
        above = (course.root, *course.root.parents)
        return next((one for one in above if (one / ".git").exists()), course.root)
    if not out.is_dir():
        what = f"{out} is a file." if out.exists() else f"There is no folder {out}."
        raise UsageError(what, "--out takes the folder of a repository.")
    return out.resolve()


def _below(course: Path, root: Path) -> str:
    """Return the folder of the course in the repository; `.` in one of another."""
    if not course.is_relative_to(root):
        return "."
    folder = course.relative_to(root).as_posix()
    if not folder.isprintable() or "${{" in folder:
        raise UsageError(
            f"The folder {printable(folder)} has a name that no workflow can write.",
            "Rename it.",
        )
    return folder


def gradescope(request: Autograder) -> Exit:
    """Write the zip file of an autograder."""
    course = load(request.course)
    if is_kit(course.root):
        raise UsageError(
            "This folder has no solutions/: it is a student kit.",
            "ci gradescope is for the folder of the course itself.",
        )
    if request.isolation not in (Isolation.STRICT, Isolation.AUTO):
        raise UsageError(
            f"An autograder cannot insist on the wall {request.isolation}.",
            "Which ones Gradescope has, only its machines know: take strict or auto.",
        )
    places = _select(course, request)
    from grader.author.release import SOURCES  # noqa: PLC0415 - only with a course
    from grader.ci import gradescope as autograders  # noqa: PLC0415

    out = request.out
    if out.suffix.lower() != ".zip":
        raise UsageError(f"{out} is no .zip file.", "Name one: --out autograder.zip")
    if any(out.resolve().is_relative_to(course.root / one) for one in SOURCES):
        raise UsageError(
            f"{out} lies in a folder that the course is made of.",
            "Name a place outside of it, such as: --out autograder.zip",
        )
    if not out.parent.is_dir():
        raise UsageError(
            f"There is no folder {out.parent}.",
            "Make it first, or name a folder that is there.",
        )
    files = autograders.files(course, places, request.isolation)
    data = autograders.zipped(files)
    _hold_free(out, data, force=request.force)
    _put(out, data)
    points = sum(place.exercise.points for place in places)
    count = f"{len(places):,} exercise{'' if len(places) == 1 else 's'}"
    screen = console()
    screen.print(
        printable(
            f"{out}: {count}, {points:g} points, {len(files):,} files, "
            f"{len(data) / 1e6:.1f} MB."
        ),
        soft_wrap=True,
    )
    screen.print(
        "It holds solutions and hidden cases: give it to Gradescope and nobody else.",
        soft_wrap=True,
    )
    screen.print()
    screen.print(
        f"Next: make a programming assignment of {points:g} points there, and upload "
        "the file under Configure Autograder.",
        soft_wrap=True,
    )
    return Exit.PASSED


def _select(course: Course, request: Autograder) -> list[Place]:
    """Return the exercises asked for, all without a name; raises UsageError."""
    known = [one.name for one in course.assignments]
    for name in request.assignments:
        if name not in known:
            near = difflib.get_close_matches(name.lower(), known, n=1)
            said = (
                f"Did you mean `{near[0]}`?"
                if near
                else f"There are: {', '.join(known)}."
            )
            raise UsageError(f"No assignment `{name}`.", said)
    chosen = course.select(request.only) if request.only else []
    if request.assignments or not request.only:
        wanted = request.assignments or known
        chosen += [
            one for one in course if one.assignment in wanted and one not in chosen
        ]
    if not chosen:
        raise UsageError("There is no exercise to grade.", "Name others, or none.")
    return [place for place in course if place in chosen]


def _hold_free(file: Path, data: bytes, *, force: bool) -> None:
    """Raise UsageError if writing would lose what is there."""
    if file.is_symlink():
        raise UsageError(
            f"{here.path(file)} is a link.", "Name the place that it leads to."
        )
    if file.is_dir():
        raise UsageError(f"{here.path(file)} is a folder.")
    try:
        same = file.read_bytes() == data
    except FileNotFoundError:
        return
    except OSError as error:
        raise UsageError(f"Cannot read {here.path(file)}: {error.strerror}.") from None
    if not same and not force:
        raise UsageError(
            f"{here.path(file)} is there already, and differs. Nothing was written.",
            "With --force, it is replaced.",
        )


def _put(file: Path, data: bytes) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(
            f"Cannot make the folder {here.path(file.parent)}: {error.strerror}."
        ) from None
    with write(file) as stream:
        stream.write(data)
