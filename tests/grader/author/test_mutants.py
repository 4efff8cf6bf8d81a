"""Mutants: what a solution becomes when one thing in it is written wrong."""

import ast
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.author.mutants import make

ROOT = Path(__file__).parents[3]
SOLUTIONS = sorted(ROOT.glob("solutions/*/*.py"))


def mutated(body, parameters="x, y"):
    """Return the last lines that the mutants of a function with this body have."""
    source = f"import numpy as np\n\ndef f({parameters}):\n    {body}\n"
    return {one.source.splitlines()[-1].strip() for one in make(source)}


@pytest.mark.parametrize(
    ("body", "mutants"),
    [
        ("return x + y", {"return x - y", "return x", "return y"}),
        ("return x - y", {"return x + y", "return x", "return y", "return y - x"}),
        ("return (x - 2) ** 2", {"return (x + 2) ** 2", "return (x - 2) * 2"}),
        ("return x < y", {"return x <= y", "return x > y"}),
        ("return x and y", {"return x or y", "return x", "return y"}),
        ("return -x", {"return x"}),
        ("return True", {"return False"}),
        ("return 3", {"return 4", "return 2"}),
        ("return 0.5", {"return 0.505"}),
        ("return 'b'", {"return 'b_'"}),
        (
            "return np.sum(x, axis=1, keepdims=True)",
            {
                "return np.sum(x, axis=0, keepdims=True)",
                "return np.sum(x, axis=2, keepdims=True)",
                "return np.sum(x, axis=1, keepdims=False)",
                "return np.sum(x, axis=1)",
                "return np.sum(x, keepdims=True)",
                "return np.mean(x, axis=1, keepdims=True)",
                "return x",
            },
        ),
        ("return np.dot(x, y)", {"return np.dot(y, x)", "return np.multiply(x, y)"}),
        ("return x.astype(float)", {"return x"}),
        ("return x.copy()", {"return x"}),
        ("return x.T", {"return x"}),
        ("return x[1:4]", {"return x[1 + 1:4]", "return x[1:4 - 1]"}),
        ("return x[::2]", {"return x[1::2]"}),
        ("return x, y", {"return (y, x)"}),
        ("return {'a': x, 'b': y}", {"return {'a_': x, 'b': y}", "return {'b': y}"}),
        ("return x if y else 3", {"return x", "return 3"}),
        ("return x", {"return y"}),
    ],
)
def test_expressions(body, mutants):
    """An expression becomes what is easily written in its place."""
    assert mutants <= mutated(body)


def test_statements():
    """A statement is left out; an array is changed where it lies."""
    source = "def f(w, dw):\n    w = w - dw\n    w += 1\n    return w\n"
    made = {(one.line, one.before, one.after) for one in make(source)}
    assert (2, "w = w - dw", "") in made
    assert (2, "w = w - dw", "w -= dw") in made
    assert (3, "w += 1", "w -= 1") in made
    source = "def f(n):\n    if n != 1:\n        raise ValueError('no')\n    return n\n"
    made = {(one.before, one.after) for one in make(source)}
    assert ("raise ValueError('no')", "") in made
    assert ("if n != 1:", "if not n != 1:") in made
    assert not any("no_" in one.source for one in make(source))


def test_turns_of_a_loop():
    """A loop goes round once too often, or not often enough."""
    source = "def f(n):\n    for i in range(n):\n        n = n\n    return n\n"
    heads = {one.after for one in make(source) if one.before == "for i in range(n):"}
    assert {"for i in range(n + 1):", "for i in range(n - 1):"} <= heads


@pytest.mark.parametrize(
    "body",
    [
        "return (y - x) ** 2",
        "return np.abs(y - x)",
        "return np.maximum(x, y)",
        "return x.reshape(1, -1)",
        "return x[0, 1]",
    ],
)
def test_what_changes_nothing_is_no_mutant(body):
    """What is the same whatever the rest of the function is not asked of anybody."""
    never = {
        "return (x - y) ** 2",
        "return np.abs(x - y)",
        "return np.maximum(y, x)",
        "return x.reshape(1, -2)",
        "return x[-1, 1]",
    }
    assert not never & mutated(body)


def test_what_is_printed_is_left_alone():
    """Nobody judges what is printed, nor what decides that it is."""
    source = (
        "def f(x, loud):\n    if loud:\n        print('cost', x + 1)\n    return x\n"
    )
    assert {one.before for one in make(source)} == {"return x"}


@pytest.mark.parametrize("path", SOLUTIONS, ids=lambda path: path.stem)
def test_each_mutant_is_another_program(path):
    """Mutants compile, differ from the solution and from each other."""
    text = path.read_text("utf-8")
    made = make(text)
    assert made
    sources = {ast.dump(ast.parse(one.source)) for one in made}
    assert len(sources) == len(made)
    assert all(one.before != one.after for one in made)


def test_mutants_are_the_same_each_time():
    """The same solution has the same mutants in the same order."""
    text = SOLUTIONS[0].read_text("utf-8")
    assert make(text) == make(text)


@given(st.sampled_from(SOLUTIONS))
def test_one_line_is_changed(path):
    """A mutant differs from the solution in one statement."""
    text = path.read_text("utf-8")
    for mutant in make(text):
        whole = ast.unparse(ast.parse(text)).splitlines()
        assert sum(line.strip() == mutant.before for line in whole) >= 1
