"""The text of kept statements: the same lines, and nothing of the others."""

import ast
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.submission.extract import extract
from grader.submission.kept import kept
from grader.submission.source import parse

ROOT = Path(__file__).parents[3]
FILES = sorted(ROOT.glob("tests/loops/*/*.py"))
# What a file may consist of: each defines or needs what others do not.
PARTS = (
    "import numpy as np\n",
    "SECRET = 1; other = 2\n",
    "@staticmethod\ndef g(x):\n    return x\n",
    "@\\\nstaticmethod\ndef h(x):\n    return x\n",
    "x = 1 \\\n\n",
    "y = 1; \\\nz = 2\n",
    "text = '''one\n  two\n'''\n",
    "# nothing\n\f\n",
    "if True:\n    def k(x): return g(x)\n",
    "class C:\n    a = [\n1,\n]\n",
)
FUNCTION = "def f(v):\n    return {}(v)\n"


def read(text, name="f"):
    """Return what is needed of a text for a function."""
    return extract(parse(text.encode(), "a.py"), (name,))


def trees(found):
    """Return the kept statements with their places, from the source and as kept."""
    text, keep, _ = kept(found)
    body = ast.parse(text).body
    alone = body if keep is None else [body[index] for index in keep]
    return [
        [ast.dump(node, include_attributes=True) for node in some]
        for some in (found.statements, alone)
    ]


@pytest.mark.parametrize("file", FILES[::5], ids=lambda file: file.stem)
def test_real_files(file):
    """What is kept of real files is read as it was, line for line."""
    text = file.read_text("utf-8")
    names = [node.name for node in ast.parse(text).body if hasattr(node, "name")]
    for name in names:
        source, alone = trees(read(text, name))
        assert alone == source


@given(st.lists(st.sampled_from(PARTS)), st.sampled_from("gxyzkC"))
def test_whatever_stands_beside_it(parts, needed):
    """However statements share lines, what is kept is what was meant."""
    text = "".join(parts) + FUNCTION.format(needed) + "".join(parts)
    source, alone = trees(read(text))
    assert alone == source


def test_nothing_of_the_others():
    """The answers to other exercises are not in the text."""
    text, keep, _ = kept(read("def other(x):\n    return 'SECRET'\n" + FUNCTION))
    assert "SECRET" not in text
    assert text.split("\n")[2].startswith("def f")
    assert keep is None


def test_imports_of_more_than_is_needed():
    """Of an import of several names the needed ones are told, and alone made."""
    source = "from numpy import exp, log\nfrom numpy import sum\n"
    function = "def f(x):\n    return exp(x)\n"
    assert kept(read(source + function))[1:] == ((0, 1), ("exp", "f"))
    function = "def f(x):\n    return exp(log(x))\n"
    assert kept(read(source + function))[1:] == (None, ())
