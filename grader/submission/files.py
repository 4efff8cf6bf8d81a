"""Opens files of a student's: none outside its folder, none without an end."""

import errno
import os
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import final

from grader.language import filled, marked, say
from grader.spot import Spot

MAX_BYTES = 1 << 20

_NO_FILE = marked("is not a regular file")

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

# By whether it is a link itself, and whether it is a folder.
_LEADS_OUT = {
    (True, True): marked(
        "is a link that leads out of {folder}; hand in the folder itself"
    ),
    (True, False): marked(
        "is a link that leads out of {folder}; hand in the file itself"
    ),
    (False, True): marked(
        "lies behind a link that leads out of {folder}; hand in the folder itself"
    ),
    (False, False): marked(
        "lies behind a link that leads out of {folder}; hand in the file itself"
    ),
}


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
            return filled(say("{file} {is_so}."), file=name, is_so=self.message)
        told = say("{file}, {where}: it {is_so}.")
        return filled(told, file=name, where=self.spot.said, is_so=self.message)


def unreadable(error: OSError) -> UnreadableError:
    """Return the fault of a file that the system does not let be read."""
    told = say("cannot be read ({reason})")
    return UnreadableError(told.format(reason=error.strerror))


def too_large(most: int) -> UnreadableError:
    """Return the fault of a file of more than `most` bytes."""
    told = say("is larger than {size} MB")
    return UnreadableError(told.format(size=most >> 20))


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
            raise UnreadableError(say(_NO_FILE)) from None
        raise unreadable(error) from None
    if len(data) > most:
        raise too_large(most)
    return data


def follow(path: Path, inside: Path) -> Path:
    """Return where a path leads, relative to the folder `inside`.

    Raises UnreadableError if a link leads out of it, OSError if it leads nowhere.
    """
    real = Path(os.path.realpath(path, strict=True))
    if real.is_relative_to(inside):
        return real.relative_to(inside)
    is_link, is_folder = path.is_symlink(), path.is_dir()
    told = say(_LEADS_OUT[is_link, is_folder])
    raise UnreadableError(told.format(folder=inside.name or inside))


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
        raise UnreadableError(say("is a folder, not a file"))
    if not S_ISREG(mode):
        raise UnreadableError(say(_NO_FILE))
    with os.fdopen(handle, "rb", closefd=False) as file:
        return file.read(most)
