"""Parts of a Python file as they are written: its imports, and the rest."""

import ast
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from grader.errors import UsageError

_REMARK = re.compile(r"[ \t]*# (?:noqa\b|fmt: )[^\n]*$", re.MULTILINE)
_EVERYWHERE = sys.stdlib_module_names | {"numpy"}


class Excerpt(NamedTuple):
    """A file: its text, and its statements at module level."""

    text: str
    tree: ast.Module

    @property
    def doc(self) -> str:
        """Its docstring; empty if it has none."""
        return ast.get_docstring(self.tree) or ""

    @property
    def imports(self) -> dict[str, ast.stmt]:
        """Its imports, by the text that stands for each however it is laid out."""
        kinds = (ast.Import, ast.ImportFrom)
        return {
            ast.unparse(node): node
            for node in self.tree.body
            if isinstance(node, kinds)
        }

    @property
    def functions(self) -> list[ast.FunctionDef]:
        """Its functions, in order."""
        return [node for node in self.tree.body if isinstance(node, ast.FunctionDef)]

    def without(self, nodes: Iterable[ast.stmt]) -> str:
        """Return the text without its docstring and these statements.

        A statement that shares a line with another one stays.
        """
        lines = self.text.split("\n")
        gone = {id(node) for node in nodes}
        if ast.get_docstring(self.tree) is not None:
            gone.add(id(self.tree.body[0]))
        stays = {
            line
            for node in self.tree.body
            if id(node) not in gone
            for line in _lines(node)
        }
        for node in self.tree.body:
            if id(node) in gone and not stays.intersection(_lines(node)):
                for line in _lines(node):
                    lines[line - 1] = "\0"
        return "\n".join(line for line in lines if line != "\0").strip("\n")

    def only(self, nodes: Iterable[ast.stmt]) -> str:
        """Return the text of these statements, two empty lines between them."""
        lines = self.text.split("\n")
        parts = ["\n".join(lines[one - 1] for one in _lines(node)) for node in nodes]
        return "\n\n\n".join(parts)


def read(file: Path, root: Path) -> Excerpt:
    """Return the file as parts. Raises UsageError for one that is no Python source."""
    shown = file.relative_to(root).as_posix()
    try:
        return parse(file.read_bytes().decode("utf-8-sig"), shown)
    except OSError as error:
        raise UsageError(f"Cannot read {shown}: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise UsageError(f"{shown} is not UTF-8 text.") from None


def parse(text: str, shown: str) -> Excerpt:
    """Return the text of the file called `shown` as parts; see `read`."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        return Excerpt(text, ast.parse(text))
    except SyntaxError as error:
        said = f"{shown}: line {error.lineno}: not valid Python: {error.msg}."
        raise UsageError(said) from None
    except ValueError as error:
        raise UsageError(f"{shown}: not valid Python: {error}.") from None


def shared(excerpts: Iterable[Excerpt]) -> list[str]:
    """Return the imports of several files that can be had everywhere, each once.

    Others stay where they are: a package that is missing costs its own cell alone.
    """
    found = {text for one in excerpts for text, node in one.imports.items()
             if _modules(node) <= _EVERYWHERE}  # fmt: skip
    return sorted(found, key=lambda text: (" numpy" in text, text))


def readable(text: str) -> str:
    """Return code without the remarks that are meant for a linter or formatter."""
    return _REMARK.sub("", text)


def _modules(node: ast.stmt) -> set[str]:
    if isinstance(node, ast.ImportFrom):
        return {(node.module or ".").partition(".")[0]}
    assert isinstance(node, ast.Import)  # noqa: S101 - there are two kinds
    return {alias.name.partition(".")[0] for alias in node.names}


def _lines(node: ast.stmt) -> range:
    decorators = getattr(node, "decorator_list", [])
    first = min([node.lineno, *(one.lineno for one in decorators)])
    return range(first, (node.end_lineno or first) + 1)
