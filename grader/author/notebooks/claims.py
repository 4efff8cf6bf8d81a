"""What an assert says, in the words of a case: `agree(yours, expected)`."""

import ast
import re
from collections.abc import Callable
from typing import NamedTuple

CLOSE = "rtol=1e-05, atol=1e-08"
"""What np.allclose has where nothing else is said."""

_CLOSE = ("allclose", "isclose")
_EQUAL = ("array_equal", "array_equiv")
_HOLDS = {
    "assert_allclose": "",
    "assert_array_equal": "",
    "assert_equal": "",
    "assert_array_almost_equal": "rtol=0, atol=1.5e-06",
    "assert_almost_equal": "rtol=0, atol=1.5e-07",
    "assert_array_almost_equal_nulp": "",
}
_DISTANCE = ("abs", "max", "sum", "norm", "mean", "all")

Tainted = Callable[[ast.AST], bool]
"""Whether an expression has something that a graded function returned."""


class Claim(NamedTuple):
    """A line of a case, and what it says of what."""

    line: str
    said: str


def claims(node: ast.stmt, tainted: Tainted) -> list[Claim] | None:
    """Return what an assert, or a call that asserts, says; None if it is not known."""
    match node:
        case ast.Assert(test):
            return _claims(test, tainted)
        case ast.Expr(ast.Call() as call):
            return _call(call, tainted)
    return None


def of_expression(test: ast.expr, tainted: Tainted) -> list[Claim] | None:
    """Return what an expression says that is held to be true; None if not known."""
    return _claims(test, tainted)


def equal(yours: ast.expr, expected: str, options: str = CLOSE) -> Claim:
    """Return the claim that a value agrees with another, written out."""
    more = f", {options}" if options else ""
    shown = ast.unparse(yours)
    bare = re.sub(r"^np\.array\((.*)\)$", r"\1", expected)
    return Claim(f"agree({shown}, {expected}{more})", f"{shown} is {bare}")


def refusal(node: ast.stmt, tainted: Tainted) -> list[Claim] | None:
    """Return the claim that a call raises, of the ways in which tests write it."""
    match node:
        case ast.With(items=[ast.withitem(ast.Call(func, [error]))], body=[inner]):
            if _last(func) in ("raises", "assert_raises", "assertRaises"):
                return _refuses(inner, error, tainted)
        case ast.Expr(ast.Call(func, [error, ast.Name(), *arguments])):
            call = node.value
            assert isinstance(call, ast.Call)  # noqa: S101 - it matched
            if _last(func) in ("assert_raises", "assertRaises") and tainted(call):
                return _refused(call.args[1], arguments, error)
        case ast.Try(body=[inner, *_], handlers=[ast.ExceptHandler(type=error)]):
            said = ast.unparse(node)
            if error is not None and ("AssertionError" in said or "assert" in said):
                return _refuses(inner, error, tainted)
    return None


def _refuses(inner: ast.stmt, error: ast.expr, tainted: Tainted) -> list[Claim] | None:
    value = getattr(inner, "value", None)
    if not isinstance(value, ast.Call) or value.keywords or not tainted(value.func):
        return None
    return _refused(value.func, value.args, error)


def _refused(
    function: ast.expr, arguments: list[ast.expr], error: ast.expr
) -> list[Claim] | None:
    if not isinstance(error, ast.Name):
        return None
    given = ", ".join(map(ast.unparse, [function, *arguments]))
    kind = "" if error.id == "ValueError" else f', error="{error.id}"'
    called = f"{ast.unparse(function)}({', '.join(map(ast.unparse, arguments))})"
    return [Claim(f"refuses({given}{kind})", f"{called} raises {error.id}")]


def _claims(test: ast.expr, tainted: Tainted) -> list[Claim] | None:
    match test:
        case ast.BoolOp(ast.And(), values):
            every = [_claims(value, tainted) for value in values]
            found = [one for one in every if one is not None]
            if len(found) < len(every):
                return None
            return [claim for one in found for claim in one]
        case ast.BoolOp(ast.Or(), values):
            # Such as `type(b) == int or type(b) == float`: one number.
            every = [_claims(value, tainted) for value in values]
            alike = all(one is not None and one == every[0] for one in every)
            return every[0] if alike else None
        case ast.Compare(left, [operator], [right]):
            return _compared(left, operator, right, tainted)
        case ast.UnaryOp(ast.Not(), operand) if _is_call(operand, tainted):
            return [equal(operand, "False", "")]
        case ast.Call():
            return _call_held(test, tainted)
    return None


