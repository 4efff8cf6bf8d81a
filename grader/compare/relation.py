"""What is to be seen of two arrays of numbers that differ: observed, not concluded.

These sentences tell of the expected values, so only who sees those may read them.
"""

from collections.abc import Callable
from typing import Any, Final

import numpy as np

from grader.language import marked, say

# Of a larger one this would take the host too long.
MAX_SIZE = 100_000

Close = Callable[[Any, Any], Any]
"""Tells for each of two arrays' numbers whether they agree."""

_OPPOSITE: Final = marked("Each value is the opposite of the expected one.")
_EXCHANGED: Final = marked("It is the expected array with rows and columns exchanged.")
_SIGN: Final = marked("Only the sign differs.")
_SIGNS: Final = marked("Each value is the expected one with the other sign.")
_FACTOR: Final = marked("Each value is {factor} times the expected one.")
_MORE: Final = marked("Each value is larger than the expected one by {gap}.")
_LESS: Final = marked("Each value is smaller than the expected one by {gap}.")
_WITHOUT_FRACTION: Final = marked(
    "Each value is the expected one without its fraction."
)
_BACKWARDS: Final = marked("The values are the expected ones in the opposite order.")
_OTHER_ORDER: Final = marked("The values are the expected ones in another order.")


def relation(yours: np.ndarray, expected: np.ndarray, close: Close) -> str:
    """Return one sentence on how arrays of one shape differ, empty if none fits."""
    if yours.dtype.kind == expected.dtype.kind == "b":
        return say(_OPPOSITE) if yours.size > 1 and (yours != expected).all() else ""
    whole = yours.dtype.kind in "iu"
    if "c" in yours.dtype.kind + expected.dtype.kind or not 0 < yours.size <= MAX_SIZE:
        return ""
    mine, right = yours.astype(np.float64), expected.astype(np.float64)
    if not (np.isfinite(mine).all() and np.isfinite(right).all()):
        return ""
    with np.errstate(all="ignore"):
        if close(-mine, right).all():
            return say(_SIGN if mine.size == 1 else _SIGNS)
        if mine.size == 1:
            return ""
        if whole and (mine == np.trunc(right)).all():
            return say(_WITHOUT_FRACTION)
        return _order(mine, right, close) or _scale(mine, right, close)


def _order(mine: np.ndarray, right: np.ndarray, close: Close) -> str:
    if mine.ndim == 2 and mine.shape[0] == mine.shape[1] and close(mine.T, right).all():
        return say(_EXCHANGED)
    if close(np.flip(mine), right).all():
        return say(_BACKWARDS)
    if close(np.sort(mine, axis=None), np.sort(right, axis=None)).all():
        return say(_OTHER_ORDER)
    return ""


def _scale(mine: np.ndarray, right: np.ndarray, close: Close) -> str:
    largest = np.abs(right).argmax()
    divisor, gap = right.flat[largest], mine.flat[0] - right.flat[0]
    factor = mine.flat[largest] / divisor if divisor else 0.0
    # Of one value, over and over, every number is a multiple.
    told_apart = not close(np.abs(right), abs(divisor)).all()
    if (
        told_apart
        and factor
        and np.isfinite(factor)
        and close(mine / factor, right).all()
    ):
        return say(_FACTOR).format(factor=f"{factor:.4g}")
    if np.isfinite(gap) and gap and close(mine - gap, right).all():
        return say(_MORE if gap > 0 else _LESS).format(gap=f"{abs(gap):.4g}")
    return ""
