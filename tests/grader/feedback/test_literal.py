"""Values are written as Python source that gives them back, bit by bit."""

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.feedback.literal import MAX_PRINTED, assignment, literal, plain
from grader.guest.wire import Opaque, Strings, Subclassed


def back(text):
    """Return the value that Python makes of a text."""
    return eval(text, {"np": np})  # noqa: S307 - our own text


def same(one, other):
    """Hold that two values are of one type, and equal bit by bit."""
    assert type(one) is type(other)
    if isinstance(one, np.ndarray):
        assert (one.dtype, one.shape) == (other.dtype.newbyteorder("="), other.shape)
        np.testing.assert_array_equal(one, other)
    elif isinstance(one, list | tuple):
        assert len(one) == len(other)
        for mine, its in zip(one, other, strict=True):
            same(mine, its)
    elif isinstance(one, dict):
        same(list(one.items()), list(other.items()))
    else:
        assert one == other or (one != one and other != other)  # noqa: PLR0124


@given(st.data(), st.integers(20, 100))
def test_what_is_written_is_read_back(values, data, width):
    """Every value of the wire is the same again when its text is run."""
    value = data.draw(values)
    same(back(literal(value, width)), value)


@given(st.data())
def test_arrays_are_read_back(arrays, data):
    """Arrays of every dtype are the same again, empty ones and 0-d ones too."""
    value = data.draw(arrays)
    same(back(literal(value)), value)


def test_one_assignment():
    """An array is written aligned, as one can paste it."""
    text = assignment("x", np.array([[1.5, 20], [3, 4]]), 80)
    assert text == "x = np.array([[ 1.5, 20. ],\n              [ 3. ,  4. ]])"


def test_lines_are_broken_between_parts():
    """What does not fit on a line has a line for each part."""
    text = literal({"dw": [1.0] * 9, "db": 0.5}, 30)
    assert text.startswith("{\n    'dw': [")
    assert text.endswith("    'db': 0.5,\n}")


def test_what_did_not_come_back():
    """A value of a type that does not cross is a comment, inside others three dots."""
    text = assignment("yours", Opaque("generator"), 80)
    assert text == "# yours is a value of type `generator`, which is not kept"
    assert literal([1, Opaque("set")]) == "[1, ...]"


def test_a_subclass_says_what_it_was():
    """An array that was no plain one is written with its type's name."""
    text = assignment("yours", Subclassed("matrix", np.array([1, 2])), 80)
    assert text.split("\n") == [
        "# yours was a `matrix`; these are its values",
        "yours = np.array([1, 2])",
    ]


def test_what_is_too_large_says_so():
    """An array with too many values is not printed, and not cut in silence."""
    text = assignment("x", np.zeros((MAX_PRINTED, 2), np.float32), 80)
    assert re.fullmatch(
        r"# x is an array of shape \(100000, 2\), float32: 200,000 values are too many "
        "to print",
        text,
    )


def test_byte_strings():
    """An array of byte strings is written, and made of what came over the wire."""
    value = Strings((2, 1), (b"cat", b"non-cat"))
    expected = np.array([[b"cat"], [b"non-cat"]])
    for one in (back(literal(value)), plain(value)):
        assert one.dtype.kind == "S"
        np.testing.assert_array_equal(one, expected)


@pytest.mark.parametrize("shell", [list, tuple, lambda one: {"a": one[0]}])
def test_plain_values(shell):
    """What is inside others becomes plain as well."""
    inner = np.array([1])
    same(plain(shell([Subclassed("matrix", inner)])), shell([inner]))
    assert plain(3) == 3


@pytest.mark.usefixtures("chinese")
def test_what_cannot_be_printed_is_told_in_chinese():
    """The comment in the place of a value is in Chinese, and still a comment."""
    assert assignment("x", Opaque("Layer"), 80) == (
        "# x 是类型为 `Layer` 的值，没有保存"
    )
    told = assignment("x", Subclassed("matrix", np.zeros(1)), 80)
    assert told.startswith("# x 原来是 `matrix`；下面是它的值\nx = np.array(")
    many = np.zeros(MAX_PRINTED + 1)
    assert assignment("x", many, 80) == (
        "# x 是形状为 (100001,) 的数组，float64：共 100,001 个值，太多，无法打印"
    )
