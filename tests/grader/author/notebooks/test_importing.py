"""Sample notebooks of three graders give courses; golden/ holds them in full."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.author.notebooks.cells import Cell, read
from grader.author.notebooks.importing import assignment_name, convert
from grader.course import Course
from grader.errors import UsageError

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture
def course(tmp_path):
    """Return a course without exercises."""
    return Course(tmp_path, "", (), 0.5)


@pytest.mark.parametrize("name", ["signals", "counting", "activations"])
def test_golden(sample, course, name):
    """Solutions, visible cases and entries are those of the golden file.

    To write it anew: GOLDEN=1 pytest …, and read what changed.
    """
    result = convert(read(sample(name)), course, name)
    parts = [f"title: {result.title}"]
    parts += [f"left out: {said}" for said in result.left_out]
    for one in result.exercises:
        parts.append(one.wanted.entry.text().partition("minutes")[0])
        for path, text in one.wanted.files.items():
            if "misconceptions" not in path:
                parts.append(f"--- {path}\n{text.partition('def test_smallest')[0]}")
    text = "\n".join(parts)
    file = GOLDEN / f"{name}.txt"
    if os.environ.get("GOLDEN"):
        file.write_text(text, "utf-8")
    assert text == file.read_text("utf-8")


def exercise(found):
    """Return the one exercise of a result."""
    (one,) = found.exercises
    return one


F = "def f(x):\n    ### BEGIN SOLUTION\n    return {}\n    ### END SOLUTION\n"


def test_a_notebook_without_graded_functions(write_notebook, course):
    """What was looked for is said, and what stood in the way."""
    with pytest.raises(UsageError) as caught:
        convert(read(write_notebook("x = 1", "#!# Title")), course, "lab")
    assert caught.value.message == "The notebook has no graded function."
    with pytest.raises(UsageError) as caught:
        convert(read(write_notebook("x = 1 # SOLUTION")), course, "lab")
    assert "(cell 1: its answer is no function)" in caught.value.message


def test_names_that_no_exercise_can_have(write_notebook, course):
    """A function whose name cannot be is left out with the reason."""
    path = write_notebook(F.format(1), F.format(2).replace("f(x)", "rng(x)"))
    result = convert(read(path), course, "lab")
    assert exercise(result).wanted.entry.name == "f"
    assert result.left_out == (
        "cell 2: No exercise can be called `rng`: cases call something else by it",
    )


def test_the_last_of_two_definitions_is_taken(write_notebook, course):
    """A function that is there twice is taken as it is defined last."""
    result = convert(read(write_notebook(F.format(1), F.format(2))), course, "lab")
    text = exercise(result).wanted.files["solutions/lab/f.py"]
    assert "    return 2\n" in text
    assert result.left_out == (
        "`f` as it stands before cell 2, which defines it again",
    )


def test_what_a_function_needs_comes_with_it(write_notebook, course):
    """Helpers and constants are copied; what was computed or imported is marked."""
    path = write_notebook(
        "import scipy.special\nfrom lr_utils import load\nK = [1, 2]\nX = load('x')",
        "def helper(x):\n    return x + K[0]",
        F.format("helper(x) + X + scipy.special.expit(x)"),
    )
    one = exercise(convert(read(path), course, "lab"))
    text = one.wanted.files["solutions/lab/f.py"]
    assert "import numpy as np\nimport scipy.special\n" in text
    assert (
        "# FILL IN: what the notebook has from elsewhere: from lr_utils import load"
    ) in text
    assert "K = [1, 2]\n" in text
    assert "def helper(x):\n    return x + K[0]\n" in text
    assert (
        "# FILL IN: what the notebook computes, in literal values:\n# X = load('x')"
    ) in text
    assert one.wanted.entry.imports == ("scipy",)


def test_functions_that_use_each_other(write_notebook, course):
    """Of two that call each other, one has the other as a copy: no circle is left."""
    g = F.format("f(x - 1)").replace("def f", "def g")
    result = convert(read(write_notebook(F.format("g(x - 1)"), g)), course, "lab")
    first, second = (one.wanted for one in result.exercises)
    assert first.entry.uses == ("g",)
    assert second.entry.uses == ()


def test_points_of_a_question(sample, course):
    """Points are those of the test cells, of the question, else ten."""
    found = {
        one.wanted.entry.name: one.wanted.entry.points
        for name in ("signals", "counting")
        for one in convert(read(sample(name)), course, name).exercises
    }
    assert found == {
        "centre": 4, "scaled": 3, "sign_of": 3, "count_above": 3, "steps": 10,
    }  # fmt: skip


def test_parameters_of_any_kind(write_notebook, course):
    """Annotations and computed defaults do not come with the scaffold."""
    path = write_notebook(F.format(1).replace("(x)", "(x: Array, *y, k=K, n=2)"))
    files = exercise(convert(read(path), course, "lab")).wanted.files
    text = files["tests/misconceptions/lab/f.py"]
    assert "def first_mistake(x, *y, k=None, n=2):" in text


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("Week 2 - Lab.ipynb", "week_2_lab"),
        ("01_intro.ipynb", "notebook_01_intro"),
        ("平均.ipynb", "notebook"),
    ],
)
def test_names_of_assignments(path, name):
    """An assignment is named after the notebook, in plain letters."""
    assert assignment_name(Path(path)) == name


LINES = [
    "x = 3",
    "y = f(x)",
    "y[0] = 4",
    "assert f(2) == y",
    'assert y == 3, f"{f(1)}"',
    "assert np.allclose(f(3), *x)",
    "assert np.allclose(*f(3))",
    "assert [f(i) for i in x] == [1]",
    "np.testing.assert_allclose(f(1), 2, atol=x)",
    "assert_almost_equal(f(1), 2, decimal=x)",
    'print("y = ", y)',
    "f(3)",
    "f_test(f)",
    "for i in range(3):",
    "    assert f(i) == i",
    "    y = f(i)",
    "with pytest.raises(E):",
    "try:",
    "except ValueError:",
    "def g(a):",
    "    return f(a)",
    "class A:",
    "@f",
    "import numpy as np",
    "from q import *",
    "from __future__ import annotations",
    "np.random.seed(3)",
    "del f",
    "return 3",
    "# HIDDEN",
    "### BEGIN HIDDEN TESTS",
    "### END HIDDEN TESTS",
]


@given(st.lists(st.sampled_from(LINES), max_size=10), st.booleans())
def test_any_checks_are_read(lines, grade):
    """Whatever a notebook checks, the files made of it are Python."""
    cells = [
        Cell(1, "code", "def f(x):\n    return x # SOLUTION", {}),
        Cell(2, "code", "\n".join(lines), {"grade": grade}, "3"),
        Cell(3, "markdown", "Expected output\n| y | 3 |", {}),
    ]
    result = convert(cells, Course(Path(), "", (), 0.5), "lab")
    for one in result.exercises:
        for path, text in one.wanted.files.items():
            compile(text, path, "exec", dont_inherit=True)
