"""`grader notebook`: a notebook written, and a finished one taken back."""

import json
import os

import nbformat
import pytest

WROTE = "wrote numpy_basics.ipynb\n"
ANSWER = "return 1 / (1 + np.exp(-x))"


@pytest.fixture
def finished(course, inside):
    """Return a function that answers exercises in a fresh notebook; its path."""

    def make(**answers):
        inside("notebook", "numpy_basics")
        file = course / "numpy_basics.ipynb"
        node = nbformat.read(file, 4)
        for cell in node.cells:
            about = cell.metadata.grader
            if about.role == "stub" and about.exercise in answers:
                answer = answers[about.exercise]
                lines = answer if "def " in answer else None
                cell.source = lines or cell.source.replace("...", answer)
        nbformat.write(node, file)
        return file

    return make


def test_a_notebook_is_written(inside, course):
    """A fresh notebook lies where the student is, the same as the built one."""
    done = inside("notebook", "numpy_basics")
    assert done.returncode == 0
    assert done.stdout == (
        f"{WROTE}Next: open it in Jupyter. When it is finished, run: "
        "grader notebook --take numpy_basics.ipynb\n"
    )
    built = course / "exercises/numpy_basics/numpy_basics.ipynb"
    assert course.joinpath("numpy_basics.ipynb").read_bytes() == built.read_bytes()


def test_another_place(inside, course):
    """--to takes a file or a folder; data is found from there."""
    course.joinpath("my work").mkdir()
    done = inside("notebook", "logistic_regression", "--to", "my work")
    assert "wrote my work/logistic_regression.ipynb\n" in done.stdout
    node = nbformat.read(course / "my work/logistic_regression.ipynb", 4)
    pictures = "\n".join(
        cell.source for cell in node.cells if cell.metadata.grader.role == "picture"
    )
    assert 'data="../data"' in pictures
    assert "../../data" not in pictures


def test_outside_of_the_course(inside, tmp_path):
    """Far from the course it is said where the checks look for it."""
    done = inside("notebook", "numpy_basics", "--to", tmp_path / "a.ipynb")
    assert "Its checks look for the course upward from it: " in done.stdout


