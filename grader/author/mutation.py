"""What is easily written wrong: one expression or statement, and what it becomes."""

import ast
import copy
from collections.abc import Iterator
from typing import TypeVar

_OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.Pow: ast.Mult,
    ast.MatMult: ast.Mult,
    ast.FloorDiv: ast.Div,
    ast.Mod: ast.FloorDiv,
}
_COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.GtE),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.LtE),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
}
_FUNCTIONS = {
    "argmax": "argmin",
    "argmin": "argmax",
    "dot": "multiply",
    "log": "log2",
    "max": "min",
    "maximum": "minimum",
    "mean": "sum",
    "min": "max",
    "minimum": "maximum",
    "ones": "zeros",
    "sum": "mean",
    "zeros": "ones",
}
_SYMMETRIC = ("add", "allclose", "equal", "maximum", "minimum", "multiply")
_ORDERED = (ast.Sub, ast.Div, ast.MatMult, ast.Pow)
_Node = TypeVar("_Node", bound=ast.AST)
SHIFT = 1.01
"""By which a constant with a point is multiplied."""


def of_expression(node: ast.expr, parameters: list[str]) -> Iterator[ast.expr]:
    """Yield what an expression becomes; `parameters` are those of its function."""
    match node:
        case ast.BinOp() | ast.UnaryOp() | ast.Compare() | ast.BoolOp():
            yield from _operation(node)
        case ast.Call():
            yield from _call(node)
        case ast.Slice():
            yield from _slice(node)
        case ast.Tuple() | ast.Dict() | ast.IfExp():
            yield from _parts(node)
        case ast.Constant(value=value):
            for other in _constants(value):
                yield ast.Constant(other)
        case ast.Attribute(attr="T", value=inner):
            yield inner
        case ast.Name(id=name, ctx=ast.Load()) if name in parameters:
            following = parameters[(parameters.index(name) + 1) % len(parameters)]
            if following != name:
                yield ast.Name(following, ast.Load())


def of_key(key: str) -> ast.Constant:
    """Return what the key of a dictionary becomes: a misspelt one."""
    return ast.Constant(f"{key}_")


def of_statement(node: ast.stmt, parameters: list[str]) -> Iterator[ast.stmt]:
    """Yield what a statement becomes; `pass` where it is left out."""
    match node:
        case ast.Assign(
            targets=[ast.Name(id=name) as target], value=ast.BinOp() as sum_
        ):
            yield ast.Pass()
            same = isinstance(sum_.left, ast.Name) and sum_.left.id == name
            if same and name in parameters:
                # The caller's array changes with it.
                yield ast.AugAssign(target, sum_.op, sum_.right)
        case ast.AugAssign(op=operator):
            yield ast.Pass()
            if type(operator) in _OPERATORS:
                yield _with(node, op=_OPERATORS[type(operator)]())
        case ast.Assign() | ast.Expr() | ast.Raise() | ast.AnnAssign():
            yield ast.Pass()
        case ast.If(test=test):
            yield _with(node, test=ast.UnaryOp(ast.Not(), test))


def _operation(node: ast.expr) -> Iterator[ast.expr]:
    match node:
        case ast.BinOp():
            yield from _binary(node)
        case ast.UnaryOp(op=ast.USub() | ast.Not(), operand=operand):
            yield operand
        case ast.Compare(ops=[operator]):
            for kind in _COMPARISONS.get(type(operator), ()):
                yield _with(node, ops=[kind()])
        case ast.BoolOp(op=ast.And(), values=values):
            yield ast.BoolOp(ast.Or(), values)
            yield from values
        case ast.BoolOp(values=values):
            yield ast.BoolOp(ast.And(), values)
            yield from values


def _parts(node: ast.expr) -> Iterator[ast.expr]:
    match node:
        case ast.Tuple(elts=[first, second, *rest], ctx=ast.Load()):
            yield _with(node, elts=[second, first, *rest])
        case ast.Dict(keys=keys, values=[_, _, *_] as values):
            yield _with(node, values=[*values[1:], values[0]])
            yield _with(node, keys=keys[1:], values=values[1:])
        case ast.IfExp(body=body, orelse=orelse):
            yield body
            yield orelse


def _binary(node: ast.BinOp) -> Iterator[ast.expr]:
    kind = type(node.op)
    if kind in _OPERATORS:
        yield _with(node, op=_OPERATORS[kind]())
    yield node.left
    if kind is not ast.Pow:
        yield node.right
    if kind in _ORDERED:
        yield _with(node, left=node.right, right=node.left)


def _constants(value: object) -> list[bool | int | float]:
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, int):
        return [value + 1, value - 1]
    if isinstance(value, float):
        return [value * SHIFT or 1.0]
    return []


def _call(node: ast.Call) -> Iterator[ast.expr]:
    for at in range(len(node.keywords)):
        yield _with(node, keywords=[*node.keywords[:at], *node.keywords[at + 1 :]])
    turned = not _is_symmetric(node.func)
    for at in range(len(node.args) - 1 if turned else 0):
        args = list(node.args)
        args[at], args[at + 1] = args[at + 1], args[at]
        yield _with(node, args=args)
    match node.func:
        case ast.Name(id="range") if node.args:
            last = node.args[-1]
            for operator in (ast.Add(), ast.Sub()):
                shifted = ast.BinOp(last, operator, ast.Constant(1))
                yield _with(node, args=[*node.args[:-1], shifted])
        case ast.Attribute(value=ast.Name(id="np"), attr=name) as function:
            if name in _FUNCTIONS:
                yield _with(node, func=_with(function, attr=_FUNCTIONS[name]))
            if node.args:
                yield node.args[0]
        case ast.Attribute(value=inner):
            # `x.copy()`, `x.astype(float)` or `x.reshape(1, -1)`: what it is called on.
            yield inner
        case ast.Name() if len(node.args) == 1:
            yield node.args[0]


def _is_symmetric(function: ast.expr) -> bool:
    return isinstance(function, ast.Attribute) and function.attr in _SYMMETRIC


def _slice(node: ast.Slice) -> Iterator[ast.expr]:
    for end, operator in (("lower", ast.Add()), ("upper", ast.Sub())):
        bound = getattr(node, end)
        if bound is not None:
            moved = ast.BinOp(bound, operator, ast.Constant(1))
            yield _with(node, **{end: moved})
    if node.lower is None and (node.upper or node.step):
        yield _with(node, lower=ast.Constant(1))


def _with(node: _Node, **fields: object) -> _Node:
    changed = copy.copy(node)
    for name, value in fields.items():
        setattr(changed, name, value)
    return changed
