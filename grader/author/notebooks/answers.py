"""The graded functions of a cell, their answers marked as a solution has them."""

import ast
import re
import textwrap
from typing import NamedTuple

from grader.author.marks import MARK
from grader.author.notebooks.cells import Cell
from grader.submission.stub import BEGIN, END

BLANK = f"# {MARK} the solution, which the notebook leaves blank"

# nbgrader and otter: BEGIN SOLUTION; Coursera until 2020 and from 2021 on.
_BEGIN = re.compile(
    r"\s*#+\s*(BEGIN SOLUTION|START CODE HERE|YOUR CODE STARTS HERE)\b.*"
)
_END = re.compile(r"\s*#+\s*(END SOLUTION|END CODE HERE|YOUR CODE ENDS HERE)\b.*")
_PLACE = re.compile(r"\s*#+\s*YOUR CODE HERE\b.*")
_RAISE = re.compile(r"\s*(raise NotImplementedError\b.*|\.\.\.|pass)\s*")
_SUFFIX = re.compile(r"(\s*)(\S.*?)\s*#\s*SOLUTION(?: NO PROMPT)?\s*")
_PROMPT = re.compile(r"""\s*("{3}|'{3})\s*#\s*BEGIN PROMPT\s*""")
_PROMPT_END = re.compile(r"""\s*("{3}|'{3});?\s*#\s*END PROMPT\s*""")
_GRADED = re.compile(r"\s*#+\s*(?:UNQ_C\d+.*|.*\bGRADED FUNCTIONS?\b:?\s*(.*))")


class Answer(NamedTuple):
    """A graded function: its name, its source with the answer between the markers.

    `blank` if the notebook is a student's version, with nothing there.
    """

    name: str
    source: str
    blank: bool
    definition: ast.FunctionDef


class Answers(NamedTuple):
    """What a cell gives: graded functions, the plain code of it, what was left out."""

    graded: tuple[Answer, ...]
    code: str
    left_out: tuple[str, ...]


def answers(cell: Cell) -> Answers:
    """Return the graded functions of a code cell, and its code with plain markers."""
    lines = _plain(cell.text)
    code = "\n".join(lines)
    role = bool(cell.role.get("solution"))
    marked = BEGIN in (line.strip() for line in lines)
    named = _named(cell.text)
    if not (role or marked or named is not None):
        return Answers((), code, ())
    try:
        tree = ast.parse(code)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        line = getattr(error, "lineno", None) or 1
        said = f"cell {cell.number}: its line {line} is not valid Python"
        return Answers((), "", (said,))
    graded: list[Answer] = []
    bodies = _functions(tree, lines)
    for node, start, end in bodies:
        own = lines[start:end]
        inside = BEGIN in (line.strip() for line in own)
        around = _around(lines, start, end)
        if (
            inside
            or around
            or (named and node.name in named)
            or (not marked and (role or named == ()))
        ):
            graded.append(_answer(node, own, start))
    left: tuple[str, ...] = ()
    if not graded:
        kinds = [type(node).__name__ for node in tree.body]
        what = "a class" if "ClassDef" in kinds else "no function"
        left = (f"cell {cell.number}: its answer is {what}",)
    return Answers(tuple(graded), code, left)


def _named(text: str) -> tuple[str, ...] | None:
    """Return the names after GRADED FUNCTION; None if no line says so."""
    found = [match for line in text.split("\n") if (match := _GRADED.fullmatch(line))]
    if not found:
        return None
    return tuple(re.findall(r"\w+", " ".join(match[1] or "" for match in found)))


def _plain(text: str) -> list[str]:
    """Return the lines of a cell with the markers that a solution has here."""
    lines: list[str] = []
    rest = text.split("\n")
    prompt = opened = False
    while rest:
        line = rest.pop(0)
        indent = line[: len(line) - len(line.lstrip())]
        if prompt or _PROMPT.fullmatch(line):
            prompt = not _PROMPT_END.fullmatch(line)
        elif _BEGIN.fullmatch(line) or _END.fullmatch(line):
            opened = _BEGIN.fullmatch(line) is not None
            lines.append(indent + (BEGIN if opened else END))
        elif _PLACE.fullmatch(line) and not opened:
            # Without an end, the whole function is the answer.
            lines.append(indent + BEGIN)
            if rest and _RAISE.fullmatch(rest[0]):
                lines += [rest.pop(0), indent + END]
        elif not opened and (suffix := _SUFFIX.fullmatch(line)):
            joined = bool(lines) and lines[-1] == indent + END
            lines[-1:] = [] if joined else [*lines[-1:], indent + BEGIN]
            lines += [indent + suffix[2], indent + END]
        elif not _GRADED.fullmatch(line):
            lines.append(line)
    return _with_something(lines)


