"""Loops within one another that go through the same elements: one of them is told."""

import ast
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from grader.findings.candidates import Node
from grader.verdict import EXPLICIT_LOOP, Evidence, Finding

# They do nothing to elements but go through them.
_FOLDS = frozenset(("all", "any", "fsum", "max", "min", "prod", "sorted", "sum"))
_PASSING = frozenset(("iter", "list", "reversed", "set", "sorted", "tuple"))
_PAIRING = frozenset(("enumerate", "reversed", "zip"))


class Found(NamedTuple):
    """A finding and what it was found at."""

    node: Node
    finding: Finding


def once(found: Sequence[Found]) -> list[Found]:
    """Return what is found without what only repeats another finding.

    `sum([f(v) for v in x])` is told as the comprehension, and so is one over
    `zip(a, b)`. What calls showed is never given up for what only looks like a loop.
    """
    # Of one place the first is told.
    at = {(id(one.node), one.finding.rule): one.finding for one in reversed(found)}
    repeated = {
        (id(more), EXPLICIT_LOOP)
        for one in found
        for kept, more in _pairs(one.node)
        if _repeats(
            at.get((id(more), EXPLICIT_LOOP)), at.get((id(kept), EXPLICIT_LOOP))
        )
    }
    return [one for one in found if (id(one.node), one.finding.rule) not in repeated]


def _pairs(node: Node) -> Iterator[tuple[Node, Node]]:
    """Yield pairs that go through the same, of which the second need not be told."""
    if isinstance(node, ast.Call) and _called(node) in _FOLDS and not node.keywords:
        for source in _sources(node):
            yield source, node
    for head in _heads(node):
        if _called(head) in _PAIRING:
            yield node, head


def _sources(call: ast.Call) -> Iterator[ast.expr]:
    """Yield what a call goes through, also as a list of it or in another order."""
    for one in call.args:
        yield one
        if isinstance(one, ast.Call) and _called(one) in _PASSING and not one.keywords:
            yield from _sources(one)


def _heads(node: Node) -> list[ast.expr]:
    """Return what a loop goes through."""
    match node:
        case ast.For(iter=iterable):
            return [iterable]
        case ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
            return [one.iter for one in node.generators]
    return []


def _called(node: ast.expr) -> str:
    """Return the name of what is called, without its module; empty without a call."""
    match node:
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
            return name
    return ""


def _repeats(one: Finding | None, kept: Finding | None) -> bool:
    """Return whether both are told, and the one to keep is as well founded."""
    if one is None or kept is None:
        return False
    return kept.evidence is Evidence.STEPS or one.evidence is Evidence.STATIC
