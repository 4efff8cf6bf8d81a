"""What a case raises when the student's function does not keep its promise."""

from collections.abc import Callable
from enum import IntEnum
from typing import Any, NamedTuple, final

from grader.verdict import CaseStatus


class Rung(IntEnum):
    """The ladder, in order: the first broken rung is the one that is told."""

    FOUND = 1
    SIGNATURE = 2
    RETURNED = 3
    TYPE = 4
    SHAPE = 5
    DTYPE = 6
    FINITE = 7
    VALUES = 8


RowNote = tuple[str, Callable[[Any], Any]]
"""A word and a function of one row, shown at the end of the row."""


class Difference(NamedTuple):
    """Two values that do not agree, and where they differ most.

    `part` says which part of a larger value they are, as Python would: `["dw"]`.
    """

    part: str
    yours: Any
    expected: Any
    focus: tuple[int, ...] | None = None
    what: str | None = None
    rows: RowNote | None = None


@final
class Failure(Exception):  # noqa: N818 - not an error: a verdict on its way
    """The student's failure in one case: one sentence, and what may be shown.

    `raised` is the type of the exception that a call of the function ended in, by name.
    `beside` is one more sentence, for who may see what was expected.
    """

    def __init__(
        self,
        sentence: str,
        *,
        rung: Rung | None = None,
        difference: Difference | None = None,
        status: CaseStatus = CaseStatus.FAILED,
        details: str = "",
        raised: str = "",
        beside: str = "",
    ) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.rung = rung
        self.difference = difference
        self.status = status
        self.details = details
        self.raised = raised
        self.beside = beside
