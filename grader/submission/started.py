"""Whether an exercise was started, by comparing syntax trees with the stub."""

import ast
from functools import lru_cache

from grader.submission.extract import extract
from grader.submission.handout import is_blank, known
from grader.submission.source import Source


def is_left(source: Source, names: tuple[str, ...], stub: ast.stmt | None) -> bool:
    """Return whether a source has the function of these names, not started."""
    try:
        taken = extract(source, names)
    except RecursionError:
        return False
    return taken is not None and not is_written(source, taken.definition, stub)


def is_written(
    source: Source, definition: ast.stmt, stub: ast.stmt | None, text: str = ""
) -> bool:
    """Return whether a function is more than the course's stub, or another course's.

    It stands in `text`, by default that of the source.
    """
    if not is_started(definition, stub):
        return False
    if not isinstance(definition, ast.FunctionDef):
        return True
    last = definition.end_lineno or definition.lineno
    lines = text.split("\n") if text else source.lines
    return not is_blank(definition, lines[definition.lineno - 1 : last], known(source))


def is_started(definition: ast.stmt, stub: ast.stmt | None) -> bool:
    """Return whether a definition is more than the stub's.

    Comments, layout and docstrings do not count. Without the stub to compare with,
    a body of nothing but a docstring, `...`, `return ...` and `pass` is not started.
    """
    if not isinstance(definition, ast.FunctionDef):
        return True
    body = _body(definition)
    if not body:
        return False
    if isinstance(stub, ast.FunctionDef):
        try:
            shipped = _dumped(stub)
            return len(body) != len(shipped) or _dump(body) != shipped
        except (RecursionError, ValueError):
            # No stub is nested that deep, or holds an integer too long to be written.
            return True
    return True


def _body(function: ast.FunctionDef) -> list[ast.stmt]:
    return [node for node in function.body if not _is_filler(node)]


def _is_filler(node: ast.stmt) -> bool:
    """Whether it is a bare literal such as a docstring, `...`, or stands for one."""
    match node:
        case ast.Pass() | ast.Expr(value=ast.Constant()):
            return True
        case ast.Return(value=ast.Constant(value=value)):
            # The dots are where an answer belongs, also behind `return`.
            return value is ...
    return False


@lru_cache(maxsize=1024)
def _dumped(stub: ast.FunctionDef) -> list[str]:
    """Return what every answer is compared with, once for all of them."""
    return _dump(_body(stub))


def _dump(body: list[ast.stmt]) -> list[str]:
    return [ast.dump(node) for node in body]
