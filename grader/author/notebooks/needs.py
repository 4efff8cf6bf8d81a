"""What a piece of a notebook needs of the statements before it."""

import ast
import builtins
import re
import symtable
import sys
from collections.abc import Collection, Sequence
from typing import NamedTuple

from grader.submission.extract import extract
from grader.submission.source import Source
from grader.submission.statement import binds

_SEED = re.compile(r"\s*(np|numpy)\.random\.seed\(")
_RANDOM = re.compile(r"\brandom\b")
_READS_FILES = re.compile(r"\b(open|load|loadtxt|genfromtxt|read_\w+|imread)\(")
_PACKAGES = ("h5py", "matplotlib", "numpy", "pandas", "PIL", "scipy", "sklearn")


class Needs(NamedTuple):
    """Statements that come before something, in order, and names nobody binds."""

    imports: tuple[str, ...]
    statements: tuple[str, ...]
    unknown: tuple[str, ...]
    supplied: tuple[str, ...]

    @property
    def foreign(self) -> tuple[str, ...]:
        """What of it only the notebook's own surroundings have."""
        found = [one for one in self.imports if not is_known(one)]
        found += [one for one in self.statements if _READS_FILES.search(one)]
        return (*found, *self.unknown)


def pieces(code: str) -> list[tuple[ast.stmt, str]]:
    """Return the statements of a cell, each with its text; none if it is not Python.

    A line that ends in `# IGNORE` is otter's way to leave it out.
    """
    lines = [line for line in code.split("\n") if not line.endswith("# IGNORE")]
    code = "\n".join(lines)
    try:
        # What parses may still not compile: a `return` outside of a function.
        compile(code, "cell", "exec", dont_inherit=True)
        body = ast.parse(code).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []
    found = []
    for node in body:
        if isinstance(node, ast.ImportFrom) and node.module == "__future__":
            # It may only stand at the head of a file.
            continue
        above = [one.lineno for one in getattr(node, "decorator_list", [])]
        start = min([node.lineno, *above]) - 1
        if above:
            text = "\n".join(lines[start : node.end_lineno])
        else:
            text = ast.get_source_segment(code, node) or ast.unparse(node)
        found.append((node, text))
    return found


def needs(before: Sequence[str], piece: str, supplied: Collection[str]) -> Needs:
    """Return what the function definition `piece` needs of the statements `before`.

    `supplied` names are not looked for.
    """
    text = "\n".join([*before, piece]) + "\n"
    tree = ast.parse(text)
    name = tree.body[-1].name  # type: ignore[attr-defined]
    scopes = symtable.symtable(text, "notebook", "exec")
    found = extract(Source("notebook", text, tree, scopes), (name,), supplied)
    assert found is not None  # noqa: S101 - the piece binds it
    keep = [index for index in found.keep if index < len(before)]
    keep = sorted({*keep, *_seeds(before, keep, piece)})
    bound = frozenset[str]().union(*(binds(tree.body[index]) for index in keep))
    known = {*bound, *dir(builtins), *supplied, name}
    kinds = (ast.Import, ast.ImportFrom)
    return Needs(
        tuple(before[i] for i in keep if isinstance(tree.body[i], kinds)),
        tuple(before[i] for i in keep if not isinstance(tree.body[i], kinds)),
        tuple(sorted(found.names - known - _stars(tree, keep))),
        tuple(sorted(found.names & set(supplied))),
    )


def is_known(statement: str) -> bool:
    """Whether an import names what a course can have: no file beside the notebook."""
    return all(
        top in sys.stdlib_module_names or top in _PACKAGES for top in modules(statement)
    )


def modules(statement: str) -> list[str]:
    """Return the packages that an import statement is of."""
    node = ast.parse(statement).body[0]
    if isinstance(node, ast.Import):
        return [alias.name.partition(".")[0] for alias in node.names]
    assert isinstance(node, ast.ImportFrom)  # noqa: S101 - there are two kinds
    return [(node.module or ".").partition(".")[0] if not node.level else "."]


def _seeds(before: Sequence[str], keep: list[int], piece: str) -> set[int]:
    """Return the last seed before each statement that draws."""
    drawing = [index for index in keep if _RANDOM.search(before[index])]
    drawing += [len(before)] if _RANDOM.search(piece) else []
    found = set()
    for index in drawing:
        above = [i for i in range(index) if _SEED.match(before[i])]
        found |= set(above[-1:])
    return found


def _stars(tree: ast.Module, keep: list[int]) -> set[str]:
    """Return NumPy's names if all of them are imported."""
    for index in keep:
        node = tree.body[index]
        if isinstance(node, ast.ImportFrom) and node.names[0].name == "*":
            import numpy as np  # noqa: PLC0415 - heavy, and seldom needed

            return set(dir(np))
    return set()
