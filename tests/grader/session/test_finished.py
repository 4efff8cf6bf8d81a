"""Finished notebooks, taken apart and never run."""

import json

import pytest

from grader.course import load
from grader.errors import UsageError
from grader.session.finished import Kind, code, find

STUB = '"""Doubles numbers."""\n\nimport numpy as np\n'
RIGHT = "def double(x):\n    return 2 * np.asarray(x)"


@pytest.fixture
def taken(write_course):
    """Return a function that takes `double` out of the cells of a notebook."""
    course = load(write_course("double"))

    def start(*cells, role=""):
        about = {"grader": {"role": role, "exercise": "double"}}
        made = [
            {
                "cell_type": "code",
                "source": cell if isinstance(cell, str) else cell[0],
                "metadata": about if index == 0 else {},
            }
            for index, cell in enumerate(cells)
        ]
        codes = code(json.dumps({"cells": made}).encode(), "a.ipynb")
        (found,) = find(course, list(course), codes)
        return found

    return start


def test_an_answer(taken):
    """The file has the statement, the imports and helpers needed, and the answer."""
    helper = (
        "# How much.\nTWO = 2\n\n\n@staticmethod\ndef times(x):\n    return TWO * x"
    )
    answer = (
        "def double(x):\n    return times(np.asarray(x))\n    # to here\n\n\nprint(1)"
    )
    found = taken("import numpy as np\nimport os", helper, answer)
    assert (found.kind, found.where) == (Kind.TAKEN, "cell 3")
    assert found.text == (
        '"""Doubles numbers."""\n\nimport numpy as np\n\n\n# How much.\nTWO = 2\n\n\n'
        "@staticmethod\ndef times(x):\n    return TWO * x\n\n\n"
        "def double(x):\n    return times(np.asarray(x))\n    # to here\n"
    )


def test_one_line_is_taken_once(taken):
    """Of several statements on a line each is there once."""
    text = taken(f"a = 1; b = 2\n{RIGHT.replace('2 *', 'a * b *')}").text
    assert text.count("a = 1; b = 2") == 1


def test_the_cell_of_the_exercise_comes_first(taken):
    """What is written where the stub was counts; another one is mentioned."""
    found = taken(RIGHT, "def double(x):\n    return 1", role="stub")
    assert found.where == "cell 1"
    assert found.said == "also defined in cell 2, which is left out"


def test_the_last_definition_counts(taken):
    """Without a cell of its own, or with a stub in it, the last cell counts."""
    found = taken("def double(x):\n    return 1", RIGHT)
    assert found.where == "cell 2"
    assert found.said == "also defined in cell 1, which is left out"
    found = taken("def double(x):\n    ...", RIGHT, role="stub")
    assert (found.where, found.said) == ("cell 2", "")


@pytest.mark.parametrize("role", ["used", "check", "picture"])
def test_what_is_no_answer(taken, role):
    """A function brought from elsewhere, or in a check, is no answer."""
    assert taken(RIGHT, role=role).kind is Kind.ABSENT


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("def double(x):\n    ...", Kind.NOT_STARTED),
        ("def double(x):\n    # TODO\n    pass", Kind.NOT_STARTED),
        ("x = 1", Kind.ABSENT),
        ("from m import double", Kind.ABSENT),
        ("def double(x)\n    return x", Kind.UNREADABLE),
        ("%matplotlib inline\nnp.exp?\n!ls\ndef double(x):\n    return x", Kind.TAKEN),
        ("%%check double\ndef double(x):\n    return x", Kind.TAKEN),
        ("%%time\ndef double(x):\n    return x", Kind.TAKEN),
        ("%%writefile a.py\ndef double(x):\n    return x", Kind.ABSENT),
        ("def double(x):\r\n    return x", Kind.TAKEN),
    ],
)
def test_what_becomes_of_a_cell(taken, cell, kind):
    """Each kind of cell is known for what it is."""
    assert taken(cell).kind is kind


def test_positions(taken):
    """A cell that is no Python is told with Python's own words."""
    said = taken("x = 1", "\ndef double(x:\n    return x").said
    assert said.startswith("cell 2, line 2: it is not valid Python: SyntaxError: ")


def test_old_notebooks():
    """A notebook of version 3 has its cells in a worksheet, and calls source input."""
    cell = {"cell_type": "code", "input": ["x = 1\n", "y = 2"]}
    other = {"cell_type": "markdown", "source": "text"}
    data = json.dumps({"worksheets": [{"cells": [other, cell]}]}).encode()
    (found,) = code(data, "a.ipynb")
    assert (found.number, found.text) == (2, "x = 1\ny = 2")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "a.ipynb is empty."),
        (b"<html>", "a.ipynb is a web page and no notebook, whatever its name."),
        (b"\xff\xfe\x00", "a.ipynb is not UTF-8 text, so it is no notebook."),
        (b"[" * 100_000, "a.ipynb is nested too deep to be a notebook."),
        (b"[]", "a.ipynb is JSON and no notebook: it has no cells."),
        (b'{"cells": [3]}', "a.ipynb has no cell of code."),
        (
            b'{"cells": [{"cell_type": "code", "source": {}}]}',
            "a.ipynb is no notebook: cell 1 is not text.",
        ),
    ],
)
def test_what_is_no_notebook(data, said):
    """What is no notebook is told in the sentence that a check has for it."""
    with pytest.raises(UsageError) as caught:
        code(data, "a.ipynb")
    assert caught.value.message == said


def test_metadata_that_is_none():
    """What a notebook says of a cell counts where it is text."""
    about = {"grader": {"role": [], "exercise": "a"}}
    cells = [
        {"cell_type": "code", "source": "", "metadata": one} for one in ([], {}, about)
    ]
    found = code(json.dumps({"cells": cells}).encode(), "a.ipynb")
    assert [(one.role, one.exercise) for one in found] == [("", "")] * 2 + [("", "a")]
