"""What is as long for a million rows as for one is told from what may grow."""

import ast

import pytest

from grader.findings.fixed import Fixed


def is_fixed(expression, before=""):
    """Return whether an expression is fixed after some statements."""
    return Fixed(ast.parse(before).body).elements(ast.parse(expression).body[0].value)


@pytest.mark.parametrize(
    "expression",
    [
        "('w', 'b')",
        "[x, y]",
        "{1, 2}",
        "{'w': w, 'b': b}",
        "{'w': w}.items()",
        "()",
        "'abc'",
        "x.shape",
        "x.shape[1:]",
        "np.shape(x)",
        "(1, *x.shape)",
        "x.shape + (1,)",
        "x.shape if x else ()",
        "(n := x.shape)",
        "range(3)",
        "range(-2)",
        "range(x.ndim)",
        "range(np.ndim(x))",
        "range(len(x.shape))",
        "range(1, x.ndim + 1)",
        "enumerate(x.shape)",
        "zip(x.shape, y)",
        "map(f, (x, y))",
        "reversed(range(x.ndim))",
        "list(x.shape)",
    ],
)
def test_fixed(expression):
    """Displays, shapes, axes, and what is as long as those."""
    assert is_fixed(expression)


@pytest.mark.parametrize(
    "expression",
    [
        "x",
        "x.T",
        "(1, *x)",
        "[*x]",
        "{**x}",
        "x[1:]",
        "range(len(x))",
        "range(x.shape[0])",
        "range(x.size)",
        "range(1000)",
        "range(n)",
        "enumerate(x)",
        "zip(x, y)",
        "map(f, x)",
        "x.shape + y",
        "x.shape if x else x",
        "x.tolist()",
        "list(x)",
        "f()",
    ],
)
def test_not_fixed(expression):
    """Data, its length, and whatever cannot be told."""
    assert not is_fixed(expression)


@pytest.mark.parametrize(
    ("before", "fixed"),
    [
        ("a = ('w', 'b')", True),
        ("a: tuple = x.shape", True),
        ("b = x.shape\na = b", True),
        ("a = ()\na = x.shape", True),
        ("a = ()\na = x", False),
        ("a = []\na.append(x)", False),
        ("a = []\na += x", False),
        ("for a in x: pass", False),
        ("a, b = x", False),
        ("a = a", False),
        ("def f(a): a = ()", False),
        ("with x as a: pass", False),
        ("[a for a in x]", False),
        ("", False),
    ],
)
def test_names(before, fixed):
    """A name is fixed if all that is ever assigned to it is."""
    assert is_fixed("a", before) is fixed
