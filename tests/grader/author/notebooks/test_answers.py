"""Graded functions are found by the marks of three graders."""

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.author.notebooks.answers import BLANK, answers
from grader.author.notebooks.cells import Cell
from grader.submission import stub

SOLVED = """def f(x):
    ### BEGIN SOLUTION
    return x + 1
    ### END SOLUTION
"""
# Each of these is SOLVED, in somebody's own marks.
FAMILIES = {
    "nbgrader": SOLVED,
    "nbgrader around the function": (
        "### BEGIN SOLUTION\ndef f(x):\n    return x + 1\n### END SOLUTION"
    ),
    "a marker left alone": "def f(x):\n    # YOUR CODE HERE\n    return x + 1",
    "otter": "def f(x):\n    # BEGIN SOLUTION\n    return x + 1\n    # END SOLUTION",
    "otter without a prompt": (
        "def f(x):\n    # BEGIN SOLUTION NO PROMPT\n    return x + 1\n"
        "    # END SOLUTION\n    ''' # BEGIN PROMPT\n    y = ...\n    '''; # END PROMPT"
    ),
    "otter's lines": "def f(x):\n    return x + 1 # SOLUTION",
    "Coursera until 2020": (
        "# GRADED FUNCTION: f\ndef f(x):\n    ### START CODE HERE ### (1 line)\n"
        "    return x + 1\n    ### END CODE HERE ###"
    ),
    "Coursera from 2021": (
        "# UNQ_C1 (UNIQUE CELL IDENTIFIER, DO NOT EDIT)\n# GRADED FUNCTION: f\n"
        "def f(x):\n    # YOUR CODE STARTS HERE\n    return x + 1\n"
        "    # YOUR CODE ENDS HERE"
    ),
    "Coursera, solved without its markers": (
        "# GRADED FUNCTION: f\ndef f(x):\n    return x + 1"
    ),
    "on one line": "# GRADED FUNCTION: f\ndef f(x): return x + 1",
    "a marker too far left": (
        "def f(x):\n  # BEGIN SOLUTION\n    return x + 1\n  # END SOLUTION"
    ),
}


@pytest.mark.parametrize("family", FAMILIES)
def test_families(cell, family):
    """Whoever's marks they are, the function is graded and its markers are ours."""
    (found,) = answers(cell(FAMILIES[family])).graded
    assert found.name == "f"
    assert found.source == SOLVED
    assert not found.blank


def test_whole_cells_of_nbgrader(cell):
    """An answer cell without markers is an answer as a whole; the docstring is not."""
    text = 'def f(x):\n    """Add."""\n    # One more.\n    return x + 1\n'
    assert answers(cell(text)).graded == ()
    (found,) = answers(cell(text, solution=True)).graded
    assert found.source == (
        'def f(x):\n    """Add."""\n    ### BEGIN SOLUTION\n    # One more.\n'
        "    return x + 1\n    ### END SOLUTION\n"
    )


def test_lines_in_a_row_are_one_answer(cell):
    """Neighbouring lines of otter share a pair of markers."""
    text = "def f(x):\n    y = x # SOLUTION\n    return y # SOLUTION\n"
    (found,) = answers(cell(text)).graded
    assert found.source.count("### BEGIN SOLUTION") == 1


BLANKS = {
    "nbgrader": "def f(x):\n    # YOUR CODE HERE\n    raise NotImplementedError()",
    "otter": "def f(x):\n    # BEGIN SOLUTION\n    ...\n    # END SOLUTION",
    "Coursera": (
        "# GRADED FUNCTION: f\ndef f(x):\n    ### START CODE HERE ###\n    s = None\n"
        "    ### END CODE HERE ###\n    return s"
    ),
    "nothing between": (
        "def f(x):\n    # YOUR CODE STARTS HERE\n\n    # YOUR CODE ENDS HERE\n"
    ),
    "a loop with a comment": (
        "def f(x):\n    for i in x:\n        ### START CODE HERE ###\n"
        "        # one line\n        ### END CODE HERE ###\n    return x"
    ),
}


@pytest.mark.parametrize("family", BLANKS)
def test_student_versions_are_blank(cell, family):
    """Where nothing was answered, a mark asks for the solution."""
    (found,) = answers(cell(BLANKS[family])).graded
    assert found.blank
    assert BLANK in found.source
    ast.parse(stub.make(found.source))


def test_helpers_beside_are_not_graded(cell):
    """Of several functions in a cell, those with an answer in them are graded."""
    text = f"def g(x):\n    return x\n\n\n{SOLVED}\nx = f(2)\n"
    (found,) = answers(cell(text)).graded
    assert found.source == SOLVED


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x = 3 # SOLUTION", "cell 3: its answer is no function"),
        ("class A:\n    # BEGIN SOLUTION\n    x = 1\n    # END SOLUTION",
         "cell 3: its answer is a class"),
        ("# GRADED FUNCTION: f\ndef f(x:\n", "cell 3: its line 1 is not valid Python"),
    ],
)  # fmt: skip
def test_what_is_left_out(cell, text, said):
    """An answer that can be no exercise is told with its cell."""
    found = answers(cell(text))
    assert found.graded == ()
    assert found.left_out == (said,)


TEXTS = [*FAMILIES.values(), *BLANKS.values()]
LINES = [
    *(line for text in TEXTS for line in text.split("\n")),
    "", "    x = 1", "@decorated", "def g(): pass", '    """', "    if x:", "x = 2",
]  # fmt: skip


@given(st.lists(st.sampled_from(LINES), max_size=14))
def test_any_marks_are_read(lines):
    """However marks are mixed up, what is graded is Python."""
    for found in answers(Cell(1, "code", "\n".join(lines), {})).graded:
        ast.parse(found.source)
