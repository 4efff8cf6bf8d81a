"""Whether an expression of a function only computes, and whether it loops."""

# ruff: noqa: D102 - a method is called what the node is that it visits

import ast
from collections.abc import Iterable
from typing import Protocol

from grader.findings import vocabulary
from grader.findings.elements import MOST, Elements

# Larger whole numbers are objects to NumPy, and it goes through those one by one.
MAX_INTEGER = 1 << 31


class Module(Protocol):
    """What a function finds around it."""

    def meaning(self, node: ast.expr) -> str:
        """Return what a name or attribute is where it comes from, empty if unknown."""

    def is_function(self, name: str) -> bool:
        """Return whether a name is a function that may be called."""

    def result(self, name: str) -> int:
        """Return the bits of what a function returns."""

    def is_builtin(self, name: str) -> bool:
        """Return whether a name is what Python itself calls by it."""

    def is_value(self, name: str) -> bool:
        """Return whether a name is a value, or nothing."""


class Expressions(ast.NodeVisitor):
    """The expressions of one function: what it binds is its own."""

    def __init__(self, module: Module, node: ast.FunctionDef) -> None:
        self._module = module
        self._node = node
        self._every = (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)
        self._own = {one.arg for one in self._every}
        self._own |= {one.id for part in node.body for one in ast.walk(part)
                      if isinstance(one, ast.Name) and _is_stored(one)}  # fmt: skip
        self._elements = Elements(module, node, self._meaning)
        self.loops = False

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
            others = [one for one in others if not is_none(one)]
        return self._values((node.left, *others))

    def visit_IfExp(self, node: ast.IfExp) -> bool:
        return self._values((node.test, node.body, node.orelse))

    def visit_List(self, node: ast.List) -> bool:
        self._hold(node.elts)
        return self._values(node.elts)

    def visit_Tuple(self, node: ast.Tuple) -> bool:
        return self._values(node.elts)

    def visit_Dict(self, node: ast.Dict) -> bool:
        words = all(key is not None and is_word(key) for key in node.keys)
        self._hold(node.values)
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
            for one in ast.walk(node.target)
            if isinstance(one, ast.Name)
        )
        through = self._target(node.target) and self._value(node.iter)
        return free and not node.is_async and through and self._values(node.ifs)

    def visit_Call(self, node: ast.Call) -> bool:
        meaning = self._meaning(node.func)
        if meaning:
            self._hand_over(meaning, node)
            return meaning in vocabulary.FUNCTIONS and self._given(
                node, vocabulary.FUNCTIONS[meaning], meaning.rpartition(".")[2]
            )
        match node.func:
            case ast.Name(id=name) if name not in self._own:
                if self._module.is_function(name):
                    self._hold(node.args)
                    self._hold(one.value for one in node.keywords)
                    named = all(one.arg for one in node.keywords)
                    return named and self._values(
                        [*node.args, *(one.value for one in node.keywords)]
                    )
                goes = name in vocabulary.GOES_THROUGH
                self.loops |= goes
                known = goes or name in vocabulary.BUILTIN
                return (
                    known
                    and self._is_builtin(name)
                    and self._given(node, vocabulary.MANY, name)
                )
            case ast.Attribute(value=value, attr=method):
                goes = method in vocabulary.OF_LISTS
                self.loops |= goes
                if method in ("clip", "dot"):
                    self._hold(node.args)
                self._hold_options(node)
                most = 1 if goes else vocabulary.METHODS.get(method, -1)
                return self._value(value) and self._given(node, most, method)
        return False

    def _hand_over(self, meaning: str, node: ast.Call) -> None:
        """Look whether a function of NumPy's is handed what it makes objects of.

        A dtype has a place of its own, and an axis is no element.
        """
        if meaning.startswith("numpy.") and meaning not in vocabulary.SIZED:
            most = vocabulary.FUNCTIONS.get(meaning, 0)
            if meaning == "numpy.reshape":
                most = 1
            if meaning not in vocabulary.SINGLE:
                self._hold(node.args[:most])
            self._hold_options(node)

    def _hold_options(self, node: ast.Call) -> None:
        self._hold(
            one.value for one in node.keywords if one.arg not in vocabulary.NO_ELEMENTS
        )

    def _hold(self, nodes: Iterable[ast.expr]) -> None:
        """Take it for a loop if NumPy may have no room for one of these."""
        self.loops |= any(self._elements.bits(one) > MOST for one in nodes)

    def _given(self, node: ast.Call, most: int, name: str) -> bool:
        """Return whether a call is handed values by position, and options by name."""
        if most < 0:
            return False
        values, rest = node.args[:most], node.args[most:]
        named = {one.arg: one.value for one in node.keywords}
        if "where" in named and name not in vocabulary.REDUCES:
            # What it leaves out is not computed: it is what is in `out`.
            out = named.get("out")
            if not (isinstance(out, ast.Call) and self._meaning(out.func)):
                return False
        return (
            self._values(values)
            and len(rest) <= 1
            and all(map(self._is_dtype, rest))
            and all(map(self._keyword, node.keywords))
        )

    def _keyword(self, node: ast.keyword) -> bool:
        value = node.value
        if node.arg not in vocabulary.OPTIONS:
            return False
        if isinstance(value, ast.Constant) and isinstance(value.value, str):
            return value.value in vocabulary.WORDS
        if node.arg == "dtype":
            return self._is_dtype(value)
        # What is no constant could be any text: "empty" leaves out as well.
        return is_none(value) or (node.arg != "mode" and self._value(value))

    def _is_dtype(self, node: ast.expr) -> bool:
        if isinstance(node, ast.Attribute) and node.attr == "dtype":
            return self._value(node.value)
        return self._is_type(node)

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


def is_none(node: ast.expr) -> bool:
    """Return whether this is None as it stands."""
    return isinstance(node, ast.Constant) and node.value is None


def is_word(node: ast.expr) -> bool:
    """Return whether this is text that is no more than a name.

    What begins with an O may name the dtype of objects.
    """
    value = node.value if isinstance(node, ast.Constant) else None
    return isinstance(value, str) and value.isidentifier() and value[0] not in "oO"


def _is_stored(node: ast.Name) -> bool:
    return isinstance(node.ctx, ast.Store)
