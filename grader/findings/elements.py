"""Whether what NumPy is handed is numbers as it keeps them, and no objects.

Of what is no number, or a whole number of too many bits, NumPy makes an array of
objects, and goes through those one by one. Told for functions that do not loop: a name
stands for the most of what it was bound to before.

What cases hand over is taken for numbers or arrays, unless the function treats it as
something else.
"""

import ast
from collections.abc import Callable
from typing import Protocol, final

from grader.findings import vocabulary

FLOAT = 0
"""The bits of what is no whole number of Python's: an array, or a float."""
FEW = 15
"""The bits of whole numbers that cases hand over."""
SIZE = 31
"""The bits of a size."""
MOST = 62
"""The bits of what fits into NumPy's own whole numbers."""
OTHER = 1 << 20
"""The bits of what is no number, or not known to be a small one."""


class Module(Protocol):
    """What a function finds around it."""

    def is_function(self, name: str) -> bool:
        """Return whether a name is a function that may be called."""

    def result(self, name: str) -> int:
        """Return the bits of what a function returns."""


@final
class Elements:
    """The bits of names of a function, and of what is made of them."""

    def __init__(
        self,
        module: Module,
        node: ast.FunctionDef,
        meaning: Callable[[ast.expr], str],
    ) -> None:
        self._module = module
        self._meaning = meaning
        self._names: dict[str, int] = {}
        for part in ast.walk(node):
            match part:
                case (
                    ast.Subscript(
                        value=ast.Name(id=name), slice=ast.Constant(value=str())
                    )
                    | ast.Compare(left=ast.Name(id=name), ops=[ast.Is() | ast.IsNot()])
                ):
                    self._names[name] = OTHER
        given, defaults = node.args, node.args.defaults
        positional = [*given.posonlyargs, *given.args]
        pairs = list(zip(positional[len(positional) - len(defaults) :], defaults,
                         strict=True))  # fmt: skip
        pairs += [(one, value) for one, value
                  in zip(given.kwonlyargs, given.kw_defaults, strict=True)
                  if value is not None]  # fmt: skip
        for one in (*positional, *given.kwonlyargs):
            self._bind(one.arg, FEW)
        for one, value in pairs:
            self._bind(one.arg, self.bits(value))

    def assign(self, target: ast.expr, bits: int) -> bool:
        """Take what is assigned; return whether only numbers were put into others."""
        match target:
            case ast.Name(id=name):
                self._bind(name, bits)
            case ast.Tuple(elts=parts) | ast.List(elts=parts):
                numbers = [self.assign(part, bits) for part in parts]
                return all(numbers)
            case _:
                return bits <= MOST
        return True

    def bits(self, node: ast.expr) -> int:  # noqa: C901, PLR0912 - one a kind
        """Return the bits of the largest whole number that a value may be, or hold."""
        match node:
            case ast.Constant(value=bool()):
                return 1
            case ast.Constant(value=int(value)):
                return value.bit_length()
            case ast.Constant(value=float() | complex()):
                return FLOAT
            case ast.Name(id=name):
                if name in self._names:
                    return self._names[name]
                meaning = self._meaning(node)
                return SIZE if meaning != "numpy.newaxis" else OTHER
            case ast.Attribute(value=value, attr=attribute):
                if attribute in ("ndim", "shape", "size"):
                    return SIZE
                if attribute in ("T", "imag", "real"):
                    return self.bits(value)
                known = self._meaning(node) in vocabulary.NUMBERS
                return FLOAT if known and attribute != "newaxis" else OTHER
            case ast.Subscript(slice=ast.Constant(value=str())):
                # Nothing but numbers is put into a dict.
                return FEW
            case ast.Subscript(value=value) | ast.UnaryOp(operand=value):
                return self.bits(value)
            case ast.BinOp():
                return self._operation(node)
            case ast.Compare():
                return 1
            case ast.IfExp(body=one, orelse=other):
                return max(self.bits(one), self.bits(other))
            case (ast.BoolOp(values=parts) | ast.Tuple(elts=parts)
                  | ast.List(elts=parts)):  # fmt: skip
                return max(map(self.bits, parts), default=FLOAT)
            case ast.Call():
                return self._call(node)
        return OTHER

    def _bind(self, name: str, bits: int) -> None:
        self._names[name] = max(bits, self._names.get(name, FLOAT))

    def _operation(self, node: ast.BinOp) -> int:
        left, right = self.bits(node.left), self.bits(node.right)
        match node.op:
            case ast.Div() | ast.MatMult():
                return FLOAT
            case _ if self._is_array(node.left) or self._is_array(node.right):
                return FLOAT
            case ast.Add() | ast.Sub() | ast.BitOr() | ast.BitXor():
                return max(left, right) + 1
            case ast.Mult():
                floating = FLOAT in (left, right) and OTHER not in (left, right)
                return FLOAT if floating else left + right
            case ast.Pow():
                return self._power(left, node.right)
            case ast.Mod() | ast.FloorDiv() | ast.BitAnd() | ast.RShift():
                return max(left, right)
        return OTHER

    def _power(self, base: int, exponent: ast.expr) -> int:
        match exponent:
            case ast.Constant(value=int(value)):
                return base * value
            case (
                ast.Constant(value=float())
                | ast.UnaryOp(op=ast.USub(), operand=ast.Constant())
            ):
                return FLOAT
        return FLOAT if base == FLOAT else OTHER

    def _is_array(self, node: ast.expr) -> bool:
        """Return whether a value is surely NumPy's: it makes NumPy's of the other."""
        match node:
            case ast.Call(func=function):
                meaning = self._meaning(function)
                known = meaning.startswith("numpy.") and meaning not in _RESULTS
                return known and self.bits(node) == FLOAT
            case ast.BinOp(left=left, right=right, op=operator):
                either = self._is_array(left) or self._is_array(right)
                return either or isinstance(operator, ast.MatMult)
            case ast.UnaryOp(operand=value):
                return self._is_array(value)
        return False

    def _call(self, node: ast.Call) -> int:
        meaning = self._meaning(node.func)
        if meaning in vocabulary.SINGLE and node.args:
            # Of one whole number it makes one.
            most = self.bits(node.args[0])
            return OTHER if most > MOST else FLOAT
        if meaning:
            return _RESULTS.get(meaning, FLOAT)
        match node.func:
            case ast.Name(id="abs") if node.args:
                return self.bits(node.args[0])
            case ast.Name(id="round") if len(node.args) > 1:
                return FLOAT
            case ast.Name(id=name):
                known = self._module.is_function(name)
                return self._module.result(name) if known else _OF.get(name, OTHER)
            case ast.Attribute(value=value, attr="copy"):
                return self.bits(value)
            case ast.Attribute(attr="item"):
                return MOST
        return FLOAT


_OF = {"bool": 1, "float": FLOAT, "len": SIZE}
_RESULTS = {
    **dict.fromkeys(("numpy.ndim", "numpy.shape", "numpy.size"), SIZE),
    **dict.fromkeys(("math.ceil", "math.floor", "math.trunc"), OTHER),
}
