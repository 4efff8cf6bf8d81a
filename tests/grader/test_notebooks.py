"""The real notebooks, and one with a picture, run in a real kernel."""

import copy
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from grader.author.build import notebooks
from grader.author.notebook import path
from grader.course import find_root, load

REAL = load(find_root(Path(__file__).parent))
ASSIGNMENTS = {one.name: one for one in REAL.assignments}
SECONDS = 60


def run(notebook, folder):
    """Run all cells of a notebook in a kernel that starts in `folder`."""
    NotebookClient(
        notebook,
        timeout=SECONDS,
        kernel_name="python3",
        resources={"metadata": {"path": str(folder)}},
    ).execute()


def printed(cell):
    """Return what a cell printed on stdout."""
    return "".join(one.text for one in cell.outputs if one.get("name") == "stdout")


def roles(notebook, *wanted):
    """Return the cells with these roles."""
    return [one for one in notebook.cells if one.metadata.grader.role in wanted]


def solve(notebook, course):
    """Write the solutions into the cells where answers belong."""
    for cell in roles(notebook, "stub", "used"):
        place = course.places[cell.metadata.grader.exercise]
        cell.source = place.solution.read_text("utf-8")


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_a_real_notebook_runs(assignment, tmp_path):
    """As shipped nothing is started and nothing raises; solved, every case passes."""
    shipped = nbformat.read(path(REAL, ASSIGNMENTS[assignment]), 4)
    solved = copy.deepcopy(shipped)
    solve(solved, REAL)
    count = len(shipped.cells)
    # One kernel for both: starting it takes longer than all the cells.
    for number, cell in enumerate(solved.cells):
        cell.id = f"solved-{number}"
        if _is_slow(cell):
            cell.source = ""
    both = copy.deepcopy(shipped)
    both.cells += solved.cells
    # Nothing that is run is to leave anything behind in the course.
    folder = tmp_path / "exercises" / assignment
    folder.mkdir(parents=True)
    tmp_path.joinpath("data").symlink_to(REAL.root / "data")
    run(both, folder)
    before, after = both.cells[:count], both.cells[count:]
    for cell, again in zip(before, after, strict=True):
        about = cell.metadata.grader
        if about.role == "check":
            assert printed(cell).startswith(f"· {about.exercise}   not started: ")
            told = printed(again)
            assert "✓ " in told
            assert "Visible cases passed: " in told
            assert not [
                line for line in told.splitlines() if line[:1] in "✗·!" and line
            ]
        elif about.role == "picture":
            assert ", which is not started." in printed(cell)
            images = ["image/png" in one.get("data", {}) for one in again.outputs]
            assert any(images) is not _is_slow(again)


def _is_slow(cell):
    """Whether a cell may take minutes: pictures of all the data are drawn elsewhere."""
    slow = cell.metadata.grader.role == "picture" and 'data="' in cell.source
    return slow or not cell.source


PICTURE = '''
"""Pictures of double."""


def line(figure, double, data):
    """The line is straight."""
    axes = figure.subplots()
    axes.set_title(sorted(one.name for one in data.iterdir())[0])
    axes.plot([0, 1, 2], double([0, 1, 2]))
'''


def test_a_picture_is_drawn(write_course):
    """A picture waits until its function is written, and then it is an image."""
    course = load(write_course("double"))
    place = course.places["double"]
    place.pictures.parent.mkdir()
    place.pictures.write_text(PICTURE)
    course.root.joinpath("data").mkdir()
    course.root.joinpath("data/points.csv").touch()
    ((_, made),) = notebooks(course)
    notebook = nbformat.reads(made, 4)
    (stub,) = roles(notebook, "stub")
    (picture,) = roles(notebook, "picture")
    solution = copy.deepcopy(stub)
    solution.source, solution.id = place.solution.read_text(), "solution"
    again = copy.deepcopy(picture)
    again.id = "again"
    notebook.cells += [solution, again]
    run(notebook, place.stub.parent)
    waiting, drawn = roles(notebook, "picture")
    assert printed(waiting) == ("· line   needs `double`, which is not started.\n")
    assert [list(one.data) for one in drawn.outputs] == [["text/plain", "image/png"]]
