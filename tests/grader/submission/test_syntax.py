"""What Python's parser complains of, in plain words: each rule meets real mistakes."""

import pytest

from grader.submission.files import UnreadableError
from grader.submission.source import parse
from grader.submission.syntax import explain

EQUALS = "`=` gives a name a value, `==` compares"
NO_QUOTE = "the text that begins here has no closing quote"
NO_COLON = "a colon is missing"
TO_THE_RIGHT = "must begin further right than it"
UNSEEN = "there is a character that cannot be seen (U+{}): type the space anew"
MISTAKES = {
    "x = 1\n  y = 2\n": "the line begins further right than it may here",
    "def f(x):\nreturn 1\n": f"the lines that belong to line 1 {TO_THE_RIGHT}",
    "x = 1\nif x:\ny = 1\n": f"the lines that belong to line 2 {TO_THE_RIGHT}",
    "def f(x):\n": f"the lines that belong to line 1 {TO_THE_RIGHT}",
    "if 1:\n        x = 1\n    y = 2\n": (
        "the line begins at no column at which a line above it begins"
    ),
    "if 1:\n\tx\n        y\n": "tabs and spaces are mixed: use spaces alone",
    "def f(x)\n    return 1\n": NO_COLON,
    "if 1\n    x = 1\n": NO_COLON,
    "for i in range(3)\n    pass\n": NO_COLON,
    "x = (1 + 2\n": "the bracket `(` that opens here is not closed",
    "x = [1, 2\ny = 3\n": "the bracket `[` that opens here is not closed",
    "x = {1: 2\n": "the bracket `{` that opens here is not closed",
    "x = 1)\n": "the bracket `)` closes what was not opened",
    "x = (1]\n": "the bracket `(` is closed by `]`",
    "if x = 1:\n    pass\n": EQUALS,
    "f(a.b=1)\n": EQUALS,
    "f(x) = 1\n": EQUALS,
    "x = = 1\n": EQUALS,
    "None = 1\n": "None cannot be given a value",
    "s = 'abc\n": NO_QUOTE,
    's = "abc\n': NO_QUOTE,
    "s = '''abc\n": NO_QUOTE,
    "s = f'abc\n": NO_QUOTE,
    "def f（x):\n    return x\n": "`（` is no sign of Python: type `(` in its place",
    "f(x，y)\n": "`，` is no sign of Python: type `,` in its place",
    "def f(x)：\n    return x\n": "`：` is no sign of Python: type `:` in its place",
    "s = “abc”\n": '`“` is no sign of Python: type `"` in its place',
    "s = ‘abc’\n": "`‘` is no sign of Python: type `'` in its place",
    "x ＝ 1\n": "`＝` is no sign of Python: type `=` in its place",
    "x = 【1]\n": "`【` is no sign of Python: type `[` in its place",
    "x = 1、2\n": "`、` is no sign of Python: type `,` in its place",
    "x = 2 − 1\n": "`−` is no sign of Python: type `-` in its place",
    "x = 2 × 2\n": "`×` is no sign of Python: type `*` in its place",
    "if x ≤ 2: pass\n": "`≤` is no sign of Python: type `<=` in its place",
    "x = €\n": "`€` is no sign of Python",
    "x\u00a0= 1\n": UNSEEN.format("00A0"),
    "x\u3000= 1\n": UNSEEN.format("3000"),
    "x\u200b = 1\n": UNSEEN.format("200B"),
    "return x\n": (
        "`return` stands outside of the function: it must begin further right"
    ),
    "break\n": "`break` stands outside of a loop",
    "continue\n": "`continue` stands outside of a loop",
    "print x\n": "print needs parentheses: `print(…)`",
    "2x = 1\n": "a name cannot begin with a digit",
    "x = 012\n": "a number cannot begin with 0: write `7`, not `07`",
    "x = [1 2]\n": "a comma may be missing",
    "x = 1 + \\ \n 2\n": "nothing may follow a backslash `\\` in its line",
    "def f(a, a): pass\n": "two parameters are called `a`",
    "def f(a=1, b): pass\n": (
        "parameters with a default value come after those without"
    ),
    "f(a=1, 2)\n": "in a call, arguments with a name come after those without",
    "f(a=1, a=2)\n": "the argument `a` is given twice",
    "try:\n    x = 1\ny = 2\n": "`try` needs an `except` below it",
    "s = '\\Users'\n": "a backslash in a text is written `\\\\`",
    "def f():\n    from math import *\n": "`import *` cannot stand in a function",
    "s = f'{}'\n": "the braces in an f-string do not hold an expression",
    "lambda = 1\n": "`lambda` is a word of Python's own, and can be no name",
    "def class(x): pass\n": "`class` is a word of Python's own, and can be no name",
    "x++\n": "Python has no `++`: write `x += 1`",
    "if a && b: pass\n": "Python's word for `&&` is `and`",
    "if a || b: pass\n": "Python's word for `||` is `or`",
    "if !a: pass\n": "Python's word for `!` is `not`",
    "x = a ? 1 : 2\n": "Python has no `?`: write `a if condition else b`",
    "x = a <> b\n": "Python's sign for `<>` is `!=`",
    "if 1:\n    pass\nelse if 2:\n    pass\n": (
        "Python's word for `else if` is `elif`"
    ),
    "if 1:\n    pass\nelseif 2:\n    pass\n": "Python's word for `else if` is `elif`",
    "%matplotlib inline\n": "`%` and `!` commands are for notebooks alone",
    ">>> x = 1\n": "`>>>` is the prompt of an example, not Python",
}  # fmt: skip


