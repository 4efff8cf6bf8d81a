"""Docstrings in another language."""

import ast

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from grader.submission.spoken import translated

SOURCE = '''"""# Title

A statement.
"""

import numpy as np


def double(x):
    """Return twice `x`.

    Returns:
    a number
    """
    # YOUR CODE STARTS HERE
    ...
    # YOUR CODE ENDS HERE


def other():
    """One line."""
    return "One line."
'''
CHINESE = {
    "# Title\n\nA statement.": "# 标题\n\n题目。",
    "Return twice `x`.\n\nReturns:\na number": "返回 `x` 的两倍。\n\n返回:\n一个数",
    "One line.": "一行。",
}


def test_docstrings_are_said_and_nothing_else():
    """Statement and docstrings change; code, comments and other strings stay."""
    said = translated(SOURCE, lambda text: CHINESE[text])
    assert said == (
        '"""# 标题\n\n题目。\n"""\n\nimport numpy as np\n\n\n'
        'def double(x):\n    """返回 `x` 的两倍。\n\n    返回:\n    一个数\n    """\n'
        "    # YOUR CODE STARTS HERE\n    ...\n    # YOUR CODE ENDS HERE\n\n\n"
        'def other():\n    """一行。"""\n    return "One line."\n'
    )


def test_what_has_no_translation_stays_to_the_letter():
    """A text that is said as it is leaves its lines as they are."""
    assert translated(SOURCE, str) == SOURCE


@given(st.text(min_size=1).map(str.strip).filter(bool))
@example('"""')
@example('\\"')
@example('say ""')
def test_any_text_comes_back(text):
    """Quotes, backslashes and lines in a translation are read back as they are."""
    # A docstring is read without the margin of its lines, and with one kind of line.
    text = "\n".join(text.replace("\0", "").replace("\r", "\n").split("\n"))
    lines = [line.strip() for line in text.expandtabs().splitlines() if line.strip()]
    text = "\n".join(lines) or "x"
    if any(0xD800 <= ord(one) < 0xE000 for one in text) or "\f" in text:
        text = "x"
    said = translated(SOURCE, lambda _: text)
    assert ast.get_docstring(ast.parse(said)) == text


def test_what_is_no_python_is_refused():
    """A source that cannot be parsed is not guessed at."""
    with pytest.raises(SyntaxError):
        translated("def f(:", str)
