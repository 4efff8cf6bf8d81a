"""A name stands for the function that is defined, whatever else reuses it."""

import pytest
from handed import notebook

from grader.submission.cells import parse
from grader.submission.extract import bound, extract
from grader.submission.functions import definitions

DEFINED = {
    "a function": ("def f(x): pass", {"f": [0]}),
    "an async one": ("async def f(x): pass", {"f": [0]}),
    "a class": ("class F: pass", {"F": [0]}),
    "a lambda": ("f = lambda x: x", {"f": [0]}),
    "with a type": ("f: int = lambda x: x", {"f": [0]}),
    "a value": ("f = 2", {}),
    "what a call returns": ("def g(): pass\nf = g()", {"g": [0]}),
    "several of them": ("def g(): pass\na, f = g(), g", {"g": [0]}),
    "another name": ("def g(): pass\nf = g", {"g": [0], "f": [1]}),
    "another name for a value": ("g = 2\nf = g", {}),
    "of a module": ("import numpy as np\nf = np.exp", {"f": [1]}),
    "of a value": ("a = 1\nf = a.b", {}),
    "a wrapped one": ("import n\ndef g(): pass\nf = n.vectorize(g)",
                      {"g": [1], "f": [2]}),
    "a wrapped lambda": ("f = wrap(lambda x: x, 2)", {"f": [0]}),
    "wrapped by itself": ("def f(): pass\nf = cache(f)", {"f": [0, 1]}),
    "in a condition": ("if x:\n  def f(): pass\nelse:\n  def f(): pass", {"f": [0, 0]}),
    "inside another": ("def g():\n  def f(): pass", {"g": [0]}),
    "an import": ("from a import f", {}),
    "an import of a module": ("import f", {}),
    "an import as another": ("from a import b as f", {"f": [0]}),
    "imported and defined": ("def f(): pass\nfrom a import b as f", {"f": [0]}),
    "twice": ("def f(): pass\nx = 1\ndef f(): pass", {"f": [0, 2]}),
}  # fmt: skip


def source(text):
    """Return a notebook of one cell as a source."""
    return parse(notebook([("code", text)]), "w.ipynb")


@pytest.mark.parametrize("what", DEFINED)
def test_definitions(what):
    """What defines a function, a class or another name of one is a definition."""
    text, expected = DEFINED[what]
    assert definitions(source(text)) == expected


def test_values_of_the_same_name_are_left_out():
    """A name that was reused for a value, or imported again, is still the function."""
    text = "def f(x):\n    return g(x)\ndef g(x): pass\na, g = f(1), 2\nf = f(3)\n"
    taken = extract(source(text + "from m import f\n"), ("f",))
    assert taken.keep == (0, 1)
    assert taken.definition.lineno == 1


def test_only_functions_are_bound():
    """Of a notebook, values and imports bind nothing that could be graded."""
    made = source("x = 1\nfrom a import b\nfrom a import c as d\ndef f(): pass")
    assert bound(made, imported=False) == {"f"}
    assert bound(made, imported=True) == {"d"}
    assert extract(made, ("b",)) is None
    assert extract(made, ("x",)) is None
    assert extract(made, ("d",)).keep == (2,)
