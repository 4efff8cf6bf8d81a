"""Proves of a source that all it does is compute: no loop, no state, nothing else.

Such a function calls functions of NumPy that are known to work on whole arrays, with
numbers, arrays and names of its own. It can neither go through elements nor remember
anything, read a frame or change what others see: its steps need no count, and what it
returns depends on its arguments alone.

Whatever is not listed here proves nothing. That is no reproach: it is looked at as it
runs.
"""

import ast
import builtins
from collections.abc import Callable, Collection, Iterable
from typing import final

from grader.submission.extract import Extract

_NUMPY = frozenset(
    ("abs", "absolute", "add", "all", "amax", "amin", "any", "arange", "arccos",
     "arcsin", "arctan", "arctan2", "arctanh", "argmax", "argmin", "array",
     "array_equal", "asarray", "atleast_2d", "average", "broadcast_to", "ceil", "clip",
     "column_stack", "concatenate", "copy", "cos", "cosh", "count_nonzero", "cumprod",
     "cumsum", "diag", "diff", "divide", "dot", "equal", "exp",
     "exp2", "expand_dims", "expm1", "eye", "fabs", "flip", "float32", "float64",
     "floor", "full", "full_like", "greater", "greater_equal", "hstack", "hypot",
     "identity", "inner", "int32", "int64", "isclose", "isfinite", "isinf", "isnan",
     "less", "less_equal", "linspace", "log", "log10", "log1p", "log2", "logaddexp",
     "logical_and", "logical_not", "logical_or", "matmul", "max", "maximum", "mean",
     "median", "min", "minimum", "mod", "moveaxis", "multiply", "ndim", "negative",
     "not_equal", "ones", "ones_like", "outer", "pad", "power", "prod", "ravel",
     "reciprocal", "repeat", "reshape", "round", "shape", "sign", "sin", "sinh", "size",
     "sqrt", "square", "squeeze", "stack", "std", "subtract", "sum", "swapaxes", "tan",
     "tanh", "tensordot", "tile", "trace", "transpose", "tril", "triu", "true_divide",
     "var", "vdot", "vstack", "where", "zeros", "zeros_like")
)  # fmt: skip
_LINALG = frozenset(("det", "inv", "norm", "solve"))
_MATH = frozenset(
    ("acos", "asin", "atan", "atan2", "ceil", "cos", "cosh", "erf", "exp", "expm1",
     "fabs", "floor", "hypot", "isclose", "isfinite", "isinf", "isnan", "log", "log10",
     "log1p", "log2", "pow", "sin", "sinh", "sqrt", "tan", "tanh", "trunc")
)  # fmt: skip
_FUNCTIONS = (
    {f"numpy.{name}" for name in _NUMPY}
    | {f"numpy.linalg.{name}" for name in _LINALG}
    | {f"math.{name}" for name in _MATH}
)
_NUMBERS = frozenset(
    f"{module}.{name}" for module in ("numpy", "math")
    for name in ("e", "inf", "nan", "pi", "tau")
) | {"numpy.newaxis"}  # fmt: skip
_TYPES = frozenset(("float", "int", "bool", "numpy.float32", "numpy.float64",
                    "numpy.int32", "numpy.int64", "numpy.bool_"))  # fmt: skip
_BUILTIN = frozenset(("abs", "bool", "float", "int", "len", "round"))
_ERRORS = frozenset(("ArithmeticError", "AssertionError", "IndexError", "TypeError",
                     "ValueError", "ZeroDivisionError"))  # fmt: skip
_METHODS = frozenset(
    ("all", "any", "argmax", "argmin", "astype", "clip", "copy", "cumprod", "cumsum",
     "dot", "flatten", "item", "max", "mean", "min", "prod", "ravel", "reshape",
     "round", "squeeze", "std", "sum", "swapaxes", "trace", "transpose", "var")
)  # fmt: skip
_ATTRIBUTES = frozenset(("T", "dtype", "imag", "ndim", "real", "shape", "size"))
# Of text an array of objects could be made ("O"); these are what is asked for by name.
_WORDS = frozenset(("C", "F", "bool", "constant", "edge", "float", "float32", "float64",
                    "fro", "int", "int32", "int64", "nuc"))  # fmt: skip
_MODULES = frozenset(("numpy", "math", "numpy.linalg"))
_KNOWN = frozenset(dir(builtins))
# Larger whole numbers are objects to NumPy, and it goes through those one by one.
_MAX_INTEGER = 1 << 31

_Statement = ast.stmt
_Expression = ast.expr


def is_straight(extract: Extract, supplied: Collection[str] = ()) -> bool:
    """Return whether a function, with all that it needs, is proved to only compute.

    `supplied` are functions that the host answers: what they do is not looked at.
    """
    scope = _Module(supplied)
    return all(map(scope.takes, extract.statements))


