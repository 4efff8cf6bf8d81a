"""Climbs the ladder: returned, type, shape, dtype, finite, values."""

import difflib
from typing import Any

import numpy as np

from grader.compare.failure import Difference, Failure, RowNote, Rung
from grader.compare.sentences import none, subject, wrong_shape, wrong_type
from grader.guest.wire import Strings

Number = bool | int | float | complex | np.generic
MAX_SHOWN_KEYS = 8


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
    _climb(yours, expected, (rtol, atol), "", (what, rows))


def _climb(
    yours: Any,
    expected: Any,
    tolerance: tuple[float, float],
    part: str,
    shown: tuple[str | None, RowNote | None],
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
            f"{subject(part)} is not the expected one.",
            rung=Rung.VALUES,
            difference=Difference(part, yours, expected),
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
        _check_finite(number, part, (None, None), expected=None)
        return number
    example = np.zeros(shape or (1,))
    array = _plain_array(yours, part, example)
    if shape is not None and array.shape != shape:
        raise wrong_shape(part, array, example)
    _check_dtype(array, part, example)
    _check_finite(array, part, (None, None), expected=None)
    return array.astype(np.float64)


def _climb_dict(
    yours: Any,
    expected: dict[Any, Any],
    tolerance: tuple[float, float],
    part: str,
    shown: tuple[str | None, RowNote | None],
) -> None:
    if type(yours) is not dict:
        raise wrong_type(part, yours, expected)
    missing = [key for key in expected if key not in yours]
    extra = [str(key)[:40] for key in yours if key not in expected][:MAX_SHOWN_KEYS]
    if missing:
        lower = {key.lower(): key for key in extra}
        near = difflib.get_close_matches(str(missing[0]).lower(), lower, n=1)
        sentence = f"{subject(part)} has no key {missing[0]!r}"
        sentence += f"; it has {lower[near[0]]!r}." if near else "."
        raise Failure(sentence, rung=Rung.SHAPE)
    if extra:
        raise Failure(
            f"{subject(part)} has a key {extra[0]!r} that is not asked for.",
            rung=Rung.SHAPE,
        )
    for key, value in expected.items():
        _climb(yours[key], value, tolerance, f"{part}[{key!r}]", shown)


def _climb_sequence(
    yours: Any,
    expected: tuple[Any, ...] | list[Any],
    tolerance: tuple[float, float],
    part: str,
    shown: tuple[str | None, RowNote | None],
) -> None:
    if type(yours) not in (tuple, list):
        raise wrong_type(part, yours, expected)
    if len(yours) != len(expected):
        raise Failure(
            f"{subject(part)} has {len(yours)} items; expected {len(expected)}.",
            rung=Rung.SHAPE,
        )
    if expected and all(isinstance(item, Number) for item in expected):
        # A list of numbers (costs) reads best as one row.
        pairs = enumerate(zip(yours, expected, strict=True))
        numbers = [_number(mine, f"{part}[{i}]", right) for i, (mine, right) in pairs]
        rights = [_number(item, "", item) for item in expected]
        _climb_values(np.asarray(numbers), np.asarray(rights), tolerance, part, shown)
        return
    for index, (mine, right) in enumerate(zip(yours, expected, strict=True)):
        _climb(mine, right, tolerance, f"{part}[{index}]", shown)


def _climb_array(
    yours: Any,
    expected: np.ndarray,
    tolerance: tuple[float, float],
    part: str,
    shown: tuple[str | None, RowNote | None],
) -> None:
    array = _plain_array(yours, part, expected)
    if array.shape != expected.shape:
        raise wrong_shape(part, array, expected)
    _check_dtype(array, part, expected)
    _climb_values(array, expected, tolerance, part, shown)


def _climb_strings(yours: Any, expected: np.ndarray, part: str) -> None:
    # As it came over the wire, or as a reference or misconception returned it.
    if type(yours) is np.ndarray and yours.dtype.kind == "S":
        yours = Strings(yours.shape, tuple(yours.ravel().tolist()))
    right = Strings(expected.shape, tuple(expected.ravel().tolist()))
    if not isinstance(yours, Strings):
        raise wrong_type(part, yours, right)
    if yours.shape != right.shape:
        raise Failure(
            f"{subject(part)} has shape {yours.shape}; expected {right.shape}.",
            rung=Rung.SHAPE,
        )
    if yours != right:
        raise Failure(
            f"{subject(part)} holds other byte strings than expected.",
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
            f"{subject(part)} holds complex numbers; expected real ones.",
            rung=Rung.DTYPE,
        )


def _number(yours: Any, part: str, expected: Any) -> Any:
    if isinstance(yours, np.ndarray) and yours.ndim:
        raise Failure(
            f"{subject(part)} is an array of shape {yours.shape}; "
            "expected a single number.",
            rung=Rung.SHAPE,
            difference=Difference(part, yours, None),
        )
    if not isinstance(yours, Number | np.ndarray):
        raise wrong_type(part, yours, expected)
    if np.iscomplexobj(yours) and not np.iscomplexobj(expected):
        raise Failure(
            f"{subject(part)} is a complex number; expected a real one.",
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
    shown: tuple[str | None, RowNote | None],
) -> None:
    number, right = _number(yours, part, expected), _number(expected, "", expected)
    try:
        _climb_values(np.asarray(number), np.asarray(right), tolerance, part, shown)
    except Failure as failure:
        # Shown as they were returned: 3 and not 3.0.
        if failure.difference is not None:
            failure.difference = failure.difference._replace(
                yours=yours, expected=expected
            )
        raise


def _check_finite(
    yours: np.ndarray,
    part: str,
    shown: tuple[str | None, RowNote | None],
    *,
    expected: np.ndarray | None,
) -> None:
    right = np.ones(yours.shape, bool) if expected is None else np.isfinite(expected)
    wrong = right & ~np.isfinite(yours)
    if not wrong.any():
        return
    where = _index(wrong.argmax(), wrong.shape)
    value = "nan" if np.isnan(yours[where]) else "infinite"
    count = f"{wrong.sum()} of {wrong.size} values are" if wrong.size > 1 else "It is"
    place = f", the first at {list(where)}" if where else ""
    raise Failure(
        f"{count} not finite ({value}){place}.",
        rung=Rung.FINITE,
        difference=Difference(part, yours, expected, where, *shown),
    )


def _climb_values(
    yours: np.ndarray,
    expected: np.ndarray,
    tolerance: tuple[float, float],
    part: str,
    shown: tuple[str | None, RowNote | None],
) -> None:
    _check_finite(yours, part, shown, expected=expected)
    mine, right = _wide(yours), _wide(expected)
    rtol, atol = tolerance
    with np.errstate(all="ignore"):
        gap = np.abs(mine - right)
        near = gap <= atol + rtol * np.abs(right)
    # Any gap is within a share of infinity: what is not finite has to be the same.
    same = (mine == right) | (np.isnan(mine) & np.isnan(right))
    near = np.where(np.isfinite(right), near, same)
    if near.all():
        return
    gap = np.where(near, -1.0, np.nan_to_num(gap, nan=np.inf, posinf=np.inf))
    where = _index(gap.argmax(), gap.shape)
    differs = int((~near).sum())
    if gap.size == 1:
        sentence = "The value differs."
    else:
        sentence = f"{differs} of {gap.size} values differ, most at {list(where)}."
    if expected.ndim and _is_whole(part, shown):
        sentence = "Shape and dtype are right. " + sentence
    elif part:
        sentence = f"In the part `{part}`: {sentence[0].lower()}{sentence[1:]}"
    raise Failure(
        sentence,
        rung=Rung.VALUES,
        difference=Difference(part, yours, expected, where, *shown),
    )


def _is_whole(part: str, shown: tuple[str | None, RowNote | None]) -> bool:
    """Return whether the compared value is all that was returned."""
    return not part and not shown[0]


def _wide(array: np.ndarray) -> np.ndarray:
    """Return numbers in a type in which differences neither wrap nor overflow."""
    return array.astype(np.complex128 if array.dtype.kind == "c" else np.float64)


def _index(flat: Any, shape: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(int(one) for one in np.unravel_index(int(flat), shape))
