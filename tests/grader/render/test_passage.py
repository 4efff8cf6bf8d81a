"""The parts of a case's message."""

import pytest

from grader.render.passage import Block, parted


def test_a_sentence():
    """A message of one paragraph is its sentence."""
    said = parted("It returned None.")
    assert (said.blocks, said.sentence, said.python) == ((), "It returned None.", ())


def test_a_crash():
    """Arrays, the line and the call are blocks; Python's own words stand apart."""
    said = parted("Line 3: no.\n\nx  1\n\n3 | x\ncalled as f(1)\nPython says: E: no")
    assert said.sentence == "Line 3: no."
    assert said.blocks == (Block("x  1", ()), Block("3 | x", ("called as f(1)",)))
    assert said.python == ("Python says: E: no",)


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize(
    ("call", "python"),
    [("调用：f(1)", "Python 的原话：E: no"), ("called as f(1)", "Python says: E: no")],
)
def test_a_crash_in_chinese(call, python):
    """In Chinese the same rows stand apart, and those of an older result as well."""
    said = parted(f"第 3 行：不行。\n\nx  1\n\n3 | x\n{call}\n{python}")
    assert said.blocks == (Block("x  1", ()), Block("3 | x", (call,)))
    assert said.python == (python,)