def fault(text):
    """Return what Python raises for a text."""
    with pytest.raises(SyntaxError) as caught:
        compile(text, "a.py", "exec")
    return caught.value


@pytest.mark.parametrize("text", MISTAKES, ids=repr)
def test_a_mistake_has_plain_words(text):
    """What this Python says of a common mistake is recognised."""
    assert explain(fault(text)) == MISTAKES[text]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("unterminated f-string literal (detected at line 1)", NO_QUOTE),
        ("parameter without a default follows parameter with a default",
         "parameters with a default value come after those without"),
        ("f-string: valid expression required before '}'",
         "the braces in an f-string do not hold an expression"),
    ],
)  # fmt: skip
def test_other_versions_say_it_otherwise(said, words):
    """The wordings of Python 3.12 and 3.13 are recognised as well."""
    assert explain(SyntaxError(said)) == words


@pytest.mark.parametrize(
    "text", ["x y\n", "else:\n    pass\n", "x = $1\n", "del f()\n"]
)
def test_what_is_not_known_is_left_alone(text):
    """A complaint without a rule has no words but Python's."""
    assert explain(fault(text)) is None


@pytest.mark.parametrize("text", ["x = 'a!' y\n", "x = 'a ? b' y\n", "# && \nx y\n"])
def test_signs_elsewhere_in_the_line_are_no_mistake(text):
    """A sign is blamed only where Python stopped."""
    assert explain(fault(text)) is None


@pytest.mark.parametrize("said", [None, "", "{0}", "'{' was never closed", "x" * 10**6])
def test_any_complaint_is_text(said):
    """Whatever an exception says, words are found or not."""
    assert len(explain(SyntaxError(said)) or "") < 200


def test_python_s_own_words_follow():
    """The plain words come first, and then what to search for."""
    with pytest.raises(UnreadableError) as caught:
        parse(b"y = 1\nif y\n    x = 1\n", "a.py")
    assert caught.value.message == (
        "is not valid Python: a colon is missing (SyntaxError: expected ':')"
    )


IN_CHINESE = {
    "def f(x)\n    return 1\n": "少了一个冒号（SyntaxError: expected ':'）。",
    "x = (1]\n": "括号 `(` 却用 `]` 来闭合（",
    "None = 1\n": "不能给 None 赋值（",
    "f(x，y)\n": "`，` 不是 Python 的符号：请改成 `,`（",
    "def f(x):\nreturn 1\n": "属于第 1 行的各行必须比它缩进更多（",
}


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize(("text", "said"), IN_CHINESE.items())
def test_mistakes_are_told_in_chinese(text, said):
    """The sentence is Chinese, and Python's own words stand behind it."""
    with pytest.raises(UnreadableError) as caught:
        parse(text.encode(), "a.py")
    told = caught.value.about("a.py")
    assert told.startswith(f"a.py 第 {caught.value.line} 行：不是合法的 Python：{said}")
