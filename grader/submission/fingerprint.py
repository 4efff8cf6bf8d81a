"""What an answer does, apart from names, layout and comments: equal for copies of it.

The syntax tree of the graded function and of what it needs is told from its root, each
variable by the number of its first appearance, and the telling is hashed. What is
imported is called by its full path. Left out is what changes no value: docstrings and
other bare literals, `pass`, annotations. Functions count in the order in which they are
first named, so where they stand in the file does not matter; all else that stands at
module level keeps its order. Constants, attributes, keywords and builtins stay.
"""

import ast
import hashlib
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple, final

from grader.submission.extract import Extract
from grader.submission.scope import (
    FUNCTIONS,
    TEXTS,
    Scope,
    parameters,
    targets,
)

# People's functions have three. A name is looked for in each.
MAX_SCOPES: Final = 50
_SILENT: Final = {"annotation", "returns", "type_comment", "type_params", "kind", "ctx"}


class Fingerprint(NamedTuple):
    """The hash of an answer, and how many statements it has.

    Lines that begin a function are no statement, nor is what does not count.
    """

    digest: str
    statements: int


def fingerprint(taken: Extract, supplied: Iterable[str] = ()) -> Fingerprint | None:
    """Return the fingerprint of an answer; None for one too deep to be told.

    `supplied` names are the host's, whatever the source binds them to. The work grows
    with the size of the answer, and no source makes it raise.
    """
    telling = _Telling(taken, frozenset(supplied) - {taken.name})
    try:
        telling.tell(taken)
    except _TooDeepError:
        return None
    return Fingerprint(telling.digest(), telling.statements)


@final
class _TooDeepError(Exception):
    """More scopes within one another than a name is looked for in."""


class _Part(NamedTuple):
    """What is told next: a node in its scope, or a word as it is."""

    what: ast.AST | str
    scope: Scope


