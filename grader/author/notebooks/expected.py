"""Expected output: what a table below a cell says that its prints show."""

import ast
import html
import re
from collections.abc import Iterator
from typing import NamedTuple

_NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"
_CELL = re.compile(r"<td[^>]*>(.*?)(?=</?t[dr]|</table|$)", re.DOTALL | re.IGNORECASE)
_ROW = re.compile(r"<tr[^>]*>(.*?)(?=</?tr|</table|$)", re.DOTALL | re.IGNORECASE)
_FENCE = re.compile(r"```[^\n]*\n(.*?)```|<pre>(.*?)</pre>", re.DOTALL)


class Shown(NamedTuple):
    """A value that is printed: what stands before it, and its expression."""

    label: str
    value: ast.expr


class Row(NamedTuple):
    """A line of expected output: its label and its value as text."""

    label: str
    value: str


def is_expected(markdown: str) -> bool:
    """Whether a text tells what a cell should print."""
    return (
        re.search(r"expected (output|value|result)", markdown, re.IGNORECASE)
        is not None
    )


def printed(node: ast.stmt) -> Shown | None:
    """Return what a print shows, if it is a label and a value, or a value."""
    match node:
        case ast.Expr(ast.Call(ast.Name("print"), [*values], [])):
            pass
        case _:
            return None
    match values:
        case [ast.BinOp(ast.Constant(str(label)), ast.Add(), value)]:
            return Shown(label, _bare(value))
        case [ast.Constant(str(label)), value]:
            return Shown(label, _bare(value))
        case [ast.JoinedStr([ast.Constant(str(label)), ast.FormattedValue(value)])]:
            return Shown(label, _bare(value))
        case [ast.Constant() | ast.JoinedStr()]:
            return None
        case [value]:
            return Shown(ast.unparse(_bare(value)), _bare(value))
    return None


def rows(markdown: str) -> list[Row]:
    """Return the rows of the tables, or the lines of the blocks, in a text."""
    found = [*_html(markdown), *_pipes(markdown)]
    if not found:
        blocks = ["".join(pair) for pair in _FENCE.findall(markdown)]
        found = [row for block in blocks for row in _lines(block)]
    return [Row(_label(row.label), _clean(row.value)) for row in found]


def literal(text: str) -> str | None:
    """Return a printed number, array, bool or list as Python; None if it is neither."""
    text = " ".join(text.split())
    if "..." in text:
        # An array that was too long to be printed whole.
        return None
    spaced = re.sub(r"(?<=[\d.\]])\s+(?=[-+.\d\[])", ", ", text)
    try:
        value = ast.literal_eval(spaced)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return None
    if isinstance(value, list):
        return f"np.array({spaced})"
    return spaced if isinstance(value, bool | int | float | tuple) else None


def value_of_repr(text: str) -> str | None:
    """Return what Jupyter showed of a value as Python; None if that cannot be had."""
    if "..." in text:
        return None
    bare = re.sub(r"\barray\(", "(", text.strip())
    bare = re.sub(r",\s*dtype=\w+\)", ")", bare)
    bare = re.sub(rf"\bnp\.\w+\(({_NUMBER}|True|False)\)", r"\1", bare)
    try:
        ast.literal_eval(bare)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return None
    shown = re.sub(r"\barray\(", "np.array(", " ".join(text.split()))
    return re.sub(r",\s*dtype=\w+\)", ")", shown)


def match(shown: list[Shown], row: Row) -> Shown | None:
    """Return the print that a row is about."""
    found = [one for one in shown if _label(one.label) == row.label]
    if found:
        return found[0]
    return shown[0] if len(shown) == 1 and not row.label else None


def _bare(value: ast.expr) -> ast.expr:
    match value:
        case ast.Call(ast.Name("str" | "repr"), [inner], []):
            return inner
    return value


def _label(text: str) -> str:
    return re.sub(r"[\s=:*`]+", "", _clean(text)).lower()


def _clean(text: str) -> str:
    text = html.unescape(re.sub(r"<[^>]+>", " ", text))
    return re.sub(r"\*\*|`|\$", "", text).strip()


def _html(markdown: str) -> Iterator[Row]:
    for row in _ROW.findall(markdown):
        cells = _CELL.findall(row)
        if len(cells) >= 2:
            yield Row(cells[0], cells[1])


def _pipes(markdown: str) -> Iterator[Row]:
    for line in markdown.split("\n"):
        if "|" not in line or re.fullmatch(r"[\s|:-]+", line):
            continue
        cells = [cell for cell in line.strip().strip("|").split("|") if cell.strip()]
        if len(cells) == 2:
            yield Row(cells[0], cells[1])


def _lines(block: str) -> Iterator[Row]:
    """Yield `label = value`, the value over as many lines as its brackets ask for."""
    joined = ""
    for line in block.strip().split("\n"):
        joined = f"{joined} {line.strip()}".strip()
        if joined.count("[") > joined.count("]"):
            continue
        label, sign, value = joined.rpartition("=")
        if not sign:
            label, _, value = joined.rpartition(":")
        if value.strip():
            yield Row(label, value)
        joined = ""
