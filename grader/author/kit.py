"""What a student kit holds: stubs, visible cases, data, and nothing else."""

import os
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from grader import kit
from grader.author import notebook
from grader.author.build import notebooks, stubs
from grader.course import COURSE_FILE, Course, Place
from grader.errors import UsageError
from grader.kit import Kit, Shipped
from grader.submission.files import UnreadableError, read_bytes
from grader.submission.stub import defines

EXERCISES, VISIBLE, DATA = "exercises", "tests/visible", "data"
PICTURES = "pictures"
"""Beside the stubs of an assignment: scripts that draw, for its notebook."""

MAX_BYTES = 1 << 28

# Nothing of this is an author's: copies that editors and systems leave behind.
_LITTER = re.compile(
    r"\..*|.*~|#.*#|.*\.(bak|orig|rej|sw[a-p]|tmp|py[cod])|__pycache__"
    r"|Thumbs\.db|desktop\.ini",
    re.IGNORECASE,
)

IGNORED = b".grader/\n.venv/\n__pycache__/\n"


class Contents(NamedTuple):
    """The files of a kit by path, in the order of their names, and what is left out.

    What is left out lies where a kit's files are taken from, but belongs to no
    exercise.
    """

    files: dict[str, bytes]
    left: tuple[str, ...]


def contents(course: Course, unseen: Mapping[str, int]) -> Contents:
    """Return what the kit of a course holds; `unseen` counts cases, by exercise.

    Stubs are built from the solutions: what stands in exercises/ may be an answer.
    Raises UsageError for what cannot be built or read, and for links that lead out.
    """
    files = dict(_files(course, unseen))
    # On every system, whatever order its folders are in.
    ordered = dict(sorted(files.items()))
    left = [
        path
        for folder in (EXERCISES, VISIBLE)
        for path in walk(course.root / folder, course.root)
        if path not in files
    ]
    return Contents(ordered, tuple(left))


def _files(course: Course, unseen: Mapping[str, int]) -> Iterator[tuple[str, bytes]]:
    root = course.root
    shipped = {}
    for place, text in stubs(course):
        name = place.exercise.name
        if not defines(text, name):
            raise UsageError(
                f"{_name(place.solution, root)}: its stub does not define `{name}`.",
                "What stands outside the markers has to be Python of its own.",
            )
        yield _name(place.stub, root), text.encode()
        yield _name(place.visible, root), read(place.visible, root, VISIBLE)
        shipped[name] = Shipped(unseen.get(name, 0), text)
    for assignment, text in notebooks(course):
        yield _name(notebook.path(course, assignment), root), text.encode()
    for assignment in course.assignments:
        folder = root / EXERCISES / assignment.name / PICTURES
        for path in walk(folder, root):
            if path.endswith(".py"):
                yield path, read(root / path, root, EXERCISES)
    for path in walk(root / DATA, root):
        yield path, read(root / path, root, DATA)
    yield COURSE_FILE.as_posix(), read(root / COURSE_FILE, root, EXERCISES)
    yield kit.FILE.as_posix(), Kit(shipped).encode()
    yield ".gitignore", IGNORED
    yield "README.md", _readme(course).encode()


def walk(folder: Path, root: Path) -> Iterator[str]:
    """Yield the files below a folder by their path in the course, without litter."""

    def refuse(error: OSError) -> None:
        if not isinstance(error, FileNotFoundError):
            raise UsageError(f"Cannot read {error.filename}: {error.strerror}.")

    for top, folders, names in os.walk(folder, onerror=refuse):
        here = Path(top)
        folders[:] = sorted(name for name in folders if not _LITTER.fullmatch(name))
        for name in folders:
            if (here / name).is_symlink():
                raise UsageError(
                    f"{_name(here / name, root)} is a link to a folder.",
                    "Links are not followed: put the folder itself there.",
                )
        for name in sorted(names):
            if not _LITTER.fullmatch(name):
                yield _name(here / name, root)


def read(path: Path, root: Path, folder: str) -> bytes:
    """Return a file of the course in the folder `root`, which lies in its `folder`.

    Raises UsageError for what is no regular file, and for a link out of the folder.
    """
    shown = _name(path, root)
    try:
        return read_bytes(path, root / folder, MAX_BYTES)
    except UnreadableError as error:
        said = error.message.partition(";")[0]
        raise UsageError(
            f"{shown} {said}.", "Only regular files of the course are taken along."
        ) from None
    except FileNotFoundError:
        raise UsageError(f"{shown} is a link that leads nowhere.") from None


def _name(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()


def _readme(course: Course) -> str:
    """Return what a student needs to begin."""
    title = " ".join(course.title.split())
    count = len(course.places)
    functions = "one function" if count == 1 else f"{count} functions"
    first = next(iter(course), None)
    begin = _begin(first) if first else ""
    needed = " ".join(["exercise-grader", *packages(course)])
    return f"""# {title}

Your exercises are in `exercises/`: {functions} to write, each in a file of its own.

Install the program (Python 3.11 or later):

    python3 -m venv .venv
    .venv/bin/pip install {needed}

On Windows, write `.venv\\Scripts\\` in the place of `.venv/bin/`.

In this folder, see the course and what to do next:

    .venv/bin/grader
{begin}
A check runs the worked examples in `tests/visible/` and counts the steps of loops, as
your instructor's run does; that has more cases, on other inputs. An exercise that calls
another one, as `uses` in `exercises/course.toml` says, is given your own version of it
here.
"""


def _begin(first: Place) -> str:
    name = first.exercise.name
    stub = PurePosixPath(EXERCISES, first.assignment, f"{name}.py")
    return f"""
Open `{stub}`, write your answer between the two comments,
and check it:

    .venv/bin/grader check {name}
"""


def packages(course: Course) -> list[str]:
    """Return the packages that answers may import, by the names of their modules."""
    named = {
        module.partition(".")[0]
        for place in course
        if place.exercise.imports != "any"
        for module in place.exercise.imports
    }
    return sorted(named - sys.stdlib_module_names - {"numpy"})
