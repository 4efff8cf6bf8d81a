"""Where reports go: the screen, a file, or a file for each submission."""

import hashlib
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import final
from urllib.parse import quote

from grader.batch import gradebook
from grader.errors import UsageError
from grader.render.text import printable
from grader.replacing import write

MAX_NAME = 120
_DEVICES = {"con", "prn", "aux", "nul"}
_DEVICES |= {f"{name}{number}" for name in ("com", "lpt") for number in range(10)}


def one(parts: Iterable[str], out: Path | None, kept: Iterable[Path]) -> None:
    """Write a document to a file, or to the screen without one.

    The files in `kept` are not written over. Raises UsageError.
    """
    if out is None:
        _print(parts)
        return
    if out.is_dir():
        raise UsageError(f"{out} is a folder.", "This format is one file: --out FILE")
    for file in kept:
        if out.resolve() == file.resolve():
            raise UsageError(f"{out} is read here.", "Choose another --out FILE.")
    with write(out) as stream:
        for part in parts:
            stream.write(part.encode("utf-8", "replace"))


def _print(parts: Iterable[str]) -> None:
    for part in parts:
        try:
            # A CSV says itself how its lines end.
            sys.stdout.buffer.write(part.encode("utf-8", "replace"))
            sys.stdout.buffer.flush()
        except OSError as error:
            # Python must not try again at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise UsageError(
                f"Cannot write the report: {error.strerror}.", "Try --out FILE."
            ) from None


def each(documents: Iterable[tuple[str, str]], out: Path, ending: str = ".json") -> int:
    """Write a file for each id into a folder; return how many. Raises UsageError."""
    folder(out)
    names = Names(ending)
    count = 0
    for one, document in documents:
        with write(out / names.of(one), lasting=False) as stream:
            stream.write(document.encode("utf-8", "replace") + b"\n")
        count += 1
    return count


def folder(out: Path) -> None:
    """Make a folder if it is not there. Raises UsageError."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"Cannot make the folder {out}: {error.strerror}.") from None


def file_name(one: str, ending: str = ".json") -> str:
    """Return a name for the file of an id, whatever it holds, on any system."""
    safe = quote(one, safe=" @+,=()", errors="surrogatepass").replace("~", "%7E")
    if safe.startswith((".", " ", "-")):
        safe = f"%{ord(safe[0]):02X}{safe[1:]}"
    if safe.partition(".")[0].lower() in _DEVICES:
        safe = f"%{ord(safe[0]):02X}{safe[1:]}"
    if len(safe) > MAX_NAME:
        safe = f"{safe[:MAX_NAME]}-{_digest(one)}"
    return f"{safe or '%'}{ending}"


@final
class Names:
    """The files of one folder, a name for each id."""

    def __init__(self, ending: str) -> None:
        self._ending = ending
        self._taken: set[str] = set()

    def of(self, one: str) -> str:
        """Return the name for an id, which no other one has."""
        name = file_name(one, self._ending)
        # Anna and anna are one file on some systems.
        if name.lower() in self._taken:
            name = f"{name.removesuffix(self._ending)}-{_digest(one)}{self._ending}"
        self._taken.add(name.lower())
        return name


def _digest(one: str) -> str:
    return hashlib.sha256(one.encode("utf-8", "replace")).hexdigest()[:12]


def kept(folder: Path) -> list[Path]:
    """Return the files of a graded folder that no report may replace."""
    names = (gradebook.FILE, f"{gradebook.FILE}-wal", f"{gradebook.FILE}-shm")
    return [folder / name for name in (*names, "gradebook.lock")]


def listed(names: Iterable[str]) -> str:
    """Return names as a sentence ends with them."""
    return ", ".join(map(printable, names))


def counted(count: int, noun: str) -> str:
    """Return a number of things in words."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
