"""Numbers of one shape against what is right: finite first, then near enough."""

from typing import Any, Final, NamedTuple

import numpy as np

from grader.compare.failure import Difference, Failure, RowNote, Rung
from grader.compare.relation import relation
from grader.compare.sentences import within
from grader.language import joined, marked, say

# A float of fewer bytes is off by as many of its last digits after a few operations.
_ROUNDINGS = 64

_NOT_FINITE: Final = marked("The value is not finite ({kind}).")
_PART_NOT_FINITE: Final = marked("The part `{part}` is not finite ({kind}).")
_ONE_NOT_FINITE: Final = marked(
    "1 of {size} values is not finite ({kind}), at {where}."
)
_SOME_NOT_FINITE: Final = marked(
    "{count} of {size} values are not finite ({kind}){spread}, the first at {where}."
)
_VALUE_DIFFERS: Final = marked("The value differs.")
_ONE_DIFFERS: Final = marked("1 of {size} values differs, at {where}.")
_SOME_DIFFER: Final = marked(
    "{count} of {size} values differ{spread}, most at {where}."
)
_IN_ROW: Final = marked(", all in row {at}")
_IN_COLUMN: Final = marked(", all in column {at}")
_KIND_OF: Final = {
    (True, False): marked("nan"),
    (False, True): marked("infinite"),
    (True, True): marked("nan and infinite"),
}

_ALL_RIGHT: Final = marked("Shape and dtype are right.")
_SHAPE_RIGHT: Final = marked("The shape is right.")
_LENGTH_RIGHT: Final = marked("The length is right.")
_WHOLE_NUMBERS: Final = marked(
    "The shape is right; dtype {dtype} holds no fractions, as the expected values have."
)
_FEW_DIGITS: Final = marked(
    "The shape is right; dtype {dtype} keeps fewer digits than are asked for."
)


class Shown(NamedTuple):
    """What the values are called, if not the returned ones, and a note on rows."""

    what: str | None = None
    rows: RowNote | None = None


def check_finite(
    yours: np.ndarray, part: str, shown: Shown, *, expected: np.ndarray | None
) -> None:
    """Raise Failure for numbers that are not finite where the expected ones are."""
    right = np.ones(yours.shape, bool) if expected is None else np.isfinite(expected)
    wrong = right & ~np.isfinite(yours)
    if not wrong.any():
        return
    where = index(wrong.argmax(), wrong.shape)
    nan = np.isnan(yours[wrong])
    kind = say(_KIND_OF[bool(nan.any()), not nan.all()])
    count = int(wrong.sum())
    if wrong.size == 1:
        template = _PART_NOT_FINITE if part else _NOT_FINITE
        sentence = say(template).format(part=part, kind=kind)
    else:
        template = _ONE_NOT_FINITE if count == 1 else _SOME_NOT_FINITE
        sentence = say(template).format(
            count=count,
            size=wrong.size,
            kind=kind,
            spread=_spread(wrong),
            where=list(where),
        )
        sentence = within(part, sentence)
    raise Failure(
        sentence,
        rung=Rung.FINITE,
        difference=Difference(part, yours, expected, where, *shown),
    )


def check_values(
    yours: np.ndarray,
    expected: np.ndarray,
    tolerance: tuple[float, float],
    part: str,
    shown: Shown,
    *,
    listed: bool = False,
) -> None:
    """Raise Failure for numbers of one shape that do not agree.

    They are `listed` if they are a list's, which has a length and no dtype.
    """
    rtol, atol = tolerance

    def close(one: Any, other: Any) -> Any:
        with np.errstate(all="ignore"):
            return np.abs(one - other) <= atol + rtol * np.abs(other)

    mine, right = _wide(yours), _wide(expected)
    if (
        np.isfinite(mine).all()
        and np.isfinite(right).all()
        and close(mine, right).all()
    ):
        # Most answers are right: they need not be looked at in all detail.
        return
    check_finite(yours, part, shown, expected=expected)
    # Any gap is within a share of infinity: what is not finite has to be the same.
    same = (mine == right) | (np.isnan(mine) & np.isnan(right))
    near = same | (np.isfinite(right) & close(mine, right))
    if near.all():
        return
    with np.errstate(all="ignore"):
        gap = np.abs(mine - right)
    gap = np.where(near, -1.0, np.nan_to_num(gap, nan=np.inf, posinf=np.inf))
    where = index(gap.argmax(), gap.shape)
    sentence = _differing(~near, where)
    if expected.ndim and not part and not shown.what:
        told = say(_LENGTH_RIGHT) if listed else _right(yours, expected, gap)
        sentence = joined(told, sentence)
    raise Failure(
        within(part, sentence),
        rung=Rung.VALUES,
        difference=Difference(part, yours, expected, where, *shown),
        beside=relation(yours, expected, close),
    )


def index(flat: Any, shape: tuple[int, ...]) -> tuple[int, ...]:
    """Return a position in an array of a shape from the one in its flat form."""
    return tuple(int(one) for one in np.unravel_index(int(flat), shape))


def _differing(wrong: np.ndarray, where: tuple[int, ...]) -> str:
    if wrong.size == 1:
        return say(_VALUE_DIFFERS)
    count = int(wrong.sum())
    template = _ONE_DIFFERS if count == 1 else _SOME_DIFFER
    return say(template).format(
        count=count, size=wrong.size, spread=_spread(wrong), where=list(where)
    )


def _spread(wrong: np.ndarray) -> str:
    """Return which row or column of a matrix holds all that is wrong, if one does."""
    if wrong.ndim != 2 or min(wrong.shape) == 1:
        return ""
    for axis, words in ((1, _IN_ROW), (0, _IN_COLUMN)):
        lines = np.flatnonzero(wrong.any(axis=axis))
        if lines.size == 1:
            return say(words).format(at=int(lines[0]))
    return ""


def _right(yours: np.ndarray, expected: np.ndarray, gap: np.ndarray) -> str:
    """Return what is right of an array whose values are not, and what dtype does."""
    kinds = [kind if kind not in "iu" else "i" for kind in _kinds(yours, expected)]
    if kinds == ["f", "f"] and yours.dtype.itemsize < expected.dtype.itemsize:
        scale = np.abs(expected).max(initial=0.0, where=np.isfinite(expected))
        if gap.max() <= _ROUNDINGS * float(np.finfo(yours.dtype).eps) * scale:
            return say(_FEW_DIGITS).format(dtype=yours.dtype.name)
    if kinds[0] == kinds[1]:
        return say(_ALL_RIGHT)
    finite = expected[np.isfinite(expected)]
    if kinds == ["i", "f"] and (finite != np.trunc(finite)).any():
        return say(_WHOLE_NUMBERS).format(dtype=yours.dtype.name)
    return say(_SHAPE_RIGHT)


def _kinds(*arrays: np.ndarray) -> list[str]:
    return [array.dtype.kind for array in arrays]


def _wide(array: np.ndarray) -> np.ndarray:
    """Return numbers in a type in which differences neither wrap nor overflow."""
    return array.astype(np.complex128 if array.dtype.kind == "c" else np.float64)
