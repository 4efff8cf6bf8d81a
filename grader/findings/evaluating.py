"""Whether an expression of a function only computes, and whether it loops."""

# ruff: noqa: D102 - a method is called what the node is that it visits

import ast
from collections.abc import Iterable
from typing import Protocol

from grader.findings import vocabulary
from grader.submission.nodes import walk

# Larger whole numbers are objects to NumPy, and it goes through those one by one.
MAX_INTEGER = 1 << 31
MAX_POWER = 8


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


class Expressions(ast.NodeVisitor):
    """The expressions of one function: what it binds is its own."""

    def __init__(self, module: Module, node: ast.FunctionDef) -> None:
        self._module = module
        self._node = node
        self._every = (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)
        self._own = {one.arg for one in self._every}
        self._own |= {one.id for part in node.body for one in walk(part)
                      if isinstance(one, ast.Name) and _is_stored(one)}  # fmt: skip
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
        self.loops |= _is_huge(node)
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
        return self._values(node.elts)

    def visit_Tuple(self, node: ast.Tuple) -> bool:
        return self._values(node.elts)

    def visit_Dict(self, node: ast.Dict) -> bool:
        words = all(key is not None and is_word(key) for key in node.keys)
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
        meaning = self._meaning(node.func)
        if meaning:
            self.loops |= meaning in vocabulary.JOINS and not _is_list(node.args)
            self.loops |= meaning in vocabulary.ITERATORS
            return meaning in vocabulary.FUNCTIONS and self._given(
                node, vocabulary.FUNCTIONS[meaning], meaning.rpartition(".")[2]
            )
        match node.func:
            case ast.Name(id=name) if name not in self._own:
                if self._module.is_function(name):
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
                most = 1 if goes else vocabulary.METHODS.get(method, -1)
                return self._value(value) and self._given(node, most, method)
        return False

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


def _is_huge(node: ast.BinOp) -> bool:
    """Return whether whole numbers may become so large that they are objects."""
    if isinstance(node.op, ast.Pow) and isinstance(node.right, ast.Constant):
        power = node.right.value
        return isinstance(power, int) and power > MAX_POWER
    return isinstance(node.op, ast.LShift)


def _is_list(arguments: list[ast.expr]) -> bool:
    """Return whether the first argument is written out: of an array, rows are taken."""
    return bool(arguments) and isinstance(arguments[0], ast.List | ast.Tuple)


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
