"""What a student kit holds: stubs, visible cases, data, and nothing else."""

import os
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from grader import kit
from grader.author import editor, notebook, translating, welcome
from grader.author.build import notebooks, stubs
from grader.course import COURSE_FILE, Course
from grader.errors import UsageError
from grader.kit import Kit, Shipped
from grader.submission.files import UnreadableError, read_bytes
from grader.submission.stub import defines
from grader.translation import pairs

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


def begun(course: Course) -> dict[str, bytes]:
    """Return what `grader init` writes of the package's own course.

    It is a kit of which the package has solutions and hidden cases.
    """
    files = dict(_files(course, {}, bundled=True))
    return dict(sorted(files.items()))


def _files(
    course: Course, unseen: Mapping[str, int], *, bundled: bool = False
) -> Iterator[tuple[str, bytes]]:
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
    yield from _translations(course)
    for path in walk(root / DATA, root):
        yield path, read(root / path, root, DATA)
    yield COURSE_FILE.as_posix(), read(root / COURSE_FILE, root, EXERCISES)
    yield kit.FILE.as_posix(), Kit(shipped, bundled=bundled).encode()
    yield ".gitignore", IGNORED
    yield editor.PATH, editor.tasks(installed=bundled).encode()
    yield "README.md", welcome.text(course, packages(course), bundled=bundled).encode()


def _translations(course: Course) -> Iterator[tuple[str, bytes]]:
    """Yield the texts of other languages, but for those of what a kit does not hold."""
    for tongue in course.languages:
        for file, found in translating.files(course, tongue):
            if file.is_file():
                known = pairs(file, tongue)
                kept = {
                    one.text: known.get(one.text, "") for one in found if one.shipped
                }
                text = translating.filled(tongue, kept)
                yield _name(file, course.root), text.encode()


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


def packages(course: Course) -> list[str]:
    """Return the packages that answers may import, by the names of their modules."""
    named = {
        module.partition(".")[0]
        for place in course
        if place.exercise.imports != "any"
        for module in place.exercise.imports
    }
    return sorted(named - sys.stdlib_module_names - {"numpy"})
