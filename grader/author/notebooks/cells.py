"""The cells of a notebook of any version, read and not run."""

import ast
import json
import re
import warnings
from pathlib import Path
from typing import Any, NamedTuple

from grader.author.formats import light
from grader.errors import UsageError

MAX_BYTES = 64 << 20
_WHOLE_CELL = re.compile(r"\s*%%(?!time|timeit|capture)\w")
_MAGIC = re.compile(r"( *)([%!?].*|[\w.]+\?{1,2})")


class Cell(NamedTuple):
    """One cell: its number in the notebook, counted from 1, and what it holds.

    `kind` is code, markdown or raw. `role` is what nbgrader says of the cell, `output`
    the text of the value that it showed when it was run last.
    """

    number: int
    kind: str
    text: str
    role: dict[str, Any]
    output: str | None = None


def read(path: Path) -> list[Cell]:
    """Return the cells of a notebook; raises UsageError for what is none."""
    text = _text(path)
    if text.lstrip()[:1] == "<":
        raise UsageError(
            f"{path} is a web page and no notebook, whatever its name.",
            "Download the notebook itself (the raw file), not the page that shows it.",
        )
    try:
        table = json.loads(text)
    except json.JSONDecodeError as error:
        raise UsageError(
            f"{path}, line {error.lineno}: it is broken: {error.msg}.",
            "A notebook is a JSON file; open it in Jupyter and save it again.",
        ) from None
    except (RecursionError, ValueError):
        raise UsageError(f"{path} is nested too deep to be a notebook.") from None
    if not isinstance(table, dict) or not ("cells" in table or "worksheets" in table):
        raise UsageError(
            f"{path} is JSON and no notebook: it has no cells.",
            "A notebook is what Jupyter saves as .ipynb.",
        )
    try:
        nodes, language = _nodes(text)
        cells = [_cell(number, node) for number, node in enumerate(nodes, 1)]
    except UsageError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever nbformat makes of bad cells
        raise UsageError(
            f"{path} is not a notebook that can be read: {type(error).__name__}: "
            f"{str(error)[:200]}",
            "Open it in Jupyter and save it again.",
        ) from None
    if language not in ("", "python", "ipython", "python3"):
        raise UsageError(f"{path} is a notebook in {language}; only Python is taken.")
    return cells


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise UsageError(f"{path} is larger than {MAX_BYTES >> 20} MB.")
        text = data.decode("utf-8-sig")
    except FileNotFoundError:
        raise UsageError(f"There is no {path}.") from None
    except IsADirectoryError:
        raise UsageError(f"{path} is a folder.", "Name one .ipynb file.") from None
    except OSError as error:
        raise UsageError(f"Cannot read {path}: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise UsageError(f"{path} is no notebook: it is not UTF-8 text.") from None
    if not text.strip():
        raise UsageError(f"{path} is empty.")
    return text


def _nodes(text: str) -> tuple[list[Any], str]:
    """Return the cells as nbformat has them in version 4, and the language."""
    with light():
        from nbformat import converter, reader  # noqa: PLC0415 - heavy

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        # Not nbformat.reads: it says on stderr what of the schema is not kept.
        notebook = converter.convert(reader.reads(text), 4)
    about = notebook.get("metadata", {})
    kernel = about.get("kernelspec", {}).get("language", "")
    return notebook["cells"], str(
        kernel or about.get("language_info", {}).get("name", "")
    ).lower()


def _cell(number: int, node: Any) -> Cell:
    text = node["source"]
    if isinstance(text, list):
        text = "".join(text)
    text = str(text).replace("\r\n", "\n").replace("\r", "\n")
    kind = str(node["cell_type"])
    role = dict(node.get("metadata", {}).get("nbgrader", {}))
    if kind != "code":
        return Cell(number, kind, text, role)
    return Cell(number, kind, _python(text), role, _output(node))


def _output(node: Any) -> str | None:
    for one in node.get("outputs", []):
        if one.get("output_type") == "execute_result":
            shown = one.get("data", {}).get("text/plain")
            return "".join(shown) if isinstance(shown, list) else shown
    return None


def _python(text: str) -> str:
    """Return the text of a code cell with what only Jupyter understands taken out."""
    if _WHOLE_CELL.match(text):
        return ""
    try:
        ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        # A line that Python can read may begin with % as well.
        lines = [_plain(line) for line in text.split("\n")]
        return "\n".join(lines)
    return text


def _plain(line: str) -> str:
    magic = _MAGIC.fullmatch(line.rstrip())
    return f"{magic[1]}pass  # {magic[2]}" if magic else line
