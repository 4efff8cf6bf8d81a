"""Recognises what iterates in C, or leads out of sight, by the object that is called.

The name that source gives a function says nothing: `m = map` is still `map`. With each
comes a measure: over how many elements it goes with the arguments at hand.
"""

import functools
import math
import operator
import sys
import types
from collections.abc import Callable
from typing import Any

import numpy as np

from .identity import identity

# Attributes that lead to running frames, to code, or to the count itself.
INSIDES = frozenset(
    ("__builtins__", "__closure__", "__code__", "__globals__", "__subclasses__",
     "__traceback__", "_getframe", "ag_frame", "cr_frame", "f_back", "f_builtins",
     "f_code", "f_globals", "f_locals", "f_trace", "f_trace_lines", "f_trace_opcodes",
     "getprofile", "gettrace", "gi_frame", "monitoring", "setprofile", "settrace",
     "tb_frame", "tb_next")
)  # fmt: skip

Measure = Callable[[tuple[Any, ...]], int | None]
"""From the arguments of a call to the number of elements; None is no iteration."""


def length(value: Any) -> int:
    """Return how many elements `value` says it has, 0 if it does not say."""
    if type(value) is np.broadcast:
        # It has no length, and goes through its elements all the same.
        return value.size
    try:
        return operator.length_hint(value, 0)
    except Exception:  # noqa: BLE001 - a number, or a length that lies
        return 0


def _single(arguments: tuple[Any, ...]) -> int:
    """`sum(x)`: its first argument."""
    return length(arguments[0]) if arguments else 0


def _several(arguments: tuple[Any, ...]) -> int:
    """`max(x)`, `max(a, b)`: its first argument, else all of them."""
    return len(arguments) if len(arguments) > 1 else _single(arguments)


def _shortest(arguments: tuple[Any, ...]) -> int:
    """`zip(x, y)`: the shortest."""
    return min(map(length, arguments), default=0)


def _longest(arguments: tuple[Any, ...]) -> int:
    """`itertools.accumulate(x)`, and other functions of whole modules."""
    return max(map(length, arguments), default=0)


def _rest(arguments: tuple[Any, ...]) -> int:
    """`map(f, x)`: what comes after the function."""
    return _shortest(arguments[1:])


def _nothing(_arguments: tuple[Any, ...]) -> int:
    """Loops whatever it is handed."""
    return 0


def _looks_inside(arguments: tuple[Any, ...]) -> int | None:
    """`getattr(error, "__traceback__")`: nothing for names that lead nowhere."""
    names = [one for one in arguments if isinstance(one, str)]
    parts = {part for name in names for part in name.split(".")}
    return None if parts.isdisjoint(INSIDES) else 0


def _of_functions(arguments: tuple[Any, ...]) -> int | None:
    """`np.piecewise(x, conditions, functions)`: nothing without functions."""
    given = arguments[2] if len(arguments) > 2 else ()
    some = given if isinstance(given, list | tuple) else (given,)
    return 0 if any(map(callable, some)) else None


_OUT_OF_SIGHT = (exec, eval, compile, globals, locals, vars, __import__,
                 sys.settrace, sys.gettrace, sys.setprofile, sys.getprofile,
                 sys._getframe)  # fmt: skip  # noqa: SLF001 - what code may call
_ATTRIBUTES = (getattr, setattr, delattr, object.__getattribute__, object.__setattr__,
               type.__getattribute__, type.__setattr__,
               operator.attrgetter)  # fmt: skip
OPAQUE = frozenset(one.__name__ for one in (*_OUT_OF_SIGHT, *_ATTRIBUTES))
"""The names of functions that lead to code nobody has looked at."""

