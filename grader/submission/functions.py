"""Which statements of a notebook give a name a function, and which reuse the name.

`grads, cost = propagate(w, b, X, Y)` in a cell that tries something out takes nothing
from `def cost(A, Y)` in another: where a function is defined, that is what counts.
"""

import ast
from collections.abc import Iterator
from functools import lru_cache

from grader.submission.source import Source
from grader.submission.statement import Statement, outsides

_DEFINES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


@lru_cache(maxsize=1)
def definitions(source: Source) -> dict[str, list[int]]:
    """Return the statements, by position, that define each name as a function.

    Not to be changed.

    An import counts where it gives a name of its own (`expit as sigmoid`) that nothing
    else defines: a name that comes with `from lr_utils import load_dataset` is not the
    student's.
    """
    found: dict[str, list[int]] = {}
    renamed: dict[str, list[int]] = {}
    modules: set[str] = set()
    outside = outsides(source)
    for index, node in enumerate(source.tree.body):
        if isinstance(node, ast.Import | ast.ImportFrom):
            for alias in node.names:
                modules.add(alias.asname or alias.name.partition(".")[0])
                if alias.asname and isinstance(node, ast.ImportFrom):
                    renamed.setdefault(alias.asname, []).append(index)
        else:
            for name in _defined(node, outside[index], found, modules):
                found.setdefault(name, []).append(index)
    return renamed | found


def lasting(
    statements: list[Statement], defined: dict[str, list[int]]
) -> list[Statement]:
    """Return statements without what they bind over the definition of a function."""
    found = []
    for index, statement in enumerate(statements):
        over = {
            name for name in statement.binds if index not in defined.get(name, (index,))
        }
        left = statement.binds - over
        found.append(statement._replace(binds=left) if over else statement)
    return found


def _defined(
    node: ast.stmt,
    outside: list[ast.AST],
    known: dict[str, list[int]],
    modules: set[str],
) -> Iterator[str]:
    """Yield the names that a statement gives a function."""
    targets: list[ast.expr] = []
    match node:
        case ast.Assign(targets=targets, value=value):
            is_one = _is_function(value, known, modules)
        case ast.AnnAssign(target=target, value=ast.expr() as value):
            targets, is_one = [target], _is_function(value, known, modules)
        case _:
            # Also within `if` and `try`.
            for part in outside:
                if isinstance(part, _DEFINES):
                    yield part.name
            return
    if is_one:
        yield from (one.id for one in targets if isinstance(one, ast.Name))


def _is_function(
    value: ast.expr, known: dict[str, list[int]], modules: set[str]
) -> bool:
    """Whether an expression looks like a function: a lambda, another's name, a wrapper.

    `np.vectorize(f)` and `partial(f, 2)` wrap one; `f(2)` is what it returns.
    """
    match value:
        case ast.Lambda():
            return True
        case ast.Name(id=name):
            return name in known
        case ast.Attribute(value=ast.Name(id=name)):
            return name in modules
        case ast.Call(args=[ast.Lambda() | ast.Name() as first, *_]):
            return _is_function(first, known, modules)
    return False
