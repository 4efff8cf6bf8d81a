"""A spot is told as its reader finds it."""

from grader.spot import Executed, Spot


def test_in_a_file():
    """In a file a spot is a line."""
    assert Spot(4).said == "line 4"
    assert Spot(4).of("a.py") == "a.py:4"


def test_in_a_notebook():
    """In a notebook a spot is a cell and a line in it."""
    assert Spot(2, 3).said == "cell 3, line 2"
    assert Spot(2, 3).of("w.ipynb") == "cell 3, line 2 of w.ipynb"


def test_in_a_kernel():
    """A cell that was run goes by the number beside it."""
    assert Spot(2, Executed(3)).said == "cell [3], line 2"
