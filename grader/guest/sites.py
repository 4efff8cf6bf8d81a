"""Watches where a submission iterates, and over how many elements.

Of loops C code makes, such as `sum(x)`, `map(f, x)` or `f(*x)`, the interpreter takes
one step, so counted steps do not see them; nor do they tell two loops of one line
apart. The submission is compiled once more, with every loop, call and star going
through a watcher: of a call it looks at the object that is called, whatever its name,
and at how much it is handed. What loops and calls come to is not changed.
"""

import ast
import functools
import math
import operator
import types
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import numpy as np

CALL = "__grader_call__"
STAR = "__grader_star__"
LOOP = "__grader_loop__"
WHILE = "__grader_while__"

# Attributes that lead to running frames, to code, or to the count itself.
INSIDES = frozenset(
    ("__builtins__", "__closure__", "__code__", "__globals__", "__subclasses__",
     "__traceback__", "_getframe", "ag_frame", "cr_frame", "f_back", "f_builtins",
     "f_code", "f_globals", "f_locals", "f_trace", "f_trace_lines", "f_trace_opcodes",
     "gi_frame", "monitoring", "setprofile", "settrace", "tb_frame", "tb_next")
)  # fmt: skip

Site = tuple[str, int, int, int, int]
"""Label, line, column, last line, last column, as the syntax tree has them."""


class Watched(NamedTuple):
    """What happened at a site: the name of what iterates, and over how many."""

    name: str
    size: int


def _single(arguments: tuple[Any, ...]) -> int:
    """`sum(x)`: its first argument."""
    return _length(arguments[0]) if arguments else 0


def _several(arguments: tuple[Any, ...]) -> int:
    """`max(x)`, `max(a, b)`: its first argument, else all of them."""
    return len(arguments) if len(arguments) > 1 else _single(arguments)


def _shortest(arguments: tuple[Any, ...]) -> int:
    """`zip(x, y)`: the shortest."""
    return min(map(_length, arguments), default=0)


def _rest(arguments: tuple[Any, ...]) -> int:
    """`map(f, x)`: what comes after the function."""
    return _shortest(arguments[1:])


def _nothing(_arguments: tuple[Any, ...]) -> int:
    """Loops whatever it is handed."""
    return 0


def _looks_inside(arguments: tuple[Any, ...]) -> int | None:
    """`getattr(error, "__traceback__")`: nothing for names that lead nowhere."""
    name = arguments[1] if len(arguments) > 1 else ""
    return 0 if isinstance(name, str) and name in INSIDES else None


def _of_functions(arguments: tuple[Any, ...]) -> int | None:
    """`np.piecewise(x, conditions, functions)`: nothing without functions."""
    given = arguments[2] if len(arguments) > 2 else ()
    some = given if isinstance(given, list | tuple) else (given,)
    return 0 if any(map(callable, some)) else None


_Measure = Callable[[tuple[Any, ...]], int | None]
# By identity, so that no other name hides them; held, so that no identity is reused.
_KNOWN: dict[int, tuple[Any, str, _Measure]] = {
    id(one): (one, one.__name__, measure)
    for measure, some in (
        (_single, (sum, any, all, sorted, list, tuple, set, frozenset, dict,
                   enumerate, reversed, iter, math.fsum, math.prod)),
        (_several, (max, min)),
        (_shortest, (zip, math.dist)),
        (_rest, (map, filter, functools.reduce)),
        (_nothing, (exec, eval, compile, globals, locals, vars, __import__)),
        (_looks_inside, (getattr, setattr, delattr)),
    )
    for one in some
} | {
    id(one): (one, f"np.{one.__name__}", measure)
    for measure, some in (
        (_nothing, (np.vectorize, np.frompyfunc, np.apply_along_axis,
                    np.apply_over_axes, np.fromiter, np.fromfunction, np.nditer,
                    np.nested_iters, np.ndenumerate, np.ndindex)),
        (_of_functions, (np.piecewise,)),
    )
    for one in some
}  # fmt: skip
_METHODS = {(str, "join"), (list, "extend"), (set, "update"), (dict, "update")}
_MODULES = ("itertools", "statistics", "collections", "heapq")


