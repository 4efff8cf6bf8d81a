"""A submission as content: read where it lies, judged where it does not."""

import os
from pathlib import Path

import msgspec

from grader.batch.submissions import text
from grader.errors import UsageError
from grader.submission import handin
from grader.submission.contents import File
from grader.submission.files import UnreadableError
from grader.submission.handin import HandIn


class Fault(msgspec.Struct, frozen=True):
    """Why a file has no content; a `message` is bytes: not every name is text."""

    message: bytes
    line: int | None
    help: str
    cell: int | None


class Content(msgspec.Struct, frozen=True):
    """One file by its name in the submission; `real` is the name that it leads to."""

    name: str
    real: bytes
    data: bytes
    fault: Fault | None = None


class Parcel(msgspec.Struct, frozen=True):
    """What was handed in; or why it cannot be read, in `refused`."""

    id: str = ""
    path: str = ""
    before: str = ""
    sha256: str = ""
    files: tuple[Content, ...] = ()
    refused: str = ""

    def opened(self) -> HandIn:
        """Return what was packed; raises UsageError if it could not be read."""
        if self.refused:
            raise UsageError(self.refused)
        files = {one.name: _opened(one) for one in self.files}
        return HandIn(self.id, self.path, self.before, files, self.sha256)


def pack(root: Path, name: str) -> Parcel:
    """Return a submission as content; what cannot be read is packed as such."""
    try:
        given = read(root, name)
    except UsageError as error:
        return Parcel(refused=error.message)
    files = tuple(_packed(name, file) for name, file in given.files.items())
    return Parcel(given.id, given.path, given.before, given.sha256, files)


def read(root: Path, name: str) -> HandIn:
    """Read the submission called `name` in a folder; messages call it that, too.

    Raises UsageError if it cannot be one.
    """
    path = root / name
    if path.is_symlink():
        # It could be another student's.
        what = "folder" if path.is_dir() else "file"
        raise UsageError(f"{text(name)} is a link; hand in the {what} itself.")
    return handin.read(path, text(name))


def _packed(name: str, file: File) -> Content:
    fault = None
    if (why := file.fault) is not None:
        message = why.message.encode("utf-8", "surrogatepass")
        fault = Fault(message, why.line, why.help, why.cell)
    return Content(name, os.fsencode(file.real), file.data, fault)


def _opened(content: Content) -> File:
    fault = None
    if (why := content.fault) is not None:
        message = why.message.decode("utf-8", "surrogatepass")
        fault = UnreadableError(message, why.line, why.help, why.cell)
    return File(os.fsdecode(content.real), content.data, fault)
