"""A terminal that is looked at while a program runs in it."""

import termios
import time
from contextlib import suppress

import pexpect
import pyte

PATIENCE = 20


class Window:
    """A program in a terminal: what was sent to it, and what it shows now."""

    def __init__(self, program, columns, rows):
        self.program = program
        self.raw = b""
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)

    @property
    def lines(self):
        """The rows of the screen, without what is empty at their ends."""
        return [line.rstrip() for line in self._screen.display]

    @property
    def text(self):
        """The screen as one text."""
        return "\n".join(self.lines)

    @property
    def cursor_is_shown(self):
        """Whether the last word on the cursor was to show it."""
        return self.raw.rfind(b"\x1b[?25h") > self.raw.rfind(b"\x1b[?25l")

    @property
    def attributes(self):
        """How the terminal is set."""
        return termios.tcgetattr(self.program.child_fd)

    def pump(self, seconds):
        """Take what comes within some time; return False at the end."""
        end = time.monotonic() + seconds
        while True:
            try:
                left = max(0.01, end - time.monotonic())
                data = self.program.read_nonblocking(1 << 16, timeout=left)
            except pexpect.TIMEOUT:
                return True
            except pexpect.EOF:
                return False
            self.raw += data
            self._stream.feed(data)
            if time.monotonic() >= end:
                return True

    def until(self, *texts, without=()):
        """Wait until the screen has these texts, and none of those `without`."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            shown = self.text
            have = all(text in shown for text in texts)
            if have and not any(text in shown for text in without):
                return self
            if not self.pump(0.05):
                break
        message = f"never came: {texts} without {without}\n{self.text}"
        raise AssertionError(message)

    def settled(self, *texts):
        """Wait until the screen has these texts and nothing is going on."""
        return self.until(*texts, without=("checking ", "starting …"))

    def quiet(self, seconds):
        """Return what was sent within some time."""
        before = len(self.raw)
        self.pump(seconds)
        return self.raw[before:]

    def resize(self, columns, rows):
        """Give the terminal another size."""
        self._screen.resize(rows, columns)
        self._screen.reset()
        self.program.setwinsize(rows, columns)

    def press(self, *keys):
        """Press keys, one after the other."""
        for key in keys:
            self.program.send(key)

    def end(self):
        """Wait for the end; return the exit code as a shell would."""
        while self.pump(PATIENCE):
            pass
        with suppress(pexpect.ExceptionPexpect):
            self.program.wait()
        code, signal = self.program.exitstatus, self.program.signalstatus
        return code if signal is None else 128 + signal
