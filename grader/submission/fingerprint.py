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
from collections.abc import Callable, Iterable
from typing import Any, Final, NamedTuple, final

from grader.submission.extract import Extract
from grader.submission.scope import (
    COMPREHENSIONS,
    FUNCTIONS,
    TEXTS,
    Scope,
    movable,
    parameters,
    targets,
)

# People's functions have three. A name is looked for in each.
MAX_SCOPES: Final = 50
_SILENT: Final = {"annotation", "returns", "type_comment", "type_params", "kind", "ctx"}
_SIGNS: Final = frozenset(
    one for kind in (ast.operator, ast.unaryop, ast.boolop, ast.cmpop)
    for one in kind.__subclasses__()
)  # fmt: skip
# What may do nothing but give something a name.
_IDLE: Final = {ast.AnnAssign, ast.Expr, ast.Global, ast.Import, ast.ImportFrom,
                ast.Nonlocal, ast.Pass}  # fmt: skip


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


_Parts = list[str | tuple[ast.AST, Scope]]
"""What is told next: words as they are, and nodes, each in its scope."""


@final
class _Telling:
    """One answer on its way to a hash."""

    def __init__(self, taken: Extract, supplied: frozenset[str]) -> None:
        self.statements = 0
        self._words: list[str] = []
        self._module = Scope()
        self._module.read(taken.statements)
        for name in supplied:
            self._module.forget(name)
        self._numbers: dict[tuple[Scope, str], int] = {}
        self._functions = dict(movable(taken.statements, self._module))
        self._waiting: deque[ast.AST] = deque()

    def digest(self) -> str:
        """Return the hash of what was told, half of which is plenty."""
        # No name holds a line feed, and `repr` writes none.
        told = "\n".join(self._words) + "\n"
        data = told.encode("utf-8", "backslashreplace")
        return hashlib.sha256(data).hexdigest()[:32]

    def tell(self, taken: Extract) -> None:
        """Tell the graded function, what it calls, and then what else is kept."""
        moved = set(self._functions.values())
        self._words.append(self._name(taken.name, self._module))
        self._drain()
        for node in taken.statements:
            if isinstance(node, ast.ImportFrom) and node.names[0].name == "*":
                self._words.append(f"* {node.module}")
            if node not in moved and self._counts(node, self._module):
                self._walk(node)
                self._drain()

    def _drain(self) -> None:
        """Tell the functions that were named; they name others in turn."""
        while self._waiting:
            self._walk(self._waiting.popleft())

    def _walk(self, node: ast.AST) -> None:
        # No recursion: how deep an answer may be nested is not a matter of our stack.
        pending: _Parts = [(node, self._module)]
        while pending:
            part = pending.pop()
            if isinstance(part, str):
                self._words.append(part)
                continue
            node, scope = part
            if isinstance(node, ast.Name):
                self._words.append(self._name(node.id, scope))
                continue
            if isinstance(node, ast.stmt) and not isinstance(node, FUNCTIONS):
                self.statements += 1
            parts = _TOLD.get(type(node), _Telling.plain)(self, node, scope)
            parts.reverse()
            pending += parts

    def plain(self, node: ast.AST, scope: Scope, *but: str) -> _Parts:
        """Return what a node is made of, in the order in which it is told.

        The methods below do the same for what is not told field by field.
        """
        kind = type(node)
        parts: _Parts = [kind.__name__]
        text = TEXTS.get(kind)
        for field in kind._fields:
            if field in _SILENT or field in but:
                continue
            value = getattr(node, field, None)
            if field == text and value is not None:
                parts.append(self._name(value, scope))
            else:
                self._value(value, scope, parts)
        return parts

    def _value(self, value: object, scope: Scope, parts: _Parts) -> None:
        """Add what a field holds."""
        if isinstance(value, list):
            kept = [one for one in value if self._counts(one, scope)]
            parts.append(f"[{len(kept)}")
            for one in kept:
                self._value(one, scope, parts)
        elif isinstance(value, ast.Constant):
            parts += self.constant(value, scope)
        elif type(value) in _SIGNS:
            parts.append(type(value).__name__)
        elif isinstance(value, ast.AST):
            parts.append((value, scope))
        else:
            # `{**a}` has a key that is absent, `{None: a}` has not.
            parts.append("-" if value is None else repr(value))

    def _counts(self, node: object, scope: Scope) -> bool:
        """Return whether a statement does anything but give something a name."""
        if type(node) not in _IDLE:
            return True
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

    def parameter(self, node: ast.arg, scope: Scope) -> _Parts:
        return [self._name(node.arg, scope)]

    def constant(self, node: ast.Constant, _scope: Scope) -> _Parts:
        value = node.value
        # Python refuses to write long integers in decimal.
        return [hex(value) if type(value) is int else repr(value)]

    def annotated(self, node: ast.AnnAssign, scope: Scope) -> _Parts:
        parts: _Parts = ["Assign", "[1", (node.target, scope)]
        self._value(node.value, scope, parts)
        return parts

    def imported(self, node: ast.alias, scope: Scope) -> _Parts:
        called = node.asname or node.name.partition(".")[0]
        return [f"alias {node.name}", self._name(called, scope)]

    def chain(self, node: ast.Attribute, scope: Scope) -> _Parts:
        """Tell `np.linalg.norm`: as one path, if it begins at a module."""
        names: list[str] = []
        root: ast.expr = node
        while isinstance(root, ast.Attribute):
            names.append(root.attr)
            root = root.value
        names.reverse()
        if isinstance(root, ast.Name):
            told = self._name(root.id, scope)
            if told.startswith("import "):
                return [".".join([told, *names])]
        return ["Attribute " + ".".join(names), (root, scope)]

    def function(
        self, node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda, scope: Scope
    ) -> _Parts:
        arguments = node.args
        parts: _Parts = [type(node).__name__]
        inner = self._inner(scope)
        named = parameters(arguments)
        for one in named:
            inner.add(one.arg, one)
        if isinstance(node, ast.Lambda):
            inner.read([node.body])
        else:
            inner.read(node.body)
            parts.append(self._name(node.name, scope))
            self._value(node.decorator_list, scope, parts)
        kinds = (arguments.posonlyargs, arguments.args, arguments.kwonlyargs)
        stars = (bool(arguments.vararg), bool(arguments.kwarg))
        parts.append(f"arguments {[len(one) for one in kinds]} {stars}")
        self._value(named, inner, parts)
        self._value(arguments.defaults, scope, parts)
        self._value(arguments.kw_defaults, scope, parts)
        self._value(node.body, inner, parts)
        return parts

    def group(self, node: ast.ClassDef, scope: Scope) -> _Parts:
        parts: _Parts = [self._name(node.name, scope)]
        parts += self.plain(node, scope, "name", "body")
        inner = self._inner(scope, is_class=True)
        inner.read(node.body)
        self._value(node.body, inner, parts)
        return parts

    def comprehension(
        self,
        node: ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp,
        scope: Scope,
    ) -> _Parts:
        inner = self._inner(scope)
        for one in targets(node):
            inner.add(one.id, one)
        first, *others = node.generators
        # Where it goes through is looked up outside.
        return [
            f"{type(node).__name__} {len(others)}",
            (first.iter, scope),
            *self.plain(first, inner, "iter"),
            *((other, inner) for other in others),
            *self.plain(node, inner, "generators"),
        ]

    def _inner(self, scope: Scope, *, is_class: bool = False) -> Scope:
        if scope.depth >= MAX_SCOPES:
            raise _TooDeepError
        return Scope(scope, is_class=is_class)


# By the kind of node; any other is told field by field.
_TOLD: Final[dict[type[ast.AST], Callable[[_Telling, Any, Scope], _Parts]]] = {
    ast.arg: _Telling.parameter,
    ast.Attribute: _Telling.chain,
    ast.Constant: _Telling.constant,
    ast.AnnAssign: _Telling.annotated,
    ast.alias: _Telling.imported,
    ast.ClassDef: _Telling.group,
    **dict.fromkeys((*FUNCTIONS, ast.Lambda), _Telling.function),
    **dict.fromkeys(COMPREHENSIONS, _Telling.comprehension),
}
