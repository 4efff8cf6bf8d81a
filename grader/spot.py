"""Where in a file something is, as a person finds it there."""

from typing import NamedTuple

from grader.language import heard, marked, say

CELL, HERE = marked("cell {number}"), marked("this cell")
"""What messages call a cell, and that of a kernel below which they stand."""
_LINE = marked("line {line}")
_CELL = marked("cell {cell}, line {line}")
_CELL_OF = marked("cell {cell}, line {line} of {file}")
_AT_LINE = marked("Line {line}: {said}")
_AT_CELL = marked("Cell {cell}, line {line}: {said}")


class Executed(int):
    """The number that a kernel gave a cell, written as it stands beside it: [3]."""

    def __str__(self) -> str:
        """Return it in brackets."""
        return f"[{int(self)}]"


class Spot(NamedTuple):
    """A line, counted from 1; in a notebook of a cell, which is counted from 1 too.

    Cells of text count as well: the third from the top is cell 3. Where a cell is
    spoken of as if it were a file, its own lines are in no cell.
    """

    line: int
    cell: int | None = None

    @property
    def said(self) -> str:
        """The spot in a sentence: "line 4", or "cell 3, line 2"."""
        text = _LINE if self.cell is None else _CELL
        return say(text).format(line=self.line, cell=self.cell)

    def of(self, file: str) -> str:
        """Return the spot in a file: "softmax.py:4", "cell 3, line 2 of work.ipynb"."""
        if self.cell is None:
            return f"{file}:{self.line}"
        return say(_CELL_OF).format(line=self.line, cell=self.cell, file=file)

    def opening(self, sentence: str) -> str:
        """Return a sentence on what is here: "Line 4: …", "Cell 3, line 2: …"."""
        text = _AT_LINE if self.cell is None else _AT_CELL
        return say(text).format(line=self.line, cell=self.cell, said=sentence)


def opened(message: str) -> Spot | None:
    """Return the spot that a message opens with, None if it opens with none."""
    for text in (_AT_CELL, _AT_LINE):
        found = heard(text, message)
        if found and all(found.get(it, "0").isdecimal() for it in ("line", "cell")):
            cell = found.get("cell")
            return Spot(int(found["line"]), int(cell) if cell else None)
    return None
