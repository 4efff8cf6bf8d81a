"""What authors hold of an answer beside its agreement with the reference."""

import numpy as np
import pytest

from grader.cases import choose, has_dtype
from grader.compare.failure import Failure


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
