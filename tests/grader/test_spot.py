"""A spot is told as its reader finds it."""

import pytest

from grader.spot import Executed, Spot, opened


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


def test_a_sentence_opens_with_its_spot():
    """A sentence on a spot begins with it, and tells it again."""
    for spot in (Spot(4), Spot(2, 3)):
        assert opened(spot.opening("no.\n\nx  1")) == spot
    assert Spot(4).opening("no.") == "Line 4: no."
    assert Spot(2, 3).opening("no.") == "Cell 3, line 2: no."
    assert opened("Line by line: no.") is None
    assert opened(Spot(2, Executed(3)).opening("no.")) is None


@pytest.mark.usefixtures("chinese")
def test_in_chinese():
    """In Chinese a spot is told the other way round, and found again in both."""
    assert Spot(4).said == "第 4 行"
    assert Spot(2, 3).said == "单元格 3 第 2 行"
    assert Spot(2, Executed(3)).of("w.ipynb") == "w.ipynb 的单元格 [3] 第 2 行"
    for spot in (Spot(4), Spot(2, 3)):
        assert opened(spot.opening("不对。")) == spot
    assert opened("Line 4: no.") == Spot(4)
