"""Mutants of a solution: the same source with one thing written wrong."""

import ast
from collections.abc import Iterator
from typing import Any, NamedTuple

from grader.author import mutation


class Mutant(NamedTuple):
    """A solution with one change; `before` and `after` are the statement's first line.

    `after` is empty where the statement is left out.
    """

    line: int
    before: str
    after: str
    source: str


class _Spot(NamedTuple):
    """A child of a node: where it hangs, and the statement around it."""

    parent: ast.AST
    field: str
    at: int | None
    node: ast.AST
    statement: ast.stmt


def make(solution: str) -> list[Mutant]:
    """Return the mutants of a solution, from its first line to its last.

    What is only printed, and what an exception says, is not judged and not changed.
    Raises SyntaxError for a source that is none.
    """
    tree = ast.parse(solution)
    _strip(tree)
    made: dict[str, Mutant] = {}
    original = ast.unparse(tree)
    for top in tree.body:
        if not isinstance(top, ast.FunctionDef | ast.Assign):
            continue
        parameters = _parameters(top)
        for spot in list(_spots(top)):
            for changed in _changes(spot, parameters):
                before = _first_line(spot.statement)
                _put(spot, changed)
                after = _first_line(changed if spot.node is spot.statement else None)
                after = after or _first_line(spot.statement)
                source = ast.unparse(ast.fix_missing_locations(tree))
                _put(spot, spot.node)
                if isinstance(changed, ast.Pass):
                    after = ""
                if source != original and _compiles(source):
                    line = getattr(spot.node, "lineno", spot.statement.lineno)
                    made.setdefault(source, Mutant(line, before, after, source))
    return list(made.values())


def _strip(tree: ast.Module) -> None:
    """Take out docstrings: they say nothing to a machine."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef):
            first = node.body[0] if node.body else None
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                node.body = node.body[1:] or [ast.Pass()]


def _parameters(top: ast.stmt) -> list[str]:
    if not isinstance(top, ast.FunctionDef):
        return []
    return [one.arg for one in (*top.args.posonlyargs, *top.args.args)]


def _spots(top: ast.stmt) -> Iterator[_Spot]:
    """Yield every place within a statement where something can be changed."""
    pending: list[tuple[ast.AST, ast.stmt]] = [(top, top)]
    while pending:
        parent, statement = pending.pop(0)
        for field, value in ast.iter_fields(parent):
            if isinstance(parent, ast.FunctionDef) and field != "body":
                continue
            children = value if isinstance(value, list) else [value]
            for at, node in enumerate(children):
                if not isinstance(node, ast.AST) or _only_shows(node):
                    continue
                inside = node if isinstance(node, ast.stmt) else statement
                where = at if isinstance(value, list) else None
                if isinstance(node, ast.stmt | ast.expr):
                    yield _Spot(parent, field, where, node, inside)
                if not isinstance(node, ast.Raise):
                    pending.append((node, inside))


def _changes(spot: _Spot, parameters: list[str]) -> Iterator[ast.AST]:
    node = spot.node
    if isinstance(node, ast.stmt):
        yield from mutation.of_statement(node, parameters)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        if isinstance(spot.parent, ast.Dict | ast.Subscript | ast.Return):
            yield mutation.of_key(node.value)
    elif isinstance(node, ast.expr):
        for changed in mutation.of_expression(node, parameters):
            if not _is_same(spot.parent, node, changed):
                yield changed


def _only_shows(node: ast.AST) -> bool:
    """Whether it is a print, or an `if` that does nothing but print."""
    match node:
        case ast.Expr(value=ast.Call(func=ast.Name(id="print"))):
            return True
        case ast.If(body=body, orelse=[]):
            return all(map(_only_shows, body))
    return False


def _is_same(parent: ast.AST, node: ast.AST, changed: ast.AST) -> bool:
    """Return whether a change is none there, whatever the rest of the function."""
    match parent, node, changed:
        case (
            ast.BinOp(op=ast.Pow(), right=ast.Constant(value=2))
            | ast.Call(func=ast.Attribute(attr="abs" | "absolute" | "square")),
            ast.BinOp(op=ast.Sub()),
            ast.BinOp(op=ast.Sub()),
        ):
            # The sign of a difference, in a square or an absolute value.
            return changed.left is node.right
        case ast.UnaryOp(op=ast.USub()), ast.Constant(value=1), _:
            # `reshape(1, -1)`: NumPy takes any negative number there.
            return True
        case ast.Subscript() | ast.Tuple(), ast.Constant(value=0), ast.Constant(
            value=-1
        ):
            # The first is the last where there is one only.
            return True
    return False


def _put(spot: _Spot, node: ast.AST) -> None:
    if spot.at is None:
        setattr(spot.parent, spot.field, node)
    else:
        nodes: list[Any] = getattr(spot.parent, spot.field)
        nodes[spot.at] = node


def _first_line(node: ast.AST | None) -> str:
    """Return what a reader sees of a statement: of a compound one its head."""
    return "" if node is None else ast.unparse(node).splitlines()[0].strip()


def _compiles(source: str) -> bool:
    try:
        compile(source, "mutant", "exec", dont_inherit=True)
    except (SyntaxError, ValueError):
        return False
    return True
