"""What names of a submission stand for, as far as imports and assignments tell."""

import ast
import builtins
from collections import Counter
from collections.abc import Iterable

from grader.submission.nodes import walk

_BUILTINS = frozenset((*dir(builtins), "__builtins__"))


class Names:
    """Resolves names and attributes to what they are called where they come from.

    `np.vectorize` is "numpy.vectorize", whatever NumPy is imported as, and `m` is
    "map" after `m = map`. A name that is bound more than once stands for nothing.
    """

    def __init__(self, statements: Iterable[ast.stmt]) -> None:
        self._imported: dict[str, str] = {}
        self._assigned: dict[str, ast.expr] = {}
        self._stars: list[str] = []
        self._bound: Counter[str] = Counter()
        self._aliases: set[int] = set()
        for statement in statements:
            for node in walk(statement):
                self._learn(node)

    @property
    def bound(self) -> frozenset[str]:
        """The names that the statements bind, also inside of functions."""
        return frozenset(self._bound)

    def resolve(self, node: ast.expr, depth: int = 8) -> str:
        """Return the full name of what `node` stands for, empty if nobody can tell."""
        match node:
            case ast.Attribute(value=value, attr=attribute):
                owner = self.resolve(value, depth)
                return f"{owner}.{attribute}" if owner else ""
            case ast.Name(id=name) if self._bound[name] == 1 and depth:
                assigned = self._assigned.get(name)
                if assigned is not None:
                    return self.resolve(assigned, depth - 1)
                return self._imported.get(name, "")
            case ast.Name(id=name) if not self._bound[name]:
                return name if name in _BUILTINS else ""
        return ""

    def is_star(self, name: str) -> bool:
        """Return whether a name may come from `from numpy import *`."""
        return "numpy" in self._stars and not self._bound[name]

    def is_alias(self, node: ast.expr) -> bool:
        """Return whether `node` is only given another name, which is followed."""
        return id(node) in self._aliases

    def _learn(self, node: ast.AST) -> None:
        match node:
            case ast.Import(names=aliases):
                for alias in aliases:
                    whole, _, _ = alias.name.partition(".")
                    self._bind(alias.asname or whole)
                    self._imported[alias.asname or whole] = (
                        alias.name if alias.asname else whole
                    )
            case ast.ImportFrom(module=str(module), names=aliases):
                for alias in aliases:
                    self._bind(alias.asname or alias.name)
                    self._imported[alias.asname or alias.name] = (
                        f"{module}.{alias.name}"
                    )
                self._stars += [module for alias in aliases if alias.name == "*"]
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if isinstance(
                value, ast.Name | ast.Attribute
            ):
                self._assigned[name] = value
                self._aliases.add(id(value))
            case ast.Name(id=name, ctx=ast.Store()) | ast.arg(arg=name):
                self._bind(name)
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                self._bind(name)

    def _bind(self, name: str) -> None:
        self._bound[name] += 1
