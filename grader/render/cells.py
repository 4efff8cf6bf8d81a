"""A CSV file as cells that keep every byte: what is not replaced stays as it was."""

import re
from typing import NamedTuple

_QUOTED = r'"(?:[^"]|"")*"[^{separator}\r\n]*'
_CELL = (
    rf"(?P<cell>{_QUOTED}|[^{{separator}}\r\n]*)(?P<end>{{separator}}|\r\n|\r|\n|\Z)"
)


class Cell(NamedTuple):
    """One cell as it stands in the file, and what it says."""

    raw: str
    text: str


class Row(NamedTuple):
    """One row: its cells, and how the line ends."""

    cells: tuple[Cell, ...]
    end: str


class Table(NamedTuple):
    """A file: the mark at its beginning if it has one, the separator, the rows."""

    mark: str
    separator: str
    rows: tuple[Row, ...]

    def written(self, replaced: dict[tuple[int, int], str]) -> str:
        """Return the file with some cells replaced, by row and column."""
        parts = [self.mark]
        for number, row in enumerate(self.rows):
            cells = (
                replaced.get((number, column), cell.raw)
                for column, cell in enumerate(row.cells)
            )
            parts += [self.separator.join(cells), row.end]
        return "".join(parts)


def read(text: str) -> Table:
    """Return the cells of a file."""
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    body = text.removeprefix(mark)
    first = body.splitlines()[0] if body else ""
    separator = ";" if first.count(";") > first.count(",") else ","
    pattern = re.compile(_CELL.format(separator=separator))
    rows: list[Row] = []
    cells: list[Cell] = []
    at = 0
    while at < len(body) or cells:
        found = pattern.match(body, at)
        if found is None:  # pragma: no cover - the pattern takes any text
            raise AssertionError
        raw, end = found["cell"], found["end"]
        cells.append(Cell(raw, _said(raw)))
        at = found.end()
        if end != separator:
            rows.append(Row(tuple(cells), end))
            cells = []
    return Table(mark, separator, tuple(rows))


def _said(raw: str) -> str:
    if not raw.startswith('"'):
        return raw
    inside, _, after = raw[1:].rpartition('"')
    return inside.replace('""', '"') + after