@final
class _Telling:
    """One answer on its way to a hash."""

    def __init__(self, taken: Extract, supplied: frozenset[str]) -> None:
        self.statements = 0
        self._hash = hashlib.sha256()
        self._module = Scope()
        self._module.read(taken.statements)
        for name in supplied:
            self._module.forget(name)
        self._numbers: dict[tuple[Scope, str], int] = {}
        self._functions = dict(_movable(taken.statements, self._module))
        self._waiting: deque[ast.AST] = deque()

    def digest(self) -> str:
        """Return the hash of what was told, half of which is plenty."""
        return self._hash.hexdigest()[:32]

    def tell(self, taken: Extract) -> None:
        """Tell the graded function, what it calls, and then what else is kept."""
        movable = set(self._functions.values())
        self._say(self._name(taken.name, self._module))
        self._drain()
        for node in taken.statements:
            if isinstance(node, ast.ImportFrom) and node.names[0].name == "*":
                self._say(f"* {node.module}")
            if node not in movable and self._counts(node, self._module):
                self._walk(node)
                self._drain()

    def _drain(self) -> None:
        """Tell the functions that were named; they name others in turn."""
        while self._waiting:
            self._walk(self._waiting.popleft())

    def _walk(self, node: ast.AST) -> None:
        # No recursion: how deep an answer may be nested is not a matter of our stack.
        pending = [_Part(node, self._module)]
        while pending:
            what, scope = pending.pop()
            if isinstance(what, str):
                self._say(what)
                continue
            if isinstance(what, ast.stmt) and not isinstance(what, FUNCTIONS):
                self.statements += 1
            pending += reversed(list(self._parts(what, scope)))

    def _say(self, word: str) -> None:
        # No name holds a line feed, and `repr` writes none.
        self._hash.update(word.encode("utf-8", "backslashreplace") + b"\n")

    def _parts(  # noqa: C901 - one kind of node a branch
        self, node: ast.AST, scope: Scope
    ) -> Iterator[_Part]:
        """Yield what a node is made of, in the order in which it is told."""
        match node:
            case ast.Name(id=name):
                yield _Part(self._name(name, scope), scope)
            case ast.arg(arg=name):
                yield _Part(self._name(name, scope), scope)
            case ast.Attribute():
                yield from self._chain(node, scope)
            case ast.Constant(value=value):
                # Python refuses to write long integers in decimal.
                if isinstance(value, int) and not isinstance(value, bool):
                    yield _Part(hex(value), scope)
                else:
                    yield _Part(repr(value), scope)
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.Lambda():
                yield from self._function(node, scope)
            case ast.ClassDef():
                yield from self._class(node, scope)
            case ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
                yield from self._comprehension(node, scope)
            case ast.AnnAssign(target=target, value=value):
                yield from (_Part(one, scope) for one in ("Assign", "[1", target))
                yield from self._value(value, scope)
            case ast.alias(name=name, asname=asname):
                called = asname or name.partition(".")[0]
                yield _Part(f"alias {name}", scope)
                yield _Part(self._name(called, scope), scope)
            case _:
                yield from self._plain(node, scope)

    def _plain(self, node: ast.AST, scope: Scope, *but: str) -> Iterator[_Part]:
        yield _Part(type(node).__name__, scope)
        text = TEXTS.get(type(node))
        for field in node._fields:
            if field in _SILENT or field in but:
                continue
            value = getattr(node, field, None)
            if field == text and value is not None:
                yield _Part(self._name(value, scope), scope)
            else:
                yield from self._value(value, scope)

    def _value(self, value: object, scope: Scope) -> Iterator[_Part]:
        if isinstance(value, list):
            kept = [one for one in value if self._counts(one, scope)]
            yield _Part(f"[{len(kept)}", scope)
            for one in kept:
                yield from self._value(one, scope)
        elif isinstance(value, ast.AST):
            yield _Part(value, scope)
        else:
            # `{**a}` has a key that is absent, `{None: a}` has not.
            yield _Part("-" if value is None else repr(value), scope)

    def _counts(self, node: object, scope: Scope) -> bool:
        """Return whether a statement does anything but give something a name."""
        match node:
            case ast.Pass() | ast.Expr(value=ast.Constant()):
                return False
            case ast.Global() | ast.Nonlocal():
                return False
            case ast.AnnAssign(value=None):
                # In a class it may be a field of records.
                return scope.is_class
            case ast.Import() | ast.ImportFrom():
                return not scope.is_import(node)
        return True

    def _name(self, name: str, scope: Scope) -> str:
        """Return what a name is called: a path, a number or, unless bound, itself."""
        owner = scope.owner(name)
        if owner is None or owner.is_class:
            # What a class binds is an attribute of it.
            return f"name {name}"
        if name in owner.paths:
            return f"import {owner.paths[name]}"
        key = (owner, name)
        if key not in self._numbers:
            self._numbers[key] = len(self._numbers)
            if owner is self._module and name in self._functions:
                self._waiting.append(self._functions[name])
        return f"{'own' if owner is self._module else 'local'} {self._numbers[key]}"

    def _chain(self, node: ast.expr, scope: Scope) -> Iterator[_Part]:
        """Tell `np.linalg.norm`: as one path, if it begins at a module."""
        names: list[str] = []
        while isinstance(node, ast.Attribute):
            names.append(node.attr)
            node = node.value
        names.reverse()
        if isinstance(node, ast.Name):
            root = self._name(node.id, scope)
            if root.startswith("import "):
                yield _Part(".".join([root, *names]), scope)
                return
        yield _Part("Attribute " + ".".join(names), scope)
        yield _Part(node, scope)

    def _function(
        self, node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda, scope: Scope
    ) -> Iterator[_Part]:
        arguments = node.args
        yield _Part(type(node).__name__, scope)
        inner = self._inner(scope)
        for one in parameters(arguments):
            inner.add(one.arg, one)
        if isinstance(node, ast.Lambda):
            inner.read([node.body])
        else:
            inner.read(node.body)
            yield _Part(self._name(node.name, scope), scope)
            yield from self._value(node.decorator_list, scope)
        kinds = (arguments.posonlyargs, arguments.args, arguments.kwonlyargs)
        stars = (bool(arguments.vararg), bool(arguments.kwarg))
        yield _Part(f"arguments {[len(one) for one in kinds]} {stars}", scope)
        yield from self._value(parameters(arguments), inner)
        yield from self._value(arguments.defaults, scope)
        yield from self._value(arguments.kw_defaults, scope)
        yield from self._value(node.body, inner)

    def _class(self, node: ast.ClassDef, scope: Scope) -> Iterator[_Part]:
        yield _Part(self._name(node.name, scope), scope)
        yield from self._plain(node, scope, "name", "body")
        inner = self._inner(scope, is_class=True)
        inner.read(node.body)
        yield from self._value(node.body, inner)

    def _comprehension(
        self,
        node: ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp,
        scope: Scope,
    ) -> Iterator[_Part]:
        inner = self._inner(scope)
        for one in targets(node):
            inner.add(one.id, one)
        first, *others = node.generators
        yield _Part(f"{type(node).__name__} {len(others)}", scope)
        # Where it goes through is looked up outside.
        yield _Part(first.iter, scope)
        yield from self._plain(first, inner, "iter")
        yield from (_Part(one, inner) for one in others)
        yield from self._plain(node, inner, "generators")

    def _inner(self, scope: Scope, *, is_class: bool = False) -> Scope:
        if scope.depth >= MAX_SCOPES:
            raise _TooDeepError
        return Scope(scope, is_class=is_class)


def _movable(
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
