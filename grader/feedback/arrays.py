"""Arrays as text: a window of at most 3×5 around the largest gap, values aligned."""

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
from rich.cells import cell_len

from grader.compare.failure import RowNote
from grader.compare.sentences import describe
from grader.guest.wire import Strings, Subclassed
from grader.language import marked, say, spoken
from grader.wrapping import padded

WINDOW = (3, 5)
LABEL_WIDTH = 8
DECIMALS = 3
# Beyond these, and for more places than that, numbers read better with an exponent.
SMALL, LARGE = 1e-3, 1e7
MAX_PLACES = 10
FLOAT_DIGITS = 17
MAX_TEXT = 60
MAX_KEPT = 1 << 12
"""Bytes of an array whose lines are remembered."""

_EMPTY = marked("empty, shape {shape}")
_CUT = marked("{text}… (cut)")
# Of one of them, and of several.
_ITEM = marked("item {first}"), marked("items {first}–{last}")
_ROW = marked("row {first}"), marked("rows {first}–{last}")
_COLUMN = marked("column {first}"), marked("columns {first}–{last}")
_OF_ITEMS = marked("({items} of shape {shape})")
_OF_ROWS = marked("({rows}, {columns} of shape {shape})")
_OF_PLANE = marked("({rows}, {columns} of {place} of shape {shape})")


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
    width = max([LABEL_WIDTH, *(cell_len(one.label) for one in [*inputs, *results])])
    for entry in inputs:
        array = _array(entry.value)
        near = focus if array is not None and _lies_in(focus, array) else None
        lines += _entries([entry], near, width)
    lines += _entries(results, focus, width)
    return "\n".join(line.rstrip() for line in lines)


def _lies_in(focus: tuple[int, ...] | None, array: np.ndarray) -> bool:
    return (
        focus is not None
        and len(focus) == array.ndim
        and all(index < size for index, size in zip(focus, array.shape, strict=True))
    )


def _entries(
    entries: Sequence[Entry], focus: tuple[int, ...] | None, width: int
) -> Iterator[str]:
    """Yield the lines of entries that share a format."""
    arrays = [_array(entry.value) for entry in entries]
    known = [
        (array.tobytes(), array.dtype.str, array.shape)
        for entry, array in zip(entries, arrays, strict=True)
        if array is not None and array.nbytes <= MAX_KEPT and entry.rows is None
    ]
    if len(known) == len(entries):
        told = _known(tuple(known), focus, spoken())
    else:
        form = _format(arrays, focus)
        told = [
            [_other(entry.value)]
            if array is None
            else _lines(array, focus, form, entry.rows)
            for entry, array in zip(entries, arrays, strict=True)
        ]
    for entry, lines in zip(entries, told, strict=True):
        label = padded(entry.label, width)
        for line in lines:
            yield f"{label}  {line}"
            label = " " * width


# Cases call all students' functions with the same arrays.
@lru_cache(maxsize=1024)
def _known(
    known: tuple[tuple[bytes, str, tuple[int, ...]], ...],
    focus: tuple[int, ...] | None,
    _language: str,
) -> list[list[str]]:
    arrays = [np.frombuffer(data, dtype).reshape(shape) for data, dtype, shape in known]
    form = _format(arrays, focus)
    return [_lines(array, focus, form, None) for array in arrays]


def _lines(
    array: np.ndarray, focus: tuple[int, ...] | None, form: str, rows: RowNote | None
) -> list[str]:
    if array.ndim == 0:
        return [_number(array[()], form)]
    if array.size == 0:
        return [say(_EMPTY).format(shape=array.shape)]
    return _table(array, focus, form, rows)


def _array(value: Any) -> np.ndarray | None:
    if isinstance(value, Subclassed):
        value = value.array
    if isinstance(value, bool | int | float | complex | np.generic | np.ndarray):
        array = np.asarray(value)
        return array if array.dtype.kind in "biufc" else None
    return None


