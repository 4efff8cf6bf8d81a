"""Climbs the ladder: returned, type, shape, dtype, finite, values."""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np

from grader.compare.failure import Difference, Failure, RowNote, Rung
from grader.compare.keys import wrong_keys
from grader.compare.numbers import Shown, check_finite, check_values
from grader.compare.sentences import none, subject, wrong_shape, wrong_type
from grader.guest.wire import Strings
from grader.language import marked, say

Number = bool | int | float | complex | np.generic
MAX_EXCHANGED = 8
_TRIAL = "trial"
_SHOWN = (bool, float, int)

_LENGTH: Final = marked("{subject} has length {yours}; expected {expected}.")
_SHAPE: Final = marked("{subject} has shape {yours}; expected {expected}.")
_BYTES: Final = marked("{subject} holds other byte strings than expected.")
_COMPLEX: Final = marked("{subject} holds complex numbers; expected real ones.")
_COMPLEX_NUMBER: Final = marked("{subject} is a complex number; expected a real one.")
_ARRAY: Final = marked(
    "{subject} is an array of shape {shape}; expected a single number."
)
_EXCHANGED: Final = marked(
    "The parts `{first}` and `{second}` stand in each other's place."
)
_OTHER: Final = marked("{subject} is not the expected one.")
_CASE: Final = marked("Only upper and lower case differ.")
_SPACES: Final = marked("Only spaces and line ends differ.")


def climb(
    yours: Any,
    expected: Any,
    rtol: float,
    atol: float,
    *,
    what: str | None = None,
    rows: RowNote | None = None,
) -> None:
    """Compare two values; raise Failure at the first broken rung.

    Numbers agree if `|yours - expected| <= atol + rtol * |expected|`. Ints, floats
    and bools are compared by value, a list is as good as a tuple and the other way
    round, and a dict has exactly the expected keys.
    """
    _climb(yours, expected, (rtol, atol), "", Shown(what, rows))


def _climb(
    yours: Any,
    expected: Any,
    tolerance: tuple[float, float],
    part: str,
    shown: Shown,
) -> None:
    if yours is None and expected is not None:
        raise none(part)
    if isinstance(expected, dict):
        _climb_dict(yours, expected, tolerance, part, shown)
    elif isinstance(expected, tuple | list):
        _climb_sequence(yours, expected, tolerance, part, shown)
    elif isinstance(expected, np.ndarray) and expected.dtype.kind == "S":
        _climb_strings(yours, expected, part)
    elif isinstance(expected, np.ndarray) and expected.ndim:
        _climb_array(yours, expected, tolerance, part, shown)
    elif isinstance(expected, Number | np.ndarray):
        _climb_number(yours, expected, tolerance, part, shown)
    elif type(yours) is not type(expected):
        raise wrong_type(part, yours, expected)
    elif yours != expected:
        raise Failure(
            say(_OTHER).format(subject=subject(part)),
            rung=Rung.VALUES,
            difference=Difference(part, yours, expected),
            beside=_text_remark(yours, expected),
        )


def numeric_array(
    yours: Any, shape: tuple[int, ...] | None, part: str = ""
) -> np.ndarray:
    """Return `yours` as an array of finite real numbers, of `shape` if it is given.

    Raises Failure at the first broken rung. The shape () asks for one number; `part`
    says which part of a larger value it is.
    """
    if yours is None:
        raise none(part)
    if shape == ():
        number = np.asarray(_number(yours, part, 0.0))
        check_finite(number, part, Shown(), expected=None)
        return number
    example = np.zeros(shape or (1,))
    array = _plain_array(yours, part, example)
    if shape is not None and array.shape != shape:
        raise wrong_shape(part, array, example)
    _check_dtype(array, part, example)
    check_finite(array, part, Shown(), expected=None)
    return array.astype(np.float64)


def _text_remark(yours: Any, expected: Any) -> str:
    if type(yours) is not str or type(expected) is not str:
        return ""
    if yours.lower() == expected.lower():
        return say(_CASE)
    return say(_SPACES) if yours.split() == expected.split() else ""


def _climb_dict(
    yours: Any,
    expected: dict[Any, Any],
    tolerance: tuple[float, float],
    part: str,
    shown: Shown,
) -> None:
    if type(yours) is not dict:
        raise wrong_type(part, yours, expected)
    failure = wrong_keys(part, yours, expected)
    if failure is not None:
        raise failure
    for key, value in expected.items():
        _climb(yours[key], value, tolerance, f"{part}[{key!r}]", shown)


