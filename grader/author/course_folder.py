"""A new course: its folders, its course.toml, and a page that says what comes next."""

import os
import re
from pathlib import Path

from grader.author.entry import quoted
from grader.author.written import Written, written
from grader.errors import UsageError

FOLDERS = (
    "exercises",
    "solutions",
    "tests/visible",
    "tests/hidden",
    "tests/misconceptions",
    "tests/slow",
)
FIRST = ("basics", "Basics")

_HEADER = """\
# The course: its assignments in order, each a folder, and the exercises of each.
# `grader author new NAME` adds an exercise; what it writes may be changed by hand.
# Keys of an exercise, beside name and hints (three, from a nudge to a line with gaps):
#   points = 10, minutes = 10, difficulty = 1 (to 3)
#   loops = "none", "any" or { over = "parameter" }
#   uses = ["exercise"]      functions that the answer is supplied with
#   aliases = ["name"]       other names that an answer may have
#   imports = ["module"]     allowed beside NumPy and math
#   timeout = 5              seconds a call
#   tolerance = { rtol = 1e-6, atol = 1e-9 }
# loop_penalty = 0.5, up here, is the share of the points that a loop costs.
"""
_IGNORED = "__pycache__/\n.grader/\n.pytest_cache/\n"
_README = """\
# {title}

A course for `grader`: run its commands in this folder. `exercises/course.toml` lists
the exercises.

| command | what it does |
|---|---|
| `grader author new NAME --arguments "x"` | starts an exercise |
| `grader author build` | writes the stubs in `exercises/` from the solutions |
| `grader author check NAME` | proves that the exercise tells right from wrong |
| `grader` | the map of the course, as a student sees it |
| `grader check NAME` | checks an answer in `exercises/` |
| `grader release kit.zip` | writes what students get, with no answer in it |

Students get `exercises/` and `tests/visible/`, never `solutions/` or the other tests.
"""


def texts(title: str, assignments: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """Return the files of a course without exercises, by their paths in it."""
    tables = [
        f"\n[[assignments]]\nname = {quoted(name)}\ntitle = {quoted(shown)}\n"
        for name, shown in assignments
    ]
    toml = f"{_HEADER}title = {quoted(title)}\n{''.join(tables)}"
    line = " ".join(title.split())
    return {
        ".gitignore": _IGNORED,
        "README.md": _README.format(title=line),
        "exercises/course.toml": toml,
    }


def title_of(folder: Path) -> str:
    """Return a title made of a folder's name."""
    words = re.sub(r"[\W_]+", " ", folder.resolve().name).strip()
    return words[:1].upper() + words[1:] or "A course"


def check_free(folder: Path) -> None:
    """Raise UsageError if there is anything where the course is to be."""
    if not os.path.lexists(folder):
        return
    if not folder.is_dir():
        raise UsageError(
            f"{folder} is no folder.", "Name a folder that is empty or not there yet."
        )
    try:
        first = min(folder.iterdir(), default=None)
    except OSError as error:
        raise UsageError(f"Cannot read {folder}: {error.strerror}.") from None
    if first is not None:
        raise UsageError(
            f"{folder} is not empty: it has {first.name}. Nothing was written.",
            "Name a folder that is empty or not there yet.",
        )


def start(folder: Path, title: str) -> list[str]:
    """Write a new course into an empty folder; return the paths of its files."""
    title = title.strip()
    if not title.isprintable() or not title:
        raise UsageError(
            "The title is empty or has characters that do not print.",
            'Write it on one line: --title "Signals and systems"',
        )
    check_free(folder)
    folder = folder.resolve()
    with written(folder) as files:
        lay_out(files, folder)
        wanted = texts(title, (FIRST,))
        for name, text in wanted.items():
            files.file(name, text)
    return list(wanted)


def lay_out(files: Written, folder: Path) -> None:
    """Make the folders of a course."""
    for name in FOLDERS:
        files.folder(folder / name)
