"""Files that are replaced as a whole: there before, or there after, never by half."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from grader.errors import UsageError


@contextmanager
def write(file: Path) -> Iterator[BinaryIO]:
    """Yield a stream whose content is at `file` when all of it is written.

    Raises UsageError if that is not possible; what was there is there still.
    """
    try:
        number, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}-")
    except OSError as error:
        raise UsageError(f"Cannot write {file}: {error.strerror}.") from None
    try:
        with os.fdopen(number, "wb", closefd=True) as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(file)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise UsageError(f"Cannot write {file}: {error.strerror}.") from None
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
