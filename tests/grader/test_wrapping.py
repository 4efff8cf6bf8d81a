"""Lines that fit, in English and in Chinese."""

import textwrap

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from grader.language import joined
from grader.wrapping import padded, wrap

SENTENCE = (
    "当一行或一列要与整个数组运算时，形状从右边开始对齐（广播）。"
    "例如减去 `np.mean(x)`。"
)
SIGNS = "数组，。（）“” `x`ab1"


def test_english_is_wrapped_at_words():
    """Without a Chinese sign a paragraph is wrapped as it always was."""
    text = "every row sums to one, and none of them is negative: look at axis"
    assert wrap(text, 30, "  ", "    ") == textwrap.wrap(
        text, 30, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False
    )


def test_chinese_is_wrapped_between_signs():
    """Lines are as wide as a terminal shows them; code and closing signs stay whole."""
    assert wrap(SENTENCE, 30, "- ", "  ") == [
        "- 当一行或一列要与整个数组运算",
        "  时，形状从右边开始对齐（广",
        "  播）。例如减去",
        "  `np.mean(x)`。",
    ]


@given(st.text(SIGNS, max_size=80), st.integers(20, 60))
def test_nothing_is_lost_or_too_wide(text, width):
    """All signs but blanks are there, in order; no line begins with a closing sign."""
    lines = wrap(text, width, "  ", "  ")
    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines[1:]:
        piece = line.strip()
        # A run of closing signs may be what the text is.
        assert piece[0] not in "，。）”" or set(piece) <= set("，。）”（“")


@given(st.text("数组对齐，。", max_size=80), st.integers(20, 60))
def test_a_line_fits(text, width):
    """A line goes over its width for signs only that must not begin the next one."""
    for line in wrap(text, width, "  ", "  "):
        assert cell_len(line.rstrip("，。")) <= width


def test_lines_of_a_file_are_one_paragraph():
    """Between Chinese signs there is no blank, between words there is one."""
    assert joined("数组的每一行、", "每个样本") == "数组的每一行、每个样本"
    assert joined("every row", "sums to one") == "every row sums to one"
    assert joined("使用", "`axis=1`", "计算") == "使用 `axis=1` 计算"
    assert joined() == ""


def test_columns_are_filled_up_in_cells():
    """A Chinese sign takes two cells of a column."""
    assert padded("通过", 6) == "通过  "
    assert padded("passed", 6) == "passed"