def test_nothing_is_overwritten(inside, course):
    """What is there is kept, and said where; the same notebook is left alone."""
    inside("notebook", "numpy_basics")
    again = inside("notebook", "numpy_basics")
    assert again.stdout == "numpy_basics.ipynb is that notebook already.\n"
    file = course / "numpy_basics.ipynb"
    file.write_text("mine")
    done = inside("notebook", "numpy_basics")
    assert done.stdout.startswith(
        "numpy_basics.ipynb was there: kept in .grader/kept/numpy_basics-1.ipynb\n"
        + WROTE
    )
    assert course.joinpath(".grader/kept/numpy_basics-1.ipynb").read_text() == "mine"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "Which assignment?\nName one of: numpy_basics, "),
        (["numpy_basic"], "No assignment `numpy_basic`.\nDid you mean `numpy_basics`?"),
        (["zzz"], "No assignment `zzz`.\nThere are: numpy_basics, "),
        (["softmax"], "`softmax` is an exercise, not an assignment.\nIt is in: grader"),
        (["--take", "a", "--to", "b"], "--to and --take are two commands.\n"),
        (["--take", "none.ipynb"], "No file none.ipynb.\n--take takes a finished "),
        (["--take", "exercises"], "exercises is a folder, not a file.\n"),
        (
            ["--take", "broken"],
            "broken is not UTF-8 text, so it is no notebook.\nOpen ",
        ),
        (["--take", "other"], "other is JSON and no notebook: it has no cells.\n"),
        (["--take", "list"], "list is JSON and no notebook: it has no cells.\n"),
        (["--take", "empty"], "empty has no cell of code.\n"),
        (["--take", "away"], "away defines no function of this course.\n"),
        (["numpy_basics", "--to", "broken/x"], "Cannot write broken/x: File exists"),
        (["numpy_basics", "--to", "exercises/../pipe"], "exercises/../pipe is not a "),
    ],
)
def test_what_cannot_be_done(inside, course, words, said):
    """What is wrong is one sentence and what to do, with exit code 2."""
    course.joinpath("broken").write_bytes(b"\xff\xfe<html>")
    course.joinpath("other").write_text('{"a": 1}')
    course.joinpath("list").write_text("[1]")
    course.joinpath("empty").write_text('{"cells": []}')
    course.joinpath("away").write_text('{"cells": [{"cell_type": "code"}]}')
    os.mkfifo(course / "pipe")
    done = inside("notebook", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(said)


def test_answers_are_taken(inside, course, finished):
    """An answer goes into its file and is right there; a stub is left alone."""
    finished(sigmoid=ANSWER)
    done = inside("notebook", "--take", "numpy_basics.ipynb")
    assert done.returncode == 0
    told = done.stdout.splitlines()
    assert told[0] == "basic_sigmoid: not started, left alone"
    assert told[1] == (
        "sigmoid: taken from cell 7, now in exercises/numpy_basics/sigmoid.py"
    )
    assert told[-2] == "1 answer taken, nothing was run."
    assert told[-1] == (
        "Next: to see where your answers stand, run: grader check sigmoid"
    )
    text = course.joinpath("exercises/numpy_basics/sigmoid.py").read_text()
    assert text.startswith('"""# Sigmoid of an array\n')
    assert '"""\n\nimport numpy as np\n\n\ndef sigmoid(x):\n    """' in text
    assert text.endswith(
        f"    # YOUR CODE STARTS HERE\n    {ANSWER}\n    # YOUR CODE ENDS HERE\n"
    )
    assert inside("check", "sigmoid").returncode == 0
    # Only what was shipped was replaced.
    assert not course.joinpath(".grader/kept").exists()


def test_taking_twice_changes_nothing(inside, finished):
    """What is there already is left as it is."""
    finished(sigmoid=ANSWER)
    inside("notebook", "--take", "numpy_basics.ipynb")
    done = inside("notebook", "--take", "numpy_basics.ipynb")
    assert "cell 7, the same as in exercises/numpy_basics/sigmoid.py\n" in done.stdout


def test_what_is_replaced_is_kept(inside, course, write, finished):
    """An answer in the file is copied before another one takes its place."""
    before = write("sigmoid", "return x").read_text()
    finished(sigmoid=ANSWER)
    done = inside("notebook", "--take", "numpy_basics.ipynb")
    kept = ".grader/kept/sigmoid-1.py"
    assert f"/sigmoid.py; what was there is in {kept}\n" in done.stdout
    assert course.joinpath(kept).read_text() == before


def test_a_link_is_not_written_through(inside, course, finished):
    """A file that is a link becomes a file; what the link led to stays."""
    finished(sigmoid=ANSWER)
    file = course / "exercises/numpy_basics/sigmoid.py"
    solution = course / "solutions/numpy_basics/sigmoid.py"
    before = solution.read_bytes()
    file.unlink()
    file.symlink_to(solution)
    inside("notebook", "--take", "numpy_basics.ipynb")
    assert solution.read_bytes() == before
    assert not file.is_symlink()


def test_what_cannot_be_read_is_left_alone(inside, course, write, finished):
    """A cell that is no Python costs its own exercise; the others are taken."""
    before = write("L1", "return 1").read_text()
    finished(sigmoid=ANSWER, L1="def L1(yhat, y:\n    return 1")
    done = inside("notebook", "--take", "numpy_basics.ipynb")
    assert done.returncode == 2
    assert (
        "L1: left alone: cell 26, line 1: it is not valid Python: the bracket `(` "
        "that opens here is not closed (SyntaxError: '(' was never closed).\n"
    ) in done.stdout
    assert "sigmoid: taken from cell 7" in done.stdout
    assert done.stdout.endswith(
        "Next: mend cell 26 of numpy_basics.ipynb, save it, then run this again.\n"
    )
    assert course.joinpath("exercises/numpy_basics/L1.py").read_text() == before


def test_of_one_assignment(inside, finished):
    """With an assignment, nothing else is taken."""
    finished(sigmoid=ANSWER)
    done = inside("notebook", "vectorization", "--take", "numpy_basics.ipynb")
    assert done.returncode == 1
    assert done.stdout.endswith(
        "0 answers taken, nothing was run.\nNext: write your answers in "
        "numpy_basics.ipynb, save it, then run this again.\n"
    )
    assert "relu: not there, left alone\n" in done.stdout
    assert "sigmoid" not in done.stdout


def test_nothing_is_run(inside, course):
    """Whatever a notebook's cells do, they do not do it here."""
    text = "open('ran', 'w').close()\nimport os\ndef sigmoid(x):\n    return x\n"
    cell = {"cell_type": "code", "source": text, "metadata": {}}
    course.joinpath("a.ipynb").write_text(json.dumps({"cells": [cell]}))
    assert "sigmoid: taken" in inside("notebook", "--take", "a.ipynb").stdout
    assert not course.joinpath("ran").exists()


def test_a_kit_has_notebooks_too(inside, course, tmp_path, finished):
    """In a student kit, where no solution is, a notebook is written and taken."""
    assert inside("release", tmp_path / "kit", "--allow-leaks").returncode == 0
    kit = tmp_path / "kit"
    done = inside("notebook", "numpy_basics", cwd=kit)
    assert done.stdout.startswith(WROTE)
    built = course / "exercises/numpy_basics/numpy_basics.ipynb"
    assert kit.joinpath("numpy_basics.ipynb").read_bytes() == built.read_bytes()
    file = finished(sigmoid=ANSWER)
    done = inside("notebook", "--take", file, cwd=kit)
    assert "sigmoid: taken from cell 7" in done.stdout
