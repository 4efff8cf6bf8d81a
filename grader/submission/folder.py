"""Reads a folder that was handed in: its sources, and no link out of it."""

import os
from pathlib import Path
from typing import final

from grader.errors import UsageError
from grader.language import say
from grader.submission import contents
from grader.submission.contents import File
from grader.submission.files import UnreadableError, follow, read_bytes, unreadable


def read(folder: Path, called: str) -> dict[str, File]:
    """Return the sources below `folder`, a path without links, by relative name.

    A file that cannot be read is there with its fault. Raises UsageError, about what
    messages call `called`, for more than a submission can hold.
    """
    walk = _Walk(folder, called)
    walk.enter(folder, "", (folder,))
    return walk.files


@final
class _Walk:
    """One pass over a folder, counting what it meets.

    Folders are listed by their path: should one be swapped for a link meanwhile, the
    names are a stranger's, but what is read is still checked to lie inside.
    """

    def __init__(self, root: Path, called: str) -> None:
        self.files: dict[str, File] = {}
        self._root = root
        self._called = called
        self._count = 0
        self._total = contents.Total(called)

    def enter(self, folder: Path, name: str, way: tuple[Path, ...]) -> None:
        """Read a folder; `way` is the folders above it and itself, links resolved."""
        if len(way) > contents.MAX_DEPTH:
            raise contents.too_deep(self._called)
        try:
            parts = self._list(folder)
        except OSError as error:
            fault = unreadable(error)
            if not name:
                raise UsageError(fault.about(self._called)) from None
            contents.put(self.files, name, File(name, fault=fault))
            return
        if name and contents.is_environment(parts):
            return
        for part in parts:
            if not contents.is_left_out(part):
                self._meet(folder / part, f"{name}/{part}" if name else part, way)

    def _list(self, folder: Path) -> list[str]:
        parts = []
        with os.scandir(folder) as entries:
            for entry in entries:
                self._count += 1
                if self._count > contents.MAX_FILES:
                    raise contents.too_many(self._called)
                parts.append(entry.name)
        return sorted(parts)

    def _meet(self, path: Path, name: str, way: tuple[Path, ...]) -> None:
        """Take a file, enter a folder, or note why neither is possible."""
        fault = None
        try:
            real = follow(path, self._root)
            target = self._root / real
            if target.is_dir():
                # A folder that holds a link to itself has no end.
                if target not in way:
                    self.enter(path, name, (*way, target))
            elif contents.is_source(name):
                self._take(name, real)
            else:
                fault = contents.unread(name)
        except FileNotFoundError:
            fault = UnreadableError(say("is a link that leads nowhere"))
        except UnreadableError as error:
            fault = error
        except OSError as error:
            fault = unreadable(error)
        if fault and (contents.may_matter(name) or path.is_dir()):
            contents.put(self.files, name, File(name, fault=fault))

    def _take(self, name: str, real: Path) -> None:
        data = read_bytes(self._root / real, self._root, contents.most(name))
        self._total.add(name, data)
        contents.put(
            self.files, name, File(real.as_posix(), data, contents.unfit(name))
        )
