"""Imports that an exercise does not allow are found where the answer needs them."""

import textwrap

import pytest

from grader.findings.imports import MAX_FINDINGS, find
from grader.findings.words import IMPORT
from grader.submission.extract import extract
from grader.submission.source import parse
from grader.verdict import Evidence


def found(text, allowed=()):
    """Return the findings of the function `f` in a text."""
    source = parse(textwrap.dedent(text).encode(), "a.py")
    return find(extract(source, ("f",)), allowed, "work/a.py")


def names(text, allowed=()):
    """Return the modules that the findings name."""
    return [finding.message.split("`")[1] for finding in found(text, allowed)]


REFUSED = {
    "from scipy.special import softmax as f": ["scipy.special"],
    "import scipy.special\ndef f(x): return scipy.special.softmax(x)": [
        "scipy.special"
    ],
    "import os, numpy as np\ndef f(x): return np.exp(x), os": ["os"],
    "def f(x):\n    import sklearn\n    return x": ["sklearn"],
    "def f(x):\n    from os import path, sep\n    return x": ["os"],
    "def f(x):\n    from . import answers\n    return x": ["."],
    "def f(x):\n    from .answers import f\n    return f(x)": [".answers"],
    "def f(x): return __import__('scipy').special.softmax(x)": ["scipy"],
    "from itertools import *\ndef f(x): return chain(x)": ["itertools"],
    "def f(x): return g(x)\ndef g(x):\n    import os\n    return x": ["os"],
    "try:\n    import os\nexcept ImportError:\n    os = None\ndef f(x): return os": [
        "os"
    ],
    "class A:\n    import os\ndef f(x): return A.os": ["os"],
    "import numpyx\ndef f(x): return numpyx": ["numpyx"],
    "import os as np\ndef f(x): return np": ["os"],
    "import sys\nimport os\ndef f(x): return os, sys": ["sys", "os"],
}


@pytest.mark.parametrize("text", REFUSED)
def test_refused(text):
    """What is neither NumPy's nor `math` is found wherever the answer imports it."""
    assert names(text) == REFUSED[text]


ALLOWED = (
    "import numpy as np\ndef f(x): return np.exp(x)",
    "import numpy.linalg\nfrom numpy.linalg import norm\ndef f(x): return norm(x)",
    "from numpy import *\ndef f(x): return exp(x)",
    "import math\ndef f(x): return math.exp(x)",
    "from __future__ import annotations\ndef f(x): return x",
    "from typing import Any\ndef f(x: Any): return x",
    "import os\ndef f(x): return x",
    "import os, math\ndef f(x): return math.exp(x)",
    "import os\nprint(os.getcwd())\ndef f(x): return x",
    "def g(x):\n    import os\n    return os\ndef f(x): return x",
    "def f(x): return 'import os'",
)


@pytest.mark.parametrize("text", ALLOWED)
def test_allowed(text):
    """NumPy, `math`, what does nothing, and what the answer does not need are fine."""
    assert names(text) == []


def test_an_exercise_allows_more():
    """An exercise's own list is allowed as well, packages with all their parts."""
    text = "import copy, os.path\ndef f(x): return copy, os"
    assert names(text, ("copy",)) == ["os.path"]
    assert names(text, ("copy", "os")) == []
    assert names(text, "any") == []


def test_a_finding_says_where_and_what_instead():
    """A finding has its rule, its place and what the exercise is done with."""
    (finding,) = found("def f(x):\n    'é'; import scipy\n    return x", ("copy",))
    assert finding.rule == "import-not-allowed"
    assert finding.message == (
        "`scipy` is not allowed here: this exercise is done with `numpy`, `math` and "
        "`copy`."
    )
    assert (finding.path, finding.line, finding.column) == ("work/a.py", 2, 10)
    assert finding.evidence is Evidence.STATIC
    assert finding.width == len("import scipy")
    assert finding.help == IMPORT


def test_long_names_and_lists_are_cut():
    """A name without an end is shortened, and so is a list of findings."""
    many = "\n".join(f"    import m{number}" for number in range(99))
    assert len(found(f"def f(x):\n{many}\n    return x")) == MAX_FINDINGS
    (finding,) = found(f"def f(x):\n    import {'m' * 5000}\n    return x")
    assert len(finding.message) < 200
