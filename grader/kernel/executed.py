"""The cells that a kernel has run, as Python with the lines that a student sees."""

import difflib
from typing import Any, NamedTuple

RUN_HERE = ("%%capture", "%%check", "%%prun", "%%time")
"""Cell magics whose cell is Python that is run in the kernel's own namespace."""
BLANK = "#"
MAX_CELLS = 2_000


class Cell(NamedTuple):
    """A cell by the number beside it; `text` is the Python that IPython made of it."""

    number: int
    text: str


def executed(shell: Any) -> list[Cell]:
    """Return the cells that were run, in that order; the one that runs is the last."""
    history = shell.history_manager.input_hist_raw
    first = max(1, len(history) - MAX_CELLS)
    cells = []
    for number in range(first, len(history)):
        text = as_python(shell, history[number])
        if text is not None:
            cells.append(Cell(number, text))
    return cells


def as_python(shell: Any, raw: str) -> str | None:
    """Return a cell as Python with as many lines; None if it is none."""
    lines = raw.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for index, line in enumerate(lines):
        word = line.split(maxsplit=1)[0] if line.strip() else ""
        if word.startswith("%%"):
            if word not in RUN_HERE:
                return None
            lines[index] = BLANK
        elif word:
            break
    if not lines[0].strip():
        # IPython takes empty lines at the top away.
        lines[0] = BLANK
    try:
        made = shell.transform_cell("\n".join(lines)).rstrip("\n").split("\n")
    except SyntaxError:
        # Python's own complaint is told where the cell is checked.
        return "\n".join(lines)
    return "\n".join(_aligned(lines, made))


def _aligned(lines: list[str], made: list[str]) -> list[str]:
    """Return what was made of lines, with empty ones where it has fewer of them."""
    if len(made) == len("\n".join(lines).rstrip("\n").split("\n")):
        return made
    matcher = difflib.SequenceMatcher(None, lines, made, autojunk=False)
    aligned = []
    for _, start, end, begin, stop in matcher.get_opcodes():
        aligned += made[begin:stop] + [""] * ((end - start) - (stop - begin))
    return aligned
