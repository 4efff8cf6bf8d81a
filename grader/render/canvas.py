"""Points filled into a gradebook that was downloaded from Canvas.

Nobody is added and no id invented: a submission belongs to a row by the row's ID, its
SIS User ID, its SIS Login ID or its name, whichever says so first.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from grader.render.cells import Row, Table, read
from grader.verdict import Result

POSSIBLE = "Points Possible"
EXCUSED = "EX"
KEYS = ("ID", "SIS User ID", "SIS Login ID")
# How Canvas names what is downloaded: name, user, attempt, file.
_DOWNLOADED = re.compile(r"[^_]+_(?:LATE_)?(\d+)_\d+_.*", re.IGNORECASE)


class Unusable(Exception):  # noqa: N818 - what the file is
    """The file is no gradebook of Canvas, or has no column to fill."""


class Filled(NamedTuple):
    """The file filled in, and who was left out.

    `possible` is what Canvas has as points possible, by column, where it differs.
    """

    text: str
    columns: tuple[str, ...]
    filled: int
    excused: tuple[str, ...]
    unmatched: tuple[str, ...]
    ambiguous: tuple[str, ...]
    empty: tuple[str, ...]
    possible: dict[str, str]


Points = Callable[[Result], tuple[float, float]]
"""Returns the points of a submission and the most that it could have, in a column."""


def fill(
    text: str, results: Iterable[Result], titles: Mapping[str, Points], column: str
) -> Filled:
    """Fill in the columns whose title is one of `titles`, else the one asked for.

    Raises Unusable with a sentence.
    """
    table = read(text)
    found = list(results)
    first, student = _students(table)
    chosen = _columns(table, first, titles, column)
    rows, unmatched, ambiguous = _matched(table, student, found)
    replaced: dict[tuple[int, int], str] = {}
    excused: list[str] = []
    possible: dict[str, str] = {}
    for number, one in rows.items():
        cells = table.rows[number].cells
        for index, points in chosen.items():
            if cells[index].text.strip().upper() == EXCUSED:
                excused.append(one.submission.id)
                continue
            replaced[number, index] = f"{points(one)[0]:g}"
    for index, points in chosen.items():
        told = _possible(table, index)
        most = f"{points(found[0])[1]:g}" if found else ""
        if told and most and not _same(told, most):
            possible[table.rows[0].cells[index].text] = told
    empty = [table.rows[it].cells[0].text for it in student if it not in rows]
    return Filled(
        table.written(replaced),
        tuple(table.rows[0].cells[index].text for index in chosen),
        len(rows),
        tuple(dict.fromkeys(excused)),
        tuple(unmatched),
        tuple(ambiguous),
        tuple(empty),
        possible,
    )


def _students(table: Table) -> tuple[int, list[int]]:
    """Return where the columns of assignments begin, and the rows of students."""
    head = [cell.text for cell in table.rows[0].cells] if table.rows else []
    names = ("Student" in head[:1]) or head[:2] == ["LastName", "FirstName"]
    if not names or "ID" not in head or "Section" not in head:
        raise Unusable(
            "it does not begin with Student, ID, … and Section, as Canvas writes it"
        )
    student = [
        number
        for number, row in enumerate(table.rows)
        if number and len(row.cells) == len(head) and not _is_about(row)
    ]
    return head.index("Section") + 1, student


def _is_about(row: Row) -> bool:
    """Whether a row is about assignments: points possible, or how they are posted."""
    said = [cell.text.strip() for cell in row.cells]
    if POSSIBLE in said[0]:
        return True
    return all(
        not it or it.lower().startswith(("manual posting", "muted")) for it in said
    )


def _columns(
    table: Table, first: int, titles: Mapping[str, Points], column: str
) -> dict[int, Points]:
    """Return what to write into which column."""
    cells = table.rows[0].cells
    open_ = {
        index: cell.text
        for index, cell in enumerate(cells)
        if index >= first and "read only" not in _possible(table, index)
    }
    if column:
        total = next(iter(titles.values()))
        found = {
            index: total
            for index, text in open_.items()
            if _plain(column) in {_plain(text), _plain(title(text))}
        }
        if len(found) > 1:
            raise Unusable(f"two columns are called {column}")
    else:
        known = {_plain(name): points for name, points in titles.items()}
        found = {
            index: known[_plain(title(text))]
            for index, text in open_.items()
            if _plain(title(text)) in known
        }
        if len({_plain(title(open_[index])) for index in found}) < len(found):
            raise Unusable("two of its columns have the same title")
    if not found:
        named = ", ".join(open_.values()) or "none"
        asked = column or "the course, an assignment or an exercise"
        raise Unusable(f"no column is called {asked} (columns: {named})")
    return found


def title(text: str) -> str:
    """Return the title of a column without its id."""
    return re.sub(r"\s*\(\d+\)\s*\Z", "", text)


def _possible(table: Table, index: int) -> str:
    for row in table.rows[1:3]:
        if POSSIBLE in row.cells[0].text and index < len(row.cells):
            return row.cells[index].text.strip()
    return ""


def _same(one: str, other: str) -> bool:
    try:
        return float(one.replace(",", ".")) == float(other)
    except ValueError:
        return False


def _matched(
    table: Table, student: list[int], found: list[Result]
) -> tuple[dict[int, Result], list[str], list[str]]:
    """Return the submission of each row, and those of no row, and of several."""
    indices = _indices(table, student)
    matched: list[tuple[int, Result]] = []
    unmatched: list[str] = []
    ambiguous: list[str] = []
    for one in found:
        rows = _rows(one.submission.id, indices)
        if len(rows) == 1:
            matched.append((rows[0], one))
        else:
            (ambiguous if rows else unmatched).append(one.submission.id)
    often = Counter(number for number, _ in matched)
    # Two submissions of one student: which counts is not for us to say.
    ambiguous += [it.submission.id for number, it in matched if often[number] > 1]
    rest = {number: it for number, it in matched if often[number] == 1}
    return rest, unmatched, ambiguous


def _indices(table: Table, student: list[int]) -> list[dict[str, list[int]]]:
    """Return the rows by what they are called: one index a key, names last."""
    head = [cell.text for cell in table.rows[0].cells]
    indices: list[dict[str, list[int]]] = []
    for key in KEYS:
        index: dict[str, list[int]] = {}
        for number in student if key in head else ():
            said = table.rows[number].cells[head.index(key)].text.strip()
            if said:
                index.setdefault(said.casefold(), []).append(number)
        indices.append(index)
    names: dict[str, list[int]] = {}
    for number in student:
        cells = table.rows[number].cells
        apart = head[0] == "LastName"
        name = f"{cells[0].text}, {cells[1].text}" if apart else cells[0].text
        for one in set(_names(name)):
            names.setdefault(one, []).append(number)
    return [*indices, names]


def _rows(one: str, indices: list[dict[str, list[int]]]) -> list[int]:
    downloaded = _DOWNLOADED.fullmatch(one)
    if downloaded and downloaded[1] in indices[0]:
        return indices[0][downloaded[1]]
    for index in indices[:-1]:
        if one.strip().casefold() in index:
            return index[one.strip().casefold()]
    return indices[-1].get(_plain(one), [])


def _names(name: str) -> Iterator[str]:
    """Yield the ways to write a name: as it stands, and the other way round."""
    yield _plain(name)
    last, comma, rest = name.partition(",")
    if comma:
        yield _plain(f"{rest} {last}")
        yield _plain(f"{last} {rest}")


def _plain(text: str) -> str:
    whole = unicodedata.normalize("NFKC", text).replace("_", " ")
    return " ".join(whole.split()).casefold()
