"""Whether a function is still as some other course hands it out, told by its tree.

Such stubs leave `s = None`, an empty region between two marks, or `raise
NotImplementedError` where the answer belongs, among lines that are given.
"""

import ast
import builtins
import re
from collections.abc import Container, Iterator
from functools import lru_cache

from grader.submission.nodes import children, walk
from grader.submission.source import Source

_START = re.compile(
    r"#.*(?:START CODE HERE|YOUR CODE STARTS HERE|BEGIN SOLUTION)", re.IGNORECASE
)
_END = re.compile(
    r"#.*(?:END CODE HERE|YOUR CODE ENDS HERE|END SOLUTION)", re.IGNORECASE
)
# What given lines call beside print; whoever calls more has begun.
_GIVEN = frozenset(
    ("append", "array", "copy", "deepcopy", "dict", "format", "len", "list", "print",
     "range", "reshape", "squeeze", "str", "zeros")
)  # fmt: skip
_WORK = (ast.BinOp, ast.ListComp, ast.GeneratorExp, ast.DictComp, ast.SetComp,
         ast.Lambda)  # fmt: skip
_DEFINES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
# What has statements of the function in it.
_BLOCKS = (ast.If, ast.For, ast.AsyncFor, ast.While, ast.With, ast.AsyncWith, ast.Try,
           ast.TryStar, ast.ExceptHandler, ast.Match, ast.match_case)  # fmt: skip

Known = Container[str]
"""The functions and modules that the file binds."""


def is_blank(function: ast.FunctionDef, line: list[str], known: Known) -> bool:
    """Return whether nothing was written where the answer belongs.

    `line` is the text of the function's lines.
    """
    regions = _regions(line, function.lineno)
    statements = list(_statements(function))
    for node in statements:
        inside = any(start < node.lineno < end for start, end in regions)
        if not (_is_hole(node) or _is_filler(node)) and (inside or _is_work(node)):
            return False
    for node in function.body:
        # The first of the two is as far as a call gets.
        if isinstance(node, ast.Return) and not _is_filler(node):
            break
        if isinstance(node, ast.Raise) and _is_hole(node):
            return True
    if not regions and not any(map(_is_hole, statements)):
        return False
    return bool(_unset(function, known)) or not any(
        isinstance(node, ast.Return) for node in statements
    )


# It is asked for again for each exercise that one file answers.
@lru_cache(maxsize=1)
def known(source: Source) -> frozenset[str]:
    """Return the functions, classes and modules that a source binds."""
    kinds = (*_DEFINES, ast.Import, ast.ImportFrom)
    body = source.tree.body
    return frozenset(
        name for one in body if isinstance(one, kinds) for name in _bound(one)
    )


def still_none(function: ast.stmt) -> dict[str, ast.stmt]:
    """Return the names that a function gives None alone, and reads, by statement."""
    if not isinstance(function, ast.FunctionDef):
        return {}
    statements = list(_statements(function))
    if not any(map(_is_hole, statements)):
        return {}
    others: set[str] = set()
    found: dict[str, ast.stmt] = {}
    read: set[str] = set()
    for node in walk(function):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            read.add(node.id)
    for statement in statements:
        for name in sorted(_bound(statement)):
            if _is_hole(statement):
                found.setdefault(name, statement)
            elif not _is_own(statement, name):
                others.add(name)
    return {
        name: node
        for name, node in found.items()
        if name in read and name not in others
    }


def _regions(line: list[str], first: int) -> list[tuple[int, int]]:
    """Return the lines of the marks between which an answer belongs, in pairs."""
    found: list[tuple[int, int]] = []
    start = 0
    for number, text in enumerate(line, first):
        if "#" not in text:
            continue
        if _END.search(text):
            found += [(start, number)] if start else []
            start = 0
        elif _START.search(text):
            start = number
    return found


def _statements(node: ast.AST) -> Iterator[ast.stmt]:
    """Yield the statements of a function, those in blocks too, in order."""
    for child in children(node):
        if isinstance(child, ast.stmt):
            yield child
        if isinstance(child, _BLOCKS):
            yield from _statements(child)


