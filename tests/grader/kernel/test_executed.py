"""Cells of a history as Python with the lines that a student sees."""

from types import SimpleNamespace

import pytest
from IPython.core.inputtransformer2 import TransformerManager

from grader.kernel.executed import Cell, executed


def shell(*raw):
    """Return what is asked of IPython, with these cells in its history."""
    return SimpleNamespace(
        history_manager=SimpleNamespace(input_hist_raw=["", *raw]),
        transform_cell=TransformerManager().transform_cell,
    )


def lines(raw):
    """Return the lines of the one cell that was run."""
    ((_, text),) = executed(shell(raw))
    return text.rstrip("\n").split("\n")


def test_cells_have_their_numbers():
    """Cells come in the order in which they ran, by the number beside them."""
    assert executed(shell("x = 1", "%%bash\nls", "y = 2")) == [
        Cell(1, "x = 1"),
        Cell(3, "y = 2"),
    ]


@pytest.mark.parametrize(
    ("raw", "line", "text"),
    [
        ("%%check softmax\ndef softmax(x):\n    return x", 2, "def softmax(x):"),
        ("%%time\n%%check\ndef f(x):\n    pass", 3, "def f(x):"),
        ("\n\n\ndef f(x):\n    pass", 4, "def f(x):"),
        ("%matplotlib inline\ndef f(x):\n    pass", 2, "def f(x):"),
        ("np.exp?\ndef f(x):\n    pass", 2, "def f(x):"),
        ("!ls \\\n  -l \\\n  -a\ndef f(x):\n    pass", 4, "def f(x):"),
        ("x = !ls \\\n  -l\ny = 1", 3, "y = 1"),
        ("a = 1\r\nb = 2\rc = 3", 3, "c = 3"),
        ("def f(x)\n    return 1", 2, "    return 1"),
    ],
)
def test_lines_stay_where_they_are(raw, line, text):
    """Whatever IPython makes of a cell, its Python is on the lines of the cell."""
    assert lines(raw)[line - 1] == text


@pytest.mark.parametrize("magic", ["bash", "html", "writefile a.py", "timeit"])
def test_what_is_no_python_of_the_kernel(magic):
    """A cell for another program, or in a namespace of its own, is left out."""
    assert executed(shell(f"%%{magic}\ndef softmax(x):\n    return x")) == []
