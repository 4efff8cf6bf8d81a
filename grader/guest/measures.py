"""What a guest does to shut itself in: prepared by its parent, taken in one go.

Each page of memory that a guest is the first to write to is copied for it, and what
Python looks up, calls or counts it writes to. So a guest looks up and puts together as
little as possible: it makes calls that are there.
"""

from collections.abc import Callable
from typing import Any, NamedTuple


class Measure(NamedTuple):
    """A call, and what it has to come to; None where it may also fail."""

    call: Callable[..., Any]
    arguments: tuple[Any, ...]
    wanted: int | None = 0


def take(measures: list[Measure]) -> bool:
    """Take all measures, and forget them; return whether each came to what it had to.

    Nothing else may know of them: they are calls that student code must not find.
    """
    stand = True
    for call, arguments, wanted in measures:
        try:
            came = call(*arguments)
        except (OSError, ValueError):
            came = -1
        stand = stand and wanted in (None, came)
    measures.clear()
    return stand
