"""Names that are not there: what was meant is one of those that are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.feedback.near import explain, near


def names():
    """Return what a source defines."""
    return ["softmax", "weights", "_hidden"]


@pytest.mark.parametrize(
    ("name", "known", "meant"),
    [
        ("sofmax", ["softmax", "max"], "softmax"),
        ("Softmax", ["softmax", "soft"], "softmax"),
        ("softmax", ["softmax"], None),
        ("x", ["y", "z"], None),
        ("hidden", ["_hidden"], None),
        ("", ["a"], None),
        ("y" * 10**6, ["y" * 39], "y" * 39),
    ],
)
def test_the_nearest_name_is_suggested(name, known, meant):
    """A name is suggested only if it is another one, and like enough."""
    assert near(name, known) == meant


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("weigths", "did you mean `weights`?"),
        ("maths", "did you mean `math`?"),
        ("math", "the file needs `import math`"),
        ("np", "the file needs `import numpy as np`"),
        ("pi", "NumPy's is `np.pi`"),
        ("printt", "did you mean `print`?"),
        ("qqq", "is it misspelt, or missing?"),
    ],
)
def test_a_name_that_is_not_defined(name, words):
    """Names of the source, of Python, of NumPy and of modules are known."""
    said = explain("NameError", f"name '{name}' is not defined", names)
    assert said.startswith(("The name `", "`"))
    assert words in said


@given(
    kind=st.sampled_from(["NameError", "AttributeError", "TypeError"]), said=st.text()
)
def test_any_message_is_text(kind, said):
    """Whatever an exception says, it is no pattern and raises nothing."""
    assert len(explain(kind, said[:300], names) or "") < 1500
