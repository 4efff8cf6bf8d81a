"""A call is written as a student would write it, arrays by their shape."""

import numpy as np
import pytest

from grader.feedback.call import brief, shapes, written


def test_brief():
    """An array is its shape, and a long value is cut where that is seen."""
    assert brief(np.zeros((2, 3))) == "array (2, 3)"
    assert brief(0.5) == "0.5"
    assert brief("x" * 30) == "'" + "x" * 23 + "…"


def test_written():
    """Arguments come in order, keywords with their names, in any form asked for."""
    call = ((np.zeros(3), 1), {"rate": 0.1})
    assert written("f", *call) == "f(array (3,), 1, rate=0.1)"
    assert written("f", *call, lambda _: "_") == "f(_, _, rate=_)"
    assert written("f", (), {}) == "f()"


def test_shapes():
    """Only arrays have a shape that is told."""
    given = (np.zeros((2, 3)), 1, [1, 2])
    assert shapes(given, {"b": np.zeros(4)}) == [(2, 3), (4,)]


@pytest.mark.usefixtures("chinese")
def test_in_chinese():
    """In Chinese an array is told so, and the rest of a call is code."""
    assert written("f", (np.zeros(3), 1), {}) == "f(数组 (3,), 1)"
