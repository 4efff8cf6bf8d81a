"""Definitions besides the one that counts are told."""

import pytest
from handed import notebook

from grader.findings import again
from grader.submission import cells
from grader.submission.extract import extract
from grader.submission.source import parse

ONE, TWO = "def f(x):\n    return 1", "def f(x):\n    return 2"


def found(source):
    """Return the findings in a source as cell, line and message."""
    findings = again.find(extract(source, ("f",)), ("f",), "w")
    return [(one.cell, one.line, one.message) for one in findings]


def book(*texts):
    """Return cells of code as a source."""
    return cells.parse(notebook([("code", text) for text in texts]), "w.ipynb")


def test_in_other_cells():
    """Cells are named where definitions stand in different ones."""
    assert found(book(ONE, "x = 1", TWO)) == [
        (1, 1, "Cell 1 defines `f` too; the one in cell 3 counts.")
    ]


def test_in_one_cell():
    """Lines are named where definitions stand in one cell."""
    assert found(book(f"{ONE}\n{TWO}")) == [
        (1, 1, "Cell 1, line 1 defines `f` too; the one in cell 1, line 3 counts.")
    ]


def test_in_a_file():
    """In a file the lines are named."""
    assert found(parse(f"{ONE}\n\n{TWO}\n".encode(), "a.py")) == [
        (None, 1, "Line 1 defines `f` too; the one in line 4 counts.")
    ]


def test_what_is_the_same_is_not_told():
    """A copy of the definition that counts is none, nor is what is no function."""
    assert found(book(ONE, "# a\n" + ONE)) == []
    assert found(book("f = lambda x: x", TWO)) == []
    assert found(book("def f(x): return 3", "f = lambda x: x")) == []


def test_what_is_not_python_is_told():
    """A definition that cannot be read is told, with Python's complaint."""
    ((cell, line, message),) = found(book(ONE, "def f(x):\n    return (2\n"))
    assert (cell, line) == (2, 2)
    assert message == (
        "Cell 2 would define `f` too, but is not valid Python: the bracket "
        "`(` that opens here is not closed (SyntaxError: '(' was "
        "never closed); the one in cell 1 counts."
    )


def test_only_a_few_are_told():
    """Of many definitions three are told."""
    many = [f"def f(x):\n    return {number}" for number in range(9)]
    assert len(found(book(*many))) == again.MAX_FINDINGS


def test_numbers_that_python_does_not_write():
    """Two definitions with an integer too long to be written are two."""
    long = "def f(x):\n    return 0x" + "f" * 5000
    assert found(parse(f"{long}\n\n{long}\n".encode(), "a.py")) == [
        (None, 1, "Line 1 defines `f` too; the one in line 4 counts.")
    ]


@pytest.mark.usefixtures("chinese")
def test_in_chinese():
    """Cells and lines are told in Chinese, without a blank between its signs."""
    assert found(book(ONE, "x = 1", TWO)) == [
        (1, 1, "单元格 1 也定义了 `f`；算数的是单元格 3 的那一个。")
    ]
    assert found(parse(f"{ONE}\n\n{TWO}\n".encode(), "a.py")) == [
        (None, 1, "第 1 行也定义了 `f`；算数的是第 4 行的那一个。")
    ]
    ((_, _, message),) = found(book(ONE, "def f(x)\n    return 2\n"))
    assert message == (
        "单元格 2 本来也会定义 `f`，但不是合法的 Python：少了一个冒号"
        "（SyntaxError: expected ':'）；算数的是单元格 1 的那一个。"
    )
