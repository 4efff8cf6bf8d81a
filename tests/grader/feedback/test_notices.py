"""Warnings of NumPy as sentences: which line made numbers overflow or nan."""

import numpy as np
import pytest

from grader.feedback.notices import notice
from grader.sandbox.outcome import Noted, Place

TEXT = "    e = np.exp(x)"
LARGER = "a number became larger than the largest float (the largest input is 1000)."


def told(message, *args, line=TEXT, **kwargs):
    """Return the notice of one warning."""
    place = Place("a.py", 3, "f", 8, 17)
    return notice([Noted(place, message)], args, kwargs, lambda *_: line)


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("overflow encountered in exp",
         "np.exp overflowed: " + LARGER),
        ("overflow encountered in scalar multiply",
         "`*` overflowed: " + LARGER),
        ("divide by zero encountered in divide", "`/` divided by zero."),
        ("divide by zero encountered in log", "np.log took the logarithm of zero."),
        ("invalid value encountered in log2",
         "np.log2 took the logarithm of a negative number, which is nan."),
        ("invalid value encountered in sqrt",
         "np.sqrt took the square root of a negative number, which is nan."),
        ("invalid value encountered in true_divide",
         "`/` has no result for some values, such as 0/0 or inf - inf."),
    ],
)  # fmt: skip
def test_each_warning_has_its_sentence(message, words):
    """What happened is said in plain words, with the line and a mark below it."""
    found = told(message, np.array([[1000.0, 1], [np.inf, 2]]), n=3)
    assert found.said == words
    assert (found.line, found.spot.line) == (3, 3)
    assert found.rows == ("   3 | e = np.exp(x)", "     |     ^^^^^^^^^")


@pytest.mark.parametrize(
    ("values", "largest"),
    [
        ((-800,), "-800"),
        ((3, np.array([1.5, -2e6])), "-2e+06"),
        ((np.float32(2), "text", None, {"w": 9}), "2"),
        ((10**400, np.array([np.nan, 4.0])), "4"),
    ],
)
def test_the_largest_input_is_told(values, largest):
    """It is the number farthest from zero among the arguments, whatever they are."""
    assert (
        f"(the largest input is {largest})"
        in told("overflow encountered in exp", *values).said
    )


@pytest.mark.parametrize("values", [(), ("text",), (np.zeros(0),), (np.ones(2) * 1j,)])
def test_without_a_number_none_is_told(values):
    """A function without numbers for arguments has no largest input."""
    said = told("overflow encountered in exp", *values).said
    assert said == "np.exp overflowed: a number became larger than the largest float."


@pytest.mark.parametrize(
    "message", ["", "hello", "overflow", "underflow encountered in exp",
                "overflow encountered in " + "x" * 500, "overflow encountered in a b"],
)  # fmt: skip
def test_other_warnings_tell_nothing(message):
    """What NumPy does not say is not repeated."""
    assert told(message, 1) is None


def test_a_line_that_is_not_the_student_s_tells_nothing():
    """A place without a line in the submission is left out."""
    assert told("overflow encountered in exp", 1, line="") is None
    assert notice([], (), {}, lambda *_: TEXT) is None


@pytest.mark.usefixtures("chinese")
def test_a_warning_is_told_in_chinese():
    """What made a number overflow, or nan, is told in Chinese."""
    found = told("overflow encountered in exp", np.array([1000.0]))
    assert found.said == (
        "np.exp 溢出了：有一个数超过了最大的浮点数（输入里最大的是 1000）。"
    )
    assert told("divide by zero encountered in log").said == "np.log 对零取了对数。"
    assert told("divide by zero encountered in divide").said == "`/` 除以了零。"
