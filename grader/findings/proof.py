"""Proves of a source that all it does is compute, and maybe that it has no loop.

Such a function works with numbers, arrays and names of its own, and calls functions
that are known to do no more. It can neither remember anything, read a frame nor change
what others see: what it returns depends on its arguments alone. If it has no loop
either, and calls only what works on whole arrays, its steps need no count.

Whatever is not listed here proves nothing. That is no reproach: it is looked at as it
runs.
"""

import ast
import builtins
from collections.abc import Collection
from enum import IntEnum
from typing import final

from grader.findings import vocabulary
from grader.findings.computing import look
from grader.findings.evaluating import is_number
from grader.submission.extract import Extract

_BUILTINS = frozenset(dir(builtins))


class Proof(IntEnum):
    """What is known of a function before it runs; more is larger."""

    NOTHING = 0
    COMPUTES = 1
    """It only computes."""
    STRAIGHT = 2
    """It only computes, and goes through nothing."""


def prove(extract: Extract, supplied: Collection[str] = ()) -> Proof:
    """Return what is proved of a function with all that it needs.

    `supplied` are functions that the host answers: what they do is not looked at.
    """
    module = _Module(supplied)
    try:
        if not all(map(module.takes, extract.statements)):
            return Proof.NOTHING
    except RecursionError:
        # Nested deeper than can be followed.
        return Proof.NOTHING
    return Proof.COMPUTES if module.loops else Proof.STRAIGHT


@final
class _Module:
    """What the kept statements of a source bind, one after the other."""

    def __init__(self, supplied: Collection[str]) -> None:
        self._functions = set(supplied)
        self._imported: dict[str, str] = {}
        self._numbers: set[str] = set()
        self._bound = set(supplied)
        self._missed: set[str] = set()
        self.loops = False

    def takes(self, node: ast.stmt) -> bool:
        """Return whether a statement only binds what computes."""
        match node:
            case ast.Expr(value=ast.Constant()):
                return True
            case ast.ImportFrom(module="__future__", names=aliases):
                # The name is bound as well, to what is no number.
                return all(self._binds(one.asname or one.name, set())
                           for one in aliases)  # fmt: skip
            case ast.Import(names=aliases):
                return all(map(self._imports, aliases))
            case ast.ImportFrom(module=str(module), names=aliases, level=0):
                return module in vocabulary.MODULES and all(
                    self._means(one.asname or one.name, f"{module}.{one.name}")
                    for one in aliases
                )
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                return is_number(value) and self._binds(name, self._numbers)
            case ast.FunctionDef():
                return self._defines(node)
        return False

    def meaning(self, node: ast.expr) -> str:
        """Return what a name or attribute is where it comes from, empty if unknown."""
        match node:
            case ast.Name(id=name):
                return self._imported.get(name, "")
            case ast.Attribute(value=value, attr=attribute):
                owner = self.meaning(value)
                return f"{owner}.{attribute}" if owner in vocabulary.MODULES else ""
        return ""

    def is_function(self, name: str) -> bool:
        """Return whether a name is a function of the source's, or a supplied one."""
        return name in self._functions

    def is_builtin(self, name: str) -> bool:
        """Return whether a name is what Python itself calls by it."""
        return name in _BUILTINS and name not in self._bound

    def is_value(self, name: str) -> bool:
        """Return whether a name is a number, or nothing: to read it only raises."""
        if name in self._bound or name in _BUILTINS or name.startswith("__"):
            return name in self._numbers
        # A statement further down may bind it after all.
        self._missed.add(name)
        return True

    def _defines(self, node: ast.FunctionDef) -> bool:
        seen = look(self, node)
        self.loops |= seen.loops
        # Bound afterwards: itself it may not call.
        return seen.computes and self._binds(node.name, self._functions)

    def _imports(self, alias: ast.alias) -> bool:
        first = alias.name.partition(".")[0]
        known = alias.name in vocabulary.MODULES
        return known and self._means(alias.asname or first,
                                     alias.name if alias.asname else first)  # fmt: skip

    def _means(self, name: str, meaning: str) -> bool:
        """Take a name for what it is imported from; the same again is no news."""
        if self._imported.get(name) == meaning:
            return True
        self._imported[name] = meaning
        return meaning in vocabulary.IMPORTED and self._binds(name, set())

    def _binds(self, name: str, kind: set[str]) -> bool:
        """Take a name for one thing: bound twice, it could be either."""
        if name in self._bound or name in _BUILTINS or name.startswith("__"):
            return False
        if name in self._missed and kind is not self._numbers:
            return False
        self._bound.add(name)
        kind.add(name)
        return True
