"""What one statement at module level does to names: binds, changes and reads them.

Names are resolved with Python's own symbol table, so that a parameter `x` does not
pull in a demonstration `x = …`.
"""

import ast
import symtable
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from grader.submission.nodes import children, first_line, walk
from grader.submission.source import Source

# Written out in place, each union would be made anew for each node.
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_NAMED = (*_FUNCTIONS, ast.ClassDef)
_IMPORTS = (ast.Import, ast.ImportFrom)
_DEFINITIONS = (*_NAMED, *_IMPORTS)
_PARTS = (ast.Attribute, ast.Subscript)
_CAUGHT = (ast.MatchAs, ast.MatchStar, ast.ExceptHandler)
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
# From Python 3.12 on, only a generator has a scope of its own, and a type has one.
_NEWER = sys.version_info >= (3, 12)
_OPEN_SCOPE = (
    ast.FunctionDef,
    ast.AsyncFunctionDef,
    ast.ClassDef,
    ast.Lambda,
    *((ast.GeneratorExp,) if _NEWER else _COMPREHENSIONS),
    *([ast.TypeAlias] if _NEWER else []),  # type: ignore[attr-defined,unused-ignore]
)
# Scopes that symtable calls functions and that run where they stand.
_AT_ONCE = ("listcomp", "setcomp", "dictcomp", "genexpr")


class Statement(NamedTuple):
    """What one statement at module level does to names."""

    binds: frozenset[str]
    changes: frozenset[str]
    reads: frozenset[str]
    """Names read when it runs."""
    reads_later: frozenset[str]
    """Names read when what it defines is called."""
    calls: frozenset[str]
    """Names of which it calls a method: a change if the name is a variable."""
    fresh: bool
    """It binds its name anew: what was bound before is not needed for it."""
    variable: bool
    """What it binds is neither a module nor a function nor a class."""


_NONE = frozenset[str]()
NOTHING = Statement(_NONE, _NONE, _NONE, _NONE, _NONE, fresh=False, variable=False)
"""A statement that does nothing to names."""


# It is asked for again for each exercise that one file answers.
@lru_cache(maxsize=1)
def describe(source: Source) -> list[Statement]:
    """Return what each statement of a source does, in order; not to be changed."""
    outside = outsides(source)
    scopes = _scopes(source, outside)
    return list(map(_statement, source.tree.body, outside, scopes))


@lru_cache(maxsize=1)
def outsides(source: Source) -> list[list[ast.AST]]:
    """Return for each statement its nodes that are evaluated at module level."""
    return [list(outer(node)) for node in source.tree.body]


def binds(node: ast.stmt) -> frozenset[str]:
    """Return the names that a statement binds at module level."""
    return _statement(node, outer(node), ()).binds


def _scopes(
    source: Source, outside: list[list[ast.AST]]
) -> list[list[symtable.SymbolTable]]:
    """Return for each statement the scopes that it opens, in order."""
    scopes = source.scopes.get_children()
    counts = [sum(isinstance(part, _OPEN_SCOPE) for part in parts) for parts in outside]
    if sum(counts) == len(scopes):
        remaining = iter(scopes)
        return [[next(remaining) for _ in range(count)] for count in counts]
    # A Python with scopes that we know nothing of: tell them by their lines.
    scopes = sorted(scopes, key=symtable.SymbolTable.get_lineno)
    lines = [scope.get_lineno() for scope in scopes]
    return [
        scopes[
            bisect_left(lines, first_line(node)) : bisect_right(
                lines, node.end_lineno or 0
            )
        ]
        for node in source.tree.body
    ]


