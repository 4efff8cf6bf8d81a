"""A course in a folder, and notebooks that are run in it by a real kernel."""

import shutil
from pathlib import Path

import nbformat
import pytest
from browser import collect_ignore  # noqa: F401 - it is found by its name
from nbclient import NotebookClient

ROOT = Path(__file__).resolve().parents[3]
SECONDS = 120
FOLDERS = ("exercises", "solutions", "tests/visible", "tests/hidden")
MORE = ("tests/misconceptions",)


@pytest.fixture(scope="session")
def course(tmp_path_factory):
    """Return a copy of the real course, in a folder whose name has a space."""
    folder = tmp_path_factory.mktemp("a course")
    for name in FOLDERS + MORE:
        shutil.copytree(ROOT / name, folder / name)
    return folder


@pytest.fixture(scope="session")
def notebook():
    """Return a function that makes a notebook of the texts of code cells."""

    def make(*texts):
        cells = [nbformat.v4.new_code_cell(text.strip("\n")) for text in texts]
        spec = {"display_name": "Python 3", "language": "python", "name": "python3"}
        return nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": spec})

    return make


@pytest.fixture(scope="session")
def execute(notebook):
    """Return a function that runs cells in a folder; their outputs, cell by cell."""

    def run(folder, *texts):
        made = notebook(*texts)
        NotebookClient(
            made,
            timeout=SECONDS,
            kernel_name="python3",
            allow_errors=True,
            resources={"metadata": {"path": str(folder)}},
        ).execute()
        return [cell.outputs for cell in made.cells]

    return run
