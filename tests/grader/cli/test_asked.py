"""What a kernel asks for, answered in this process."""

import pytest

from grader.cli.asked import Asked, answer
from grader.errors import UsageError

IMPORT = "import numpy as np"
SIGMOID = "def sigmoid(x):\n    return 1 / (1 + np.exp(-x))"
PROPAGATE = """def propagate(w, b, X, Y):
    A, m = sigmoid(w.T @ X + b), X.shape[1]
    cost = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m
    return {"dw": X @ (A - Y).T / m, "db": np.sum(A - Y) / m}, cost"""


@pytest.fixture
def ask(course):
    """Return a function that asks for a check of cells: the text of the answer."""

    def start(*cells, folder=course, **asked):
        numbered = tuple(enumerate(cells, 1))
        return answer(Asked(str(folder), numbered, **asked)).text

    return start


@pytest.fixture
def kit(inside, tmp_path):
    """Return a student kit."""
    assert inside("release", tmp_path / "kit", "--allow-leaks").returncode == 0
    return tmp_path / "kit"


def test_the_first_name_that_is_an_exercise(ask):
    """A function goes by any of its names; without an exercise, the first is told."""
    cells = (IMPORT, f"{SIGMOID}\nmine = sigmoid")
    said = ask(*cells, names=("mine", "sigmoid"), either=True, target=2)
    assert said.startswith("✓ sigmoid   ")
    with pytest.raises(UsageError, match="No exercise `mine`"):
        ask(*cells, names=("mine", "yours"), either=True, target=2)


def test_a_seed_gives_the_same_answer(ask):
    """The same cells and the same seed give the same text."""
    cells = (IMPORT, SIGMOID.replace("-x", "x"))
    first, second = (ask(*cells, names=("sigmoid",), seed=7) for _ in range(2))
    assert first == second
    assert ", seed 7, " in first


def test_what_hidden_cases_expected(ask):
    """Only with `reveal` is it shown what a hidden case expected."""
    wrong = SIGMOID.replace("return", "return (np.ndim(x) == 2) +")
    said, revealed = (
        ask(IMPORT, wrong, names=("sigmoid",), seed=7, reveal=reveal)
        for reveal in (False, True)
    )
    assert "    yours " in said
    assert len(revealed) > len(said)
    assert "    expected " in revealed


def test_a_kit_takes_what_is_used_from_the_notebook(ask, kit):
    """In a kit an answer uses the notebook's own functions, or waits for them."""
    said = ask(IMPORT, PROPAGATE, names=("propagate",), folder=kit)
    assert said.startswith("· propagate   waits   cell [2], line 1\n")
    assert said.endswith(
        "Next: define sigmoid in a cell above, run it, then check again."
    )
    said = ask(IMPORT, PROPAGATE, SIGMOID, names=("propagate",), folder=kit)
    assert said.startswith("✓ propagate   2 of 2 cases here, ")
    assert " points for the cases here, " in said


def test_an_exercise_at_fault(ask, course):
    """A broken case is the exercise's fault, and says so."""
    file = course / "tests/hidden/numpy_basics/test_sigmoid.py"
    file.write_text("def test_broken(sigmoid:\n", "utf-8")
    said = ask(IMPORT, SIGMOID, names=("sigmoid",))
    assert "This exercise is broken. It is not your code." in said
    assert said.endswith("Next: tell the course's author; your answer was not judged.")
