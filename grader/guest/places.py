"""Where in a submission something happened: label, line, function and columns, as data.

Columns are offsets in bytes of UTF-8, as Python has them; both are 0 where it has none.
"""

from collections.abc import Collection
from itertools import islice
from types import CodeType, FrameType, TracebackType
from typing import Any

from .protocol import MAX_FRAMES

WHOLE = 1 << 20
"""The end of what goes on in the lines below."""


def of_traceback(
    trace: TracebackType | None, labels: Collection[str]
) -> list[list[Any]]:
    """Return the last places of a traceback in the sources `labels`, outermost first.

    Only the last has columns: to look them up takes time, and nobody reads the others.
    """
    own = []
    while trace is not None:
        if trace.tb_frame.f_code.co_filename in labels:
            own.append(trace)
        trace = trace.tb_next
    places: list[list[Any]] = []
    for one in own[-MAX_FRAMES:]:
        code = one.tb_frame.f_code
        at = (0, 0)
        if one is own[-1]:
            at = _columns(code, one.tb_lasti, one.tb_lineno)
        places.append([code.co_filename, one.tb_lineno, code.co_name, *at])
    return places


def of_frame(frame: FrameType | None, labels: Collection[str]) -> list[Any] | None:
    """Return the innermost place in the sources `labels`, None if there is none."""
    while frame is not None:
        code = frame.f_code
        if code.co_filename in labels:
            at = _columns(code, frame.f_lasti, frame.f_lineno)
            return [code.co_filename, frame.f_lineno, code.co_name, *at]
        frame = frame.f_back
    return None


def _columns(code: CodeType, offset: int, line: int | None) -> tuple[int, int]:
    positions = next(islice(code.co_positions(), max(offset, 0) // 2, None), None)
    if positions is None or positions[0] != line:
        return 0, 0
    _, last, start, end = positions
    if start is None or end is None:
        return 0, 0
    return start, end if last == line else WHOLE
