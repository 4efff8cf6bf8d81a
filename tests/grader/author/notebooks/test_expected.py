"""Expected output is read from tables and blocks, values from what was printed."""

import ast

import pytest

from grader.author.notebooks import expected
from grader.author.notebooks.expected import Row


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3", "3"),
        ("-1.5e-03", "-1.5e-03"),
        ("True", "True"),
        ("[[ 0.5 -1. ]\n [ 2.   3.5]]", "np.array([[ 0.5, -1. ], [ 2., 3.5]])"),
        ("[1, 2]", "np.array([1, 2])"),
        ("(3, 4)", "(3, 4)"),
        ("[0 1 ... 9]", None),
        ("see below", None),
        ("__import__('os')", None),
        ("nan", None),
    ],
)
def test_printed_values(text, value):
    """Numbers and arrays as print shows them are Python again; others are not."""
    assert expected.literal(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("array([1, 2])", "np.array([1, 2])"),
        ("array([1.], dtype=float32)", "np.array([1.])"),
        ("(array([1]), 2)", "(np.array([1]), 2)"),
        ("np.float64(0.5)", "np.float64(0.5)"),
        ("'a'", "'a'"),
        ("{'dw': array([1])}", "{'dw': np.array([1])}"),
        ("<Figure>", None),
        ("array([0, ..., 9])", None),
    ],
)
def test_shown_values(text, value):
    """Values as Jupyter shows them are Python again; others are not."""
    assert expected.value_of_repr(text) == value


@pytest.mark.parametrize(
    ("text", "label", "value"),
    [
        ("print('dw = ' + str(g['dw']))", "dw = ", "g['dw']"),
        ("print('cost:', cost)", "cost:", "cost"),
        ("print(f'b = {b}')", "b = ", "b"),
        ("print(f(2))", "f(2)", "f(2)"),
        ("print(str(x))", "x", "x"),
    ],
)
def test_prints(text, label, value):
    """What a print shows is a label and an expression."""
    shown = expected.printed(ast.parse(text).body[0])
    assert (shown.label, ast.unparse(shown.value)) == (label, value)


@pytest.mark.parametrize(
    "text", ["print('done')", "print()", "x = 1", "print(1, 2, 3)"]
)
def test_what_is_no_print_of_a_value(text):
    """Other statements show nothing that a table could be about."""
    assert expected.printed(ast.parse(text).body[0]) is None


TABLES = [
    """**Expected Output**:

| | |
|--|--|
| **dw** | [[1.]
|`cost` | 5 |""",
    """<table><tr><td> **dw** </td><td>[[1.]</td></tr><tr>
<td>cost<td>
5
</tr></table>""",
    """<table>
<tr>
<td>**dw**</td>
<td> [[1.] </td>
</tr>
<tr><td> **cost** </td>
<td> 5 </td></tr></table>""",
]


@pytest.mark.parametrize("text", TABLES)
def test_tables(text):
    """Tables of Markdown and of HTML have rows of a label and a value."""
    assert expected.rows(text) == [Row("dw", "[[1.]"), Row("cost", "5")]


def test_blocks():
    """A block of output has a label and a value a line, arrays over several lines."""
    text = "Expected output:\n```\ndw = [[1.]\n [2.]]\ncost: 5\n```"
    assert expected.rows(text) == [Row("dw", "[[1.] [2.]]"), Row("cost", "5")]