# By identity, so that no other name hides them; held, so that no identity is reused.
_KNOWN: dict[int, tuple[Any, str, Measure]] = {
    identity(one): (one, one.__name__, measure)
    for measure, some in (
        (_single, (sum, any, all, sorted, list, tuple, set, frozenset, dict,
                   enumerate, reversed, iter, math.fsum, math.prod,
                   operator.countOf, operator.indexOf)),
        (_several, (max, min)),
        (_shortest, (zip, math.dist)),
        (_rest, (map, filter, functools.reduce)),
        (_nothing, _OUT_OF_SIGHT),
        (_looks_inside, _ATTRIBUTES),
    )
    for one in some
} | {
    identity(one): (one, f"np.{one.__name__}", measure)
    for measure, some in (
        (_nothing, (np.vectorize, np.frompyfunc, np.apply_along_axis,
                    np.apply_over_axes, np.fromiter, np.fromfunction, np.nditer,
                    np.nested_iters, np.ndenumerate, np.ndindex)),
        (_of_functions, (np.piecewise,)),
    )
    for one in some
}  # fmt: skip
# From Python 3.12 on.
if (_sumprod := getattr(math, "sumprod", None)) is not None:
    _KNOWN[identity(_sumprod)] = (_sumprod, "sumprod", _shortest)
_INHERITED = {
    identity(one) for one in (map, filter, zip, enumerate, np.vectorize, np.ndenumerate,
                        np.ndindex)
}  # fmt: skip
_METHODS = {(str, "join"), (list, "extend"), (set, "update"), (dict, "update")}
_MODULES = ("itertools", "statistics", "collections", "heapq", "_heapq")
# They look at what they are handed without calling it, or at who calls them.
_IDLE = {
    identity(one) for one in (isinstance, issubclass, callable, hasattr, dir, type)
}

INERT = frozenset((np.ufunc, np.ndarray, np.float64, np.int64, float, int, bool, str,
                   list, tuple, dict, types.NoneType))  # fmt: skip
"""Types of which no instance is recognised: most of what calls are handed."""


def is_idle(function: Any) -> bool:
    """Return whether a function only looks, and goes through nothing."""
    return identity(function) in _IDLE


def recognise(function: Any) -> tuple[str, Measure | None]:
    """Return the name of a function that iterates, and what measures how far."""
    if type(function) in INERT:
        return "", None
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
    known = _KNOWN.get(identity(function)) or _inherits(function)
    name, measure = (known[1], known[2]) if known else _by_kind(function)
    if measure is None or not (given or skip):
        return name, measure
    return name, lambda arguments: measure((*given, *arguments)[skip:])


def source(function: Any) -> str:
    """Return the file of a function of Python's; empty for anything else."""
    if type(function) is types.MethodType:
        function = function.__func__
    if type(function) is not types.FunctionType:
        function = vars(type(function)).get("__call__")
    is_python = type(function) is types.FunctionType
    return function.__code__.co_filename if is_python else ""


def bound(function: Any) -> tuple[Any, ...]:
    """Return what a method, or a partial function, has been handed already."""
    if type(function) is functools.partial:
        return (function.func, *function.args)
    kinds = (types.BuiltinMethodType, types.MethodWrapperType)
    return (function.__self__,) if type(function) in kinds else ()


def _inherits(function: Any) -> tuple[Any, str, Measure] | None:
    """Return the same for `class Each(map)`."""
    if not isinstance(function, type):
        return None
    ancestors = map(identity, type.mro(function)) if type(function) is type else ()
    return next((_KNOWN[one] for one in ancestors if one in _INHERITED), None)


def _by_kind(function: Any) -> tuple[str, Measure | None]:
    """Return the same for methods of Python's own types, and whole modules."""
    kind = type(function)
    if kind is types.BuiltinMethodType:
        owner = function.__self__
        if (type(owner), function.__name__) in _METHODS:
            return function.__name__, _single
        if type(owner) is list and function.__name__ == "sort":
            return "sort", lambda _: length(owner)
        if isinstance(owner, type) and owner.__module__ in _MODULES:
            return function.__name__, _longest
    elif kind is types.MethodDescriptorType:
        if (function.__objclass__, function.__name__) in _METHODS:
            return function.__name__, lambda arguments: _single(arguments[1:])
        if function is list.sort:
            return "sort", _single
    functions = type | types.FunctionType | types.BuiltinFunctionType
    if isinstance(function, functions) and function.__module__ in _MODULES:
        return function.__name__, _longest
    return "", None


def _is_slot(function: Any, name: str) -> bool:
    kinds = (types.MethodWrapperType, types.BuiltinMethodType)
    return type(function) in kinds and function.__name__ == name
