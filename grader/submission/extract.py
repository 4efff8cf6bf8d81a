"""Takes out of a source the graded function and what it needs, and nothing else.

A statement at module level is kept if it binds, or changes, a name that is needed;
what it reads is needed in turn. So an unrelated import or a crash further down
does not matter. Names are resolved with Python's own symbol table, so that a
parameter `x` does not pull in a demonstration `x = …`.
"""

import ast
import symtable
import sys
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from grader.submission.source import Source

_DEFINITIONS = (
    ast.FunctionDef,
    ast.AsyncFunctionDef,
    ast.ClassDef,
    ast.Import,
    ast.ImportFrom,
)
_OPEN_SCOPE = (
    ast.FunctionDef,
    ast.AsyncFunctionDef,
    ast.ClassDef,
    ast.Lambda,
    ast.ListComp,
    ast.SetComp,
    ast.DictComp,
    ast.GeneratorExp,
)
# Scopes that symtable calls functions and that run where they stand.
_AT_ONCE = ("listcomp", "setcomp", "dictcomp", "genexpr")
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
_STAR_FROM = sys.stdlib_module_names | {"numpy"}


class Extract(NamedTuple):
    """The statements to keep of a source, by position, and the graded one.

    `name` is what the source calls the function, `names` all that it needs.
    """

    source: Source
    keep: tuple[int, ...]
    definition: ast.stmt
    name: str
    names: frozenset[str]

    @property
    def statements(self) -> list[ast.stmt]:
        """The kept statements, in order."""
        return [self.source.tree.body[index] for index in self.keep]


class _Statement(NamedTuple):
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


def bound(source: Source, *, imported: bool) -> frozenset[str]:
    """Return the names that imports bind at module level, or those that others do."""
    kinds = (ast.Import, ast.ImportFrom)
    nodes = [node for node in source.tree.body if isinstance(node, kinds) is imported]
    return frozenset[str]().union(*(_describe(node, ()).binds for node in nodes))


def extract(
    source: Source, names: tuple[str, ...], supplied: Iterable[str] = ()
) -> Extract | None:
    """Return what is needed for the function called by the first of `names` found.

    `supplied` names are left out: the host supplies them. None if no name is bound.
    """
    statements = [
        _describe(node, scopes)
        for node, scopes in zip(source.tree.body, _scopes(source), strict=True)
    ]
    bound = frozenset[str]().union(*(statement.binds for statement in statements))
    name = next((name for name in names if name in bound), None)
    if name is None:
        return None
    given = frozenset(supplied) - {name}
    keep, needed = _closure(statements, name, given)
    # A star may also stand for what looks like a builtin (numpy.sum).
    if not needed <= bound | given:
        keep |= {i for i, node in enumerate(source.tree.body) if _is_star(node)}
    # They change how the rest is read, whatever it needs.
    keep |= {i for i, node in enumerate(source.tree.body) if _is_future(node)}
    definition = max(i for i in keep if name in statements[i].binds)
    return Extract(
        source,
        tuple(sorted(keep)),
        source.tree.body[definition],
        name,
        frozenset(needed),
    )


def _closure(
    statements: list[_Statement], name: str, given: frozenset[str]
) -> tuple[set[int], set[str]]:
    """Return the statements that `name` needs at the end of the file, and all names.

    A demand is a name at a position: only what stands before it can answer it, from
    the last time the name was bound anew. What a function reads is demanded where
    the function is.
    """
    variables = frozenset[str]().union(
        *(statement.binds for statement in statements if statement.variable)
    )
    touching: dict[str, list[int]] = {}
    for index, statement in enumerate(statements):
        called = statement.calls & variables
        for one in statement.binds | statement.changes | called:
            touching.setdefault(one, []).append(index)
    keep: set[int] = set()
    demands = [(name, len(statements))]
    seen = set(demands)
    while demands:
        wanted, position = demands.pop()
        if wanted in given:
            continue
        for index in _answers(statements, touching.get(wanted, []), wanted, position):
            keep.add(index)
            new = {(one, index) for one in statements[index].reads}
            for one in statements[index].reads_later:
                new |= {(one, position), (one, len(statements))}
            demands += new - seen
            seen |= new
    return keep, {one for one, _ in seen}


def _answers(
    statements: list[_Statement], touching: list[int], name: str, position: int
) -> Iterator[int]:
    """Yield the statements before `position` that give `name` its value there."""
    for at in range(bisect_left(touching, position) - 1, -1, -1):
        index = touching[at]
        yield index
        if statements[index].fresh and name in statements[index].binds:
            return


