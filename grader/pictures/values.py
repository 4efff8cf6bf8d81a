"""What a student's function returned, as numbers that can be drawn."""

from typing import Any

import numpy as np

from grader.compare import ladder
from grader.compare.failure import Failure, Rung
from grader.compare.sentences import describe, none, subject, within, wrong_type
from grader.guest.wire import Strings
from grader.language import marked, say

FAR = 1e9
"""Where drawing ends: axes and pixels are no place for larger numbers."""
MAX_ITEMS = 100_000
MAX_WORD = 24
_SHOWN_KEYS = 8

_RANGE = marked(
    "{subject} goes from {least:.4g} to {most:.4g}; expected numbers from {low:g} to "
    "{high:g}."
)
_COUNT = marked(
    "{subject} has {n} numbers; expected at least one and fewer than {most:,}."
)
_DICT = marked("{subject} is {yours}; expected a dict with the key {key!r}.")
_KEYS = marked("The dict has no key {key!r}. It has: {has}.")
_NO_KEYS = marked("The dict has no key {key!r}. It has: none.")
_TUPLE = marked("{subject} is {yours}; expected a tuple of {n}.")
_ITEMS = marked("{subject} has {yours} items; expected {expected}.")
_SHAPE = marked("{subject} has shape {yours}; expected {expected}.")


def numbers(
    yours: Any,
    shape: tuple[int, ...] | None = None,
    *,
    part: str = "",
    between: tuple[float, float] = (-FAR, FAR),
) -> np.ndarray:
    """Return `yours` as a float64 array of finite real numbers, of `shape` if given.

    `part` says which part of a larger value it is, as Python would: `["w"]`. Raises
    the student's Failure for anything else, and for numbers that are not `between`.
    """
    try:
        array = ladder.numeric_array(yours, shape, part)
    except Failure as failure:
        if part and part not in failure.sentence:
            failure.sentence = within(part, failure.sentence)
        raise
    low, high = between
    if array.size and not (low <= array.min() and array.max() <= high):
        raise Failure(
            say(_RANGE).format(
                subject=subject(part),
                least=array.min(),
                most=array.max(),
                low=low,
                high=high,
            ),
            rung=Rung.VALUES,
        )
    return array


def number(
    yours: Any, *, part: str = "", between: tuple[float, float] = (-FAR, FAR)
) -> float:
    """Return `yours` as one finite real number; else like `numbers`.

    An array of any shape with one number in it is that number.
    """
    if type(yours) is np.ndarray and yours.size == 1:
        yours = yours.reshape(())
    return float(numbers(yours, (), part=part, between=between))


def series(
    yours: Any, *, part: str = "", between: tuple[float, float] = (-FAR, FAR)
) -> np.ndarray:
    """Return a list of numbers, at least one, as an array of shape (n,).

    An array of shape (n,) is as good as a list; else like `numbers`.
    """
    if type(yours) is np.ndarray and yours.ndim == 1:
        array = numbers(yours, part=part, between=between)
    elif type(yours) in (list, tuple):
        some = [
            number(one, part=f"{part}[{index}]", between=between)
            for index, one in enumerate(yours[:MAX_ITEMS])
        ]
        array = np.array(some, float)
    else:
        raise wrong_type(part, yours, []) if yours is not None else none(part)
    if not 0 < array.size < MAX_ITEMS:
        raise Failure(
            say(_COUNT).format(subject=subject(part), n=array.size, most=MAX_ITEMS),
            rung=Rung.SHAPE,
        )
    return array


def member(yours: Any, key: str) -> Any:
    """Return what a dictionary has under `key`; raises the student's Failure."""
    if yours is None:
        raise none("")
    if type(yours) is not dict:
        raise Failure(
            say(_DICT).format(subject=subject(""), yours=describe(yours), key=key),
            rung=Rung.TYPE,
        )
    if key not in yours:
        has = ", ".join(repr(one)[:40] for one in list(yours)[:_SHOWN_KEYS])
        told = say(_KEYS if has else _NO_KEYS).format(key=key, has=has)
        raise Failure(told, rung=Rung.SHAPE)
    return yours[key]


def items(yours: Any, count: int) -> list[Any]:
    """Return the `count` items of a tuple or list; raises the student's Failure."""
    if yours is None:
        raise none("")
    if type(yours) not in (tuple, list):
        raise Failure(
            say(_TUPLE).format(subject=subject(""), yours=describe(yours), n=count),
            rung=Rung.TYPE,
        )
    if len(yours) != count:
        raise Failure(
            say(_ITEMS).format(subject=subject(""), yours=len(yours), expected=count),
            rung=Rung.SHAPE,
        )
    return list(yours)


def words(yours: Any, count: int, *, part: str = "") -> list[str]:
    """Return `count` byte strings, an array of shape (count,), as text.

    Raises the student's Failure for anything else.
    """
    if yours is None:
        raise none(part)
    if type(yours) is np.ndarray and yours.dtype.kind == "S":
        yours = Strings(yours.shape, tuple(yours.ravel().tolist()))
    if not isinstance(yours, Strings):
        raise wrong_type(part, yours, Strings((count,), (b"",) * count))
    if yours.shape != (count,):
        raise Failure(
            say(_SHAPE).format(
                subject=subject(part), yours=yours.shape, expected=(count,)
            ),
            rung=Rung.SHAPE,
        )
    return [text(one) for one in yours.items]


def text(name: bytes) -> str:
    """Return the name of something in a file of data as a few printable characters."""
    said = name[:MAX_WORD].decode("utf-8", "replace")
    # Between dollars matplotlib reads a formula.
    return "".join(one if one.isprintable() and one != "$" else "?" for one in said)
