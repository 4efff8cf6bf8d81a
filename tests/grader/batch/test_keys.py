"""Keys: the same key means the same verdict, to the last line number."""

import json
from importlib import metadata
from pathlib import Path

import msgspec
import pytest

from grader import course as courses
from grader.batch import keys
from grader.session.submitted import read_file

ROOT = Path(__file__).parents[3]
ANSWER = "import numpy as np\n\n\ndef softmax(x):\n    return np.exp(x)\n"


@pytest.fixture(scope="module")
def course():
    """Return the bundled course."""
    return courses.load(ROOT)


@pytest.fixture
def key(course, tmp_path, monkeypatch):
    """Return a function that gives the key of the softmax in a file."""

    def of(text, name="answers.py"):
        monkeypatch.chdir(tmp_path)
        Path(name).write_text(text, "utf-8")
        _, (entry,) = read_file(course, ["softmax"], Path(name))
        return keys.of_answer(entry)

    return of


def notebook(*cells):
    """Return a notebook of code and, where a cell begins with #, of text."""
    made = [
        {"cell_type": "markdown" if text.startswith("# ") else "code", "source": text}
        for text in cells
    ]
    return json.dumps(
        {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": made}
    )


def test_what_is_not_needed_does_not_count(key):
    """Another function below, or a comment, changes nothing of the verdict."""
    assert key(ANSWER) == key(ANSWER + "\n\ndef other():\n    return 1\n# done\n")


@pytest.mark.parametrize(
    "changed",
    [
        ANSWER.replace("np.exp(x)", "np.exp(x) + 0"),
        ANSWER.replace("import numpy as np", "import numpy as np  # here"),
        "\n" + ANSWER,
        ANSWER.replace("def softmax", "@staticmethod\ndef softmax"),
        ANSWER.replace("    return", "    # what it says\n    return"),
    ],
)
def test_what_is_shown_counts(key, changed):
    """A changed line, also one that only moved, is another verdict to read."""
    assert key(ANSWER) != key(changed)


def test_a_cell_of_text_above_counts(key):
    """In a notebook the number of the cell is in the verdict."""
    one = key(notebook(ANSWER), "work.ipynb")
    assert one != key(notebook("# Hello", ANSWER), "work.ipynb")
    assert one == key(notebook(ANSWER, "# Done"), "work.ipynb")


def test_exercises(course):
    """An exercise's key changes with its conditions and policy, not with others."""
    place = course.places["propagate"]
    first = keys.of_exercise(course, place, ("1",))
    assert first == keys.of_exercise(course, place, ("1",))
    assert first != keys.of_exercise(course, place, ("2",))
    looser = msgspec.structs.replace(place.exercise, loops="any")
    changed = msgspec.structs.replace(place, exercise=looser)
    assert first != keys.of_exercise(course, changed, ("1",))


def test_numpy_decides_too(course, monkeypatch):
    """Another NumPy is another key, also one that nobody installed."""

    def of():
        return keys.of_exercises(course, ["softmax"], 7, "auto")

    def absent(name):
        raise metadata.PackageNotFoundError(name)

    here = of()
    monkeypatch.setattr(metadata, "version", absent)
    assert of() == here
    monkeypatch.setattr(metadata, "version", lambda _: "0.1")
    assert of() != here
