"""Which parts of a source can run when the graded function is called."""

import ast
from collections.abc import Iterator

from grader.submission.extract import Extract
from grader.submission.nodes import children, walk


def live(extract: Extract) -> Iterator[ast.AST]:
    """Yield the nodes that can run: not those of `while False` or of a raise."""
    mentioned = _mentioned(extract)
    pending: list[ast.AST] = list(extract.statements)
    while pending:
        node = pending.pop()
        yield node
        match node:
            case ast.Raise():
                continue
            case ast.Assert(test=test):
                pending.append(test)
            case ast.If(test=test) if is_never(test):
                pending += node.orelse
            case ast.While(test=test) if is_never(test):
                pending += node.orelse
            case ast.IfExp(test=test) if is_never(test):
                pending.append(node.orelse)
            case ast.ClassDef(body=body):
                dead = [one for one in body if _is_unused(one, mentioned)]
                pending += [one for one in children(node) if one not in dead]
            case _:
                pending += children(node)


def _mentioned(extract: Extract) -> set[str]:
    """Return all attributes and texts: what may name a method."""
    found: set[str] = set()
    for statement in extract.statements:
        for node in walk(statement):
            match node:
                case ast.Attribute(attr=name) | ast.Constant(value=str(name)):
                    found.add(name)
                case ast.Name(id=name):
                    found.add(name)
    return found


def _is_unused(node: ast.stmt, mentioned: set[str]) -> bool:
    """Return whether a method is called by nobody, and not by Python itself either."""
    if not isinstance(node, ast.FunctionDef) or node.decorator_list:
        return False
    return node.name not in mentioned and not node.name.startswith("__")


def is_never(test: ast.expr) -> bool:
    """Return whether a condition is never true when an answer is checked."""
    match test:
        case ast.Constant(value=value):
            return not value
        case ast.Compare(left=ast.Name(id="__name__")):
            return True
    return isinstance(test, ast.Name) and test.id == "TYPE_CHECKING"
