"""Arrays as text: aligned, cut to a window that says so, and never misleading."""

import re

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra import numpy as st_np

from grader.feedback.arrays import Entry, block
from grader.guest.wire import Opaque, Subclassed

INF, NAN = float("inf"), float("nan")


def both(yours, expected, focus=None, rows=None):
    """Return the block of a difference."""
    results = [Entry("yours", yours, rows), Entry("expected", expected, rows)]
    return block([], results, focus)


def shown(value, focus=None):
    """Return the lines of one value without their margin."""
    text = block([], [Entry("yours", value)], focus)
    assert text.startswith("yours   ")
    return [line[10:] for line in text.split("\n")]


def test_the_block_of_a_difference():
    """Input, yours and expected stand below one another in that order, aligned."""
    x = np.array([[9, 2, 5, 0, 0], [7, 5, 0, 0, 0]])
    yours = np.exp(x) / np.exp(x).sum()
    expected = np.exp(x) / np.exp(x).sum(axis=1, keepdims=True)
    note = ("row sum", np.sum)
    results = [Entry("yours", yours, note), Entry("expected", expected, note)]
    assert block([Entry("x", x)], results, (1, 0)) == (
        "x         9  2  5  0  0\n"
        "          7  5  0  0  0\n"
        "yours     0.852  0.001  0.016  0.000  0.000    row sum 0.8688\n"
        "          0.115  0.016  0.000  0.000  0.000    row sum 0.1312\n"
        "expected  0.981  0.001  0.018  0.000  0.000    row sum 1\n"
        "          0.879  0.119  0.001  0.001  0.001    row sum 1"
    )


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (3.14159265, "3.142"),
        (31.4159265, "31.42"),
        (314.159265, "314.2"),
        (31415.9265, "31416"),
        (0.5, "0.500"),
        (-2.0, "-2.000"),
        (0.0, "0.000"),
        (-0.0, "0.000"),
        (-0.0001, "-1.000e-04"),
        (0.000123456, "1.235e-04"),
        (5e-324, "4.941e-324"),
        (1.7e308, "1.700e+308"),
        (12345678.9, "1.235e+07"),
        (9999999.0, "9999999"),
        (NAN, "nan"),
        (INF, "inf"),
        (-INF, "-inf"),
        (7, "7"),
        (-7, "-7"),
        (True, "True"),
        (np.int8(-128), "-128"),
        (np.uint64(2**64 - 1), "18446744073709551615"),
        (np.float16(0.1), "0.100"),
        (np.bool_(False), "False"),
        (np.array(2.5), "2.500"),
        (1 + 2j, "1.000+2.000j"),
        (None, "None"),
        ("text", "'text'"),
        ("line\nbreak\x1b[31m", r"'line\nbreak\x1b[31m'"),
        ([1, 2], "a list of 2"),
        ({}, "a dict"),
        (Opaque("generator"), "a value of type `generator`"),
        (Subclassed("matrix", np.eye(1)), "[[1.000]]"),
        (np.zeros((0, 3)), "empty, shape (0, 3)"),
        (np.zeros(0), "empty, shape (0,)"),
        (np.zeros((2, 3, 0)), "empty, shape (2, 3, 0)"),
        (np.array([1.0, -2.0]), " 1.000  -2.000"),
        (np.array([1, -200]), "   1  -200"),
        (np.array([True, False]), " True  False"),
        (np.array([1.0, NAN, -INF]), "1.000    nan   -inf"),
        (np.array([1e-9, 1.0]), "0.000  1.000"),
        (np.array([1e9, 1.0]), "1.000e+09  1.000e+00"),
        (np.array([1j, 1.0]), "0.000+1.000j  1.000+0.000j"),
        (np.array([3.0], ">f4"), "[3.000]"),
        (np.array([[0.5, 0.25]]), "0.500  0.250"),
    ],
    ids=repr,
)
def test_a_value_is_one_line(value, text):
    """Numbers have four significant digits of the largest; all else is named."""
    assert shown(value) == [text]


@pytest.mark.parametrize("value", [0.0123, 0.00456, 0.001234])
def test_small_numbers_keep_their_digits(value):
    """Numbers below one are not rounded to one or two digits."""
    text = shown(value)[0]
    digits = re.sub(r"e.*|\D", "", text).lstrip("0")
    assert len(digits) >= 3
    assert float(text) == pytest.approx(value, rel=1e-3)


@pytest.mark.parametrize("value", [10**200, -(10**4000), "x" * 1000, "\u00e9" * 61])
def test_what_is_long_is_cut_and_said_to_be(value):
    """A huge integer or text is cut with a mark, or named."""
    text = shown(value)[0]
    assert len(text) < 80
    assert "…" in text or "number" in text


