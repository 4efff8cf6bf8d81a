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


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize(
    ("kind", "message", "said"),
    [
        ("NameError", "name 'exp' is not defined",
         "`exp` 在这个文件里没有定义：NumPy 的写法是 `np.exp`。"),
        ("NameError", "name 'printt' is not defined",
         "名字 `printt` 在这个文件里没有定义：你要写的是 `print` 吗？"),
        ("AttributeError", "'dict' object has no attribute 'w'",
         "字典没有属性 `w`：字典的值要用方括号取，`d['w']`。"),
        ("TypeError", "sum() got an unexpected keyword argument 'keepdim'",
         "`sum` 没有参数 `keepdim`。你要写的是 `keepdims` 吗？"),
    ],
)  # fmt: skip
def test_a_name_is_told_in_chinese(kind, message, said):
    """A name that is not there is told in Chinese, with the one that was meant."""
    assert explain(kind, message, names) == said
