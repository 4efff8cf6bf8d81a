"""Watches where a submission iterates, and over how many elements.

Of loops C code makes, such as `sum(x)`, `map(f, x)` or `f(*x)`, the interpreter takes
one step, so counted steps do not see them; nor do they tell two loops of one line
apart. The submission is compiled once more, with every loop, call and star going
through a watcher: of a call it looks at the object that is called, whatever its name,
and at how much it is handed. What loops and calls come to is not changed.
"""

import ast
import types
from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np

from .iterating import INERT, bound, is_idle, length, recognise, source

CALL = "__grader_call__"
STAR = "__grader_star__"
LOOP = "__grader_loop__"
WHILE = "__grader_while__"

PAST = 1 << 20
OWN = "()"
"""The name of a call of a function of the submission's own: how often it is made."""
OBJECTS = "object array"
"""The name of a call that an array of Python's objects goes into, or comes out of."""

# Of functions of these types nobody can change what they do between two calls.
_FIXED = (types.BuiltinFunctionType, np.ufunc, type(np.sum))

Site = tuple[str, int, int, int, int]
"""Label, line, column, last line, last column, as the syntax tree has them."""


class Watched(NamedTuple):
    """What happened at a site: the name of what iterates, and over how many."""

    name: str
    size: int


class Watch:
    """Keeps what was seen at each site since it was last `taken`."""

    def __init__(self) -> None:
        # Of each site its name and size: lists, which are changed at every turn.
        self._seen: dict[Site, list[Any]] = {}
        # Of each site what was called last, and what is called in its place.
        self._last: dict[Site, tuple[Any, Any]] = {}

    def names(self) -> dict[str, Any]:
        """Return what watched code calls, by the names it calls it."""
        return {CALL: self.call, STAR: self.star, LOOP: self.loop, WHILE: self.turn}

    def taken(self) -> dict[Site, Watched]:
        """Return what was seen, and forget it."""
        seen, self._seen = self._seen, {}
        return {site: Watched(*one) for site, one in seen.items()}

    def call(self, site: Site, function: Any) -> Any:
        """Return what to call in the place of `function`."""
        last = self._last.get(site)
        if last is not None and last[0] is function:
            return last[1]
        if is_idle(function):
            return function
        if source(function) == site[0]:
            # One that is called more often for more elements is called by a loop, or
            # by itself.
            self._add(site, OWN, 1)
            return function
        name, measure = recognise(function)

        def watched(*arguments: Any, **named: Any) -> Any:
            given = (*bound(function), *arguments, *named.values())
            size = measure(arguments) if measure else None
            if size is not None:
                self._add(site, name, size)
                return function(*arguments, **named)
            self._look(site, given)
            value = function(*arguments, **named)
            self._objects(site, (*given, value))
            return value

        if type(function) in _FIXED:
            self._last[site] = (function, watched)
        return watched

    def star(self, site: Site, value: Any) -> Any:
        """Return `value`, which is about to be unpacked."""
        self._add(site, "*", length(value))
        return value

    def loop(self, site: Site, iterable: Any) -> Iterator[Any]:
        """Yield what a loop goes through."""
        add = self._add
        add(site, "loop", 0)
        for one in iterable:
            add(site, "loop", 1)
            yield one

    def turn(self, site: Site, test: Any) -> Any:
        """Return the `test` of a `while` loop."""
        self._add(site, "loop", 1 if test else 0)
        return test

    def _look(self, site: Site, given: tuple[Any, ...]) -> None:
        """Note a function that is handed on to be called: `call(sum, x)`."""
        for at, one in enumerate(given):
            if type(one) in INERT:
                continue
            name, measure = recognise(one)
            size = measure(given[at + 1 :]) if measure else None
            if size is not None:
                self._add(site, name, size)
                return

    def _objects(self, site: Site, values: tuple[Any, ...]) -> None:
        """Note arrays of Python's objects: what is done to them is done one by one."""
        size = 0
        for one in values:
            if isinstance(one, np.ndarray) and one.dtype.hasobject:
                size = max(size, one.size)
        if size:
            self._add(site, OBJECTS, size)

    def _add(self, site: Site, name: str, size: int) -> None:
        seen = self._seen.get(site)
        if seen is None:
            self._seen[site] = [name, size]
        else:
            seen[0] = name
            seen[1] += size


def place(label: str, node: ast.expr | ast.stmt, *, looping: bool = False) -> Site:
    """Return the site of a node, or of the loop that is `looping` over it.

    What a loop goes through may be a call, with a site of its own: the last column of
    the loop's is past all columns.
    """
    column = node.end_col_offset or 0
    column += PAST if looping else 0
    return (label, node.lineno, node.col_offset, node.end_lineno or 0, column)


def watched(tree: ast.Module, label: str) -> ast.Module:
    """Return the tree with every call and star going through a watcher."""
    changed = _Watcher(label).visit(tree)
    assert isinstance(changed, ast.Module)  # noqa: S101 - as it was
    return changed


class _Watcher(ast.NodeTransformer):
    """Puts the watchers in, from the inside out: none is watched itself."""

    def __init__(self, label: str) -> None:
        self._label = label

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        # `super()` looks at the frame that calls it.
        if not (isinstance(node.func, ast.Name) and node.func.id == "super"):
            node.func = self._through(CALL, node, node.func)
        return node

    def visit_Starred(self, node: ast.Starred) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.ctx, ast.Load):
            node.value = self._through(STAR, node, node.value)
        return node

    def visit_For(self, node: ast.For) -> ast.AST:
        self.generic_visit(node)
        node.iter = self._through(LOOP, node.iter, node.iter)
        return node

    def visit_While(self, node: ast.While) -> ast.AST:
        self.generic_visit(node)
        node.test = self._through(WHILE, node.test, node.test)
        return node

    def visit_comprehension(self, node: ast.comprehension) -> ast.AST:
        self.generic_visit(node)
        if not node.is_async:
            node.iter = self._through(LOOP, node.iter, node.iter)
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        self.generic_visit(node)
        node.decorator_list = [
            self._through(CALL, one, one) for one in node.decorator_list
        ]
        return node

    def _through(self, watcher: str, node: ast.expr, value: ast.expr) -> ast.expr:
        looping = watcher in (LOOP, WHILE)
        site = place(self._label, node, looping=looping)
        where: dict[str, Any] = {
            "lineno": value.lineno,
            "col_offset": value.col_offset,
            "end_lineno": value.end_lineno,
            "end_col_offset": value.end_col_offset,
        }
        constants: list[ast.expr] = [ast.Constant(one, **where) for one in site]
        name = ast.Name(watcher, ast.Load(), **where)
        arguments = [ast.Tuple(constants, ast.Load(), **where), value]
        return ast.Call(name, arguments, [], **where)
