"""The faults that are not the student's, as types."""

from enum import IntEnum
from typing import final

from grader.language import marked

OURS = marked("The grader itself failed. This is not your code.")
"""What a fault of ours begins with, whoever tells it."""


class Exit(IntEnum):
    """The exit codes of every command."""

    PASSED = 0
    """Everything asked for passed."""
    STUDENT = 1
    """A student's failure: wrong, not started, missing, or loops."""
    USAGE = 2
    """Wrong usage, or input that cannot be read."""
    GRADER = 3
    """The grader's own failure, or the exercise's: never the student's."""


@final
class UsageError(Exception):
    """Something a person can put right, told without a traceback.

    `message` says what is wrong and where, `help` what to do.
    """

    def __init__(self, message: str, help: str = "") -> None:  # noqa: A002 - the word
        super().__init__(message)
        self.message = message
        self.help = help


@final
class GraderError(Exception):
    """The grader, an exercise or the sandbox is at fault: not the student's code."""

    def __init__(self, message: str, help: str = "") -> None:  # noqa: A002 - the word
        super().__init__(message)
        self.message = message
        self.help = help
