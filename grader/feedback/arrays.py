"""Arrays as text: a window of at most 3×5 around the largest gap, values aligned."""

import math
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from grader.compare.failure import RowNote
from grader.compare.sentences import describe
from grader.guest.wire import Subclassed

WINDOW = (3, 5)
LABEL_WIDTH = 8
DECIMALS = 3
MAX_DECIMALS = 16
MAX_TEXT = 60


class Entry(NamedTuple):
    """One labelled value of a block."""

    label: str
    value: Any
    rows: RowNote | None = None


def block(
    inputs: Sequence[Entry], results: Sequence[Entry], focus: tuple[int, ...] | None
) -> str:
    """Return the lines for a call's inputs and for what came of it.

    The results share a format, in which two different values at `focus` (the
    index of the largest gap) never print the same.
    """
    lines: list[str] = []
    width = max([LABEL_WIDTH, *(len(one.label) for one in [*inputs, *results])])
    for entry in inputs:
        array = _array(entry.value)
        fits = focus is not None and array is not None and array.ndim == len(focus)
        near = focus if fits else None
        form = _format([entry.value], None)
        lines += _entry(entry, near, form, width)
    form = _format([entry.value for entry in results], focus)
    for entry in results:
        lines += _entry(entry, focus, form, width)
    return "\n".join(line.rstrip() for line in lines)


def _entry(
    entry: Entry, focus: tuple[int, ...] | None, form: str, width: int
) -> list[str]:
    array = _array(entry.value)
    label = entry.label.ljust(width)
    if array is None:
        return [f"{label}  {_other(entry.value)}"]
    if array.ndim == 0:
        return [f"{label}  {_number(array[()], form)}"]
    if array.size == 0:
        return [f"{label}  empty, shape {array.shape}"]
    lines = _table(array, focus, form, entry.rows)
    return [
        f"{label if index == 0 else ' ' * width}  {line}"
        for index, line in enumerate(lines)
    ]


def _array(value: Any) -> np.ndarray | None:
    if isinstance(value, Subclassed):
        value = value.array
    if isinstance(value, bool | int | float | complex | np.generic | np.ndarray):
        array = np.asarray(value)
        return array if array.dtype.kind in "biufc" else None
    return None


def _other(value: Any) -> str:
    if value is None or isinstance(value, str):
        text = repr(value)
        return text if len(text) <= MAX_TEXT else text[:MAX_TEXT] + "… (cut)"
    return describe(value)


def _table(
    array: np.ndarray, focus: tuple[int, ...] | None, form: str, note: RowNote | None
) -> list[str]:
    """Return the lines of an array of one or more dimensions."""
    focus = focus if focus is not None and len(focus) == array.ndim else None
    place = ""
    leading = focus[:-2] if focus else (0,) * max(array.ndim - 2, 0)
    if array.ndim > 2:
        place = "[" + ", ".join(map(str, leading)) + ", :, :] of "
    plane = array[leading] if array.ndim > 2 else array
    flat = plane.ndim == 1
    plane = plane.reshape(1, -1) if flat else plane
    row, column = (focus[-2] if focus and not flat else 0), (focus[-1] if focus else 0)
    rows = _span(plane.shape[0], row, WINDOW[0])
    columns = _span(plane.shape[1], column, WINDOW[1])
    cells = [[_number(plane[i, j], form) for j in columns] for i in rows]
    cut = len(rows) < plane.shape[0] or len(columns) < plane.shape[1]
    heads = [f"{j}:" for j in columns] if cut else []
    size = max(len(text) for line in [*cells, heads] for text in line)
    lines = []
    if heads:
        margin = "" if flat else " " * 5
        lines.append(margin + "  ".join(text.rjust(size) for text in heads))
    for i, line in zip(rows, cells, strict=True):
        text = "  ".join(cell.rjust(size) for cell in line)
        if cut and not flat:
            text = f"{i}:".rjust(4) + " " + text
        if note and not flat:
            text += f"    {note[0]} {_short(note[1](plane[i]))}"
        lines.append(text)
    if cut or place:
        shown = [] if flat else [_range("row", rows)]
        shown.append(_range("column" if not flat else "item", columns))
        lines.append(f"({', '.join(shown)} of {place}shape {array.shape})")
    return lines


def _span(length: int, focus: int, most: int) -> range:
    start = max(0, min(focus - most // 2, length - most))
    return range(start, min(start + most, length))


def _range(word: str, span: range) -> str:
    if len(span) == 1:
        return f"{word} {span[0]}"
    return f"{word}s {span[0]}–{span[-1]}"


def _format(values: Sequence[Any], focus: tuple[int, ...] | None) -> str:
    """Return a format specification that suits all the values."""
    arrays = [array for value in values if (array := _array(value)) is not None]
    if not arrays or all(array.dtype.kind in "biu" for array in arrays):
        return "d"
    finite = [np.abs(array[np.isfinite(array)]) for array in arrays]
    largest = max((float(part.max()) for part in finite if part.size), default=0.0)
    small = 0 < largest < 10**-DECIMALS or largest >= 10**7
    kind = "e" if small else "f"
    decimals = DECIMALS if small else max(0, DECIMALS - _exponent(largest))
    if focus is not None and len(arrays) == 2:
        at = [array[focus] if array.shape else array[()] for array in arrays]
        while (
            decimals < MAX_DECIMALS
            and f"{at[0]:.{decimals}{kind}}" == f"{at[1]:.{decimals}{kind}}"
            and at[0] != at[1]
        ):
            decimals += 1
    return f".{decimals}{kind}"


def _exponent(number: float) -> int:
    return max(0, math.floor(math.log10(number))) if number else 0


def _number(value: Any, form: str) -> str:
    if isinstance(value, np.bool_ | bool):
        return str(bool(value)) if form == "d" else f"{float(value):{form}}"
    if form == "d":
        text = str(int(value))
        return text if len(text) <= MAX_TEXT else text[:MAX_TEXT] + "…"
    text = f"{value:{form}}"
    return text.replace("-", "") if not text.strip("-0.") else text


def _short(value: Any) -> str:
    """Return a number with four significant digits."""
    number = float(value)
    return f"{number:.4g}" if abs(number - 1) > 1e-9 else "1"
