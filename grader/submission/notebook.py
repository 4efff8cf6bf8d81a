"""The cells of a notebook of any version: read as text, its outputs passed over."""

import json
import re
from typing import Any, NamedTuple, NoReturn

from grader.language import marked, say
from grader.submission.files import UnreadableError

MAX_BYTES = 64 << 20
MAX_CELLS = 10_000
# Each takes up to a hundred bytes once it is read; 50 MB of numbers have six million.
MAX_OBJECTS = 2_000_000
MAX_VALUES = 8_000_000

AGAIN = marked("Open it in Jupyter, save it, and hand that in.")
_CONFLICT = re.compile(rb"^(<{7}|>{7}) ", re.MULTILINE)
_PYTHON = re.compile(r"i?python|sage|xpython", re.IGNORECASE)
_KERNELS = {"ir": "R", "irkernel": "R"}


class Cell(NamedTuple):
    """A cell of code: its number among all cells, counted from 1, and its text.

    What a notebook of ours says of it is what it is for, and for which exercise.
    """

    number: int
    text: str
    role: str = ""
    exercise: str = ""


def read(data: bytes) -> list[Cell]:
    """Return the cells of code. Raises UnreadableError for what is no notebook."""
    table = _table(data)
    nodes = _nodes(table)
    _refuse_kernel(table)
    cells = [
        Cell(number, _source(node, number), *_about(node))
        for number, node in enumerate(nodes, 1)
        if isinstance(node, dict) and node.get("cell_type") == "code"
    ]
    if not cells:
        raise UnreadableError(say("has no cell of code"))
    return cells


def _table(data: bytes) -> dict[str, Any]:
    """Return the document, once it is known not to be something else."""
    if len(data) > MAX_BYTES:
        told = say("is larger than {size} MB").format(size=MAX_BYTES >> 20)
        raise UnreadableError(told, help=say(AGAIN))
    start = data[:1_000].removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start:
        raise UnreadableError(say("is empty"), help=say(AGAIN))
    if start.startswith(b"<") and not start.startswith(b"<<<<<<<"):
        raise UnreadableError(
            say("is a web page and no notebook, whatever its name"),
            help=say("Download the notebook itself (the raw file), not the page."),
        )
    if (
        data.count(b"{") + data.count(b"[") > MAX_OBJECTS
        or data.count(b",") > MAX_VALUES
    ):
        raise UnreadableError(
            say("holds too much to be read"), help=say("Clear its outputs.")
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableError(
            say("is not UTF-8 text, so it is no notebook"), help=say(AGAIN)
        ) from None
    table = _parsed(text, data)
    if not isinstance(table, dict):
        raise UnreadableError(
            say("is JSON and no notebook: it has no cells"), help=say(AGAIN)
        )
    return table


def _parsed(text: str, data: bytes) -> Any:
    try:
        # A number of any length stays text: none is asked for.
        return json.loads(text, parse_int=str, object_pairs_hook=_unique)
    except json.JSONDecodeError as error:
        conflict = _CONFLICT.search(data)
        if conflict:
            line = data.count(b"\n", 0, conflict.start()) + 1
            raise UnreadableError(
                say("holds the marks of a merge conflict (<<<<<<<, >>>>>>>)"),
                line,
                help=say("Take one of the two versions, whole, and hand that in."),
            ) from None
        told = say("is broken JSON: {said}").format(said=error.msg)
        raise UnreadableError(told, error.lineno, help=say(AGAIN)) from None
    except RecursionError:
        raise UnreadableError(say("is nested too deep to be a notebook")) from None


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object; what a cell holds twice would be one silently lost."""
    table = dict(pairs)
    if len(table) != len(pairs):
        keys = [key for key, _ in pairs]
        for key in ("cells", "source", "worksheets", "cell_type", "input"):
            if keys.count(key) > 1:
                told = say("has the key `{key}` twice in one place").format(key=key)
                raise UnreadableError(told, help=say(AGAIN))
    return table


def _nodes(table: dict[str, Any]) -> list[Any]:
    """Return the cells as they stand; in version 3 they lie in worksheets."""
    nodes = table.get("cells")
    if nodes is None and isinstance(table.get("worksheets"), list):
        nodes = []
        for sheet in table["worksheets"]:
            cells = sheet.get("cells") if isinstance(sheet, dict) else None
            nodes += cells if isinstance(cells, list) else []
    if not isinstance(nodes, list):
        raise UnreadableError(
            say("is JSON and no notebook: it has no cells"), help=say(AGAIN)
        )
    if len(nodes) > MAX_CELLS:
        told = say("has more than {n} cells")
        raise UnreadableError(told.format(n=f"{MAX_CELLS:,}"))
    return nodes


def _refuse_kernel(table: dict[str, Any]) -> None:
    about = _member(table, "metadata")
    kernel = _member(about, "kernelspec")
    for language in (
        kernel.get("language"),
        _member(about, "language_info").get("name"),
    ):
        if isinstance(language, str) and language:
            if not _PYTHON.search(language):
                _refuse(language)
            return
    name = kernel.get("name")
    if isinstance(name, str):
        known = next((one for one in ("julia", "scala", "octave", "bash")
                      if name.lower().startswith(one)), "")  # fmt: skip
        language = _KERNELS.get(name.lower(), known.capitalize())
        if language:
            _refuse(language)


def _refuse(language: str) -> NoReturn:
    said = "".join(one for one in language[:20] if one.isprintable())
    raise UnreadableError(
        say("is a notebook for another language: its kernel is {kernel}").format(
            kernel=said
        ),
        help=say("Answers are written in Python."),
    )


def _member(table: dict[str, Any], key: str) -> dict[str, Any]:
    value = table.get(key)
    return value if isinstance(value, dict) else {}


def _about(node: dict[str, Any]) -> tuple[str, str]:
    about = _member(_member(node, "metadata"), "grader")
    role, exercise = about.get("role"), about.get("exercise")
    return (
        role if isinstance(role, str) else "",
        exercise if isinstance(exercise, str) else "",
    )


def _no_text(number: int) -> str:
    told = say("is no notebook: cell {number} is not text")
    return told.format(number=number)


def _source(node: dict[str, Any], number: int) -> str:
    """Return the text of a cell with the line ends of Python."""
    # Versions before 4 call it input; the first of all, code.
    source = next((node[key] for key in ("source", "input", "code") if key in node), "")
    if isinstance(source, list):
        parts = [part for part in source if isinstance(part, str)]
        if len(parts) != len(source):
            raise UnreadableError(_no_text(number))
        source = "".join(parts)
    if not isinstance(source, str):
        raise UnreadableError(_no_text(number), help=say(AGAIN))
    # Half of a pair stands for nothing, and no file could hold it.
    source = source.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    return source.replace("\r\n", "\n").replace("\r", "\n")