class Watch:
    """Keeps what was seen at each site since it was last `taken`."""

    def __init__(self) -> None:
        self._seen: dict[Site, Watched] = {}

    def names(self) -> dict[str, Any]:
        """Return what watched code calls, by the names it calls it."""
        return {CALL: self.call, STAR: self.star, LOOP: self.loop, WHILE: self.turn}

    def taken(self) -> dict[Site, Watched]:
        """Return what was seen, and forget it."""
        seen, self._seen = self._seen, {}
        return seen

    def call(self, site: Site, function: Any) -> Any:
        """Return what to call in the place of `function`."""
        name, measure = _recognise(function)
        if measure is None:
            return function

        def watched(*arguments: Any, **named: Any) -> Any:
            size = measure(arguments)
            if size is not None:
                self._add(site, name, size)
            return function(*arguments, **named)

        return watched

    def star(self, site: Site, value: Any) -> Any:
        """Return `value`, which is about to be unpacked."""
        self._add(site, "*", _length(value))
        return value

    def loop(self, site: Site, iterable: Any) -> Iterator[Any]:
        """Yield what a loop goes through."""
        self._add(site, "loop", 0)
        for one in iterable:
            self._add(site, "loop", 1)
            yield one

    def turn(self, site: Site, test: Any) -> Any:
        """Return the `test` of a `while` loop."""
        self._add(site, "loop", 1 if test else 0)
        return test

    def _add(self, site: Site, name: str, size: int) -> None:
        before = self._seen.get(site)
        self._seen[site] = Watched(name, size + (before.size if before else 0))


def watched(tree: ast.Module, label: str) -> ast.Module:
    """Return the tree with every call and star going through a watcher."""
    changed = _Watcher(label).visit(tree)
    assert isinstance(changed, ast.Module)  # noqa: S101 - as it was
    return ast.fix_missing_locations(changed)


def _length(value: Any) -> int:
    try:
        return operator.length_hint(value, 0)
    except Exception:  # noqa: BLE001 - a number, or a length that lies
        return 0


def _recognise(function: Any) -> tuple[str, _Measure | None]:
    """Return the name of a function that iterates, and what measures how far."""
    skip = 0
    given: tuple[Any, ...] = ()
    while True:
        if type(function) is functools.partial:
            given, function = (*function.args, *given), function.func
        elif _is_slot(function, "__call__"):
            function = function.__self__
        elif _is_slot(function, "__new__"):
            function, skip = function.__self__, skip + 1
        else:
            break
    known = _KNOWN.get(id(function))
    name, measure = (known[1], known[2]) if known else _method(function)
    if measure is None or not (given or skip):
        return name, measure
    return name, lambda arguments: measure((*given, *arguments)[skip:])


def _method(function: Any) -> tuple[str, _Measure | None]:
    """Return the same for methods of Python's own types, and whole modules."""
    kind = type(function)
    if kind is types.BuiltinMethodType:
        owner = function.__self__
        if (type(owner), function.__name__) in _METHODS:
            return function.__name__, _single
        if type(owner) is list and function.__name__ == "sort":
            return "sort", lambda _: _length(owner)
    elif kind is types.MethodDescriptorType:
        if (function.__objclass__, function.__name__) in _METHODS:
            return function.__name__, lambda arguments: _single(arguments[1:])
        if function is list.sort:
            return "sort", _single
    elif isinstance(function, type) and function.__module__ in _MODULES:
        return function.__name__, lambda arguments: max(
            map(_length, arguments), default=0
        )
    return "", None


def _is_slot(function: Any, name: str) -> bool:
    kinds = (types.MethodWrapperType, types.BuiltinMethodType)
    return type(function) in kinds and function.__name__ == name


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
        end = (node.end_lineno or 0, node.end_col_offset or 0)
        site = (self._label, node.lineno, node.col_offset, *end)
        name = ast.Name(watcher, ast.Load())
        place = ast.Tuple([ast.Constant(one) for one in site], ast.Load())
        call = ast.Call(name, [place, value], [])
        return ast.copy_location(call, value)
