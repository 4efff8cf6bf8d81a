"""What a case is written with, against functions that stand for a student's."""

import numpy as np
import pytest

from grader.cases import choose, has_dtype, refuses
from grader.compare.failure import Failure
from grader.session.subject import Direct
from grader.verdict import CaseStatus


def failing(raised, sentence="Line 2: It raised it."):
    """Return a subject whose every call ends in an exception of this name."""

    def call(*_args):
        raise Failure(sentence, status=CaseStatus.CRASHED, raised=raised)

    return call


def test_the_error_asked_for_is_a_promise_kept():
    """A call that raises the type asked for has refused its input."""
    refuses(failing("ValueError"), 1)
    refuses(failing("TypeError"), 1, error="TypeError")


def test_a_value_is_no_refusal():
    """A call that returns is told what it returned, and what to raise instead."""
    for value, words in [
        (np.zeros((6, 1)), "an array of shape (6, 1)"),
        (None, "nothing (None)"),
        (3, "a number"),
    ]:
        with pytest.raises(Failure) as caught:
            refuses(Direct(lambda _, value=value: value), 1)
        assert caught.value.sentence == (
            f"It returned {words}; this input is to be refused with "
            "`raise ValueError(...)`."
        )


@pytest.mark.parametrize("other", ["AssertionError", "valueerror", "TypeError"])
def test_another_error_is_no_refusal(other):
    """A call that raises another type is told which one is asked for."""
    with pytest.raises(Failure) as caught:
        refuses(failing(other), 1)
    assert caught.value.sentence == (
        "Line 2: It raised it. A ValueError is asked for here."
    )
    assert caught.value.status is CaseStatus.CRASHED


def test_no_answer_is_no_refusal():
    """A file that does not load, or a lost guest, has refused nothing."""
    with pytest.raises(Failure, match=r"^It took too long\.$"):
        refuses(failing("", "It took too long."), 1)


def test_the_reference_refuses_by_itself():
    """The reference raises by itself, or its caller does for it."""

    def raises(error):
        raise error

    def guarded(error):
        raise RuntimeError from error

    refuses(Direct(raises), ValueError("only rank 1"))
    refuses(Direct(guarded), ValueError("only rank 1"))
    with pytest.raises(KeyError):
        refuses(Direct(raises), KeyError("x"))


@pytest.mark.parametrize("right", [None, "b"])
def test_a_letter_is_chosen(right):
    """The right letter passes, and so does any choice where none is the right one."""
    choose("b", "abcd", right)
    choose("c", "abcd")


@pytest.mark.parametrize(
    ("yours", "sentence"),
    [
        (None, "The function returned None: does it end with `return` and a value?"),
        (2, "The returned value is a number; expected text (str)."),
        (["b"], "The returned value is a list of 1; expected text (str)."),
        ("B", "The answer is no choice; expected one letter of a, b, c, d."),
        ("e", "The answer is no choice; expected one letter of a, b, c, d."),
        ("ab", "The answer is no choice; expected one letter of a, b, c, d."),
        ("", "The answer is no choice; expected one letter of a, b, c, d."),
        ("a", "The answer 'a' is not right."),
    ],
)
def test_no_choice_and_a_wrong_one(yours, sentence):
    """What is no letter is said to be none; of a wrong one the right is not told."""
    with pytest.raises(Failure) as caught:
        choose(yours, "abcd", "b")
    assert caught.value.sentence == sentence
    assert caught.value.difference is None or caught.value.difference.expected is None


def test_a_dtype():
    """An array of the dtype asked for passes."""
    has_dtype(np.zeros(3), "float64")


@pytest.mark.parametrize(
    ("yours", "sentence"),
    [
        (np.zeros(3, np.uint8), "The values have dtype uint8; expected float64."),
        (3.0, "The returned value is a number; expected an array."),
        (None, "The function returned None: does it end with `return` and a value?"),
    ],
)
def test_another_dtype(yours, sentence):
    """An array of another dtype, or no array, is told."""
    with pytest.raises(Failure) as caught:
        has_dtype(yours, "float64")
    assert caught.value.sentence == sentence


@pytest.mark.usefixtures("chinese")
def test_the_helpers_speak_chinese():
    """What a case holds against an answer is told in Chinese."""
    told = []
    for call in (
        lambda: refuses(failing("TypeError", "第 2 行：它出错了。"), 1),
        lambda: refuses(Direct(lambda _: np.zeros(2)), 1),
        lambda: has_dtype(3, "float32"),
        lambda: has_dtype(np.zeros(2), "float32"),
        lambda: choose("z", "abc"),
        lambda: choose("a", "abc", "b"),
    ):
        with pytest.raises(Failure) as caught:
            call()
        told.append(caught.value.sentence)
    assert told == [
        "第 2 行：它出错了。这里要求抛出 ValueError。",
        (
            "它返回了一个形状为 (2,) 的数组；对这个输入应当用 `raise ValueError(...)` "
            "拒绝。"
        ),
        "返回值是一个数；期望的是一个数组。",
        "值的 dtype 是 float64；期望 float32。",
        "这个答案不是选项之一；期望 a, b, c 中的一个字母。",
        "答案 'a' 不对。",
    ]
