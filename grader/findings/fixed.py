"""Whether the number of elements of an expression is fixed, whatever the data.

A loop over the axes of an array, over two names written out, or over a shape is as
long for a million rows as for one. What cannot be told is not fixed.
"""

import ast
from collections.abc import Iterable

from grader.submission.nodes import walk

MAX_RANGE = 16
"""A range written out with at most so many steps is fixed."""

_AS_LONG = frozenset(
    ("enumerate", "frozenset", "iter", "list", "reversed", "set", "sorted", "tuple")
)
_VIEWS = frozenset(("items", "keys", "values"))
_SHAPES = frozenset(("shape", "strides"))
_GROWING = frozenset(("add", "append", "extend", "insert", "setdefault", "update"))


class Fixed:
    """What is known of the names that some statements assign."""

    def __init__(self, statements: Iterable[ast.stmt]) -> None:
        self._values: dict[str, list[ast.expr]] = {}
        self._unknown: set[str] = set()
        self._asked: set[str] = set()
        for statement in statements:
            for node in walk(statement):
                self._learn(node)

    def elements(self, node: ast.expr) -> bool:
        """Return whether `node` has as many elements whatever the data."""
        match node:
            case ast.Constant(value=str() | bytes()):
                return True
            case ast.Tuple(elts=items) | ast.List(elts=items) | ast.Set(elts=items):
                stars = [one for one in items if isinstance(one, ast.Starred)]
                return all(self.elements(star.value) for star in stars)
            case ast.Dict(keys=keys):
                return None not in keys
            case ast.Attribute(attr=name):
                return name in _SHAPES
            case (
                ast.Subscript(value=value, slice=ast.Slice())
                | ast.NamedExpr(value=value)
            ):
                return self.elements(value)
            case (
                ast.BinOp(left=one, op=ast.Add(), right=other)
                | ast.IfExp(body=one, orelse=other)
            ):
                return self.elements(one) and self.elements(other)
            case ast.Name(id=name):
                return self._name(name)
            case ast.Call():
                return self._call(node)
        return False

    def _call(self, node: ast.Call) -> bool:
        match node:
            case ast.Call(func=ast.Attribute(attr=name), args=[]):
                return name in _VIEWS
            case ast.Call(func=ast.Attribute(attr="shape")):
                return True
            case ast.Call(func=ast.Name(id="range"), args=args):
                return all(map(self._number, args))
            case ast.Call(func=ast.Name(id="zip"), args=args):
                return any(map(self.elements, args))
            case ast.Call(func=ast.Name(id="map" | "filter"), args=[_, *args]):
                return any(map(self.elements, args))
            case ast.Call(func=ast.Name(id=name), args=[first, *_]):
                return name in _AS_LONG and self.elements(first)
        return False

    def _number(self, node: ast.expr) -> bool:
        """Return whether a number is small and fixed."""
        match node:
            case ast.Constant(value=int(value)):
                return abs(value) <= MAX_RANGE
            case ast.UnaryOp(operand=operand):
                return self._number(operand)
            case ast.BinOp(left=left, right=right):
                return self._number(left) and self._number(right)
            case ast.Attribute(attr="ndim") | ast.Call(func=ast.Attribute(attr="ndim")):
                return True
            case ast.Call(func=ast.Name(id="len"), args=[argument]):
                return self.elements(argument)
        return False

    def _name(self, name: str) -> bool:
        if name in self._unknown or name in self._asked or name not in self._values:
            return False
        # A name that is assigned from itself.
        self._asked.add(name)
        try:
            return all(map(self.elements, self._values[name]))
        finally:
            self._asked.discard(name)

    def _learn(self, node: ast.AST) -> None:
        match node:
            case ast.Assign(targets=targets, value=value):
                for target in targets:
                    self._assign(target, value)
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                self._values.setdefault(name, []).append(value)
            case ast.NamedExpr(target=ast.Name(id=name), value=value):
                self._values.setdefault(name, []).append(value)
            case ast.AugAssign(target=target) | ast.For(target=target):
                self._forget(target)
            case ast.comprehension(target=target):
                self._forget(target)
            case ast.withitem(optional_vars=ast.expr() as target):
                self._forget(target)
            case ast.arg(arg=name):
                self._unknown.add(name)
            case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr=method)):
                self._unknown |= {name} if method in _GROWING else set()

    def _assign(self, target: ast.expr, value: ast.expr) -> None:
        if isinstance(target, ast.Name):
            self._values.setdefault(target.id, []).append(value)
        else:
            self._forget(target)

    def _forget(self, target: ast.expr) -> None:
        self._unknown |= {
            part.id for part in walk(target) if isinstance(part, ast.Name)
        }
