"""Statements are the Markdown above a function, as a docstring."""

import ast

import pytest

from grader.author.marks import MARK
from grader.author.notebooks import statement as statements


@pytest.mark.parametrize(
    ("texts", "docstring"),
    [
        (["# One", "Two"], "# One\n\nTwo\n"),
        (["Add one."], "# Add one\n\nAdd one.\n"),
        (["<a name='ex'></a>\n### One\n<!-- hidden -->\n\n\nTwo"], "### One\n\nTwo\n"),
        (["```\nBEGIN QUESTION\nname: q1\n```\nOne"], "# Add one\n\nOne\n"),
        (["$\\frac{1}{n}$"], "# Add one\n\n$\\frac{1}{n}$\n"),
        (["ends in \\"], "# Add one\n\nends in \\\n"),
        (['a """ b'], "# Add one\n\na ''' b\n"),
        (["![plot](attachment:a.png)"], f"# Add one\n\n({MARK} the picture plot)\n"),
        ([], f"# Add one\n\n{MARK} the statement, which the notebook does not have\n"),
    ],
)
def test_docstrings(texts, docstring):
    """The text comes through as it is, whatever Python would make of it."""
    made = statements.statement(texts, "add_one")
    assert ast.get_docstring(ast.parse(made.text), clean=False) == docstring


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# One #", "One"),
        ("text\n## *Two* `x`\n# Three", "Two x"),
        ("<a id=3></a># Four", "Four"),
        ("none", ""),
    ],
)
def test_titles(text, title):
    """A title is the first heading without its marks."""
    assert statements.title(text) == title


@pytest.mark.parametrize(
    "text",
    [
        "# BEGIN QUESTION\nname: q1",
        "<!-- BEGIN QUESTION -->",
        "BEGIN TESTS",
        "```\nBEGIN QUESTION\nname: q\n```\nText",
    ],
)
def test_boundaries(text):
    """A cell of otter's that says where something begins is no statement."""
    assert statements.is_boundary(text)
    assert not statements.is_boundary("# Where to begin")