def _compared(
    left: ast.expr, operator: ast.cmpop, right: ast.expr, tainted: Tainted
) -> list[Claim] | None:
    if isinstance(operator, ast.Gt | ast.GtE):
        left, right, operator = right, left, ast.Lt()
    if isinstance(operator, ast.Lt | ast.LtE):
        return _near(left, right, tainted)
    if not isinstance(operator, ast.Eq | ast.Is):
        return None
    if not tainted(left):
        left, right = right, left
    if not tainted(left) or tainted(right):
        return None
    match left:
        case ast.Attribute(value, "shape"):
            claim = f"numbers({ast.unparse(value)}, shape={ast.unparse(right)})"
            said = f"{ast.unparse(value)} has the shape {ast.unparse(right)}"
            return [Claim(claim, said)]
        case ast.Attribute(value, "dtype"):
            name = _last(right) or getattr(right, "value", "")
            name = {"float": "float64", "int": "int64"}.get(str(name), str(name))
            shown = ast.unparse(value)
            return [Claim(f'has_dtype({shown}, "{name}")', f"{shown} has dtype {name}")]
        case ast.Call(ast.Name("type"), [value]):
            return _typed(value, right)
    return [equal(left, ast.unparse(right), "")]


def _near(left: ast.expr, most: ast.expr, tainted: Tainted) -> list[Claim] | None:
    """Read `abs(yours - expected) < most`, also under max, sum, norm and mean."""
    if tainted(most):
        return None
    distance = False
    while isinstance(left, ast.Call) and _last(left.func) in _DISTANCE:
        distance = True
        inner = left.args[0] if left.args else getattr(left.func, "value", None)
        if inner is None:
            return None
        left = inner
    match left:
        case ast.BinOp(first, ast.Sub(), second) if distance:
            return _pair(first, second, f"rtol=0, atol={ast.unparse(most)}", tainted)
    return None


def _call_held(call: ast.Call, tainted: Tainted) -> list[Claim] | None:
    name = _last(call.func)
    if name == "all" and isinstance(call.func, ast.Attribute):
        # np.all(A == B), or (A == B).all().
        inner = call.args[0] if call.args else call.func.value
        match inner:
            case ast.Compare(left, [ast.Eq()], [right]):
                return _pair(left, right, "", tainted)
        return _claims(inner, tainted)
    if name in ("all", "bool") and len(call.args) == 1:
        return _claims(call.args[0], tainted)
    if name in _CLOSE and len(call.args) >= 2 and isinstance(call.func, ast.Attribute):
        if ast.unparse(call.func.value) == "math":
            return _pair(call.args[0], call.args[1], "", tainted)
        return _pair(call.args[0], call.args[1], _tolerance(call), tainted)
    if name in _EQUAL and len(call.args) == 2:
        return _pair(call.args[0], call.args[1], "", tainted)
    if name == "isinstance" and len(call.args) == 2 and tainted(call.args[0]):
        return _typed(call.args[0], call.args[1])
    if _is_call(call, tainted):
        return [equal(call, "True", "")]
    return None


def _call(call: ast.Call, tainted: Tainted) -> list[Claim] | None:
    """Read np.testing.assert_allclose and its like."""
    name = _last(call.func)
    if name not in _HOLDS or len(call.args) < 2:
        if name in ("assert_", "assert_true", "assertTrue") and call.args:
            return _claims(call.args[0], tainted)
        return None
    options = _HOLDS[name]
    words = {word.arg: word.value for word in call.keywords}
    decimal = words.get("decimal") or (call.args[2] if len(call.args) > 2 else None)
    if "almost" in name and isinstance(decimal, ast.Constant):
        options = f"rtol=0, atol=1.5e-{int(decimal.value):02}"  # type: ignore[arg-type]
    elif name == "assert_allclose" and ({"rtol", "atol"} & set(words)):
        given = [f"{k}={ast.unparse(words[k])}" for k in ("rtol", "atol") if k in words]
        options = ", ".join(given)
    return _pair(call.args[0], call.args[1], options, tainted)


def _tolerance(call: ast.Call) -> str:
    words = {word.arg: ast.unparse(word.value) for word in call.keywords}
    given = [ast.unparse(one) for one in call.args[2:4]] + [""] * 2
    rtol = words.get("rtol") or given[0] or "1e-05"
    atol = words.get("atol") or given[1] or "1e-08"
    return f"rtol={rtol}, atol={atol}"


def _pair(
    left: ast.expr, right: ast.expr, options: str, tainted: Tainted
) -> list[Claim] | None:
    """Return that two arrays agree, the student's first."""
    if not tainted(left):
        left, right = right, left
    if not tainted(left) or tainted(right):
        return None
    expected = ast.unparse(right)
    if isinstance(right, ast.List | ast.Tuple):
        expected = f"np.array({expected})"
    return [equal(left, expected, options)]


def _typed(value: ast.expr, kind: ast.expr) -> list[Claim] | None:
    shown = ast.unparse(value)
    kinds = kind.elts if isinstance(kind, ast.Tuple) else [kind]
    names = {_last(one) for one in kinds}
    if names == {"ndarray"}:
        return [Claim(f"numbers({shown})", f"{shown} is an array of numbers")]
    if names <= {"float", "int", "float64", "int64", "floating", "integer", "number"}:
        return [Claim(f"numbers({shown}, shape=())", f"{shown} is one number")]
    return None


def _is_call(node: ast.expr, tainted: Tainted) -> bool:
    return isinstance(node, ast.Call) and tainted(node.func)


def _last(node: ast.AST) -> str:
    """Return the last name of a dotted one; empty for anything else."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""
