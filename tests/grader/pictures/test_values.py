"""What a student's function returned is numbers that can be drawn, or a sentence."""

import numpy as np
import pytest

from grader.compare.failure import Failure
from grader.guest.wire import Opaque, Strings, Subclassed
from grader.pictures import items, member, number, numbers, series, text, words
from grader.pictures.values import MAX_ITEMS


def told(check, *args, **options):
    """Return what is said of a value that cannot be drawn."""
    with pytest.raises(Failure) as failure:
        check(*args, **options)
    return failure.value.sentence


def test_numbers():
    """An array of finite numbers comes as float64, whatever its dtype."""
    found = numbers(np.array([[1, 2]], np.uint8), (1, 2), between=(0, 255))
    assert (found.dtype, found.tolist()) == (np.float64, [[1, 2]])
    assert numbers(np.zeros((0, 3))).shape == (0, 3)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, "The function returned None"),
        ([1, 2], "The returned value is a list of 2; expected an array"),
        (np.zeros(3), "The returned value has shape (3,); expected (2,)."),
        (np.array([1, np.nan]), "1 of 2 values is not finite (nan), at [1]."),
        (np.array([1, 2j]), "The returned value holds complex numbers"),
        (np.array([1, 2e9]), "The returned value goes from 1 to 2e+09; expected num"),
        (Opaque("generator"), "The returned value is a value of type `generator`"),
        (Subclassed("matrix", np.zeros(2)), "The returned value is a value of type"),
    ],
)
def test_what_is_no_array_of_numbers(value, said):
    """Anything else is told, with the words of a check."""
    assert told(numbers, value, (2,)).startswith(said)


def test_a_part_is_named():
    """What is told of a part says which."""
    said = "In the part `['w']`: 2 of 2 values are not finite (infinite)"
    assert told(numbers, np.full(2, np.inf), part="['w']").startswith(said)
    said = "The part `['w']` is text (str); expected an array of shape (1,). "
    assert told(numbers, "x", part="['w']").startswith(said)


def test_number():
    """A number, or an array with one number in it, is a number."""
    assert number(3) == number(np.array([[3.0]])) == number(np.float32(3)) == 3
    assert "is an array of shape (2,)" in told(number, np.zeros(2))
    assert told(number, 10**400).startswith("The value is not finite (inf")
    assert "goes from" in told(number, 2, between=(0, 1))


def test_series():
    """A list, a tuple and an array of one dimension are series."""
    for value in ([1, 2], (1, np.float64(2)), np.array([1, 2])):
        assert series(value).tolist() == [1, 2]
    assert told(series, []).startswith("The returned value has 0 numbers; expected")
    assert told(series, [1, "x"], part="[2]").startswith("The part `[2][1]` is text")
    assert told(series, None) == told(numbers, None)
    assert "expected" in told(series, {})
    assert "fewer than 100,000" in told(series, np.zeros(MAX_ITEMS))


def test_member_and_items():
    """A part of a dictionary or tuple is there, or it is said what is."""
    assert member({"a": 1}, "a") == 1
    assert told(member, {"b": 1, 2: 3}, "a") == (
        "The dict has no key 'a'. It has: 'b', 2."
    )
    assert told(member, [1], "a").startswith("The returned value is a list of 1; exp")
    assert "returned None" in told(member, None, "a")
    assert items((1, 2), 2) == [1, 2]
    assert told(items, (1, 2), 3) == "The returned value has 2 items; expected 3."
    assert told(items, np.zeros(3), 3).endswith("expected a tuple of 3.")
    assert "returned None" in told(items, None, 3)


def test_words():
    """Byte strings are words, from over the wire and from a notebook."""
    for value in (Strings((2,), (b"dog", b"cat")), np.array([b"dog", b"cat"])):
        assert words(value, 2) == ["dog", "cat"]
    assert told(words, np.array([b"dog"]), 2).endswith("has shape (1,); expected (2,).")
    assert "byte strings" in told(words, ["dog"], 2)
    assert "None" in told(words, None, 2, part="[4]")


def test_text():
    """A name in a file is cut, and has nothing in it that is no letter or a formula."""
    assert text(b"a\x1b$\xff") == "a??\ufffd"
    assert len(text(b"x" * 1000)) == 24


@pytest.mark.usefixtures("chinese")
def test_what_cannot_be_drawn_is_told_in_chinese():
    """A value that cannot be drawn is told in Chinese, its part first."""
    assert told(numbers, np.full(2, np.inf), part="['w']") == (
        "`['w']` 这一部分：2 个值中有 2 个不是有限数（无穷大），第一个位于 [0]。"
    )
    assert told(numbers, np.array([1, 2e9])) == (
        "返回值的范围是 1 到 2e+09；期望的数在 -1e+09 到 1e+09 之间。"
    )
    assert told(member, {}, "w") == "字典里没有键 'w'。它一个键也没有。"
    assert told(member, {"b": 1}, "w") == "字典里没有键 'w'。它有：'b'。"
    assert told(items, [1], 2) == "返回值有 1 个元素；期望 2 个。"
