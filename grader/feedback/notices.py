"""Where numbers overflowed or became nan, from what NumPy warned of."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from grader.feedback.arrays import significant
from grader.feedback.outcomes import Line, Place
from grader.feedback.quoted import quoted
from grader.language import marked, say
from grader.sandbox.outcome import Noted
from grader.spot import Spot

_NOTE = re.compile(
    r"(overflow|divide by zero|invalid value) encountered in (?:scalar )?(\w{1,40})"
)
_LOGARITHMS = ("log", "log2", "log10", "log1p")
_SIGNS = {
    "add": "+", "divide": "/", "matmul": "@", "multiply": "*", "power": "**",
    "subtract": "-", "true_divide": "/",
}  # fmt: skip
_OVERFLOWED = marked(
    "{what} overflowed: a number became larger than the largest float."
)
_OVERFLOWED_ON = marked(
    "{what} overflowed: a number became larger than the largest float (the largest "
    "input is {largest})."
)
_DIVIDED = marked("{what} divided by zero.")
_LOGARITHM_OF_ZERO = marked("{what} took the logarithm of zero.")
_LOGARITHM_OF_LESS = marked(
    "{what} took the logarithm of a negative number, which is nan."
)
_ROOT_OF_LESS = marked(
    "{what} took the square root of a negative number, which is nan."
)
_NO_RESULT = marked("{what} has no result for some values, such as 0/0 or inf - inf.")


class Notice(NamedTuple):
    """What is said of one warning, where it was, and the rows of its line."""

    said: str
    spot: Spot
    line: int
    rows: tuple[str, ...]


def notice(
    noted: Sequence[Noted],
    args: Sequence[Any],
    kwargs: Mapping[str, Any],
    line: Line,
    place: Place = Spot,
) -> Notice | None:
    """Return the first warning that has a line, None if none tells anything.

    `args` and `kwargs` are what the function was called with.
    """
    for one in noted:
        words = _words(one.message, [*args, *kwargs.values()])
        label, number, _, start, end = one.place
        text = line(label, number)
        if words is not None and text.strip():
            spot = place(number)
            rows = quoted(spot.line, text, start, end)
            return Notice(words, spot, number, tuple(rows))
    return None


def _words(message: str, values: Sequence[Any]) -> str | None:
    found = _NOTE.fullmatch(message)
    if found is None:
        return None
    kind, name = found.groups()
    what = f"`{_SIGNS[name]}`" if name in _SIGNS else f"np.{name}"
    if kind == "overflow":
        largest = _largest(values)
        if largest is None:
            return say(_OVERFLOWED).format(what=what)
        return say(_OVERFLOWED_ON).format(what=what, largest=significant(largest))
    logarithm = name in _LOGARITHMS
    if kind == "divide by zero":
        words = _LOGARITHM_OF_ZERO if logarithm else _DIVIDED
    elif logarithm:
        words = _LOGARITHM_OF_LESS
    else:
        words = _ROOT_OF_LESS if name == "sqrt" else _NO_RESULT
    return say(words).format(what=what)


def _largest(values: Sequence[Any]) -> float | None:
    """Return the number farthest from 0 among the arguments, with its sign."""
    largest = None
    for value in values:
        if not isinstance(value, int | float | np.number | np.ndarray):
            continue
        array = np.asarray(value)
        if array.dtype.kind not in "iuf" or not array.size:
            continue
        flat = array.astype(np.float64).ravel()
        flat = flat[np.isfinite(flat)]
        if flat.size:
            one = float(flat[np.abs(flat).argmax()])
            largest = one if largest is None or abs(one) > abs(largest) else largest
    return largest
