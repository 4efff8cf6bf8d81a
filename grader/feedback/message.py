"""A case's message: one sentence, then what may be shown of the arrays."""

from collections.abc import Sequence
from typing import Any

from grader.compare.failure import Failure
from grader.feedback.arrays import Entry, block
from grader.feedback.notices import Notice
from grader.language import begun, continued, joined, marked, say
from grader.verdict import Visibility

MAX_INPUTS = 4
MAX_NAME = 20
_YOURS, _EXPECTED = marked("yours{part}"), marked("expected{part}")


def compose(
    failure: Failure,
    inputs: Sequence[tuple[str, Any]],
    visibility: Visibility,
    *,
    reveal: bool,
    notice: Notice | None = None,
    beside: str = "",
) -> str:
    """Return the message of a failed case, as much of it as may be seen.

    A private case tells nothing of its input; a described one tells the input and
    what was returned, and what was expected only to who may `reveal` it. A `notice`
    says where the numbers went wrong, `beside` is one more sentence on the input.
    """
    if visibility is Visibility.PRIVATE and not reveal:
        return say("A private case did not pass.")
    parts = [joined(failure.sentence, beside)]
    difference = failure.difference
    entries = [Entry(name, value) for name, value in inputs[:MAX_INPUTS]]
    results: list[Entry] = []
    focus = None
    if difference is not None:
        focus = difference.focus
        label = _labelled(_YOURS, difference.part)
        results.append(Entry(label, difference.yours, difference.rows))
        if difference.expected is not None and (
            reveal or visibility is Visibility.SHOWN
        ):
            label = _labelled(_EXPECTED, difference.part)
            results.append(Entry(label, difference.expected, difference.rows))
            parts[0] = joined(parts[0], failure.beside)
    if difference is not None and difference.what:
        what, said = begun(difference.what), continued(parts[0])
        parts[0] = say("{what}: {said}").format(what=what, said=said)
    if entries or results:
        parts.append(block(entries, results, focus))
    if notice is not None:
        parts[0] = notice.spot.opening(joined(notice.said, parts[0]))
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
    told = say("argument {n}")
    labels += [told.format(n=i + 1) for i in range(len(names), len(args))]
    return [*zip(labels, args, strict=False), *kwargs.items()]


def _labelled(text: str, part: str) -> str:
    """Return the label of a value, or of a part of it, as Python would say it."""
    return say(text).format(part=part).rstrip()
