"""Student text on its way to a terminal."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.render.text import MAX_TEXT, is_cell, next_action, position, printable
from grader.spot import Executed, Spot

SHOWN = {
    "plain text, ünïcödé 🐱 σ": "plain text, ünïcödé 🐱 σ",
    "two\nlines": "two\nlines",
    "two\r\nlines": "two\nlines",
    "a\ttab": "a    tab",
    "\x1b[31mred": "\\x1b[31mred",
    "bell\x07": "bell\\x07",
    "back\x08": "back\\x08",
    "over\rwritten": "over\\x0dwritten",
    "\x9b31m": "\\x9b31m",
    "\u202eright to left": "\\u202eright to left",
    "no\u200bspace": "no\\u200bspace",
    "half \ud83d a pair": "half \\ud83d a pair",
    "line\u2028break": "line\\u2028break",
    "private \ue000": "private \\ue000",
}


@pytest.mark.parametrize("text", SHOWN, ids=ascii)
def test_printable(text):
    """What could move, colour or hide is shown; everything else is left alone."""
    assert printable(text) == SHOWN[text]


@given(st.text(max_size=200))
def test_nothing_is_sent(text):
    """No text holds a control, format or unpaired character when it is printed."""
    sent = printable(text).replace("\n", "")
    assert not {unicodedata.category(one) for one in sent} & {"Cc", "Cf", "Cs", "Zl"}


@given(st.text(st.characters(categories=["L", "N", "P", "S"]), max_size=200))
def test_letters_are_left_alone(text):
    """Letters, numbers, punctuation and symbols are printed as they are."""
    assert printable(text) == text


def test_long_text_is_cut():
    """A text that is cut says so."""
    assert printable("y" * (MAX_TEXT + 1)) == "y" * MAX_TEXT + "… (cut)"
    assert printable("abc", 2) == "ab… (cut)"
    assert printable("abc", 3) == "abc"


@pytest.mark.parametrize(
    ("file", "place"),
    [
        ("a/b.py", "a/b.py:3"),
        ("a\x1b.py", "a\\x1b.py:3"),
        ("this cell", "this cell, line 3"),
        ("cell [7]", "cell [7], line 3"),
        ("cell x.py", "cell x.py:3"),
    ],
)
def test_a_position(file, place):
    """A file has a colon before the line, a cell has words."""
    assert position(file, Spot(3)) == place


def test_a_position_in_another_cell():
    """Seen from a cell that was run, another one goes by its own number."""
    assert position("this cell", Spot(3, Executed(7))) == "cell [7], line 3"


@pytest.mark.usefixtures("chinese")
def test_a_next_action_in_chinese():
    """Its command has a line of its own where it does not fit: signs are two cells."""
    text = "下一步：打开 a.py，然后运行：grader check f"
    assert next_action(text, 43) == text
    assert next_action(text, 42) == "下一步：打开 a.py，\n然后运行：grader check f"
    assert next_action("下一步，运行：grader check f", 20) == (
        "下一步，\n运行：grader check f"
    )
    assert next_action("Next: look, then run: grader", 20) == (
        "Next: look,\nthen run: grader"
    )


@pytest.mark.usefixtures("chinese")
def test_a_cell_in_chinese():
    """A cell is none of the files, by whatever name it is called."""
    assert is_cell("这个单元格")
    assert is_cell("this cell")
    assert is_cell("cell [3]")
    assert is_cell("单元格 [3]")
    assert not is_cell("第 3 个单元格.py")