@final
class _Module:
    """What the kept statements of a source bind, one after the other."""

    def __init__(self, supplied: Collection[str]) -> None:
        self._callable = set(supplied)
        self._stands_for: dict[str, str] = {}
        self._numbers: set[str] = set()
        self._bound = set(supplied)

    def takes(self, node: _Statement) -> bool:
        """Return whether a statement of the module only binds what computes."""
        match node:
            case ast.Expr(value=ast.Constant()):
                return True
            case ast.Import(names=aliases):
                return all(map(self._imports, aliases))
            case ast.ImportFrom(module="__future__"):
                return True
            case ast.ImportFrom(module=str(module), names=aliases, level=0):
                return module in _MODULES and all(
                    self._names(one.asname or one.name, f"{module}.{one.name}")
                    for one in aliases
                )
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                return _is_number(value) and self._binds(name, self._numbers)
            case ast.FunctionDef():
                # Itself it may not call: it is bound afterwards.
                body = _Function(self, node)
                return body.is_straight() and self._binds(node.name, self._callable)
        return False

    def resolve(self, node: _Expression) -> str:
        """Return what a name or attribute of a module stands for, empty for others."""
        if isinstance(node, ast.Name):
            return self._stands_for.get(node.id, "")
        if isinstance(node, ast.Attribute):
            owner = self.resolve(node.value)
            return f"{owner}.{node.attr}" if owner in _MODULES else ""
        return ""

    def calls(self, name: str) -> bool:
        """Return whether a name is a function of the source's, or a supplied one."""
        return name in self._callable

    def is_value(self, name: str) -> bool:
        """Return whether a name that is not local has a number, or none has it.

        A name that nobody binds raises, and does nothing else.
        """
        if name in self._numbers:
            return True
        return not (name in self._bound or name in _KNOWN or name.startswith("__"))

    def is_free(self, name: str) -> bool:
        """Return whether nothing in the source has this name."""
        return name not in self._bound

    def _imports(self, alias: ast.alias) -> bool:
        whole = alias.name if alias.asname else alias.name.partition(".")[0]
        if alias.name not in _MODULES or whole not in _MODULES:
            return False
        return self._names(alias.asname or whole, whole)

    def _names(self, name: str, meant: str) -> bool:
        """Take a name for what it is imported from; the same again says nothing new."""
        if self._stands_for.get(name) == meant:
            return True
        if meant not in _FUNCTIONS | _NUMBERS | _TYPES | _MODULES:
            return False
        self._stands_for[name] = meant
        return self._binds(name, set())

    def _binds(self, name: str, kind: set[str]) -> bool:
        """Take a name for one thing; bound twice it could be either."""
        if name in self._bound or name in _KNOWN:
            return False
        self._bound.add(name)
        kind.add(name)
        return True