def same_print(yours, expected, focus):
    """Return the two printed values of the row and column in focus."""
    lines = both(yours, expected, focus).split("\n")
    mine = next(line for line in lines if line.startswith("yours"))
    right = next(line for line in lines if line.startswith("expected"))
    return mine.removeprefix("yours").split(), right.removeprefix("expected").split()


@pytest.mark.parametrize(
    ("yours", "expected"),
    [
        (1.0, 1.0001),
        (1.0, 1 + 1e-9),
        (100.0, 100.001),
        (-0.0001, 0.0),
        (0.0001, 0.0),
        (-0.00049, 0.00049),
        (1e-20, 2e-20),
        (1e-20, 0.0),
        (1.0, np.nextafter(1, 2)),
        (1e15, 1e15 + 1),
        (1e300, np.nextafter(1e300, INF)),
        (0.1, np.nextafter(0.1, 1)),
        (12345.0, 12345.4),
        (2.0, 1),
        (1.4, 1),
        (NAN, 1.0),
        (INF, -INF),
        (True, 0.5),
        (1 + 1e-6j, 1 + 0j),
    ],
)
@pytest.mark.parametrize("other", [None, 0.0, 5.0, 1e6])
def test_two_different_values_never_print_the_same(yours, expected, other):
    """However near they are, and whatever stands beside them, one sees the gap."""
    focus = ()
    if other is not None:
        yours, expected, focus = (
            np.array([other, yours]),
            np.array([other, expected]),
            (1,),
        )
    mine, right = same_print(yours, expected, focus)
    assert mine[-1] != right[-1]


@given(
    yours=st.floats(allow_nan=False),
    expected=st.floats(allow_nan=False),
    beside=st.floats(),
)
def test_no_two_floats_print_the_same(yours, expected, beside):
    """Any two floats that differ are printed differently, alone and in an array."""
    assume(yours != expected)
    mine, right = same_print(yours, expected, ())
    assert mine != right
    mine, right = same_print(
        np.array([beside, yours]), np.array([beside, expected]), (1,)
    )
    assert mine[1] != right[1]


def test_a_window_has_row_and_column_numbers():
    """A large array is cut to 3×5 around the gap, numbered, and said to be cut."""
    array = np.arange(200).reshape(10, 20)
    assert shown(array, (4, 10)) == [
        "      8:   9:  10:  11:  12:",
        "  3:  68   69   70   71   72",
        "  4:  88   89   90   91   92",
        "  5: 108  109  110  111  112",
        "(rows 3–5, columns 8–12 of shape (10, 20))",
    ]


@pytest.mark.parametrize(
    ("shape", "focus", "note"),
    [
        ((10, 20), None, "(rows 0–2, columns 0–4 of shape (10, 20))"),
        ((10, 20), (0, 0), "(rows 0–2, columns 0–4 of shape (10, 20))"),
        ((10, 20), (9, 19), "(rows 7–9, columns 15–19 of shape (10, 20))"),
        ((4, 2), (3, 1), "(rows 1–3, columns 0–1 of shape (4, 2))"),
        ((1, 9), (0, 4), "(row 0, columns 2–6 of shape (1, 9))"),
        ((9, 1), (4, 0), "(rows 3–5, column 0 of shape (9, 1))"),
        ((9,), (8,), "(items 4–8 of shape (9,))"),
        ((9,), None, "(items 0–4 of shape (9,))"),
        ((2, 3, 4), (1, 2, 3),
         "(rows 0–2, columns 0–3 of [1, :, :] of shape (2, 3, 4))"),
        ((2, 3, 4), None, "(rows 0–2, columns 0–3 of [0, :, :] of shape (2, 3, 4))"),
        ((2, 2, 9, 9), (1, 0, 5, 5),
         "(rows 4–6, columns 3–7 of [1, 0, :, :] of shape (2, 2, 9, 9))"),
        ((1, 1, 1), None, "(row 0, column 0 of [0, :, :] of shape (1, 1, 1))"),
    ],
)  # fmt: skip
def test_what_is_left_out_is_said(shape, focus, note):
    """Wherever an array is cut, the last line says what is shown and of what."""
    assert shown(np.zeros(shape), focus)[-1] == note


@pytest.mark.parametrize("shape", [(3, 5), (1, 1), (3, 1), (1, 5), (5,), (1,)])
def test_what_fits_is_shown_whole(shape):
    """An array within the window has neither numbers nor a note."""
    assert ":" not in "".join(shown(np.zeros(shape)))
    assert "shape" not in "".join(shown(np.zeros(shape)))


@given(data=st.data())
def test_the_value_in_focus_is_always_shown(data):
    """Whatever the shape, the window holds the value at the largest gap."""
    shape = data.draw(st_np.array_shapes(min_dims=1, max_dims=4, max_side=12))
    focus = tuple(data.draw(st.integers(0, size - 1)) for size in shape)
    array = np.zeros(shape, int)
    array[focus] = 77
    lines = shown(array, focus)
    assert "77" in " ".join(lines).replace("[", " ").replace("]", " ").split()
    rows = [line for line in lines if not line.startswith("(")]
    assert len(rows) <= 4
    assert len({len(line) for line in rows}) <= 1 + (array.ndim == 1)


