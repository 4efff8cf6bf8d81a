"""Single keys of a terminal, without ENTER, and the terminal as it was afterwards."""

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from typing import Any, final

_SEQUENCES = {
    b"\x1b[A": "up", b"\x1bOA": "up", b"\x1b[B": "down", b"\x1bOB": "down",
    b"\x1b[5~": "page up", b"\x1b[6~": "page down", b"\x1b[H": "top",
    b"\x1bOH": "top", b"\x1b[1~": "top", b"\x1b[F": "bottom", b"\x1bOF": "bottom",
    b"\x1b[4~": "bottom",
}  # fmt: skip
_NAMED = {"\r": "enter", "\n": "enter", " ": "page down", "\x1b": "escape"}
_READ = 1024


def decode(data: bytes) -> Iterator[str]:
    """Yield the keys in what a terminal sent: letters in lower case, others by name."""
    while data:
        known = next((one for one in _SEQUENCES if data.startswith(one)), None)
        if known is not None:
            yield _SEQUENCES[known]
            data = data[len(known) :]
        elif data[:2] in {b"\x1b[", b"\x1bO"}:
            # Another key's sequence: its letters are no keys.
            end = next((i for i in range(2, len(data)) if 0x40 <= data[i] <= 0x7E), 2)
            data = data[end + 1 :]
        else:
            one = chr(data[0]) if data[0] < 0x80 else ""
            data = data[1:]
            if one in _NAMED:
                yield _NAMED[one]
            elif one.isprintable() and one:
                yield one.lower()


@final
class PosixKeys:
    """Keys of the terminal at stdin; `attributes` are how it was before."""

    def __init__(self) -> None:
        import termios  # noqa: PLC0415 - not on Windows

        self._termios: Any = termios
        self._file = sys.stdin.fileno()
        self._attributes = termios.tcgetattr(self._file)

    def open(self) -> None:
        """Take keys one by one, unseen; Ctrl-C and Ctrl-Z are signals as before."""
        mode = self._termios.tcgetattr(self._file)
        mode[3] &= ~(self._termios.ECHO | self._termios.ICANON)
        mode[6][self._termios.VMIN], mode[6][self._termios.VTIME] = 1, 0
        self._termios.tcsetattr(self._file, self._termios.TCSADRAIN, mode)

    def close(self) -> None:
        """Set the terminal to how it was; keys that nobody read are forgotten."""
        # A terminal that is gone needs nothing.
        with contextlib.suppress(self._termios.error):
            self._termios.tcsetattr(
                self._file, self._termios.TCSAFLUSH, self._attributes
            )

    def flush(self) -> None:
        """Forget the keys that were typed ahead."""
        with contextlib.suppress(self._termios.error):
            self._termios.tcflush(self._file, self._termios.TCIFLUSH)

    def read(self) -> list[str]:
        """Wait for keys; none are the end of the terminal."""
        while True:
            data = os.read(self._file, _READ)
            keys = list(decode(data))
            if keys or not data:
                return keys


@final
class WindowsKeys:
    """Keys of a console; its mode stays as it is."""

    def __init__(self) -> None:
        import msvcrt  # noqa: PLC0415 - only on Windows

        self._console: Any = msvcrt

    def open(self) -> None:
        """Do nothing: msvcrt reads keys one by one."""

    def close(self) -> None:
        """Do nothing, as above."""

    def flush(self) -> None:
        """Forget the keys that were typed ahead."""
        while self._console.kbhit():
            self._console.getwch()

    def read(self) -> list[str]:
        """Wait for a key."""
        arrows = {"H": "up", "P": "down", "I": "page up", "Q": "page down",
                  "G": "top", "O": "bottom"}  # fmt: skip
        while True:
            # Not in getwch, which would keep Ctrl-C to itself.
            while not self._console.kbhit():
                time.sleep(0.03)
            one = self._console.getwch()
            if one in {"\x00", "\xe0"}:
                found = [arrows.get(self._console.getwch(), "")]
            else:
                found = list(decode(one.encode("utf-8", "replace")))
            if any(found):
                return found


Keys = PosixKeys | WindowsKeys


def keys() -> Keys:
    """Return the keys of the terminal that this program runs in."""
    return WindowsKeys() if os.name == "nt" else PosixKeys()