@final
class _Function:
    """One function of a source: what it binds itself is its own."""

    def __init__(self, module: _Module, node: ast.FunctionDef) -> None:
        self._module = module
        self._node = node
        arguments = node.args
        self._own = {one.arg for one in (*arguments.posonlyargs, *arguments.args,
                                         *arguments.kwonlyargs)}  # fmt: skip
        self._own |= {
            one.id
            for statement in node.body
            for one in ast.walk(statement)
            if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)
        }

    def is_straight(self) -> bool:
        """Return whether the function only computes."""
        node, arguments = self._node, self._node.args
        defaults = [*arguments.defaults, *filter(None, arguments.kw_defaults)]
        every = (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)
        hints = [node.returns, *(one.annotation for one in every)]
        return (
            not node.decorator_list
            and not getattr(node, "type_params", ())
            and arguments.vararg is None
            and arguments.kwarg is None
            and all(isinstance(one, ast.Constant) or _is_number(one) for one in defaults)
            and all(hint is None or _is_hint(hint) for hint in hints)
            and self._block(node.body)
        )

    def _block(self, statements: Iterable[_Statement]) -> bool:
        return all(map(self._statement, statements))

    def _statement(self, node: _Statement) -> bool:
        match node:
            case ast.Pass() | ast.Expr(value=ast.Constant()):
                return True
            case ast.Expr(value=value):
                return self._value(value)
            case ast.Return(value=value):
                # What is only returned may also be text.
                return (
                    value is None or isinstance(value, ast.Constant) or self._value(value)
                )
            case ast.Assign(targets=targets, value=value):
                return self._value(value) and all(map(self._target, targets))
            case ast.AugAssign(target=target, value=value):
                return self._value(value) and self._target(target)
            case ast.AnnAssign(target=ast.Name(), value=value):
                return value is None or self._value(value)
            case ast.If(test=test, body=body, orelse=orelse):
                return self._value(test) and self._block(body) and self._block(orelse)
            case ast.Assert(test=test, msg=message):
                said = message is None or isinstance(message, ast.Constant)
                return said and self._value(test)
            case ast.Raise(exc=ast.Call(func=ast.Name(id=name), args=args, keywords=[])):
                plain = all(isinstance(one, ast.Constant) for one in args)
                return plain and name in _ERRORS and self._is_builtin(name)
        return False

    def _target(self, node: _Expression) -> bool:
        match node:
            case ast.Name():
                return True
            case ast.Tuple(elts=elements) | ast.List(elts=elements):
                return all(map(self._target, elements))
            case ast.Subscript(value=ast.Name(id=name), slice=index):
                # What is not its own would be there the next time.
                return name in self._own and self._index(index)
        return False

    def _value(self, node: _Expression) -> bool:
        """Return whether an expression is a number or array, made of such."""
        match node:
            case ast.Constant():
                return _is_number(node)
            case ast.Name(id=name):
                return name in self._own or (
                    self._meant(node) in _NUMBERS or self._module.is_value(name)
                )
            case ast.Attribute(value=value, attr=attribute):
                if self._meant(node) in _NUMBERS:
                    return True
                return attribute in _ATTRIBUTES and self._value(value)
            case ast.Subscript(value=value, slice=index):
                return self._value(value) and self._index(index)
            case ast.BinOp(left=left, right=right):
                return self._value(left) and self._value(right)
            case ast.UnaryOp(operand=operand):
                return self._value(operand)
            case ast.BoolOp(values=values):
                return all(map(self._value, values))
            case ast.Compare():
                return self._comparison(node)
            case ast.IfExp(test=test, body=body, orelse=orelse):
                return all(map(self._value, (test, body, orelse)))
            case ast.Tuple(elts=elements) | ast.List(elts=elements):
                return all(map(self._value, elements))
            case ast.Dict(keys=keys, values=values):
                words = all(isinstance(one, ast.Constant) for one in keys)
                return words and all(map(self._value, values))
            case ast.Call(func=function, args=args, keywords=keywords):
                return self._callee(function) and self._handed(args, keywords)
        return False

    def _comparison(self, node: ast.Compare) -> bool:
        # `in` goes through what it looks into.
        if any(isinstance(one, ast.In | ast.NotIn) for one in node.ops):
            return False
        with_none = all(isinstance(one, ast.Is | ast.IsNot) for one in node.ops)
        return self._value(node.left) and all(
            self._value(one) or (with_none and _is_none(one))
            for one in node.comparators
        )

    def _index(self, node: _Expression) -> bool:
        match node:
            case ast.Constant(value=value):
                return value is None or value is ... or isinstance(value, int | str)
            case ast.Slice(lower=lower, upper=upper, step=step):
                some = [one for one in (lower, upper, step) if one is not None]
                return all(map(self._value, some))
            case ast.Tuple(elts=elements):
                return all(map(self._index, elements))
        return self._value(node)

    def _callee(self, node: _Expression) -> bool:
        meant = self._meant(node)
        if meant:
            return meant in _FUNCTIONS
        match node:
            case ast.Name(id=name):
                if name in self._own:
                    return False
                known = name in _BUILTIN and self._is_builtin(name)
                return known or self._module.calls(name)
            case ast.Attribute(value=value, attr=method):
                return method in _METHODS and self._value(value)
        return False

    def _handed(self, args: list[_Expression], keywords: list[ast.keyword]) -> bool:
        return all(self._value(one) or self._is_type(one) for one in args) and all(
            one.arg is not None and self._keyword(one.value) for one in keywords
        )

    def _keyword(self, node: _Expression) -> bool:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            return node.value in _WORDS
        return _is_none(node) or self._is_type(node) or self._value(node)

    def _is_type(self, node: _Expression) -> bool:
        if isinstance(node, ast.Name) and self._is_builtin(node.id):
            return node.id in _TYPES
        return self._meant(node) in _TYPES

    def _is_builtin(self, name: str) -> bool:
        return name in _KNOWN and name not in self._own and self._module.is_free(name)

    def _meant(self, node: _Expression) -> str:
        """Return what a name or attribute of a module stands for, empty for others."""
        root = node
        while isinstance(root, ast.Attribute):
            root = root.value
        if isinstance(root, ast.Name) and root.id in self._own:
            return ""
        return self._module.resolve(node)


def _is_number(node: _Expression) -> bool:
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub | ast.UAdd):
        node = node.operand
    if not isinstance(node, ast.Constant):
        return False
    value = node.value
    if type(value) is int:
        return value < _MAX_INTEGER
    return type(value) in (float, bool, complex)


def _is_none(node: _Expression) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _is_hint(node: _Expression) -> bool:
    """Return whether an annotation is made of names: it is evaluated when loaded."""
    match node:
        case ast.Name() | ast.Constant():
            return True
        case ast.Attribute(value=value):
            return _is_hint(value)
        case ast.Subscript(value=value, slice=index):
            return _is_hint(value) and _is_hint(index)
        case ast.Tuple(elts=elements):
            return all(map(_is_hint, elements))
        case ast.BinOp(left=left, right=right, op=ast.BitOr()):
            return _is_hint(left) and _is_hint(right)
    return False
