"""The `grader` program: arguments in, screens and exit codes out."""

import gc
import sys

LOADING = 10_000
"""How many new objects there are before Python looks for garbage among them.

With its own 700 it looks some 400 times at what a check loads, which stays: a fifth of
the time that a check takes.
"""


def main() -> None:
    """Run the program and leave with its exit code."""
    gc.set_threshold(LOADING)
    from grader.cli.app import run  # noqa: PLC0415 - `import grader.cli` stays light

    code = run()
    # What is left ends with the process, and need not be looked through.
    gc.freeze()
    sys.exit(code)
