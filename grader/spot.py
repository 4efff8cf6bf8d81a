"""Where in a file something is, as a person finds it there."""

from typing import NamedTuple


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
        line = f"line {self.line}"
        return line if self.cell is None else f"cell {self.cell}, {line}"

    def of(self, file: str) -> str:
        """Return the spot in a file: "softmax.py:4", "cell 3, line 2 of work.ipynb"."""
        return f"{file}:{self.line}" if self.cell is None else f"{self.said} of {file}"