def _is_hole(node: ast.stmt) -> bool:
    """Whether a statement stands where an answer belongs."""
    match node:
        case ast.Assign(value=value) | ast.AnnAssign(value=ast.expr() as value):
            parts = value.elts if isinstance(value, ast.Tuple) else [value]
            return all(
                isinstance(one, ast.Constant)
                and (one.value is None or one.value is ...)
                for one in parts
            )
        case ast.Raise(exc=ast.Call(func=ast.Name(id="NotImplementedError"))):
            return True
        case ast.Raise(exc=ast.Name(id="NotImplementedError")):
            return True
    return False


def _is_filler(node: ast.stmt) -> bool:
    match node:
        case ast.Pass() | ast.Assert() | ast.Expr(value=ast.Constant()):
            return True
        case ast.Expr(value=ast.Call(func=ast.Name(id="print"))):
            return True
        case ast.Return(value=None):
            return True
        case ast.Return(value=ast.Constant(value=value)):
            return value is None or value is ...
    return False


def _is_work(node: ast.stmt) -> bool:
    """Whether a statement computes more than the lines that are given do."""
    match node:
        case ast.AugAssign() | ast.Delete() | ast.Global() | ast.Nonlocal():
            return True
        case ast.Assign(value=value) | ast.Expr(value=value):
            pass
        case ast.Return(value=ast.expr() as value):
            pass
        case _:
            return isinstance(node, (*_DEFINES, ast.While, ast.Import, ast.ImportFrom))
    for part in walk(value):
        if isinstance(part, _WORK):
            return True
        if isinstance(part, ast.Call):
            name = getattr(part.func, "attr", getattr(part.func, "id", ""))
            if name not in _GIVEN:
                return True
    return False


def _unset(function: ast.FunctionDef, known: Known) -> set[str]:
    """Return the names that are read, and that nothing but None can be in."""
    statements = list(_statements(function))
    read = {
        node.id
        for statement in statements
        for node in walk(statement)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    }
    local = {name for one in statements for name in _bound(one)}
    given = {name for one in statements if not _is_hole(one) for name in _bound(one)}
    # `x = None` takes a parameter away.
    have = _names(function.args) - (local - given)
    have |= {name for name in read - local if hasattr(builtins, name) or name in known}
    growing = True
    while growing:
        growing = False
        for one in statements:
            new = _bound(one) - have
            if new and not _is_hole(one) and _reads(one) <= have:
                have |= new
                growing = True
    return read - have


def _names(arguments: ast.arguments) -> set[str]:
    return {node.arg for node in walk(arguments) if isinstance(node, ast.arg)}


def _bound(node: ast.stmt) -> set[str]:
    """Return the names that a statement itself binds, not those in its blocks."""
    match node:
        case ast.Assign(targets=targets):
            pass
        case ast.AnnAssign(target=target) | ast.AugAssign(target=target):
            targets = [target]
        case ast.For(target=target):
            targets = [target]
        case ast.With(items=items):
            targets = [one.optional_vars for one in items if one.optional_vars]
        case (
            ast.FunctionDef(name=name)
            | ast.AsyncFunctionDef(name=name)
            | ast.ClassDef(name=name)
        ):
            return {name}
        case ast.Import(names=names) | ast.ImportFrom(names=names):
            return {one.asname or one.name.partition(".")[0] for one in names}
        case _:
            return set()
    return {
        part.id
        for target in targets
        for part in walk(target)
        if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)
    }


def _reads(node: ast.stmt) -> set[str]:
    """Return the names that what a statement binds is made of."""
    value = node.iter if isinstance(node, ast.For) else getattr(node, "value", None)
    if not isinstance(value, ast.expr):
        return set()
    own = {
        part.id
        for part in walk(value)
        if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)
    }
    return {
        part.id
        for part in walk(value)
        if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Load)
    } - own


def _is_own(node: ast.stmt, name: str) -> bool:
    """Whether a statement makes a name from itself: `cost = np.squeeze(cost)`."""
    return name in _reads(node)
