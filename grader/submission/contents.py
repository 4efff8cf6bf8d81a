"""The files of a submission by name, whichever way they were handed in."""

from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import NamedTuple

from grader.errors import UsageError
from grader.language import marked, say
from grader.submission import notebook
from grader.submission.files import MAX_BYTES, UnreadableError

MAX_FILES = 2_000
MAX_DEPTH = 20
MAX_NAME = 250
# Python takes some ten seconds and a gigabyte for the densest megabyte.
MAX_TOTAL = 2 << 20
MAX_NOTEBOOKS = 256 << 20
NOTEBOOK = ".ipynb"

SMALLER = marked("Hand in the files with your answers alone.")

_LEFT_OUT = {"__pycache__", "__MACOSX", "site-packages", "node_modules"}
_ENVIRONMENT = "pyvenv.cfg"
_OTHERS = {
    ".zip": (
        marked("is a zip file within the submission"),
        marked("Hand in that file itself."),
    ),
}


class File(NamedTuple):
    """One file: its content, or the fault that leaves it without.

    `real` is the name of what a link leads to; for other files, their own.
    """

    real: str
    data: bytes = b""
    fault: UnreadableError | None = None


def is_source(name: str) -> bool:
    """Return whether a file is one to read."""
    return PurePosixPath(name).suffix == ".py" or is_notebook(name)


def is_notebook(name: str) -> bool:
    """Return whether a file is a notebook by its name."""
    return PurePosixPath(name).suffix.lower() == NOTEBOOK


def most(name: str) -> int:
    """Return how many bytes a source may have: most of a notebook is its outputs."""
    return notebook.MAX_BYTES if is_notebook(name) else MAX_BYTES


class Total:
    """How much the sources of a submission are together; `called` is its name."""

    def __init__(self, called: str) -> None:
        self._called = called
        self._sizes = {False: 0, True: 0}

    def add(self, name: str, data: bytes) -> None:
        """Count a source; raises UsageError for one too many."""
        kind = is_notebook(name)
        self._sizes[kind] += len(data)
        limit = MAX_NOTEBOOKS if kind else MAX_TOTAL
        if self._sizes[kind] > limit:
            told = say("{file} holds more than {size} MB of .py files.")
            if kind:
                told = say("{file} holds more than {size} MB of notebooks.")
            said = told.format(file=self._called, size=limit >> 20)
            raise UsageError(said, say(SMALLER))


def too_many(called: str) -> UsageError:
    """Return what is wrong with a submission of more files than are read."""
    told = say("{file} holds more than {n} files.")
    return UsageError(told.format(file=called, n=f"{MAX_FILES:,}"), say(SMALLER))


def too_deep(called: str) -> UsageError:
    """Return what is wrong with a submission of folders in folders in folders."""
    told = say("{file} is nested deeper than {n} folders.")
    return UsageError(told.format(file=called, n=MAX_DEPTH), say(SMALLER))


def may_matter(name: str) -> bool:
    """Return whether a link of this name may stand for a file or folder of answers."""
    suffix = PurePosixPath(name).suffix.lower()
    return suffix in ("", ".py", NOTEBOOK) or suffix in _OTHERS


def unread(name: str) -> UnreadableError | None:
    """Return why a file that may hold answers is not read; None for any other."""
    message, to_do = _OTHERS.get(PurePosixPath(name).suffix.lower(), ("", ""))
    return UnreadableError(say(message), help=say(to_do)) if message else None


def unfit(name: str) -> UnreadableError | None:
    """Return why a name is not one that a message can hold; None if it is."""
    if len(name) > MAX_NAME:
        return UnreadableError(say("has too long a name; rename it"))
    if not name.isprintable():
        return UnreadableError(say("has a name that cannot be shown; rename it"))
    return None


def shown(name: str) -> str:
    """Return a name as messages hold it."""
    if len(name) > MAX_NAME:
        name = name[:MAX_NAME] + "…"
    return "".join(one if one.isprintable() else "\ufffd" for one in name)


def put(files: dict[str, File], name: str, file: File) -> None:
    """Add a file by the name that messages hold, unless another has that name."""
    said = shown(name)
    if said in files:
        # Only names that cannot be shown fall together.
        file = File(file.real, fault=UnreadableError(say("is the name of two files")))
    files[said] = file


def is_left_out(part: str) -> bool:
    """Return whether a file or folder of this name is never looked into."""
    return part.startswith(".") or part in _LEFT_OUT


def is_environment(parts: Iterable[str]) -> bool:
    """Return whether a folder with these files is a virtual environment."""
    return _ENVIRONMENT in parts
