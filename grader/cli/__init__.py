"""The `grader` program: arguments in, screens and exit codes out."""

import sys


def main() -> None:
    """Run the program and leave with its exit code."""
    from grader.cli.app import run  # noqa: PLC0415 - `import grader.cli` stays light

    sys.exit(run())
