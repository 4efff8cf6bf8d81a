"""Asserts are told in the words of a case."""

import ast

import pytest

from grader.author.notebooks import claims


def tainted(node):
    """Return whether an expression names the graded function or what it gave."""
    return any(getattr(one, "id", "") in ("f", "y") for one in ast.walk(node))


def lines(text):
    """Return the lines that one statement becomes; None if it is not known."""
    (node,) = ast.parse(text).body
    found = claims.claims(node, tainted) or claims.refusal(node, tainted)
    return None if found is None else [claim.line for claim in found]


CLOSE = "rtol=1e-05, atol=1e-08"
KNOWN = {
    "assert f(1) == 2": "agree(f(1), 2)",
    "assert 2 == f(1), 'no'": "agree(f(1), 2)",
    "assert y is None": "agree(y, None)",
    "assert f(1)": "agree(f(1), True)",
    "assert not f(1)": "agree(f(1), False)",
    "assert np.allclose(f(x), [1, 2])": f"agree(f(x), np.array([1, 2]), {CLOSE})",
    "assert np.allclose(v, y)": f"agree(y, v, {CLOSE})",
    "assert np.isclose(y, 3, atol=0.1).all()": "agree(y, 3, rtol=1e-05, atol=0.1)",
    "assert np.isclose(y, 3, 0, 0.1)": "agree(y, 3, rtol=0, atol=0.1)",
    "assert math.isclose(y, 3)": "agree(y, 3)",
    "assert np.array_equal(y, v)": "agree(y, v)",
    "assert (y == v).all()": "agree(y, v)",
    "assert np.all(y == v)": "agree(y, v)",
    "assert all(np.isclose(y, v))": f"agree(y, v, {CLOSE})",
    "assert abs(y - 3) < 1e-6": "agree(y, 3, rtol=0, atol=1e-06)",
    "assert 0.1 >= np.max(np.abs(v - y))": "agree(y, v, rtol=0, atol=0.1)",
    "assert np.abs(y - v).max() < 0.1": "agree(y, v, rtol=0, atol=0.1)",
    "assert np.linalg.norm(y - v) < 0.1": "agree(y, v, rtol=0, atol=0.1)",
    "assert y.shape == (2, 3)": "numbers(y, shape=(2, 3))",
    "assert y.dtype == np.float64": 'has_dtype(y, "float64")',
    "assert y.dtype == 'int32'": 'has_dtype(y, "int32")',
    "assert type(y) == np.ndarray": "numbers(y)",
    "assert isinstance(y, np.ndarray)": "numbers(y)",
    "assert isinstance(y, (int, float))": "numbers(y, shape=())",
    "assert type(y) == int or isinstance(y, float)": "numbers(y, shape=())",
    "np.testing.assert_allclose(y, v)": "agree(y, v)",
    "np.testing.assert_allclose(y, v, rtol=1e-3)": "agree(y, v, rtol=0.001)",
    "assert_array_equal(v, y)": "agree(y, v)",
    "assert_almost_equal(y, 2)": "agree(y, 2, rtol=0, atol=1.5e-07)",
    "assert_almost_equal(y, 2, decimal=3)": "agree(y, 2, rtol=0, atol=1.5e-03)",
    "assert_equal(f(2), 'a')": "agree(f(2), 'a')",
    "with pytest.raises(ValueError):\n    f(-1)": "refuses(f, -1)",
    "with assert_raises(TypeError):\n    z = f(1, 2)": (
        'refuses(f, 1, 2, error="TypeError")'
    ),
    "np.testing.assert_raises(ValueError, f, -1)": "refuses(f, -1)",
    "try:\n    f(-1)\nexcept ValueError:\n    pass\nelse:\n    assert False": (
        "refuses(f, -1)"
    ),
}
UNKNOWN = [
    "assert len(set(f(1))) > 1",
    "assert f(1) == f(2)",
    "assert f(1) < 3",
    "assert f(1) != 3",
    "assert 1 < f(2) < 3",
    "assert f(1) == 2 or f(1) == 3",
    "assert np.allclose(v, w)",
    "assert abs(y) < f(1)",
    "assert isinstance(y, dict)",
    "with pytest.raises(ValueError):\n    f(a=-1)",
    "try:\n    f(-1)\nexcept ValueError:\n    pass",
    "f_test(f)",
]


@pytest.mark.parametrize("text", KNOWN)
def test_what_is_known(text):
    """A way to assert becomes one line of a case."""
    assert lines(text) == [KNOWN[text]]


@pytest.mark.parametrize("text", UNKNOWN)
def test_what_is_not_known(text):
    """What says something else is not guessed at."""
    assert lines(text) is None


def test_several_at_once():
    """Parts that all have to hold are a line each, and all have to be known."""
    assert lines("assert y == 1 and f(2) == 3") == ["agree(y, 1)", "agree(f(2), 3)"]
    assert lines("assert y == 1 and f(2) > 3") is None
