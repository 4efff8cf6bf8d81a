"""A lock that ends with the process that holds it, however that ends."""

import os
import sys
import time
from pathlib import Path
from typing import final

from grader.errors import UsageError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


_PAUSE = 0.005


@final
class Lock:
    """A locked file. Raises UsageError with `taken` if another process holds it.

    That is after `patience` seconds.
    """

    def __init__(self, file: Path, taken: str, patience: float = 0) -> None:
        ends = time.monotonic() + patience
        try:
            self._number = os.open(file, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise UsageError(f"Cannot write {file}: {error.strerror}.") from None
        while not self._try():
            if time.monotonic() >= ends:
                os.close(self._number)
                raise UsageError(taken, "Wait for it to end, or stop it.")
            time.sleep(_PAUSE)

    def release(self) -> None:
        """Let others have it."""
        os.close(self._number)

    def _try(self) -> bool:
        try:
            if sys.platform == "win32":
                msvcrt.locking(self._number, msvcrt.LK_NBLCK, 1)
            else:
                fcntl.flock(self._number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
