"""Which names a module, function, class or comprehension has of its own.

What only imports bind to one thing is no name of its own: `np` is `numpy`.
"""

import ast
from collections.abc import Iterable, Iterator
from typing import Final, final

from grader.submission.nodes import children, walk

FUNCTIONS: Final = (ast.FunctionDef, ast.AsyncFunctionDef)
COMPREHENSIONS: Final = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
_HEADED: Final = frozenset((*FUNCTIONS, ast.Lambda, ast.ClassDef))
# The nodes that hold the name of a variable as a text.
TEXTS: Final[dict[type[ast.AST], str]] = {
    ast.ExceptHandler: "name",
    ast.MatchAs: "name",
    ast.MatchStar: "name",
    ast.MatchMapping: "rest",
}
_BINDING: Final = frozenset(
    (ast.Name, *FUNCTIONS, ast.ClassDef, ast.Import, ast.ImportFrom, ast.Global,
     ast.Nonlocal, *TEXTS)
)  # fmt: skip


@final
class Scope:
    """One scope and the names that are bound in it."""

    def __init__(
        self, parent: "Scope | None" = None, *, is_class: bool = False
    ) -> None:
        self.parent = parent
        self.is_class = is_class
        self.depth: int = parent.depth + 1 if parent else 0
        self.bound: dict[str, list[ast.AST | str]] = {}
        """What binds each name: a node, or the path of what is imported."""
        self.paths: dict[str, str] = {}
        """What is imported, by the name that stands for nothing else."""
        self.elsewhere: dict[str, bool] = {}
        """Names declared as an outer scope's, and whether that is the module."""

    def read(self, nodes: Iterable[ast.AST]) -> None:
        """Add the names that the nodes of its body bind."""
        for part in _here(nodes):
            self._meet(part)
        for name in self.elsewhere:
            self.bound.pop(name, None)
        for name, by in self.bound.items():
            first = by[0]
            if isinstance(first, str) and all(one == first for one in by):
                self.paths[name] = first

    def add(self, name: str, by: ast.AST | str) -> None:
        """Add a name, and what binds it."""
        self.bound.setdefault(name, []).append(by)

    def forget(self, name: str) -> None:
        """Leave out a name: it is somebody else's."""
        self.bound.pop(name, None)
        self.paths.pop(name, None)

    def owner(self, name: str) -> "Scope | None":
        """Return the scope whose name it is here; None for a builtin."""
        scope: Scope | None = self
        is_global = False
        while scope is not None:
            is_global = is_global or scope.elsewhere.get(name, False)
            seen = scope is self or not scope.is_class
            if name in scope.bound and seen and not (is_global and scope.parent):
                return scope
            scope = scope.parent
        return None

    def is_import(self, node: ast.AST) -> bool:
        """Return whether a statement only imports what `paths` tells."""
        return isinstance(node, ast.Import | ast.ImportFrom) and all(
            one.name == "*" or self._told(one) for one in node.names
        )

    def _told(self, one: ast.alias) -> bool:
        name = _called(one)
        owner = self.owner(name)
        return owner is not None and name in owner.paths

    def _meet(self, node: ast.AST) -> None:  # noqa: C901 - one kind of node a branch
        match node:
            case ast.Name(id=name, ctx=ctx):
                if not isinstance(ctx, ast.Load):
                    self.add(name, node)
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                self.add(node.name, node)
            case ast.Import(names=names):
                for one in names:
                    self.add(_called(one), one.name if one.asname else _called(one))
            case ast.ImportFrom(names=names):
                module = "." * node.level + (node.module or "")
                for one in names:
                    if one.name != "*":
                        self.add(_called(one), f"{module}.{one.name}")
            case ast.Global() | ast.Nonlocal():
                for name in node.names:
                    self.elsewhere[name] = isinstance(node, ast.Global)
            case _:
                text = getattr(node, TEXTS.get(type(node), ""), None)
                if text is not None:
                    self.add(text, node)


def targets(
    node: ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp,
) -> Iterator[ast.Name]:
    """Yield the variables of a comprehension."""
    for generator in node.generators:
        for part in walk(generator.target):
            if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store):
                yield part


def parameters(arguments: ast.arguments) -> list[ast.arg]:
    """Return the parameters of a function in order."""
    ordered = [*arguments.posonlyargs, *arguments.args]
    ordered += [arguments.vararg] if arguments.vararg else []
    ordered += arguments.kwonlyargs
    return ordered + ([arguments.kwarg] if arguments.kwarg else [])


def movable(
    statements: Iterable[ast.stmt], module: Scope
) -> Iterator[tuple[str, ast.AST]]:
    """Yield the functions that are the same wherever in the file they stand."""
    for node in statements:
        if isinstance(node, FUNCTIONS) and module.bound.get(node.name) == [node]:
            given = [*node.args.defaults, *node.args.kw_defaults]
            fixed = all(one is None or _is_fixed(one) for one in given)
            if fixed and not node.decorator_list:
                yield node.name, node


def _is_fixed(node: ast.expr) -> bool:
    if isinstance(node, ast.UnaryOp):
        node = node.operand
    return isinstance(node, ast.Constant)


def _here(nodes: Iterable[ast.AST]) -> Iterator[ast.AST]:
    """Yield the nodes that may bind names of one scope.

    Of a comprehension these are what it binds outside of it: by `:=` alone.
    """
    pending = list(nodes)
    comprehensions: list[ast.AST] = []
    while pending:
        part = pending.pop()
        kind = type(part)
        if kind in _BINDING:
            yield part
        if kind in _HEADED:
            pending += _head(part)
        elif kind in COMPREHENSIONS:
            comprehensions.append(part)
        else:
            pending += children(part)
    pending = comprehensions
    while pending:
        part = pending.pop()
        if isinstance(part, ast.NamedExpr):
            yield part.target
        pending += _head(part) if type(part) in _HEADED else children(part)


def _head(node: ast.AST) -> list[ast.AST]:
    """Return what of a function or class is evaluated where it stands."""
    if isinstance(node, ast.ClassDef):
        return [*node.decorator_list, *node.bases, *node.keywords]
    assert isinstance(node, (*FUNCTIONS, ast.Lambda))  # noqa: S101 - for mypy
    given = [*node.args.defaults, *node.args.kw_defaults]
    return [*filter(None, given), *getattr(node, "decorator_list", ())]


def _called(one: ast.alias) -> str:
    return one.asname or one.name.partition(".")[0]
