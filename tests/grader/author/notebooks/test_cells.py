"""Notebooks of any version are read; what is none is told in a sentence."""

import json

import pytest

from grader.author.notebooks.cells import read
from grader.errors import UsageError

IN_R = b"""{"cells": [], "nbformat": 4, "nbformat_minor": 4,
"metadata": {"kernelspec": {"language": "R"}}}"""


def test_cells_of_version_4(sample):
    """Cells come in order with their number, kind, role and last output."""
    cells = read(sample("counting"))
    assert [cell.kind for cell in cells[:4]] == ["raw", "markdown", "code", "raw"]
    assert [cell.number for cell in cells] == list(range(1, len(cells) + 1))
    assert cells[9].text == "count_above([1, -1, 3])"
    assert cells[9].output == "2"
    assert read(sample("signals"))[4].role["grade_id"] == "centre"


def test_cells_of_version_3(tmp_path):
    """An older notebook is read as well: worksheets, headings, input."""
    cells = [
        {"cell_type": "heading", "level": 2, "metadata": {}, "source": ["A title"]},
        {
            "cell_type": "code",
            "input": ["x = 1\n", "x"],
            "language": "python",
            "metadata": {},
            "outputs": [
                {
                    "output_type": "pyout",
                    "text": ["1"],
                    "prompt_number": 1,
                    "metadata": {},
                }
            ],
        },
    ]
    table = {"nbformat": 3, "nbformat_minor": 0, "metadata": {"name": ""}}
    path = tmp_path / "old.ipynb"
    path.write_text(json.dumps(table | {"worksheets": [{"cells": cells}]}))
    title, code = read(path)
    assert (title.kind, title.text) == ("markdown", "## A title")
    assert (code.text, code.output) == ("x = 1\nx", "1")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("%matplotlib inline\nx = 1", "pass  # %matplotlib inline\nx = 1"),
        ("if x:\n    !ls -l\nx?", "if x:\n    pass  # !ls -l\npass  # x?"),
        ("x = (7\n% 4)", "x = (7\n% 4)"),
        ("%%bash\nls", ""),
        ("%%time\nx = 1", "pass  # %%time\nx = 1"),
    ],
)
def test_magic_is_taken_out(write_notebook, text, plain):
    """What only Jupyter understands is a comment, lines stay where they are."""
    assert read(write_notebook(text))[0].text == plain


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty."),
        (b" \n", "is empty."),
        (b"<!DOCTYPE html>\n<html>", "is a web page and no notebook"),
        (b'{"cells": [', "line 1: it is broken: "),
        (b"\x89PNG\r\n", "is no notebook: it is not UTF-8 text."),
        (b"[1, 2]", "is JSON and no notebook: it has no cells."),
        (b'{"a": 1}', "is JSON and no notebook: it has no cells."),
        (b"[" * 100_000, "is nested too deep"),
        (b'{"cells": 3, "nbformat": 4}', "is not a notebook that can be read"),
        (b'{"cells": [3], "nbformat": 4}', "is not a notebook that can be read"),
        (b'{"cells": [{}], "nbformat": 4}', "is not a notebook that can be read"),
        (b'{"cells": [], "nbformat": 99}', "is not a notebook that can be read"),
        (b'{"cells": [], "nbformat": "x"}', "is not a notebook that can be read"),
        (
            IN_R,
            "is a notebook in r; only Python is taken.",
        ),
    ],
)
def test_what_is_no_notebook(tmp_path, data, said):
    """A file that cannot be taken is told with its reason."""
    path = tmp_path / "lab.ipynb"
    path.write_bytes(data)
    with pytest.raises(UsageError) as caught:
        read(path)
    assert caught.value.message.startswith(str(path))
    assert said in caught.value.message


def test_what_is_no_file(tmp_path):
    """A missing file and a folder are told apart."""
    with pytest.raises(UsageError) as caught:
        read(tmp_path / "none.ipynb")
    assert caught.value.message == f"There is no {tmp_path}/none.ipynb."
    with pytest.raises(UsageError) as caught:
        read(tmp_path)
    assert caught.value.message == f"{tmp_path} is a folder."
