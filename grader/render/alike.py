"""Answers that are alike, in words: what it means and what it does not."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from grader.verdict import Alike

HEAD: Final = ("alike", "alike, short answers")
SHORT: Final = 5
"""Up to so many statements, students who never met write the same."""


class Group(NamedTuple):
    """A group as one of its submissions has it: numbered within its exercise from 1."""

    exercise: str
    number: int
    submissions: int
    statements: int

    @property
    def short(self) -> bool:
        """Whether the answers are too short for it to mean anything."""
        return self.statements <= SHORT


def sentence(one: Alike) -> str:
    """Return what a person may conclude from a group."""
    found = (
        f"Identical after renaming and formatting, {len(one.submissions):,} submissions"
    )
    size = f"{one.statements:,} statement{'' if one.statements == 1 else 's'}"
    if one.statements <= SHORT:
        return f"{found}; the answer is short ({size}), so this proves nothing."
    return (
        f"{found}; the answer has {size}. Read them side by side: "
        "they may also have one source that was allowed."
    )


def cells(groups: Iterable[Group]) -> list[str]:
    """Return what a submission has in the columns of `HEAD`."""
    found = sorted(groups, key=lambda one: -one.statements)
    return [
        "; ".join(map(_named, (one for one in found if one.short is short)))
        for short in (False, True)
    ]


def _named(one: Group) -> str:
    plural = "" if one.statements == 1 else "s"
    return (
        f"{one.exercise} group {one.number}: {one.submissions} alike, "
        f"{one.statements} statement{plural}"
    )
