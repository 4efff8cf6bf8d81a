"""A case's message: one sentence, then what may be shown of the arrays."""

from collections.abc import Sequence
from typing import Any

from grader.compare.failure import Failure
from grader.feedback.arrays import Entry, block
from grader.feedback.notices import Notice
from grader.verdict import Visibility

MAX_INPUTS = 4
MAX_NAME = 20


def compose(
    failure: Failure,
    inputs: Sequence[tuple[str, Any]],
    visibility: Visibility,
    *,
    reveal: bool,
    notice: Notice | None = None,
) -> str:
    """Return the message of a failed case, as much of it as may be seen.

    A private case tells nothing of its input; a described one tells the input and
    what was returned, and what was expected only to who may `reveal` it. A `notice`
    says where the numbers went wrong.
    """
    if visibility is Visibility.PRIVATE and not reveal:
        return "A private case did not pass."
    parts = [failure.sentence]
    difference = failure.difference
    entries = [Entry(name, value) for name, value in inputs[:MAX_INPUTS]]
    results: list[Entry] = []
    focus = None
    if difference is not None:
        focus = difference.focus
        label = f"yours{difference.part}"
        results.append(Entry(label, difference.yours, difference.rows))
        if difference.expected is not None and (
            reveal or visibility is Visibility.SHOWN
        ):
            label = f"expected{difference.part}"
            results.append(Entry(label, difference.expected, difference.rows))
            parts[0] = f"{parts[0]} {failure.beside}".rstrip()
    if difference is not None and difference.what:
        what, said = difference.what, parts[0]
        parts[0] = f"{what[0].upper()}{what[1:]}: {said[0].lower()}{said[1:]}"
    if entries or results:
        parts.append(block(entries, results, focus))
    if notice is not None:
        parts[0] = f"{notice.spot.said.capitalize()}: {notice.said} {parts[0]}"
        parts.append("\n".join(notice.rows))
    if failure.details:
        parts.append(failure.details)
    return "\n\n".join(parts)


def inputs(
    args: tuple[Any, ...], kwargs: dict[str, Any], names: Sequence[str]
) -> list[tuple[str, Any]]:
    """Return a call's arguments with the names of the student's own parameters."""
    labels = [
        name if len(name) <= MAX_NAME else f"{name[:MAX_NAME]}…" for name in names
    ]
    labels = [*labels, *(f"argument {i + 1}" for i in range(len(names), len(args)))]
    return [*zip(labels, args, strict=False), *kwargs.items()]
