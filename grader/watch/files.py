"""What changes on disk: looked at when the system says so, and now and then anyway."""

import platform
import stat
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple, final

SELDOM = 1.0
"""Seconds between looks where the system tells of changes: it may miss some."""
OFTEN = 0.25
"""Seconds between looks where it does not."""
_STEP = 30
_DEBOUNCE = 60


class Trace(NamedTuple):
    """What tells one content of a file from another, without reading it."""

    number: int
    size: int
    changed: int
    mode: int

    @property
    def is_file(self) -> bool:
        """Whether it is a file, not a folder, say, in its place."""
        return stat.S_ISREG(self.mode)


Traces = dict[Path, Trace | None]


def look(files: Iterable[Path]) -> Traces:
    """Return the traces of files; None for one that is not there."""
    return {file: _trace(file) for file in files}


def _trace(file: Path) -> Trace | None:
    try:
        found = file.stat()
    except (OSError, ValueError):
        return None
    # The mode: a file that cannot be read is another one.
    return Trace(found.st_ino, found.st_size, found.st_mtime_ns, found.st_mode)


def must_poll() -> bool:
    """Whether the system tells of no changes: under WSL, on the drives of Windows."""
    return "microsoft" in platform.release().lower()


@final
class Prompter:
    """Calls `prompt` when something changes in folders, in a thread of its own.

    What changed is for `look` to say: editors rename, truncate and write twice. Where
    the system has no more watches to give, `failed` is called once.
    """

    def __init__(
        self,
        folders: Iterable[Path],
        prompt: Callable[[], None],
        failed: Callable[[], None],
    ) -> None:
        self._folders = sorted({str(one) for one in folders if one.is_dir()})
        self._prompt = prompt
        self._failed = failed
        self._stop = threading.Event()
        threading.Thread(target=self._run, daemon=True).start()

    def end(self) -> None:
        """Let the thread end, at its next step."""
        self._stop.set()

    def _run(self) -> None:
        try:
            from watchfiles import watch  # noqa: PLC0415 - 0.05 s, beside the check

            for _ in watch(
                *self._folders,
                watch_filter=None,
                debounce=_DEBOUNCE,
                step=_STEP,
                stop_event=self._stop,
                force_polling=False,
                recursive=False,
                ignore_permission_denied=True,
            ):
                self._prompt()
        except Exception:  # noqa: BLE001 - whatever it is, looking works without it
            if not self._stop.is_set():
                self._failed()
