"""Files of cases without those that count steps, and without what only they need."""

import ast
import re
from collections import Counter
from collections.abc import Iterable

from grader.author.excerpt import Excerpt, parse

_STEPS = re.compile(r"(?:pytest\.)?mark\.steps(?:\(\))?")


def without_steps(file: Excerpt) -> Excerpt:
    """Return the file without the cases marked `steps`.

    Imports and helpers that nothing else needs go along, as do comments above them.
    A statement that shares a line with another one stays.
    """
    body = file.tree.body
    steps = [node for node in file.functions if _counts(node)]
    shared = _shared(body)
    if not steps:
        return file
    theirs = _needed(body, steps)
    stay = [node for node in body if node not in steps]
    # What no case needs at all is there for a reason of its own.
    roots = [node for node in stay if not _defined(node) & theirs]
    others = _needed(body, roots)
    lines = file.text.split("\n")
    for node in reversed(body):
        given = _defined(node)
        if shared.intersection(range(*_span(node))):
            continue
        if node in steps or (given and given <= theirs - others):
            _cut(lines, node)
        elif isinstance(node, ast.Import | ast.ImportFrom) and given & theirs - others:
            first, last = _span(node)
            lines[first:last] = [_narrowed(node, theirs - others)]
    return parse("\n".join(lines).rstrip("\n") + "\n", "")


def _shared(body: Iterable[ast.stmt]) -> set[int]:
    """Return the positions of lines that hold more than one statement, or parts."""
    counts = Counter(line for node in body for line in range(*_span(node)))
    return {line for line, count in counts.items() if count > 1}


def _counts(function: ast.FunctionDef) -> bool:
    marks = map(ast.unparse, function.decorator_list)
    return any(_STEPS.fullmatch(mark) for mark in marks)


def _needed(body: Iterable[ast.stmt], nodes: Iterable[ast.stmt]) -> set[str]:
    """Return the names that statements need, and those that what they name needs."""
    names: set[str] = set()
    left = list(nodes)
    while left:
        found = {one.id for one in ast.walk(left.pop()) if isinstance(one, ast.Name)}
        left += [node for node in body if _defined(node) & (found - names)]
        names |= found
    return names


def _defined(node: ast.stmt) -> set[str]:
    """Return the names that a statement at module level gives a meaning."""
    match node:
        case ast.FunctionDef() | ast.ClassDef():
            return {node.name}
        case ast.Import() | ast.ImportFrom():
            return {_name(alias) for alias in node.names}
        case ast.Assign() | ast.AnnAssign():
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            return {
                one.id
                for target in targets
                for one in ast.walk(target)
                if isinstance(one, ast.Name)
            }
    return set()


def _name(alias: ast.alias) -> str:
    return alias.asname or alias.name.partition(".")[0]


def _narrowed(node: ast.Import | ast.ImportFrom, without: set[str]) -> str:
    kept = [alias for alias in node.names if _name(alias) not in without]
    if isinstance(node, ast.Import):
        return ast.unparse(ast.Import(kept))
    return ast.unparse(ast.ImportFrom(node.module, kept, node.level))


def _span(node: ast.stmt) -> tuple[int, int]:
    """Return the position of a statement's first line, and of the one after it."""
    decorators = getattr(node, "decorator_list", [])
    first = min([node.lineno, *(one.lineno for one in decorators)])
    return first - 1, node.end_lineno or node.lineno


def _cut(lines: list[str], node: ast.stmt) -> None:
    """Take out a statement, the comments right above it and the empty lines above."""
    first, last = _span(node)
    while first and lines[first - 1].startswith("#"):
        first -= 1
    if not isinstance(node, ast.Import | ast.ImportFrom):
        while first and not lines[first - 1].strip():
            first -= 1
    del lines[first:last]
