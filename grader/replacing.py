"""Files that are replaced as a whole: there before, or there after, never by half."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from grader.errors import UsageError


@contextmanager
def write(file: Path, *, lasting: bool = True) -> Iterator[BinaryIO]:
    """Yield a stream whose content is at `file` when all of it is written.

    Raises UsageError if that is not possible; what was there is there still. Unless it
    is to be `lasting`, the power must not fail soon after: of thousands of files, to
    wait for the disk takes most of the time.
    """
    try:
        with replace(file, lasting=lasting) as stream:
            yield stream
    except OSError as error:
        raise UsageError(f"Cannot write {file}: {error.strerror}.") from None


@contextmanager
def replace(file: Path, *, lasting: bool = True) -> Iterator[BinaryIO]:
    """Do the same for who has words of its own: raises OSError."""
    # Nobody has that name; whoever has it all the same is not written over.
    new = file.parent / f".{file.name[:100]}-{secrets.token_hex(8)}"
    made = new.open("xb")
    try:
        with made as stream:
            yield stream
            stream.flush()
            if lasting:
                os.fsync(stream.fileno())
        new.replace(file)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
