"""Values as Python source, whole and exact: what can be read can be pasted."""

import cmath
import math
import sys
from typing import Any

import numpy as np

from grader.guest.wire import Opaque, Strings, Subclassed
from grader.language import marked, say

MAX_PRINTED = 100_000
_NOT_KEPT = marked("# {name} is a value of type `{kind}`, which is not kept")
_ITS_VALUES = marked("# {name} was a `{kind}`; these are its values")
_TOO_MANY = marked(
    "# {name} is an array of shape {shape}, {dtype}: {n:,} values are too many to print"
)
_DEFAULTS = ("bool", "int64", "float64", "complex128")


def assignment(name: str, value: Any, width: int) -> str:
    """Return `name = value` in lines of about this width, or a comment if it cannot be.

    That is for a value that did not come back, and for an array that is too large.
    """
    if isinstance(value, Opaque):
        return say(_NOT_KEPT).format(name=name, kind=value.type_name)
    if isinstance(value, Subclassed):
        told = say(_ITS_VALUES).format(name=name, kind=value.type_name)
        return f"{told}\n{assignment(name, value.array, width)}"
    if isinstance(value, np.ndarray) and value.size > MAX_PRINTED:
        return say(_TOO_MANY).format(
            name=name, shape=value.shape, dtype=value.dtype.name, n=value.size
        )
    return f"{name} = {literal(value, width, len(name) + 3)}"


def literal(value: Any, width: int = 80, column: int = 0) -> str:
    """Return a value as Python writes it; it begins at a `column`."""
    match value:
        case np.ndarray():
            return _array(value, width, column)
        case np.generic():
            return f"np.{_dtype(value.dtype)}({literal(value.item())})"
        case float():
            return _number(value)
        case complex() if not cmath.isfinite(value):
            return f"complex({_number(value.real)}, {_number(value.imag)})"
        case Strings(shape=shape, items=items):
            return f"np.array({list(items)!r}).reshape({shape!r})"
        case Subclassed(array=array):
            return _array(array, width, column)
        case Opaque():
            return "..."
        case dict() | list() | tuple():
            return _container(value, width, width - column)
    return repr(value)


def plain(value: Any) -> Any:
    """Return a value of the wire as NumPy has it; what did not come back stays so."""
    match value:
        case Strings(shape=shape, items=items):
            return np.array(items, dtype=np.bytes_).reshape(shape)
        case Subclassed(array=array):
            return array
        case dict():
            return {key: plain(item) for key, item in value.items()}
        case list():
            return [plain(item) for item in value]
        case tuple():
            return tuple(plain(item) for item in value)
    return value


def _container(value: Any, width: int, room: int) -> str:
    if isinstance(value, dict):
        pairs = [
            f"{literal(key)}: {literal(one, width, 4)}" for key, one in value.items()
        ]
        return _joined("{", pairs, "}", room)
    parts = [literal(item, width, 4) for item in value]
    if isinstance(value, list):
        return _joined("[", parts, "]", room)
    return _joined("(", parts, ",)" if len(parts) == 1 else ")", room)


def _joined(start: str, parts: list[str], end: str, room: int) -> str:
    """Return parts on one line if there is room, else each on one of its own."""
    line = start + ", ".join(parts) + end
    if len(line) <= room and "\n" not in line:
        return line
    rows = "".join(
        f"    {part.replace(chr(10), chr(10) + '    ')},\n" for part in parts
    )
    return f"{start}\n{rows}{end.removeprefix(',')}"


def _array(array: np.ndarray, width: int, column: int) -> str:
    kind = array.dtype.name
    dtype = "" if kind in _DEFAULTS else f", dtype=np.{_dtype(array.dtype)}"
    if not array.size:
        return f"np.zeros({array.shape}, dtype=np.{_dtype(array.dtype)})"
    prefix = " " * column + "np.array("
    with np.printoptions(floatmode="unique", nanstr="np.nan", infstr="np.inf"):
        text = np.array2string(
            array,
            max_line_width=max(width, 30),
            separator=", ",
            prefix=prefix,
            threshold=sys.maxsize,
            formatter={"complexfloat": lambda value: literal(complex(value))},
        )
    return f"np.array({text}{dtype})"


def _dtype(dtype: np.dtype) -> str:
    # np.bool came with NumPy 2.
    return "bool_" if dtype.name == "bool" else dtype.name


def _number(value: float) -> str:
    if math.isnan(value):
        return "np.nan"
    if math.isinf(value):
        return "np.inf" if value > 0 else "-np.inf"
    return repr(value)