def _scopes(source: Source) -> list[list[symtable.SymbolTable]]:
    """Return for each statement the scopes that it opens, in order."""
    scopes = source.scopes.get_children()
    counts = [
        sum(isinstance(part, _OPEN_SCOPE) for part in _outer(node))
        for node in source.tree.body
    ]
    if sum(counts) == len(scopes):
        remaining = iter(scopes)
        return [[next(remaining) for _ in range(count)] for count in counts]
    # Python 3.12 and later have scopes for types as well: tell them by their lines.
    return [
        [
            scope
            for scope in scopes
            if _first_line(node) <= scope.get_lineno() <= (node.end_lineno or 0)
        ]
        for node in source.tree.body
    ]


def _describe(  # noqa: C901 - one kind of node a branch
    node: ast.stmt, scopes: Iterable[symtable.SymbolTable]
) -> _Statement:
    binds: set[str] = set()
    changes: set[str] = set()
    reads: set[str] = set()
    calls: set[str] = set()
    for part in _outer(node):
        if isinstance(part, ast.Name):
            (reads if isinstance(part.ctx, ast.Load) else binds).add(part.id)
        elif isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            binds.add(part.name)
        elif isinstance(part, ast.Import | ast.ImportFrom):
            binds |= {
                alias.asname or alias.name.partition(".")[0] for alias in part.names
            }
        elif isinstance(part, ast.Attribute | ast.Subscript):
            if not isinstance(part.ctx, ast.Load):
                changes |= _root(part)
        elif isinstance(part, ast.Expr) and isinstance(part.value, ast.Call):
            if isinstance(part.value.func, ast.Attribute):
                calls |= _root(part.value.func)
        elif isinstance(part, ast.MatchAs | ast.MatchStar | ast.ExceptHandler):
            binds |= {part.name} if part.name else set()
    if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
        reads.add(node.target.id)
    later: set[str] = set()
    for scope in scopes:
        now, then = _globals(scope)
        # A lambda in an assignment may be called there, a function's body may not.
        defines = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        reads |= now if defines else now | then
        later |= now | then
    definition = isinstance(node, _DEFINITIONS)
    assigns = isinstance(node, ast.Assign) or (
        isinstance(node, ast.AnnAssign) and node.value is not None
    )
    return _Statement(
        frozenset(binds),
        frozenset(changes),
        frozenset(reads),
        frozenset(later),
        frozenset(calls),
        fresh=definition or assigns,
        variable=not definition,
    )


def _outer(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the nodes evaluated at module level: not the insides of functions."""
    pending = [node]
    while pending:
        part = pending.pop()
        yield part
        if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef):
            pending += part.decorator_list
            pending += _signature(part.args)
            pending += [part.returns] if part.returns else []
        elif isinstance(part, ast.ClassDef):
            pending += part.decorator_list + part.bases
            pending += [keyword.value for keyword in part.keywords]
        elif isinstance(part, ast.Lambda):
            pending += _signature(part.args)
        elif isinstance(part, _COMPREHENSIONS):
            # Only the first iterable is evaluated outside.
            pending.append(part.generators[0].iter)
        else:
            pending += ast.iter_child_nodes(part)


def _signature(arguments: ast.arguments) -> list[ast.AST]:
    every = arguments.posonlyargs + arguments.args + arguments.kwonlyargs
    every += [one for one in (arguments.vararg, arguments.kwarg) if one]
    found: list[ast.AST] = [one.annotation for one in every if one.annotation]
    found += arguments.defaults
    found += [default for default in arguments.kw_defaults if default]
    return found


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
        names = {one.get_name() for one in table.get_symbols() if one.is_global()}
        (then if called else now).update(names)
        pending += [(child, called) for child in table.get_children()]
    return now, then


def _first_line(node: ast.stmt) -> int:
    decorators: list[ast.expr] = getattr(node, "decorator_list", [])
    return min([node.lineno, *(decorator.lineno for decorator in decorators)])


def _root(node: ast.expr) -> set[str]:
    while isinstance(node, ast.Attribute | ast.Subscript | ast.Call):
        node = node.func if isinstance(node, ast.Call) else node.value
    return {node.id} if isinstance(node, ast.Name) else set()


def _is_future(node: ast.stmt) -> bool:
    return isinstance(node, ast.ImportFrom) and node.module == "__future__"


def _is_star(node: ast.stmt) -> bool:
    return (
        isinstance(node, ast.ImportFrom)
        and node.names[0].name == "*"
        and (node.module or "").partition(".")[0] in _STAR_FROM
    )
