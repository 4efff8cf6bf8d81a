"""A statement as Markdown says what it says as text."""

import pytest
from markdown_it import MarkdownIt

from grader.author.statement import markdown


@pytest.mark.parametrize(
    ("statement", "cell"),
    [
        ("# Softmax\n\nText.\n", "## Softmax\n\nText."),
        ("## Part\n###### Six", "### Part\n###### Six"),
        ("#no heading", "#no heading"),
        ("1*2 + 3*(-1), (a)*b, a[0]*b", r"1\*2 + 3\*(-1), (a)\*b, a[0]\*b"),
        ("2**3 and 4**2", r"2\*\*3 and 4\*\*2"),
        ("2 * 3 and w * x", "2 * 3 and w * x"),
        ("a *strong* word, **two** words", "a *strong* word, **two** words"),
        ("`1*2` and ``a`b*c``", "`1*2` and ``a`b*c``"),
        ("text\n\n    1*2 = 2\n    # not a heading", None),
        ("```\n1*2\n# comment\n```", None),
    ],
)
def test_statements(statement, cell):
    """Headings go down a level, factors keep their stars, code stays as it is."""
    assert markdown(statement) == (statement if cell is None else cell)


def test_factors_are_not_emphasis():
    """Two products in one paragraph are shown as they are written."""
    shown = MarkdownIt().render(markdown("0.5*2 - 0.25*4 + 2**3 - 3**2"))
    assert shown == "<p>0.5*2 - 0.25*4 + 2**3 - 3**2</p>\n"


PARAGRAPHS = """\
# 标题
一段话
分成两行，有 `x`
和 `y`。

1. 第一项，
   接着写
2. 第二项

    x = 1
    y = 2

```
a
b
```
最后。"""


@pytest.mark.usefixtures("chinese")
def test_a_paragraph_of_chinese_is_one_line():
    """Where a line ends Markdown puts a space, which Chinese has none of."""
    assert markdown(PARAGRAPHS) == (
        "## 标题\n一段话分成两行，有 `x` 和 `y`。\n\n1. 第一项，接着写\n2. 第二项\n\n"
        "    x = 1\n    y = 2\n\n```\na\nb\n```\n最后。"
    )


def test_lines_of_english_stay():
    """In English a line ends where its author ended it."""
    assert markdown("one\ntwo") == "one\ntwo"
