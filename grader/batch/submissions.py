"""The submissions of a class: the direct children of one folder."""

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from grader.errors import UsageError
from grader.submission.contents import shown

KINDS = (".zip", ".py", ".ipynb")


class Handed(NamedTuple):
    """One submission: its id in the gradebook, and its name in the folder."""

    id: str
    name: str


class Class(NamedTuple):
    """The submissions in the order of their ids, and what lies there beside them."""

    root: Path
    submissions: tuple[Handed, ...]
    ignored: tuple[str, ...]
    clashing: tuple[str, ...]
    """Ids that two had: they are called by their full names instead."""


def find(root: Path) -> Class:
    """Return the submissions below a folder; raises UsageError if there is none."""
    try:
        names = list(_names(root))
    except NotADirectoryError:
        raise UsageError(
            f"{root} is a file.",
            "grade takes a folder with a file, folder or zip for each submission; "
            "for a single one: grader check --file FILE",
        ) from None
    except FileNotFoundError:
        raise UsageError(f"No folder {root}.") from None
    except OSError as error:
        raise UsageError(f"{root} cannot be read ({error.strerror}).") from None
    taken = [name for name, is_folder in names if is_folder or _is_kind(name)]
    ignored = sorted(
        set(map(text, (name for name, _ in names))) - set(map(text, taken))
    )
    folders = {name for name, is_folder in names if is_folder}
    if not taken:
        raise UsageError(
            f"{root} holds no submission.",
            "Each of its folders, .zip, .py and .ipynb files is one.",
        )
    short = {name: _id(name, is_folder=name in folders) for name in taken}
    often = Counter(short.values())
    clashing = sorted(one for one, count in often.items() if count > 1)
    ids = {
        name: one if often[one] == 1 else shown(text(name))
        for name, one in short.items()
    }
    if len(set(ids.values())) < len(ids):
        twice = next(one for one, count in Counter(ids.values()).items() if count > 1)
        raise UsageError(
            f"Two submissions in {root} are called {twice}.", "Rename one."
        )
    handed = sorted(Handed(one, name) for name, one in ids.items())
    return Class(root, tuple(handed), tuple(ignored), tuple(clashing))


def _names(root: Path) -> Iterator[tuple[str, bool]]:
    with os.scandir(root) as entries:
        for entry in entries:
            if not entry.name.startswith((".", "__MACOSX")):
                yield entry.name, _is_folder(entry)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        # A link in a circle; should it be called like a submission, it is told there.
        return False


def _is_kind(name: str) -> bool:
    return Path(name).suffix.lower() in KINDS


def _id(name: str, *, is_folder: bool) -> str:
    """Return a name as gradebooks hold it: without the suffix of a file."""
    said = text(name)
    return shown(said if is_folder else said[: -len(Path(said).suffix)])


def text(name: str) -> str:
    """Return the name of a file as gradebooks hold it."""
    # A name need not be text: what is not is replaced.
    return os.fsencode(name).decode("utf-8", "replace")
