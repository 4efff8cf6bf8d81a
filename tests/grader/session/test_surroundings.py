"""What stands around an answer in its file, and what a submission does not sink."""

import pytest

SIGMOID = """
import numpy as np

def sigmoid(x):
    return 1 / (1 + np.exp(-x))
"""

ABOVE = {
    "an import that is not there": "import matplotlib.pyplot as plt",
    "a module of the course's": "from lr_utils import load_images",
    "a star import of a module that is not there": "from public_tests import *",
    "a file that is not there": "data = open('data.h5').read()",
    "a crash": "1 / 0",
    "an earlier wrong answer": "def sigmoid(x):\n    return 3",
    "a leftover": "sigmoid = None",
}
BELOW = {
    "a demonstration that raises": "print(sigmoid([1, 2, 3]))",
    "a plot": "plt.plot(sigmoid(np.arange(3)))",
    "an exit": "import sys\nsys.exit(sigmoid(3))",
    "an endless loop": "while True:\n    pass",
    "a question": "x = float(input('x? '))\nprint(sigmoid(x))",
    "a main block": "if __name__ == '__main__':\n    print(sigmoid(undefined))",
    "a loop": "for x in range(10):\n    print(sigmoid(x))",
    "a comprehension": "table = [sigmoid(x) for x in range(10)]",
    "a test of its own": "import pytest\ndef test_it():\n    assert sigmoid(0) == 1",
    "a function that cannot work": "def broken():\n    return undefined + 1",
}


def statuses(result):
    return {one.name: str(one.status) for one in result.exercises}


@pytest.mark.parametrize("what", ABOVE)
def test_above_the_answer(judge, what):
    """What stands above an answer and has no part in it does not matter."""
    assert statuses(judge(ABOVE[what] + "\n" + SIGMOID)) == {"sigmoid": "passed"}


@pytest.mark.parametrize("what", BELOW)
def test_below_the_answer(judge, what):
    """What stands below an answer and has no part in it does not matter."""
    assert statuses(judge(SIGMOID + "\n" + BELOW[what])) == {"sigmoid": "passed"}


def test_import_of_several_modules(judge):
    """Of an import of several modules only the needed ones have to be there."""
    source = SIGMOID.replace("np\n", "np, matplotlib.pyplot as plt\n", 1)
    assert statuses(judge(source)) == {"sigmoid": "passed"}


def whole(real, **wrong):
    """Return all solutions as one file, some of them replaced."""
    texts = []
    for place in real:
        name = place.exercise.name
        texts.append(wrong.get(name) or place.solution.read_text("utf-8"))
    return "\n\n".join(texts)


def test_wrong_sigmoid_fails_alone(judge, real):
    """A wrong `sigmoid` in a file that defines everything fails nothing else."""
    wrong = "def sigmoid(x):\n    return 0.3 * x"
    found = statuses(judge(whole(real, sigmoid=wrong)))
    assert list(found) == list(real.places)
    assert [name for name in found if found[name] != "passed"] == ["sigmoid"]


def test_wrong_propagate_fails_alone(judge, real):
    """A wrong `propagate` in a file that defines everything does not sink `model`."""
    wrong = "def propagate(w, b, X, Y):\n    return {'dw': w, 'db': b}, 0.0"
    found = statuses(judge(whole(real, propagate=wrong), "propagate", "model"))
    assert found == {"propagate": "failed", "model": "passed"}


def test_own_helpers(judge, real):
    """With its own helpers a submission's wrong `sigmoid` fails who calls it."""
    wrong = "import numpy as np\ndef sigmoid(x):\n    return 0.3 + 0.1 * np.tanh(x)"
    source = whole(real, sigmoid=wrong)
    found = statuses(judge(source, "predict", "propagate", "L1", own_helpers=True))
    assert found == {"predict": "failed", "propagate": "failed", "L1": "passed"}


def test_wrong_supplied_function_is_not_the_students_fault(small, judge):
    """A wrong supplied function is not held against who calls it."""
    # The solution computes by itself what the student computes with `double`.
    course = small(
        {
            "solutions/basics/double.py": """
                def double(x):
                    ### BEGIN SOLUTION
                    return 3 * x
                    ### END SOLUTION
                """,
            "solutions/basics/quadruple.py": """
                def quadruple(x):
                    ### BEGIN SOLUTION
                    return 4 * x
                    ### END SOLUTION
                """,
        }
    )
    source = "def quadruple(x):\n    return double(double(x))\n"
    assert statuses(judge(source, course=course)) == {"quadruple": "error"}


@pytest.mark.parametrize(
    "body", ["import os; os._exit(0)", "raise SystemExit", "[0] * 10**12"]
)
def test_other_exercises_after_a_crash(judge, real, body):
    """An answer that ends its guest leaves the others their verdict."""
    source = whole(real, L1=f"def L1(yhat, y):\n    {body}")
    found = statuses(judge(source, "L1", "L2", "softmax"))
    assert found == {"L1": "failed", "L2": "passed", "softmax": "passed"}
