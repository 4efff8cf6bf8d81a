"""A notebook that somebody worked in is told from one as it was shipped."""

import json

import pytest

from grader.author.answered import is_answered

STUB = '''"""Statement."""

import numpy as np

LIMIT = 3


def f(x):
    """Doc."""
    y = x
    # YOUR CODE STARTS HERE
    ...
    # YOUR CODE ENDS HERE
'''
SHIPPED = STUB.split("\n", 4)[4]


def notebook(*cells):
    """Return a notebook with cells of role and text, all of the exercise f."""
    made = [
        {
            "cell_type": "code",
            "metadata": {"grader": {"exercise": "f", "role": role}} if role else {},
            "source": text,
        }
        for role, text in cells
    ]
    return json.dumps({"cells": made}).encode()


def answered(data):
    """Return whether overwriting could lose something."""
    return is_answered(data, {"f": STUB})


@pytest.mark.parametrize(
    "cell",
    [
        ("stub", SHIPPED),
        ("stub", SHIPPED.splitlines(keepends=True)),
        ("stub", SHIPPED.replace("Doc.", "An older docstring.")),
        ("stub", SHIPPED.replace("STARTS", "BEGINS")),
        ("used", "# Your g goes here."),
        ("bring", "## Bring your `g`"),
        ("title", "# An older title"),
        ("imports", "import math\nimport numpy as np"),
        ("check", "show_visible('f', test_old)"),
        ("picture", "draw(f)"),
        (None, " \n"),
    ],
)
def test_not_answered(cell):
    """Cells as any version ships them, and empty ones, hold nothing to keep."""
    assert not answered(notebook(cell))


@pytest.mark.parametrize(
    "cell",
    [
        ("stub", SHIPPED.replace("    ...", "    return 2 * x")),
        ("stub", SHIPPED + "\n\ndef helper():\n    pass\n"),
        ("stub", SHIPPED.replace("...", "return (")),
        ("used", "def g():\n    return 1"),
        ("imports", "import math\nmine = 3"),
        (None, "my notes"),
        ("mine", "1 + 1"),
    ],
)
def test_answered(cell):
    """An answer, a function brought along, code beside it and notes are kept."""
    assert answered(notebook(("title", "# T"), cell))


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff", b"[]", b"{}", b'{"cells": 3}', b'{"cells": [3]}', b"[" * 100_000,
     b'{"cells": [{}]}'],
)  # fmt: skip
def test_what_is_no_notebook_is_kept(data):
    """Nobody knows what a file holds that cannot be read."""
    assert answered(data)


def test_an_exercise_that_is_gone():
    """An answer to an exercise that the course has no more is kept; its stub is not."""
    assert is_answered(notebook(("stub", "def f(x):\n    return 1")), {})
    assert not is_answered(notebook(("stub", "def f(x):\n    ...")), {})
