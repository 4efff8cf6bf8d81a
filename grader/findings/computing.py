"""Whether a function only computes, statement by statement.

A *value* is a number, an array, or a list, tuple or dict of such; what values are made
of are values. Functions are called, never handed on.
"""

import ast
from collections.abc import Iterable
from typing import NamedTuple, final

from grader.findings import vocabulary
from grader.findings.evaluating import Expressions, Module, is_none, is_number, is_word


class Look(NamedTuple):
    """What a look at a function shows."""

    computes: bool
    loops: bool
    """It goes through something, if it computes."""


def look(module: Module, node: ast.FunctionDef) -> Look:
    """Return whether a function is proved to only compute, and whether it loops."""
    function = _Function(module, node)
    computes = function.computes()
    return Look(computes, function.loops)


@final
class _Function(Expressions, ast.NodeVisitor):
    """One function of a source: its head, and what it does."""

    def computes(self) -> bool:
        """Return whether it is proved to only compute."""
        node, arguments = self._node, self._node.args
        defaults = [*arguments.defaults, *filter(None, arguments.kw_defaults)]
        hints = [node.returns, *(one.annotation for one in self._every)]
        return (
            not (node.decorator_list or arguments.vararg or arguments.kwarg)
            and not getattr(node, "type_params", ())
            and all(is_none(one) or is_number(one) for one in defaults)
            and all(hint is None or self._is_hint(hint) for hint in hints)
            and self._block(node.body)
        )

    def _block(self, statements: Iterable[ast.stmt]) -> bool:
        return all(map(self.visit, statements))

    def visit_Assign(self, node: ast.Assign) -> bool:
        return self._value(node.value) and all(map(self._target, node.targets))

    def visit_AugAssign(self, node: ast.AugAssign) -> bool:
        whole = ast.BinOp(node.target, node.op, node.value)
        return self._target(node.target) and self._value(whole)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> bool:
        plain = node.simple == 1 and self._is_hint(node.annotation)
        return plain and (node.value is None or self._value(node.value))

    def visit_If(self, node: ast.If) -> bool:
        return self._value(node.test) and self._block([*node.body, *node.orelse])

    def visit_For(self, node: ast.For) -> bool:
        self.loops = True
        through = self._target(node.target) and self._value(node.iter)
        return through and self._block([*node.body, *node.orelse])

    def visit_While(self, node: ast.While) -> bool:
        self.loops = True
        return self._value(node.test) and self._block([*node.body, *node.orelse])

    def visit_Return(self, node: ast.Return) -> bool:
        value = node.value
        return value is None or is_none(value) or is_word(value) or self._value(value)

    def visit_Raise(self, node: ast.Raise) -> bool:
        match node:
            case ast.Raise(
                exc=ast.Call(func=ast.Name(id=name), args=said, keywords=[]), cause=None
            ):
                known = name in vocabulary.ERRORS and self._is_builtin(name)
                return known and all(isinstance(one, ast.Constant) for one in said)
        return False

    def visit_Assert(self, node: ast.Assert) -> bool:
        said = node.msg is None or isinstance(node.msg, ast.Constant)
        return said and self._value(node.test)

    def visit_Expr(self, node: ast.Expr) -> bool:
        return isinstance(node.value, ast.Constant) or self._value(node.value)

    def visit_Pass(self, _node: ast.Pass) -> bool:
        return True

    def visit_Break(self, _node: ast.Break) -> bool:
        return True

    def visit_Continue(self, _node: ast.Continue) -> bool:
        return True

    def _is_hint(self, node: ast.expr) -> bool:
        """Return whether an annotation is of types alone: it runs when loaded."""
        match node:
            case ast.Constant(value=str() | None):
                return True
            case ast.Name(id=name) if self._module.is_builtin(name):
                return name in vocabulary.HINTS
            case ast.Name() | ast.Attribute():
                return self._module.meaning(node) in vocabulary.HINTS
            case ast.Subscript(value=ast.Name(id=name), slice=index):
                holds = name in vocabulary.CONTAINERS and self._module.is_builtin(name)
                return holds and self._is_hint(index)
            case ast.Tuple(elts=elements):
                return all(map(self._is_hint, elements))
            case ast.BinOp(left=left, right=right, op=ast.BitOr()):
                texts = (isinstance(one, ast.Constant) and isinstance(one.value, str)
                         for one in (left, right))  # fmt: skip
                known = self._is_hint(left) and self._is_hint(right)
                return known and not any(texts)
        return False