def _other(value: Any) -> str:
    if isinstance(value, np.ndarray) and value.dtype.kind == "S":
        value = Strings(value.shape, tuple(value.ravel().tolist()))
    if value is None or isinstance(value, str | int | Strings):
        text = repr(list(value.items) if isinstance(value, Strings) else value)
        cut = say(_CUT).format(text=text[:MAX_TEXT])
        return text if len(text) <= MAX_TEXT else cut
    return describe(value)


def _table(
    array: np.ndarray, focus: tuple[int, ...] | None, form: str, note: RowNote | None
) -> list[str]:
    """Return the lines of an array of one or more dimensions."""
    focus = focus if focus is not None and len(focus) == array.ndim else None
    leading = focus[:-2] if focus else (0,) * max(array.ndim - 2, 0)
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
        if array.size == 1 and not leading:
            # It must not look like a number, which has no shape.
            text = "[" * array.ndim + text + "]" * array.ndim
        if cut and not flat:
            text = f"{i}:".rjust(4) + " " + text
        if note and not flat:
            text += f"    {note[0]} {significant(note[1](plane[i]))}"
        lines.append(text)
    if cut or leading:
        lines.append(_window(array.shape, leading, None if flat else rows, columns))
    return lines


def _window(
    shape: tuple[int, ...], leading: Sequence[int], rows: range | None, columns: range
) -> str:
    """Return the line that says which part of an array is shown."""
    if rows is None:
        return say(_OF_ITEMS).format(items=_range(_ITEM, columns), shape=shape)
    return say(_OF_PLANE if leading else _OF_ROWS).format(
        rows=_range(_ROW, rows),
        columns=_range(_COLUMN, columns),
        place=f"[{', '.join(map(str, leading))}, :, :]",
        shape=shape,
    )


def _span(length: int, focus: int, most: int) -> range:
    start = max(0, min(focus - most // 2, length - most))
    return range(start, min(start + most, length))


def _range(words: tuple[str, str], span: range) -> str:
    text = words[len(span) > 1]
    return say(text).format(first=span[0], last=span[-1])


def _format(values: Sequence[np.ndarray | None], focus: tuple[int, ...] | None) -> str:
    """Return a format specification that suits all the values that are arrays."""
    arrays = [array for array in values if array is not None]
    if not arrays or all(array.dtype.kind in "biu" for array in arrays):
        return "d"
    finite = [np.abs(array[np.isfinite(array)]) for array in arrays]
    largest = max((float(part.max()) for part in finite if part.size), default=0.0)
    usual = _usual(largest)
    if len(arrays) < 2 or focus is None:
        return usual
    pair = [array[focus] if array.shape else array[()] for array in arrays[:2]]
    return next((form for form in _finer(usual) if _differ(pair, form)), usual)


def _usual(largest: float) -> str:
    """Return the format for four significant digits of the largest value, at most."""
    if 0 < largest < SMALL or largest >= LARGE:
        return f".{DECIMALS}e"
    if round(largest, DECIMALS) < 0.1 and largest:
        return f".{DECIMALS - math.floor(math.log10(largest))}f"
    size = math.floor(math.log10(max(largest, 1)))
    return f".{max(0, DECIMALS - size)}f"


def _finer(form: str) -> Iterator[str]:
    """Yield ever finer formats, up to one in which all floats differ."""
    if form.endswith("f"):
        yield from (f".{places}f" for places in range(int(form[1:-1]), MAX_PLACES))
    yield from (f".{places}e" for places in range(DECIMALS, FLOAT_DIGITS))


def _differ(pair: Sequence[Any], form: str) -> bool:
    return _number(pair[0], form) != _number(pair[1], form)


def _number(value: Any, form: str) -> str:
    if isinstance(value, np.bool_ | bool):
        return str(bool(value)) if form == "d" else f"{float(value):{form}}"
    if form == "d":
        text = str(int(value))
        return text if len(text) <= MAX_TEXT else text[:MAX_TEXT] + "…"
    text = f"{value:{form}}"
    return text.replace("-", "") if not text.strip("-0.") else text


def significant(value: Any) -> str:
    """Return a number with four significant digits."""
    number = float(value)
    return "1" if abs(number - 1) <= 1e-9 else f"{number:.4g}"
