"""Loops within one another that go through the same elements: one of them is told."""

import ast

import pytest

from grader.findings.nested import Found, once
from grader.verdict import EXPLICIT_LOOP, Evidence, Finding

# What is found in each, in order, and which of these are told.
TOLD = {
    "sum([f(v) for v in x])": (["sum", "[", "f(v)"], ["[", "f(v)"]),
    "np.sum([f(v) for v in x])": (["np.sum", "["], ["["]),
    "sum(sorted([f(v) for v in x]))": (["sum", "sorted", "["], ["["]),
    "sum(list(map(f, x)))": (["sum", "map"], ["map"]),
    "max(*[f(v) for v in x])": (["max", "["], ["max", "["]),
    "sum(list(x))": (["sum"], ["sum"]),
    "[a * b for a, b in zip(x, x)]": (["[", "zip"], ["["]),
    "sum([a * b for a, b in zip(x, x)])": (["sum", "[", "zip"], ["["]),
    "[a for a in map(f, x)]": (["[", "map"], ["[", "map"]),
    "sum([sum(v) for v in x])": (["sum", "[", "sum(v)"], ["[", "sum(v)"]),
    "sum([f(v) for v in x], start=a)": (["sum", "["], ["sum", "["]),
    "map(f, [g(v) for v in x])": (["map", "["], ["map", "["]),
    "sum(x) + [v for v in x]": (["sum", "["], ["sum", "["]),
    "sum([v for v in x])": (["sum"], ["sum"]),
    "sorted(zip(x, x))": (["sorted", "zip"], ["zip"]),
}


def finding(node, rule=EXPLICIT_LOOP, evidence=Evidence.STEPS):
    """Return a finding at a node."""
    told = Finding(
        rule=rule,
        message="",
        path="a.py",
        line=node.lineno,
        column=node.col_offset + 1,
        end_line=node.end_lineno,
        evidence=evidence,
    )
    return Found(node, told)


def starting(text, heads):
    """Return the outermost expressions, or loops, that begin like each head."""
    nodes = [node for node in ast.walk(ast.parse(text)) if hasattr(node, "lineno")]
    calls = [one for one in nodes if isinstance(one, ast.Call | ast.ListComp)]
    return [
        next(one for one in calls if ast.get_source_segment(text, one).startswith(head))
        for head in heads
    ]


def heads(text, heads_of):
    """Return which of the heads are told."""
    nodes = starting(text, heads_of)
    kept = {id(one.node) for one in once([finding(node) for node in nodes])}
    return [
        head for head, node in zip(heads_of, nodes, strict=True) if id(node) in kept
    ]


@pytest.mark.parametrize(
    ("text", "heads_of", "told"), [(t, *b) for t, b in TOLD.items()]
)
def test_one_is_told(text, heads_of, told):
    """What only goes through what another makes is not told beside it."""
    assert heads(text, heads_of) == told


def test_a_statement_and_its_zip():
    """A `for` loop over `zip(a, b)` is one loop."""
    text = "for a, b in zip(x, x):\n    pass\n"
    (loop,) = ast.parse(text).body
    assert once([finding(loop), finding(loop.iter)]) == [finding(loop)]
    assert once([finding(loop.iter)]) == [finding(loop.iter)]


def test_what_calls_showed_is_not_given_up():
    """A finding by its look alone does not stand for one that calls showed."""
    outer, inner = starting("sum([f(v) for v in x])", ["sum", "["])
    both = [finding(outer), finding(inner, evidence=Evidence.STATIC)]
    assert once(both) == both
    looks = [finding(node, evidence=Evidence.STATIC) for node in (outer, inner)]
    assert once(looks) == looks[1:]
    # Of two at one place the first is the one that is told.
    twice = [*both, finding(inner)]
    assert once(twice) == twice


def test_another_rule_stands_for_nothing():
    """What cannot be looked at is told beside any loop, and the loop beside it."""
    outer, inner = starting("sum([f(v) for v in x])", ["sum", "["])
    other = [finding(outer), finding(inner, rule="cannot-analyse")]
    assert once(other) == other
    beside = [finding(outer, rule="cannot-analyse"), finding(outer), finding(inner)]
    assert once(beside) == [beside[0], beside[2]]
