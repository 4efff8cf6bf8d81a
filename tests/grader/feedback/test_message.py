"""A case's message: as much as may be seen, the sentence first."""

import numpy as np
import pytest

from grader.compare.failure import Difference, Failure
from grader.feedback.message import compose, inputs
from grader.feedback.notices import Notice
from grader.spot import Spot
from grader.verdict import Visibility

INPUTS = [("x", np.array([1, 2])), ("y", 3)]
FAILURE = Failure(
    "1 of 2 values differ.",
    difference=Difference("", np.array([0.5, 1.0]), np.array([0.25, 1.0]), (0,)),
    details="called as f(x)",
)


def message(visibility, *, reveal=False, failure=FAILURE, inputs=INPUTS):
    """Return the message of a failed case."""
    return compose(failure, inputs, visibility, reveal=reveal)


WHOLE = (
    "1 of 2 values differ.\n\n"
    "x         1  2\n"
    "y         3\n"
    "yours     0.500  1.000\n"
    "expected  0.250  1.000\n\n"
    "called as f(x)"
)
DESCRIBED = WHOLE.replace("expected  0.250  1.000\n", "")


@pytest.mark.parametrize(
    ("visibility", "reveal", "text"),
    [
        (Visibility.SHOWN, False, WHOLE),
        (Visibility.SHOWN, True, WHOLE),
        (Visibility.DESCRIBED, False, DESCRIBED),
        (Visibility.DESCRIBED, True, WHOLE),
        (Visibility.PRIVATE, False, "A private case did not pass."),
        (Visibility.PRIVATE, True, WHOLE),
    ],
)
def test_only_what_may_be_seen_is_told(visibility, reveal, text):
    """Expected values are for shown cases, inputs for all but private ones."""
    assert message(visibility, reveal=reveal) == text


@pytest.mark.parametrize("visibility", Visibility)
def test_the_sentence_is_the_first_paragraph(visibility):
    """The first paragraph of every message is one line."""
    assert "\n" not in message(visibility).partition("\n\n")[0]


def test_a_part_is_named_in_its_labels():
    """Both values of a part carry its name."""
    failure = Failure("No.", difference=Difference("['dw']", 1.0, 2.0, ()))
    assert message(Visibility.SHOWN, failure=failure, inputs=[]) == (
        "No.\n\nyours['dw']     1.000\nexpected['dw']  2.000"
    )


def test_a_derived_quantity_is_named_first():
    """A comparison of row sums says so."""
    failure = Failure(
        "The value differs.", difference=Difference("", 1, 2, what="row sums")
    )
    text = message(Visibility.SHOWN, failure=failure)
    assert text.startswith("Row sums: the value differs.\n\n")


BESIDE = Failure(
    "2 of 2 values differ.",
    difference=Difference("", np.array([0.5, 1.0]), np.array([0.25, 0.5]), (0,)),
    beside="Each value is 2 times the expected one.",
)


@pytest.mark.parametrize(
    ("visibility", "reveal", "told"),
    [
        (Visibility.SHOWN, False, True),
        (Visibility.DESCRIBED, False, False),
        (Visibility.DESCRIBED, True, True),
        (Visibility.PRIVATE, False, False),
    ],
)
def test_what_tells_of_the_expected_values_is_told_with_them(visibility, reveal, told):
    """How all values differ is for who may see the expected ones."""
    text = message(visibility, reveal=reveal, failure=BESIDE)
    assert ("2 of 2 values differ. Each value is 2 times" in text) is told
    assert ("2 times" in text) is told


def test_where_numbers_went_wrong_is_told_first():
    """The line of a warning begins the sentence; its text comes below the arrays."""
    rows = ("   3 | np.exp(x)", "     | ^^^^^^")
    found = Notice("np.exp overflowed.", Spot(3, 2), 3, rows)
    text = compose(FAILURE, [], Visibility.SHOWN, reveal=False, notice=found)
    assert text.startswith(
        "Cell 2, line 3: np.exp overflowed. 1 of 2 values differ.\n\n"
    )
    assert "\n\n   3 | np.exp(x)\n     | ^^^^^^\n\ncalled as" in text
    private = compose(FAILURE, [], Visibility.PRIVATE, reveal=False, notice=found)
    assert private == "A private case did not pass."


def test_a_failure_without_values_is_its_sentence():
    """Where there is nothing to show, there is no empty paragraph."""
    assert message(Visibility.SHOWN, failure=Failure("No."), inputs=[]) == "No."


def test_only_some_inputs_are_shown():
    """A call with many arguments shows the first four."""
    inputs = [(f"x{i}", i) for i in range(9)]
    text = message(Visibility.SHOWN, failure=Failure("No."), inputs=inputs)
    assert text.split("\n")[-1] == "x3        3"


@pytest.mark.usefixtures("chinese")
def test_a_message_in_chinese():
    """In Chinese the sentence, the labels and what was derived are said so."""
    failure = Failure(
        "值不同。",
        difference=Difference("['b']", 1.0, 2.0, (), "行之和"),
        beside="只有正负号不同。",
    )
    found = Notice("np.exp 溢出了。", Spot(3, 2), 3, ("   3 | np.exp(x)",))
    given = inputs((np.array([1, 2]), 3), {}, ["x"])
    assert compose(failure, given, Visibility.SHOWN, reveal=False, notice=found).split(
        "\n"
    ) == [
        "单元格 2 第 3 行：np.exp 溢出了。行之和：值不同。只有正负号不同。",
        "",
        "x           1  2",
        "参数 2      3",
        "你的 ['b']  1.000",
        "期望 ['b']  2.000",
        "",
        "   3 | np.exp(x)",
    ]
    assert message(Visibility.PRIVATE) == "有一个隐藏用例没有通过。"
    assert "\n你的      0.500" in message(Visibility.SHOWN)
