"""Whether a function only computes, statement by statement.

A *value* is a number, an array, or a list, tuple or dict of such; what values are made
of are values. Functions are called, never handed on.
"""

import ast
from collections.abc import Iterable
from typing import NamedTuple, Protocol, final

from grader.findings import vocabulary
from grader.submission.nodes import walk

# Larger whole numbers are objects to NumPy, and it goes through those one by one.
MAX_INTEGER = 1 << 31


class Module(Protocol):
    """What a function finds around it."""

    def meaning(self, node: ast.expr) -> str:
        """Return what a name or attribute is where it comes from, empty if unknown."""

    def is_function(self, name: str) -> bool:
        """Return whether a name is a function that may be called."""

    def is_builtin(self, name: str) -> bool:
        """Return whether a name is what Python itself calls by it."""

    def is_value(self, name: str) -> bool:
        """Return whether a name is a value, or nothing."""


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
class _Function(ast.NodeVisitor):
    """One function of a source: what it binds is its own."""

    def __init__(self, module: Module, node: ast.FunctionDef) -> None:
        self._module = module
        self._node = node
        self._every = (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)
        self._own = {one.arg for one in self._every}
        self._own |= {one.id for part in node.body for one in walk(part)
                      if isinstance(one, ast.Name) and _is_stored(one)}  # fmt: skip
        self.loops = False

    def computes(self) -> bool:
        """Return whether it is proved to only compute."""
        node, arguments = self._node, self._node.args
        defaults = [*arguments.defaults, *filter(None, arguments.kw_defaults)]
        hints = [node.returns, *(one.annotation for one in self._every)]
        return (
            not (node.decorator_list or arguments.vararg or arguments.kwarg)
            and not getattr(node, "type_params", ())
            and all(isinstance(one, ast.Constant) or is_number(one) for one in defaults)
            and all(hint is None or is_hint(hint) for hint in hints)
            and self._block(node.body)
        )

    def _block(self, statements: Iterable[ast.stmt]) -> bool:
        return all(map(self.visit, statements))

    def visit_Assign(self, node: ast.Assign) -> bool:
        return self._value(node.value) and all(map(self._target, node.targets))

    def visit_AugAssign(self, node: ast.AugAssign) -> bool:
        return self._value(node.value) and self._target(node.target)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> bool:
        plain = node.simple == 1 and is_hint(node.annotation)
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
        return value is None or _is_none(value) or _is_word(value) or self._value(value)

    def visit_Raise(self, node: ast.Raise) -> bool:
        match node:
            case ast.Raise(
                exc=ast.Call(func=ast.Name(id=name), args=said, keywords=[])
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

    def _target(self, node: ast.expr) -> bool:
        match node:
            case ast.Name():
                return True
            case ast.Tuple(elts=elements) | ast.List(elts=elements):
                return all(map(self._target, elements))
            case ast.Subscript(value=ast.Name(id=name), slice=index):
                # What is not its own would be there the next time.
                return name in self._own and self._index(index)
        return False

    def generic_visit(self, _node: ast.AST) -> bool:
        """Prove nothing of what is not listed here."""
        return False

    def _value(self, node: ast.expr) -> bool:
        return bool(self.visit(node))

    def _values(self, nodes: Iterable[ast.expr]) -> bool:
        return all(map(self._value, nodes))

    def visit_Constant(self, node: ast.Constant) -> bool:
        return is_number(node)

    def visit_Name(self, node: ast.Name) -> bool:
        if node.id in self._own:
            return True
        number = self._module.meaning(node) in vocabulary.NUMBERS
        return number or self._module.is_value(node.id)

    def visit_Attribute(self, node: ast.Attribute) -> bool:
        if self._meaning(node) in vocabulary.NUMBERS:
            return True
        return node.attr in vocabulary.ATTRIBUTES and self._value(node.value)

    def visit_Subscript(self, node: ast.Subscript) -> bool:
        return self._value(node.value) and self._index(node.slice)

    def visit_BinOp(self, node: ast.BinOp) -> bool:
        return self._values((node.left, node.right))

    def visit_UnaryOp(self, node: ast.UnaryOp) -> bool:
        return self._value(node.operand)

    def visit_BoolOp(self, node: ast.BoolOp) -> bool:
        return self._values(node.values)

    def visit_Compare(self, node: ast.Compare) -> bool:
        # `in` goes through what it looks into.
        self.loops |= any(isinstance(one, ast.In | ast.NotIn) for one in node.ops)
        others = node.comparators
        if all(isinstance(one, ast.Is | ast.IsNot) for one in node.ops):
            others = [one for one in others if not _is_none(one)]
        return self._values((node.left, *others))

    def visit_IfExp(self, node: ast.IfExp) -> bool:
        return self._values((node.test, node.body, node.orelse))

    def visit_List(self, node: ast.List) -> bool:
        return self._values(node.elts)

    def visit_Tuple(self, node: ast.Tuple) -> bool:
        return self._values(node.elts)

    def visit_Dict(self, node: ast.Dict) -> bool:
        words = all(key is not None and _is_word(key) for key in node.keys)
        return words and self._values(node.values)

    def visit_ListComp(self, node: ast.ListComp) -> bool:
        return self._all(node.generators) and self._value(node.elt)

    def visit_GeneratorExp(self, node: ast.GeneratorExp) -> bool:
        return self._all(node.generators) and self._value(node.elt)

    def _all(self, clauses: Iterable[ast.comprehension]) -> bool:
        self.loops = True
        return all(map(self._clause, clauses))

    def _clause(self, node: ast.comprehension) -> bool:
        # Outside of it the name is not its own: there it may stand for a function.
        free = all(
            self._module.is_value(one.id)
            for one in walk(node.target)
            if isinstance(one, ast.Name)
        )
        through = self._target(node.target) and self._value(node.iter)
        return free and not node.is_async and through and self._values(node.ifs)

    def visit_Call(self, node: ast.Call) -> bool:
        args = all(self._value(one) or self._is_type(one) for one in node.args)
        return (
            args and self._callee(node.func) and all(map(self._keyword, node.keywords))
        )

    def _callee(self, node: ast.expr) -> bool:
        meaning = self._meaning(node)
        if meaning:
            return meaning in vocabulary.FUNCTIONS
        match node:
            case ast.Name(id=name) if name not in self._own:
                goes = name in vocabulary.GOES_THROUGH and self._is_builtin(name)
                self.loops |= goes
                known = name in vocabulary.BUILTIN and self._is_builtin(name)
                return goes or known or self._module.is_function(name)
            case ast.Attribute(value=value, attr=method):
                goes = method in vocabulary.OF_LISTS
                self.loops |= goes
                return (goes or method in vocabulary.METHODS) and self._value(value)
        return False

    def _keyword(self, node: ast.keyword) -> bool:
        # A `key` is called; two stars name nothing.
        if node.arg is None or node.arg == "key":
            return False
        value = node.value
        if isinstance(value, ast.Constant) and isinstance(value.value, str):
            return value.value in vocabulary.WORDS
        return _is_none(value) or self._is_type(value) or self._value(value)

    def _index(self, node: ast.expr) -> bool:
        match node:
            case ast.Constant(value=value):
                return value is None or value is ... or isinstance(value, int | str)
            case ast.Slice(lower=lower, upper=upper, step=step):
                return self._values(filter(None, (lower, upper, step)))
            case ast.Tuple(elts=elements):
                return all(map(self._index, elements))
        return self._value(node)

    def _is_type(self, node: ast.expr) -> bool:
        if isinstance(node, ast.Name) and self._is_builtin(node.id):
            return node.id in vocabulary.TYPES
        return self._meaning(node) in vocabulary.TYPES

    def _is_builtin(self, name: str) -> bool:
        return name not in self._own and self._module.is_builtin(name)

    def _meaning(self, node: ast.expr) -> str:
        root = node
        while isinstance(root, ast.Attribute):
            root = root.value
        own = isinstance(root, ast.Name) and root.id in self._own
        return "" if own else self._module.meaning(node)


def is_number(node: ast.expr) -> bool:
    """Return whether an expression is a number as it stands, and no huge one."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub | ast.UAdd):
        node = node.operand
    value = node.value if isinstance(node, ast.Constant) else None
    if type(value) is int:
        return value < MAX_INTEGER
    return type(value) in (float, bool, complex)


def is_hint(node: ast.expr) -> bool:
    """Return whether an annotation is made of names: it is evaluated when loaded."""
    match node:
        case ast.Name() | ast.Constant():
            return True
        case ast.Attribute(value=value):
            return is_hint(value)
        case ast.Subscript(value=value, slice=index):
            return is_hint(value) and is_hint(index)
        case ast.Tuple(elts=elements):
            return all(map(is_hint, elements))
        case ast.BinOp(left=left, right=right, op=ast.BitOr()):
            return is_hint(left) and is_hint(right)
    return False


def _is_stored(node: ast.Name) -> bool:
    return isinstance(node.ctx, ast.Store)


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _is_word(node: ast.expr) -> bool:
    """Return whether this is text that is no more than a name.

    What begins with an O may name the dtype of objects.
    """
    value = node.value if isinstance(node, ast.Constant) else None
    return isinstance(value, str) and value.isidentifier() and value[0] not in "oO"
