"""Walks through syntax trees: the nodes of the standard library's, in its order."""

import ast
from pathlib import Path

import pytest

from grader.submission.nodes import children, walk

# What says nothing but what it is.
BARE = (ast.expr_context, ast.operator, ast.unaryop, ast.cmpop, ast.boolop)
ROOT = Path(__file__).parents[3]
FILES = sorted((ROOT / "tests" / "loops").glob("*/*.py"))


ALL_KINDS = Path(ast.__file__).read_text("utf-8")
MATCHES = """
match x:
    case [1, *rest] | {"a": None, **others} if a not in b and not c:
        async def f(*, y=2, z): global g; await y
    case C(p, q=-1) as d:
        try: pass
        except* E as e: del e
        except_: int = f"{e!r:>3}"
"""


def met(nodes):
    """Return nodes without those that say nothing but what they are."""
    return [one for one in nodes if not isinstance(one, BARE)]


@pytest.mark.parametrize("file", FILES[::8], ids=lambda file: file.stem)
def test_nodes_in_order(file):
    """Every node that says something is met, in the order of ast.walk."""
    tree = ast.parse(file.read_text("utf-8"))
    assert walk(tree) == met(ast.walk(tree))


@pytest.mark.parametrize("text", [ALL_KINDS, MATCHES], ids=["a module", "matches"])
def test_all_kinds_of_nodes(text):
    """No kind of statement or expression hides what is below it."""
    tree = ast.parse(text)
    assert walk(tree) == met(ast.walk(tree))


def test_children_in_order():
    """What is right below a node comes in the order of its fields."""
    (node,) = ast.parse("def f(x, *y, z=1) -> int:\n    return x\n").body
    assert children(node) == tuple(ast.iter_child_nodes(node))
    assert children(node) is children(node)
    assert children(ast.Pass()) == ()