def _statement(  # noqa: C901 - one kind of node a branch
    node: ast.stmt,
    outside: Iterable[ast.AST],
    scopes: Iterable[symtable.SymbolTable],
) -> Statement:
    bound: set[str] = set()
    changes: set[str] = set()
    reads: set[str] = set()
    calls: set[str] = set()
    for part in outside:
        if isinstance(part, ast.Name):
            (reads if isinstance(part.ctx, ast.Load) else bound).add(part.id)
        elif isinstance(part, _NAMED):
            bound.add(part.name)
        elif isinstance(part, _IMPORTS):
            bound |= {
                alias.asname or alias.name.partition(".")[0] for alias in part.names
            }
        elif isinstance(part, _PARTS):
            if not isinstance(part.ctx, ast.Load):
                changes |= _root(part)
        elif isinstance(part, ast.Expr) and isinstance(part.value, ast.Call):
            if isinstance(part.value.func, ast.Attribute):
                calls |= _root(part.value.func)
        elif isinstance(part, _CAUGHT):
            bound |= {part.name} if part.name else set()
    if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
        reads.add(node.target.id)
    later: set[str] = set()
    for scope in scopes:
        now, then = _globals(scope)
        # A lambda in an assignment may be called there, a function's body may not.
        defines = isinstance(node, _FUNCTIONS)
        reads |= now if defines else now | then
        later |= now | then
    definition = isinstance(node, _DEFINITIONS)
    assigns = isinstance(node, ast.Assign) or (
        isinstance(node, ast.AnnAssign) and node.value is not None
    )
    return Statement(
        frozenset(bound),
        frozenset(changes),
        frozenset(reads),
        frozenset(later),
        frozenset(calls),
        fresh=definition or assigns,
        variable=not definition,
    )


def outer(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the nodes evaluated at module level: not the insides of functions."""
    pending = [node]
    while pending:
        part = pending.pop()
        yield part
        if isinstance(part, _FUNCTIONS):
            pending += part.decorator_list
            pending += _defaults(part.args)
            if not _is_generic(part):
                pending += _annotations(part.args)
                pending += [part.returns] if part.returns else []
        elif isinstance(part, ast.ClassDef):
            pending += part.decorator_list
            if not _is_generic(part):
                pending += part.bases
                pending += [keyword.value for keyword in part.keywords]
        elif isinstance(part, ast.Lambda):
            pending += _defaults(part.args)
        elif sys.version_info >= (3, 12) and isinstance(part, ast.TypeAlias):
            # What it stands for is a scope of its own.
            pending.append(part.name)
        elif isinstance(part, _COMPREHENSIONS):
            # Only the first iterable is evaluated outside.
            pending.append(part.generators[0].iter)
            if not isinstance(part, _OPEN_SCOPE):
                yield from _inside(part)
        else:
            pending += children(part)


def _inside(
    node: ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp,
) -> Iterator[ast.AST]:
    """Yield the rest of a comprehension without a scope, but for its own variables."""
    first, *others = node.generators
    rest: list[ast.AST] = [first.target, *first.ifs, *others]
    rest += [
        child for child in children(node) if not isinstance(child, ast.comprehension)
    ]
    own = {
        part.id
        for generator in node.generators
        for part in walk(generator.target)
        if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)
    }
    for one in rest:
        for part in outer(one):
            if not (isinstance(part, ast.Name) and part.id in own):
                yield part


def _defaults(arguments: ast.arguments) -> list[ast.expr]:
    return [one for one in arguments.defaults + arguments.kw_defaults if one]


def _annotations(arguments: ast.arguments) -> list[ast.expr]:
    every = arguments.posonlyargs + arguments.args + arguments.kwonlyargs
    every += [one for one in (arguments.vararg, arguments.kwarg) if one]
    return [one.annotation for one in every if one.annotation]


def _is_generic(node: ast.AST) -> bool:
    """Whether it has type parameters: the rest of its head is in their scope."""
    return bool(getattr(node, "type_params", ()))


def _globals(scope: symtable.SymbolTable) -> tuple[set[str], set[str]]:
    """Return the module's names that a scope reads where it stands, and later."""
    now: set[str] = set()
    then: set[str] = set()
    pending = [(scope, False)]
    while pending:
        table, called = pending.pop()
        called = called or (
            table.get_type() == "function" and table.get_name() not in _AT_ONCE
        )
        (then if called else now).update(_global_names(table))
        pending += [(child, called) for child in table.get_children()]
    return now, then


def _global_names(table: symtable.SymbolTable) -> Iterable[str]:
    # A symbol is made by looking at all scopes inside: n² steps for a large function.
    if isinstance(table, symtable.Function):
        return table.get_globals()
    return {one.get_name() for one in table.get_symbols() if one.is_global()}


def _root(node: ast.expr) -> set[str]:
    while isinstance(node, ast.Attribute | ast.Subscript | ast.Call):
        node = node.func if isinstance(node, ast.Call) else node.value
    return {node.id} if isinstance(node, ast.Name) else set()
