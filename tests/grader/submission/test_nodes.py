"""Walks through syntax trees: the nodes of the standard library's, in its order."""

import ast
from pathlib import Path

import pytest

from grader.submission.nodes import children, walk

ROOT = Path(__file__).parents[3]
FILES = sorted((ROOT / "tests" / "loops").glob("*/*.py"))


@pytest.mark.parametrize("file", FILES[::8], ids=lambda file: file.stem)
def test_nodes_in_order(file):
    """Every node is met, in the order of ast.walk."""
    tree = ast.parse(file.read_text("utf-8"))
    assert walk(tree) == list(ast.walk(tree))


def test_children_in_order():
    """What is right below a node comes in the order of its fields."""
    (node,) = ast.parse("def f(x, *y, z=1) -> int:\n    return x\n").body
    assert children(node) == list(ast.iter_child_nodes(node))
    assert children(ast.Pass()) == []
