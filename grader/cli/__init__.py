"""The `grader` program: arguments in, screens and exit codes out."""

import os
import sys


def main() -> None:
    """Run the program and leave with its exit code."""
    sys.exit(run())


def run() -> int:
    """Run the program; return the exit code, whatever happens."""
    from grader.cli import running  # noqa: PLC0415 - `import grader.cli` stays light

    return running.run(_program)


def _program() -> None:
    from grader.cli.speaking import speak  # noqa: PLC0415 - as above

    words = speak(sys.argv[1:], os.environ)
    # Only now: what options are for is said when their module is loaded.
    from grader.cli.app import app  # noqa: PLC0415 - as above

    app(words, prog_name="grader")