def _climb_sequence(
    yours: Any,
    expected: tuple[Any, ...] | list[Any],
    tolerance: tuple[float, float],
    part: str,
    shown: Shown,
) -> None:
    if type(yours) not in (tuple, list):
        raise wrong_type(part, yours, expected)
    numbers = bool(expected) and all(isinstance(item, Number) for item in expected)
    if len(yours) != len(expected):
        shown_too = numbers and yours and all(type(item) in _SHOWN for item in yours)
        raise Failure(
            say(_LENGTH).format(
                subject=subject(part), yours=len(yours), expected=len(expected)
            ),
            rung=Rung.SHAPE,
            difference=Difference(part, np.asarray(yours), None) if shown_too else None,
        )
    if numbers:
        # A list of numbers (costs) reads best as one row.
        pairs = enumerate(zip(yours, expected, strict=True))
        mine = [_number(one, f"{part}[{i}]", right) for i, (one, right) in pairs]
        rights = [_number(item, "", item) for item in expected]
        yours, right = np.asarray(mine), np.asarray(rights)
        check_values(yours, right, tolerance, part, shown, listed=True)
        return
    for index, (one, right) in enumerate(zip(yours, expected, strict=True)):
        try:
            _climb(one, right, tolerance, f"{part}[{index}]", shown)
        except Failure as failure:
            # Not within a trial of it: that would try all of the parts again.
            trial = part == _TRIAL
            other = None if trial else _exchanged(yours, expected, index, tolerance)
            if other is not None:
                first, second = sorted((index, other))
                failure.sentence = say(_EXCHANGED).format(
                    first=f"{part}[{first}]", second=f"{part}[{second}]"
                )
            raise


def _exchanged(
    yours: Sequence[Any],
    expected: Sequence[Any],
    index: int,
    tolerance: tuple[float, float],
) -> int | None:
    """Return the item that stands in the place of another, and that one in its."""
    for other in range(min(len(yours), MAX_EXCHANGED)):
        if other != index and (
            _agree(yours[index], expected[other], tolerance)
            and _agree(yours[other], expected[index], tolerance)
        ):
            return other
    return None


def _agree(yours: Any, expected: Any, tolerance: tuple[float, float]) -> bool:
    try:
        _climb(yours, expected, tolerance, _TRIAL, Shown())
    except Failure:
        return False
    return True


def _climb_array(
    yours: Any,
    expected: np.ndarray,
    tolerance: tuple[float, float],
    part: str,
    shown: Shown,
) -> None:
    array = _plain_array(yours, part, expected)
    if array.shape != expected.shape:
        raise wrong_shape(part, array, expected)
    _check_dtype(array, part, expected)
    check_values(array, expected, tolerance, part, shown)


def _climb_strings(yours: Any, expected: np.ndarray, part: str) -> None:
    # As it came over the wire, or as a reference or misconception returned it.
    if type(yours) is np.ndarray and yours.dtype.kind == "S":
        yours = Strings(yours.shape, tuple(yours.ravel().tolist()))
    right = Strings(expected.shape, tuple(expected.ravel().tolist()))
    if not isinstance(yours, Strings):
        raise wrong_type(part, yours, right)
    if yours.shape != right.shape:
        raise Failure(
            say(_SHAPE).format(
                subject=subject(part), yours=yours.shape, expected=right.shape
            ),
            rung=Rung.SHAPE,
        )
    if yours != right:
        raise Failure(
            say(_BYTES).format(subject=subject(part)),
            rung=Rung.VALUES,
            difference=Difference(part, yours, expected),
        )


def _plain_array(yours: Any, part: str, expected: np.ndarray) -> np.ndarray:
    if type(yours) is not np.ndarray:
        raise wrong_type(part, yours, expected)
    return yours


def _check_dtype(array: np.ndarray, part: str, expected: np.ndarray) -> None:
    if array.dtype.kind == "c" and expected.dtype.kind != "c":
        raise Failure(
            say(_COMPLEX).format(subject=subject(part)),
            rung=Rung.DTYPE,
        )


def _number(yours: Any, part: str, expected: Any) -> Any:
    if isinstance(yours, np.ndarray) and yours.ndim:
        raise Failure(
            say(_ARRAY).format(subject=subject(part), shape=yours.shape),
            rung=Rung.SHAPE,
            difference=Difference(part, yours, None),
        )
    if not isinstance(yours, Number | np.ndarray):
        raise wrong_type(part, yours, expected)
    if np.iscomplexobj(yours) and not np.iscomplexobj(expected):
        raise Failure(
            say(_COMPLEX_NUMBER).format(subject=subject(part)),
            rung=Rung.DTYPE,
        )
    try:
        return complex(yours) if np.iscomplexobj(yours) else float(yours)  # type: ignore[arg-type]
    except OverflowError:
        return float("inf")


def _climb_number(
    yours: Any,
    expected: Any,
    tolerance: tuple[float, float],
    part: str,
    shown: Shown,
) -> None:
    number, right = _number(yours, part, expected), _number(expected, "", expected)
    try:
        check_values(np.asarray(number), np.asarray(right), tolerance, part, shown)
    except Failure as failure:
        # Shown as they were returned: 3 and not 3.0.
        if failure.difference is not None:
            failure.difference = failure.difference._replace(
                yours=yours, expected=expected
            )
        raise
