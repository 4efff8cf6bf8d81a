"""Variables besides the parameters are told, and those that are not there."""

import pytest
from handed import notebook

from grader.findings import variables
from grader.submission import cells
from grader.submission.extract import extract
from grader.submission.source import parse

BODY = "\ndef f(x):\n    return x * n\n"
FOUND = {
    "a number": ("n = 2", None),
    "a negative one": ("n = -2.5", None),
    "a text": ("n = 'a'", None),
    "a sum": ("n = 2 * 3 + 1", None),
    "a pair": ("n, m = 2, 3", None),
    "a constant of NumPy": ("import numpy as np\nn = np.pi", None),
    "made of constants": ("m = 2\nn = m * m", None),
    "a function": ("n = lambda: 1", None),
    "another function": ("def n(): return 1", None),
    "a module": ("import math as n", None),
    "an array": ("import numpy as np\nn = np.ones(3)", False),
    "a list": ("n = [1, 2]", False),
    "of an array": ("import numpy as np\nm = np.ones(3)\nn = m.shape", False),
    "a loop": ("for n in (1, 2): pass", False),
    "of a package": ("from lr_utils import load\nn = load()", True),
    "of a package and further": ("import h5py\nm = h5py.File('a')\nn = m.x[0]", True),
    "of what is not there": ("n = load_dataset()", True),
    "of a file": ("n = open('a').read()", True),
    "of a command": ("n = get_ipython()", True),
    "of a star": ("from numpy import *\nn = ones(3)", False),
}


def found(text, **more):
    """Return the variables of `f` in a file."""
    taken = extract(parse(text.encode(), "a.py"), ("f",), more.get("given", ()))
    return variables.variables(taken, more.get("allowed", ()), more.get("given", ()))


@pytest.mark.parametrize("what", FOUND)
def test_variables(what):
    """A variable that is no constant is found, and whether it is there."""
    text, lost = FOUND[what]
    assert [(one.name, one.lost) for one in found(text + BODY)] == (
        [] if lost is None else [("n", lost)]
    )


def test_what_is_allowed_or_given_is_there():
    """A package that the exercise allows, and what it supplies, are not missed."""
    text = "import h5py\nn = h5py.File('a')" + BODY
    assert [one.lost for one in found(text, allowed=("h5py",))] == [False]
    assert [one.lost for one in found(text, allowed="any")] == [False]
    assert [one.lost for one in found("n = g(2)" + BODY, given=("g",))] == [False]
    assert found("n = 2" + BODY, given=("n",)) == []


def test_the_graded_function_is_named_first():
    """The function that reads a variable is named, the graded one before helpers."""
    text = "n = [1]\ndef g(): return n\ndef f(x): return g() + n\n"
    assert [one.reader for one in found(text)] == ["f"]
    assert [one.reader for one in found(text.replace("+ n", "+ 1"))] == ["g"]


def test_words():
    """The sentence names the variable, who uses it, and where it is set."""
    text = "n = load()" + BODY
    file = extract(parse(text.encode(), "a.py"), ("f",))
    some = variables.variables(file, (), ())
    assert variables.words(some, file) == {
        "n": "`n` is a variable of the file, not a parameter: called with other data, "
        "`f` would still use what line 1 sets."
    }
    source = cells.parse(notebook([("code", "x = 1"), ("code", text)]), "w.ipynb")
    taken = extract(source, ("f",))
    (one,) = variables.advice(variables.variables(taken, (), ()), taken, "w.ipynb")
    assert one.message == (
        "`n` is a variable of the notebook, not a parameter: called with other data, "
        "`f` would still use what cell 2, line 1 sets."
    )
    assert (one.rule, one.cell, one.line, one.column, one.width, one.evidence) == (
        "outside-variable", 2, 1, 1, 10, "static"
    )  # fmt: skip
    assert variables.lost(taken, (), ()) == {1}


def test_what_can_be_made_is_advice():
    """A variable that is there may be why a value is wrong: that costs nothing."""
    taken = extract(parse(("n = [1]" + BODY).encode(), "a.py"), ("f",))
    some = variables.variables(taken, (), ())
    assert [one.evidence for one in variables.advice(some, taken, "a.py")] == ["case"]
    assert variables.words(some, taken) == {}
