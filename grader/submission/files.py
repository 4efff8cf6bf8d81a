"""Opens files of a student's: none outside its folder, none without an end."""

import errno
import os
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import final

from grader.spot import Spot

MAX_BYTES = 1 << 20

_NO_FILE = "is not a regular file"

# What a system lacks is left out; O_NONBLOCK: opening a pipe must not wait.
_READ = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
)
# O_PATH: a folder that may be passed through need not be one that may be listed.
_PASS = _READ | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_PATH", 0)


@final
class UnreadableError(Exception):
    """A file that cannot be taken as Python source.

    `line` counts from 1, in a notebook within `cell`; None if it is not a matter of a
    line. `help` says what to do where `message` does not.
    """

    def __init__(
        self,
        message: str,
        line: int | None = None,
        help: str = "",  # noqa: A002 - the word
        cell: int | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.help = help
        self.cell = cell

    @property
    def spot(self) -> Spot:
        """Where the fault is; the first line, if it is not a matter of a line."""
        return Spot(self.line or 1, self.cell)

    def about(self, name: str) -> str:
        """Return the sentence about the file that messages call `name`."""
        if self.line is None:
            return f"{name} {self.message}."
        return f"{name}, {self.spot.said}: it {self.message}."


def read_bytes(path: Path, inside: Path | None = None, most: int = MAX_BYTES) -> bytes:
    """Return the content of a file of a student's, of at most `most` bytes.

    Where it leads has to lie in the folder `inside`, a path without links; by default
    in the file's own folder. Raises UnreadableError for anything else than a regular
    file in there, and FileNotFoundError if there is none.
    """
    inside = path.parent.resolve() if inside is None else inside
    try:
        handle = _open(inside, follow(path, inside).parts)
        try:
            data = _read(handle, most + 1)
        finally:
            os.close(handle)
    except FileNotFoundError:
        raise
    except OSError as error:
        # What opening a socket says.
        if error.errno in (errno.ENXIO, errno.EOPNOTSUPP):
            raise UnreadableError(_NO_FILE) from None
        raise UnreadableError(f"cannot be read ({error.strerror})") from None
    if len(data) > most:
        raise UnreadableError(f"is larger than {most >> 20} MB")
    return data


def follow(path: Path, inside: Path) -> Path:
    """Return where a path leads, relative to the folder `inside`.

    Raises UnreadableError if a link leads out of it, OSError if it leads nowhere.
    """
    real = Path(os.path.realpath(path, strict=True))
    if real.is_relative_to(inside):
        return real.relative_to(inside)
    verb = "is" if path.is_symlink() else "lies behind"
    what = "folder" if path.is_dir() else "file"
    raise UnreadableError(
        f"{verb} a link that leads out of {inside.name or inside}; "
        f"hand in the {what} itself"
    )


def _open(folder: Path, parts: tuple[str, ...]) -> int:
    """Open the file at `parts` below a folder; no part of the way may be a link."""
    if os.open not in os.supports_dir_fd:
        return os.open(folder.joinpath(*parts), _READ)
    at = os.open(folder, _PASS if parts else _READ)
    for index, part in enumerate(parts, 1):
        try:
            below = os.open(part, _READ if index == len(parts) else _PASS, dir_fd=at)
        finally:
            os.close(at)
        at = below
    return at


def _read(handle: int, most: int) -> bytes:
    # Asked of what was opened: what lies at the path may change meanwhile.
    mode = os.fstat(handle).st_mode
    if S_ISDIR(mode):
        raise UnreadableError("is a folder, not a file")
    if not S_ISREG(mode):
        raise UnreadableError(_NO_FILE)
    with os.fdopen(handle, "rb", closefd=False) as file:
        return file.read(most)
