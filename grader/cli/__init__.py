"""The `grader` program: arguments in, screens and exit codes out."""

import gc
import os
import signal
import sys

from grader.cli import unread

LOADING = 100_000
"""How many new objects there are before Python looks for garbage among them.

What a check loads is some 50,000, and stays. With its own 700 Python looks 400 times
at them, a fifth of the time that a check takes.
"""


def main() -> None:
    """Run the program and leave with its exit code."""
    gc.set_threshold(LOADING)
    unread.allow()
    # Ctrl-C ends a program that is not loaded yet as it ends any other, in silence.
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    code = run()
    # What is left ends with the process, and need not be looked through.
    gc.freeze()
    sys.exit(code)


def run() -> int:
    """Run the program; return the exit code, whatever happens."""
    from grader.cli import running  # noqa: PLC0415 - `import grader.cli` stays light

    return running.run(_program)


def _program() -> None:
    from grader.cli.speaking import speak  # noqa: PLC0415 - as above

    words = speak(sys.argv[1:], os.environ)
    if "grade" in words:
        from grader.batch.starting import early  # noqa: PLC0415 - of no use to others

        with early(words):
            _command(words)
    else:
        _command(words)


def _command(words: list[str]) -> None:
    # Only now: what options are for is said when their module is loaded.
    from grader.cli import typed  # noqa: PLC0415 - as above
    from grader.cli.app import app  # noqa: PLC0415 - as above

    typed.run(app, words)