def _with_something(lines: list[str]) -> list[str]:
    """Return the lines with `...` in each region that has no code: Python wants some.

    The markers stand as far to the right as the code between them.
    """
    done: list[str] = []
    index = 0
    while index < len(lines):
        line = lines[index]
        done.append(line)
        index += 1
        if line.strip() != BEGIN:
            continue
        inner: list[str] = []
        while index < len(lines) and lines[index].strip() not in (BEGIN, END):
            inner.append(lines[index])
            index += 1
        code = [one for one in inner if one.strip() and one.lstrip()[0] != "#"]
        first = code[0] if code else line
        indent = first[: len(first) - len(first.lstrip())]
        done[-1] = indent + BEGIN
        done += inner if code else [*inner, f"{indent}..."]
        if index < len(lines) and lines[index].strip() == END:
            done.append(indent + END)
            index += 1
    return done


def _functions(
    tree: ast.Module, lines: list[str]
) -> list[tuple[ast.FunctionDef, int, int]]:
    """Return the functions at module level, each with its first line and its end."""
    found = []
    starts = [_start(node) for node in tree.body] + [len(lines)]
    for node, following in zip(tree.body, starts[1:], strict=True):
        if isinstance(node, ast.FunctionDef):
            end = following
            while end > (node.end_lineno or 0) and not _belongs(lines[end - 1]):
                end -= 1
            found.append((node, _start(node), end))
    return found


def _belongs(line: str) -> bool:
    return line.strip() == END and line[:1].isspace()


def _start(node: ast.stmt) -> int:
    """Return the index of a statement's first line, decorators included."""
    above: list[int] = [one.lineno for one in getattr(node, "decorator_list", [])]
    return min([node.lineno, *above]) - 1


def _around(lines: list[str], start: int, end: int) -> bool:
    """Whether the lines lie between markers as a whole."""
    depth = 0
    for line in lines[:start]:
        depth += (line.strip() == BEGIN) - (line.strip() == END)
    return depth > 0 and END in (line.strip() for line in lines[end:])


def _answer(node: ast.FunctionDef, lines: list[str], start: int) -> Answer:
    words = [line.strip() for line in lines]
    pairs = [word for word in words if word in (BEGIN, END)]
    if not pairs or pairs != [BEGIN, END] * (len(pairs) // 2):
        kept = [line for line in lines if line.strip() not in (BEGIN, END)]
        lines = _whole(node, lines, start) if kept == lines else _again(kept)
    text, blanks, regions = _filled(lines)
    return Answer(node.name, text.rstrip() + "\n", blanks == regions, node)


def _again(lines: list[str]) -> list[str]:
    node = ast.parse("\n".join(lines)).body[0]
    assert isinstance(node, ast.FunctionDef)  # noqa: S101 - it was one with markers
    return _whole(node, lines, 0)


def _whole(node: ast.FunctionDef, lines: list[str], start: int) -> list[str]:
    """Return a function with all but its docstring between the markers."""
    body = node.body
    if ast.get_docstring(node) is not None:
        body = body[1:]
    if (body and body[0].lineno == node.lineno) or (
        not body and node.body[0].lineno == node.lineno
    ):
        # All on one line.
        text = ast.unparse(node)
        return _again(text.split("\n"))
    if not body:
        last = (node.body[0].end_lineno or 0) - start
        indent = " " * node.body[0].col_offset
        return [*lines[:last], indent + BEGIN, f"{indent}...", indent + END]
    first = min(_start(one) for one in body) - start
    indent = " " * body[0].col_offset
    # Comments above the first statement are part of the answer.
    head = node.body[0].end_lineno if body is not node.body else None
    first = (head - start) if head is not None else first
    inner = [line for line in lines[first:] if line.strip() != END]
    return [*lines[:first], indent + BEGIN, *inner, indent + END]


def _filled(lines: list[str]) -> tuple[str, int, int]:
    """Return the text with blank regions marked, and how many of how many they are."""
    done: list[str] = []
    region: list[str] | None = None
    blanks = regions = 0
    for line in lines:
        if line.strip() == BEGIN:
            done.append(line)
            region = []
        elif line.strip() == END and region is not None:
            regions += 1
            if _is_blank(region):
                blanks += 1
                indent = line[: len(line) - len(line.lstrip())]
                done.append(indent + BLANK)
            done += [*region, line]
            region = None
        elif region is not None:
            region.append(line)
        else:
            done.append(line)
    return "\n".join(done), blanks, regions


def _is_blank(region: list[str]) -> bool:
    """Whether nothing was answered: no code, `...`, `pass`, or `x = None`."""
    try:
        body = ast.parse(textwrap.dedent("\n".join(region))).body
    except SyntaxError:
        # A return, say, or part of a statement.
        text = "def f():\n" + textwrap.indent(textwrap.dedent("\n".join(region)), " ")
        try:
            body = ast.parse(text).body[0].body  # type: ignore[attr-defined]
        except SyntaxError:
            return False
    return all(map(_says_nothing, body))


def _says_nothing(node: ast.stmt) -> bool:
    match node:
        case ast.Pass():
            return True
        case ast.Expr(ast.Constant()):
            return True
        case ast.Assign(value=ast.Constant(value)) | ast.Return(ast.Constant(value)):
            return value is None or value is ...
        case ast.Return(None):
            return True
        case ast.Raise(exc):
            return exc is not None and "NotImplementedError" in ast.unparse(exc)
    return False
