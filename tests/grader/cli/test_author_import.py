"""`grader author import`: a notebook of another grader, as its teacher runs it."""

import json
import re
import shutil
from pathlib import Path

import pytest

from grader.author.marks import MARK

SAMPLES = Path(__file__).parents[1] / "author" / "notebooks"


@pytest.fixture
def take(inside, tmp_path):
    """Return a function that imports a sample into `taken` and returns what it did."""

    def run(name, *words):
        path = SAMPLES / f"{name}.ipynb"
        shutil.copy(path, tmp_path)
        return inside("author", "import", path.name, *words, cwd=tmp_path)

    return run


def told(done):
    """Return what a refusal said, its exit code being 2."""
    assert done.returncode == 2, done.stdout
    return done.stderr


def test_screen(take, tmp_path):
    """What was made of it, what was not, and the next commands are said."""
    done = take("signals", "--into", "taken")
    assert done.returncode == 0, done.stderr
    course = tmp_path / "taken"
    marks = sum(
        file.read_text("utf-8").count(MARK)
        for file in [*course.glob("*/**/*.py"), course / "exercises/course.toml"]
    )
    assert done.stdout == (
        "3 exercises of signals.ipynb in taken/exercises/course.toml: nothing was run."
        "\n\n"
        "  centre                  2 visible cases, 2 hidden\n"
        "  scaled                  1 visible case, 0 hidden, 3 not translated\n"
        "  sign_of                 4 visible cases, 0 hidden, the notebook has no "
        "solution\n\n"
        "Not translated, in a comment for you to write as a case:\n"
        "  taken/tests/visible/signals/test_scaled.py:17  for k in (1, 5):\n"
        "  taken/tests/visible/signals/test_scaled.py:25  check_all(scaled)\n"
        "  taken/tests/visible/signals/test_scaled.py:31  "
        "assert len(set(scaled(np.array([0.0, 0.0, 1.0])))) > 1, 'not all the same'"
        "\n\n"
        "Left out:\n"
        "  cell 15: its answer is a class\n\n"
        f"{marks} places to fill in, each marked FILL IN.\n"
        "Next, to list them with file and line, and to write the stubs:\n"
        "  grader --course taken author check\n"
        "  grader --course taken author build\n"
    )


def test_course_works(take, inside, tmp_path):
    """The course loads, stubs are built, and the check says what is to fill in."""
    take("counting")
    course = tmp_path / "counting"
    assert inside("author", "build", cwd=course).returncode == 0
    done = inside("author", "check", cwd=course)
    assert done.returncode == 1
    assert (
        "    tests/visible/counting/test_steps.py:16: still to fill in: what cell 21 "
        "of the notebook checks:\n"
    ) in done.stdout
    assert "2 of 2 exercises need work." in done.stdout
    assert "Counting without loops   0 of 2" in inside(cwd=course).stdout


@pytest.mark.parametrize(
    ("name", "exercise"),
    [
        ("signals", "centre"),
        ("signals", "scaled"),
        ("counting", "count_above"),
        ("counting", "steps"),
        ("activations", "clipped"),
        ("activations", "gate"),
    ],
)
def test_solutions_pass_what_was_translated(take, inside, tmp_path, name, exercise):
    """A notebook's own solution passes its own checks, visible and hidden."""
    take(name)
    course = tmp_path / name
    (hidden,) = course.glob(f"tests/hidden/*/test_{exercise}.py")
    head = hidden.read_text("utf-8").partition("\n\ndef test_smallest")[0]
    nothing = f'\n\ndef test_nothing({exercise}):\n    """one more"""\n'
    hidden.write_text(head + nothing, "utf-8")
    (solution,) = course.glob(f"solutions/*/{exercise}.py")
    done = inside("check", exercise, "--file", solution, "--format", "json", cwd=course)
    (verdict,) = json.loads(done.stdout)["exercises"]
    assert verdict["status"] == "passed", verdict["message"]


def test_a_second_notebook_becomes_an_assignment(take, inside, tmp_path):
    """A course that is there gets one assignment more, and no second of its name."""
    take("signals", "--into", "taken")
    assert take("activations", "--into", "taken").returncode == 0
    assert "\nActivations\n" in inside(cwd=tmp_path / "taken").stdout
    assert told(take("activations", "--into", "taken")) == (
        "The course has an assignment `activations` already. Nothing was written.\n"
        "Rename the notebook: its name is that of the assignment.\n"
    )


def test_names_that_the_course_has(take, inside, tmp_path):
    """Functions that the course has already are left out, and said to be."""
    take("signals", "--into", "taken")
    text = (SAMPLES / "signals.ipynb").read_text("utf-8").replace("centre", "middle")
    (tmp_path / "more.ipynb").write_text(text, "utf-8")
    done = inside("author", "import", "more.ipynb", "--into", "taken", cwd=tmp_path)
    assert "1 exercise of more.ipynb" in done.stdout
    assert (
        "  cell 8: `scaled` is taken: an exercise of signals is called so\n"
    ) in done.stdout


def test_refusals(inside, tmp_path):
    """What cannot be imported leaves nothing behind."""
    page = tmp_path / "page.ipynb"
    page.write_text("<html>")
    assert told(inside("author", "import", page, cwd=tmp_path)).startswith(
        f"{page} is a web page and no notebook, whatever its name.\n"
    )
    empty = {"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 4}
    page.write_text(json.dumps(empty))
    said = told(inside("author", "import", page, "--into", "a", cwd=tmp_path))
    assert said.startswith("The notebook has no graded function.\nIt takes the marks")
    assert not (tmp_path / "a").exists()
    assert not (tmp_path / "page").exists()


def test_a_folder_with_something_in_it(take, tmp_path):
    """A folder that is neither empty nor a course is left alone."""
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "mine.txt").write_text("mine")
    assert "is not empty: it has mine.txt." in told(take("signals", "--into", "taken"))
    assert [one.name for one in (tmp_path / "taken").iterdir()] == ["mine.txt"]


def test_nothing_is_run(inside, tmp_path):
    """Code of the notebook is read and never run."""
    trap = f"open({str(tmp_path / 'ran')!r}, 'w')"
    text = f"{trap}\ndef f(x=({trap})):\n    {trap}\n    return 1 # SOLUTION\n"
    cell = {"cell_type": "code", "metadata": {}, "outputs": [], "source": text}
    cells = [cell | {"execution_count": None}]
    table = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 4}
    (tmp_path / "trap.ipynb").write_text(json.dumps(table))
    assert inside("author", "import", "trap.ipynb", cwd=tmp_path).returncode == 0
    assert not (tmp_path / "ran").exists()
    text = (tmp_path / "trap/solutions/trap/f.py").read_text("utf-8")
    assert re.search("def f", text)
