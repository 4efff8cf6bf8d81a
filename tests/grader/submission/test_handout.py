"""The stubs of other courses are told from what was begun."""

import ast
from textwrap import dedent

import pytest

from grader.submission.handout import is_blank, known, still_none
from grader.submission.source import parse

S, E = "### START CODE HERE ### (≈ 1 line)", "### END CODE HERE ###"
BLANK = {
    "one None": f"{S}\ns = None\n{E}\nreturn s",
    "without marks": "s = None\nreturn s",
    "two at once": "w, b = None, None\nreturn w, b",
    "two in one": "w, b = None\nreturn w, b",
    "dots": "s = ...\nreturn s",
    "with a type": "s: int = None\nreturn s",
    "a parameter": f"{S}\nn = None\nx = None\n{E}\nreturn x",
    "given lines": f"m = x.shape[1]\n{S}\nA = None\n{E}\nassert A.shape == (1, m)\n"
    'c = np.squeeze(A)\nreturn {"c": c}, m',
    "a loop": f"for i in range(3):\n    {S}\n    a, b = None\n    {E}\n    c = a['x']\n"
    "    if i % 100 == 0:\n        print(c * 2)\nreturn c",
    "an empty region": f"{S}\n\n# s = ...\n{E}\nreturn s",
    "newer marks": "# YOUR CODE STARTS HERE\n# YOUR CODE ENDS HERE\nreturn s",
    "a region that passes": f"{S}\npass\n{E}",
    "raises": "raise NotImplementedError()",
    "raises the class": "raise NotImplementedError",
    "raises a text": 'raise NotImplementedError("write it")',
    "raises after given lines": "m = x.shape[0]\nraise NotImplementedError()",
}
BEGUN = {
    "an answer": "return 1 / (1 + np.exp(-x))",
    "a name": "s = x\nreturn s",
    "None below": f"{S}\ns = np.exp(x)\nt = None\n{E}\nreturn s",
    "None above": f"{S}\ns = None\ns = np.exp(x)\n{E}\nreturn s",
    "outside of the region": f"{S}\ns = None\n{E}\ns = x * 2\nreturn s",
    "a copy in the region": f"{S}\ns = x\n{E}\nreturn s",
    "partly": f"{S}\na = np.dot(x, x)\nb = None\n{E}\nreturn a, b",
    "partly without marks": "a = np.dot(x, x)\nb = None\nreturn a, b",
    "None that is meant": "best = None\nfor one in x:\n    best = one\nreturn best",
    "None alone": "return None",
    "a loop of its own": f"{S}\nfor i in x:\n    pass\n{E}\nreturn s",
    "raises after an answer": "s = np.exp(x)\nraise NotImplementedError()",
    "raises after it returned": "return x.reshape(-1, 1)\nraise NotImplementedError()",
    "raises in a case": "if x is None:\n    raise NotImplementedError()\nreturn x",
    "a choice": "return 'b'\nraise NotImplementedError()",
    "an array that is not touched": f"{S}\n{E}\nreturn x.reshape(-1, 1)",
    "raises another": "raise ValueError('x')",
    "a helper": "def g(): return 1\nraise NotImplementedError()",
    "a sum in the end": "s = None\nreturn s + x",
    "grows": "s = None\nx += 1\nreturn s",
}


def blank(body):
    """Return whether a function of this body is a stub."""
    text = "import numpy as np\n\ndef f(x):\n" + "\n".join(
        "    " + line for line in dedent(body).split("\n")
    )
    made = parse(text.encode(), "a.py")
    function = made.tree.body[1]
    lines = text.split("\n")[function.lineno - 1 :]
    return is_blank(function, lines, known(made))


@pytest.mark.parametrize("what", BLANK)
def test_stubs(what):
    """Where nothing was written in the place of an answer, it is a stub."""
    assert blank(BLANK[what])


@pytest.mark.parametrize("what", BEGUN)
def test_what_was_begun(what):
    """Where anything was written, it is not."""
    assert not blank(BEGUN[what])


def names(body):
    """Return the names that a function of this body leaves as None."""
    text = "def f(x):\n" + "\n".join("    " + line for line in body.split("\n"))
    return list(still_none(ast.parse(text).body[0]))


def test_names_that_are_still_none():
    """Names are told that are None, nothing else, and read."""
    assert names("a = None\nb = 1\nc, d = None\nreturn a, b, c") == ["a", "c"]
    assert names("a = None\na = a\nb = None\nb = g(b)\nreturn a, b") == ["a", "b"]
    assert names("a = None\nif x:\n    a = 1\nreturn a") == []
    assert names("x = None\nreturn x") == ["x"]
    assert still_none(ast.parse("f = lambda x: None").body[0]) == {}


def test_what_a_source_binds():
    """Functions, classes and modules of a file are known; variables are not."""
    text = "import a.b, c as d\nfrom e import f\ndef g(): pass\nclass H: pass\nx = 1\n"
    assert known(parse(text.encode(), "a.py")) == {"a", "d", "f", "g", "H"}
