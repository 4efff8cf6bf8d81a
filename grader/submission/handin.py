"""What a student handed in, a file, a folder or a zip, as its files by name."""

import hashlib
import os
from pathlib import Path
from typing import NamedTuple

from grader.errors import UsageError
from grader.language import say
from grader.submission import contents, folder
from grader.submission.contents import File
from grader.submission.files import UnreadableError, follow, read_bytes, unreadable


class HandIn(NamedTuple):
    """The files of a submission by their names in it.

    `path` is what messages call the whole, `before` what they put before a name.
    """

    id: str
    path: str
    before: str
    files: dict[str, File]
    sha256: str = ""
    """Of the file, if it is one; which files of several count is not known here."""

    @property
    def single(self) -> bool:
        """Whether it is one file, and not a folder or an archive of some."""
        return bool(self.sha256)

    @property
    def unopened(self) -> str:
        """What to say of what is not there besides: it may be in this file."""
        for name, file in sorted(self.files.items()):
            if file.fault and (contents.is_source(name) or contents.unread(name)):
                return file.fault.about(self.before + name)
        return ""


def read(path: Path, called: str = "") -> HandIn:
    """Read what lies at `path`; raises UsageError if it cannot be a submission.

    Messages call it `called`, by default its path.
    """
    # A name need not be text: what is not is replaced.
    called = called or os.fsencode(path).decode("utf-8", "replace")
    kind = path.suffix.lower()
    try:
        # A link may not lead out of the folder that it lies in, wherever that is.
        real = _real(path)
        if real.is_dir():
            name = _name(path if path.name not in ("", "..") else real)
            before = "" if called == "." else f"{called}/"
            return HandIn(name, called, before, folder.read(real, called))
        if kind == ".zip":
            from grader.submission import archive  # noqa: PLC0415 - only for archives

            data = read_bytes(real, real.parent, archive.MAX_ARCHIVE)
            return HandIn(_name(path)[:-4], called, "", archive.read(data, called))
        if fault := contents.unread(path.name):
            raise fault
        data = read_bytes(real, real.parent, contents.most(path.name))
    except FileNotFoundError:
        raise UsageError(
            say("No file {file}.").format(file=called),
            say("--file takes a .py file, a notebook, a folder or a .zip."),
        ) from None
    except UnreadableError as error:
        raise UsageError(error.about(called), error.help) from None
    except OSError as error:
        raise UsageError(unreadable(error).about(called)) from None
    name = _name(path)
    before = called.removesuffix(name)
    sha256 = hashlib.sha256(data).hexdigest()
    files = {name: File(name, data)}
    known = name.removesuffix(".py").removesuffix(contents.NOTEBOOK)
    return HandIn(known, called, before, files, sha256)


def _real(path: Path) -> Path:
    if path.name in ("", ".."):
        return path.resolve(strict=True)
    parent = path.parent.resolve(strict=True)
    return parent / follow(parent / path.name, parent)


def _name(path: Path) -> str:
    return os.fsencode(path.name).decode("utf-8", "replace")
