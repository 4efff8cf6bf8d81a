"""What the tests of notebooks share: notebooks made of a few cells."""

import json
from pathlib import Path

import pytest

from grader.author.notebooks.cells import Cell

HERE = Path(__file__).parent


@pytest.fixture
def sample():
    """Return a function that returns the path of a sample notebook."""
    return lambda name: HERE / f"{name}.ipynb"


@pytest.fixture
def write_notebook(tmp_path):
    """Return a function that writes a notebook of code cells and Markdown cells.

    A text that begins with `#!` is Markdown; a dict is a cell as it is in the file.
    """

    def write(*texts, name="lab.ipynb", **metadata):
        cells = []
        for text in texts:
            if isinstance(text, dict):
                cells.append(text)
            elif text.startswith("#!"):
                source = text.removeprefix("#!")
                cells.append(
                    {"cell_type": "markdown", "metadata": {}, "source": source}
                )
            else:
                cells.append(code_cell(text))
        path = tmp_path / name
        table = {"cells": cells, "metadata": metadata, "nbformat": 4}
        path.write_text(json.dumps(table | {"nbformat_minor": 4}), "utf-8")
        return path

    return write


def code_cell(text, **nbgrader):
    """Return a code cell, with what nbgrader says of it."""
    about = {"nbgrader": nbgrader} if nbgrader else {}
    return {
        "cell_type": "code",
        "metadata": about,
        "source": text,
        "outputs": [],
        "execution_count": None,
    }


@pytest.fixture
def cell():
    """Return a function that makes a code cell as it is read."""
    return lambda text, **role: Cell(3, "code", text, role)
