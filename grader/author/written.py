"""Files that are written all or none, and never over another."""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import final

from grader.errors import UsageError


@final
class Written:
    """What has been written so far, so that it can be taken back."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._files: list[Path] = []
        self._folders: list[Path] = []
        self._replaced: list[tuple[Path, bytes]] = []

    def refuse_taken(self, names: Mapping[str, str]) -> None:
        """Raise UsageError if a file by one of these names is there already."""
        for name in names:
            if os.path.lexists(self._root / name):
                raise UsageError(
                    f"{name} is there already. Nothing was written.",
                    "Move it away, or take another name.",
                )

    def folder(self, folder: Path) -> None:
        """Make a folder and those above it."""
        for above in (*reversed(folder.parents), folder):
            if not above.exists():
                above.mkdir()
                self._folders.append(above)

    def file(self, name: str, text: str) -> None:
        """Write a file that is not there yet, by its path from the root."""
        path = self._root / name
        self.folder(path.parent)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            self._files.append(path)
            file.write(text)

    def data(self, name: str, data: bytes) -> None:
        """Write bytes to a file that is not there yet."""
        path = self._root / name
        self.folder(path.parent)
        with path.open("xb") as file:
            self._files.append(path)
            file.write(data)

    def replace(self, path: Path, data: bytes) -> None:
        """Write a file that is there, in one step."""
        path = path.resolve()
        self._replaced.append((path, path.read_bytes()))
        _swap(path, data)

    def take_back(self) -> None:
        """Leave everything as it was found."""
        for path, data in reversed(self._replaced):
            _swap(path, data)
        for path in reversed(self._files):
            path.unlink(missing_ok=True)
        for folder in reversed(self._folders):
            try:
                folder.rmdir()
            except OSError:
                # Somebody else has put something there in the meantime.
                continue


@contextmanager
def written(root: Path) -> Iterator[Written]:
    """Yield what files are written with; if anything fails, they are taken back."""
    files = Written(root)
    try:
        yield files
    except OSError as error:
        files.take_back()
        named = error.filename or root
        try:
            named = Path(named).relative_to(root).as_posix()
        except ValueError:
            named = str(named)
        raise UsageError(
            f"Cannot write {named}: {error.strerror}. Nothing was written."
        ) from None
    except BaseException:
        files.take_back()
        raise


def _swap(path: Path, data: bytes) -> None:
    new = path.with_name(f".{path.name}.new")
    try:
        new.write_bytes(data)
        shutil.copymode(path, new)
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)