@pytest.mark.parametrize(
    ("x", "focus"),
    [
        (np.zeros((1, 2, 2)), (2, 1, 1)),
        (np.zeros((1, 1)), (7, 7)),
        (np.zeros(3), (2, 1)),
        (np.zeros((0, 2)), (1, 1)),
        (3, (1, 1)),
        ("text", (0, 0)),
        (None, ()),
        (np.zeros((2, 2)), ()),
    ],
    ids=repr,
)
def test_inputs_of_another_shape_are_shown(x, focus):
    """The place of the gap need not be a place of the input."""
    yours = np.zeros([one + 1 for one in focus])
    text = block(
        [Entry("x", x)], [Entry("yours", yours), Entry("expected", yours + 1)], focus
    )
    assert text.startswith("x  ")
    assert "expected" in text


def test_an_input_of_the_same_dimensions_is_shown_at_the_same_place():
    """The window of the input follows the gap of the results."""
    x = np.arange(200).reshape(10, 20)
    text = block([Entry("x", x)], [Entry("yours", x / 1.0)], (9, 19))
    assert text.count("(rows 7–9, columns 15–19 of shape (10, 20))") == 2


def test_inputs_have_a_format_of_their_own():
    """Integers of the input stay integers beside results that are not."""
    text = block(
        [Entry("x", np.array([1, 2]))], [Entry("yours", np.array([0.5]))], None
    )
    assert text == "x         1  2\nyours     [0.500]"


def test_yours_and_expected_share_a_format():
    """An int beside a float is printed so that both can be compared."""
    assert both(1, 2.5, ()) == "yours     1.000\nexpected  2.500"
    assert both(np.array([1, 0]), np.array([0.5, 0.25])) == (
        "yours     1.000  0.000\nexpected  0.500  0.250"
    )


def test_long_labels_keep_the_columns_aligned():
    """A part's name of any length shifts all lines alike."""
    results = [Entry("yours['gradients']", 1), Entry("expected['gradients']", 2)]
    assert block([Entry("x", 3)], results, ()).split("\n") == [
        "x                      3",
        "yours['gradients']     1",
        "expected['gradients']  2",
    ]


def test_an_empty_block_is_empty():
    """Nothing to show is no text."""
    assert block([], [], None) == ""


@pytest.mark.parametrize("value", [0.13129, 1.0, 1 + 1e-12, 1234567.0, NAN, INF, -0.5])
def test_notes_on_rows_have_four_digits(value):
    """What is noted at a row is short, and an exact one is `1`."""
    text = both(np.zeros((1, 1)), np.zeros((1, 1)), None, ("mean", lambda _: value))
    noted = text.split("\n")[0].rpartition("mean ")[2]
    assert noted == ("1" if abs(value - 1) < 1e-9 else f"{value:.4g}")


@given(data=st.data())
def test_any_two_arrays_can_be_shown(arrays, data):
    """No array of any dtype, shape and content raises or prints an endless text."""
    yours, expected = data.draw(arrays), data.draw(arrays)
    focus = None
    if yours.shape == expected.shape and yours.size:
        focus = tuple(data.draw(st.integers(0, size - 1)) for size in yours.shape)
    text = block([Entry("x", expected)], [Entry("yours", yours)] * 2, focus)
    assert len(text.split("\n")) <= 15


@pytest.mark.usefixtures("chinese")
def test_chinese_labels_are_aligned():
    """A label in Chinese takes two columns for each sign, and values stand in line."""
    results = [
        Entry("你的", np.array([0.5, 1.0])),
        Entry("期望", np.array([0.25, 1.0])),
    ]
    assert block([Entry("x", np.arange(2))], results, (0,)).split("\n") == [
        "x         0  1",
        "你的      0.500  1.000",
        "期望      0.250  1.000",
    ]


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize(
    ("value", "said"),
    [
        (np.zeros((20, 30)), "（形状 (20, 30) 中的行 0–2、列 0–4）"),
        (np.zeros((1, 30)), "（形状 (1, 30) 中的行 0、列 0–4）"),
        (np.zeros(30), "（形状 (30,) 中的元素 0–4）"),
        (np.zeros((2, 2, 2)), "（形状 (2, 2, 2) 中 [0, :, :] 的行 0–1、列 0–1）"),
        (np.zeros((0, 3)), "空，形状 (0, 3)"),
        ("x" * 80, "'" + "x" * 59 + "…（已截断）"),
        ([1, 2], "一个含 2 个元素的 list"),
    ],
)
def test_what_is_shown_of_an_array_is_told_in_chinese(value, said):
    """The window on a large array is told in Chinese below it."""
    assert shown(value)[-1] == said
