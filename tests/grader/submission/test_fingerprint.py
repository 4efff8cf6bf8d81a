"""Fingerprints: copies have one, whatever was renamed and moved; nothing else has."""

import ast
import itertools
import keyword
import re
import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.submission.extract import extract
from grader.submission.fingerprint import MAX_SCOPES, fingerprint
from grader.submission.source import parse

ROOT = Path(__file__).parents[3]
ANSWER = '''\
"""Lab 1."""
import numpy as np
import math
from functools import partial

RATE = 0.5

def helper(values, keep=True):
    """Add up."""
    total = 0
    for one in values:
        total += one * RATE
    return np.sum(total, keepdims=keep) if keep else total

def f(x, y):
    # Shift first.
    e = np.exp(x - np.max(x, axis=1))
    rows = [row * y for row in e if row.any()]
    take = lambda at: rows[at]
    return helper(take(0)) / math.sqrt(len(e))
'''
LOCALS = ["x", "y", "e", "rows", "row", "take", "at", "total", "one", "values"]
OURS = ["helper", "RATE"]
WORD = re.compile(r"\b[A-Za-z_]\w*\b")


def told(text, supplied=()):
    """Return the fingerprint of the function `f` of a text."""
    source = parse(textwrap.dedent(text).encode(), "a.py")
    return fingerprint(extract(source, ("f",), supplied), supplied)


def renamed(text, names):
    """Return a text with whole words replaced."""
    return WORD.sub(lambda found: names.get(found[0], found[0]), text)


identifiers = st.from_regex(r"[a-z_][a-z0-9_]{0,8}", fullmatch=True).filter(
    lambda one: (
        not keyword.iskeyword(one)
        and one not in WORD.findall(ANSWER)
        and one not in dir(__builtins__)
    )
)


@given(
    st.lists(
        identifiers,
        min_size=len(LOCALS + OURS),
        max_size=len(LOCALS + OURS),
        unique=True,
    )
)
def test_renaming(names):
    """Other names for parameters, variables and helpers change nothing."""
    assert told(renamed(ANSWER, dict(zip(LOCALS + OURS, names, strict=True)))) == told(
        ANSWER
    )


@given(st.permutations(LOCALS))
def test_names_changed_round(names):
    """Names that change places are still other names."""
    assert told(renamed(ANSWER, dict(zip(LOCALS, names, strict=True)))) == told(ANSWER)


@given(st.data())
def test_layout(data):
    """Comments, empty lines, spaces and indentation change nothing."""
    lines = []
    width = data.draw(st.sampled_from([1, 2, 3, 8]))
    for line in ANSWER.splitlines():
        depth = (len(line) - len(line.lstrip())) // 4
        bare = line.strip().replace(", ", data.draw(st.sampled_from([",", ",  "])))
        comment = data.draw(st.sampled_from(["", "  # so", "  #"]))
        lines.append(" " * (width * depth) + bare + (comment if bare else ""))
        lines += [""] * data.draw(st.integers(0, 2))
    assert told("\n".join(lines)) == told(ANSWER)


def test_written_by_python():
    """Brackets, quotes and line breaks as Python writes them change nothing."""
    assert told(ast.unparse(ast.parse(ANSWER))) == told(ANSWER)


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_order_of_imports(order):
    """Imports that do not depend on one another may change places."""
    head = ANSWER.splitlines()[1:4]
    rest = ANSWER.splitlines()[4:]
    assert told("\n".join([*(head[at] for at in order), *rest])) == told(ANSWER)


SAME = {
    "aliases of imports": (
        "import numpy as np\ndef f(x): return np.exp(np.linalg.norm(x))",
        "from numpy import exp as e, linalg\ndef f(x): return e(linalg.norm(x))",
        "import numpy, numpy.linalg as l\ndef f(x): return numpy.exp(l.norm(x))",
        "def f(x):\n    import numpy as np\n    return np.exp(np.linalg.norm(x))",
    ),
    "docstrings and annotations": (
        "def f(x): return x + 1",
        "def f(x: int) -> int:\n    'Add one.'\n    return x + 1",
        "def f(x):\n    '''Add.'''\n    y: int\n    pass\n    'more'\n    return x + 1",
    ),
    "annotated variables": (
        "def f(x):\n    y: int = x\n    return y",
        "def f(x):\n    y = x\n    return y",
    ),
    "where helpers stand": (
        "def g(x): return h(x)\ndef h(x): return x\ndef f(x): return g(x) + h(x)",
        "def f(x): return g(x) + h(x)\ndef h(x): return x\ndef g(x): return h(x)",
        "def f(x): return a(x) + b(x)\ndef b(y): return y\ndef a(q): return b(q)",
    ),
    "what is not needed": (
        "def f(x): return x",
        "import os\ny = 3\ndef f(x): return x\nprint(f(y))",
    ),
    "a value without a name": (
        "f = lambda x: x + 1",
        "f = lambda y: (y + 1)",
    ),
}
BOUND = {
    "a global": "N = 3\ndef f(x):\n    global N\n    N = x\n    return N",
    "an exception": "def f(x):\n  try: g(x)\n  except ValueError as y: print(y)",
    "a context": "def f(x):\n  with x as y: return y",
    "a walrus": "def f(x): return [(y := z) for z in x], y",
    "a list": "def f(x):\n  match x:\n    case [y, *z]: return z, y",
    "a mapping": "def f(x):\n  match x:\n    case {'k': y, **z}: return z, y",
    "a function": "def f(x):\n  def y(z): return z\n  return y(z=x) if z else y",
    "a class": "class y:\n  N: int\n  def a(self): ...\ndef f(x): return y(x)",
    "a module": "def f(x):\n  if x: import y\n  else: y = 3\n  return y",
}


@pytest.mark.parametrize("text", BOUND.values(), ids=BOUND)
def test_what_binds_a_name(text):
    """A name may change wherever the language lets one be bound."""
    names = {"x": "arg", "y": "first", "z": "second", "N": "M"}
    if "(z=" in text or "class" in text or "import" in text:
        # A keyword, an attribute and a module are called so by others, too.
        names = {"x": "arg"}
    assert told(renamed(text, names)) == told(text)


@pytest.mark.parametrize("texts", SAME.values(), ids=SAME)
def test_the_same(texts):
    """What stays the same after renaming and formatting has one fingerprint."""
    assert len({told(text) for text in texts}) == 1


DIFFERENT = {
    "a constant": ("0.5", "0.25"),
    "a kind of number": ("total = 0", "total = 0.0"),
    "a truth": ("keep=True", "keep=1"),
    "an operator": ("x - np", "x + np"),
    "a function": ("np.exp", "np.log"),
    "a module": ("math.sqrt", "np.sqrt"),
    "a keyword": ("axis=1", "axis=0"),
    "the name of a keyword": ("keepdims=keep", "where=keep"),
    "a builtin": ("len(e)", "sum(e)"),
    "an attribute": ("row.any()", "row.all()"),
    "the place of an operator": ("total += one", "total = total + one"),
    "which variable": ("rows[at]", "e[at]"),
    "whose variable": ("row * y", "row * x"),
    "the order of parameters": ("f(x, y)", "f(y, x)"),
    "a statement more": ("    total = 0\n", "    total = 0\n    values = values\n"),
    "an order": ("np.max(x, axis=1)", "np.max(axis=1, x=x)"),
}


@pytest.mark.parametrize("change", DIFFERENT.values(), ids=DIFFERENT)
def test_a_change(change):
    """What may change a value changes the fingerprint."""
    before, after = change
    assert before in ANSWER
    assert told(ANSWER.replace(before, after)) != told(ANSWER)


APART = {
    "what a key is": ("return {**x}", "return {None: x}"),
    "which import": (
        "from numpy import exp\n    return exp(x)",
        "from math import exp\n    return exp(x)",
    ),
    "a variable or a builtin": ("sum = x\n    return sum", "s = x\n    return sum"),
    "a scope": (
        "y = 1\n    def g():\n        y = 2\n    g()\n    return y",
        "y = 1\n    def g():\n        nonlocal y\n        y = 2\n    g()\n    return y",
    ),
    "a variable of a comprehension": (
        "y = x\n    return [y for y in x], y",
        "y = x\n    return [z for z in x], y",
    ),
    "a default": ("return lambda *, a: a", "return lambda *, a=None: a"),
}


@pytest.mark.parametrize("name", APART)
def test_apart(name):
    """What only looks alike has two fingerprints, or one where it is the same."""
    one, other = (told(f"def f(x):\n    {body}\n") for body in APART[name])
    # The variable of a comprehension is its own, whatever it is called.
    assert (one == other) is (name == "a variable of a comprehension")


def test_the_order_of_what_runs():
    """Statements that run at module level are not taken out of their order."""
    one = "X = 1\nX = X + 1\nY = X\ndef f(): return X + Y"
    other = "X = 1\nY = X\nX = X + 1\ndef f(): return X + Y"
    assert told(one) != told(other)


def test_what_is_supplied():
    """A function that the host supplies keeps its name, not the student's."""
    one = "def g(x): return 1\ndef f(x): return g(x)"
    assert told(one, ["g"]) == told("def f(x): return g(x)", ["g"])
    assert told(one, ["g"]) != told("def f(x): return h(x)", ["g"])


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("def f(x): return x", 1),
        ("def f(x):\n    'Doc.'\n    y: int\n    import math\n    return math.e", 1),
        ("def f(x):\n    for i in x:\n        print(i)\n    return x", 3),
        ("N = 1\ndef g(x): return N\ndef f(x): return g(x)", 3),
        ("f = lambda x: x", 1),
    ],
)
def test_statements(text, count):
    """Statements are counted wherever they are needed, and what is no code is not."""
    assert told(text).statements == count


def test_every_solution():
    """Each reference has a fingerprint; equal ones are of one statement."""
    found = {}
    for file in ROOT.glob("solutions/*/*.py"):
        source = parse(file.read_bytes(), file.name)
        one = fingerprint(extract(source, (file.stem,)))
        found.setdefault(one, []).append(file.stem)
    assert None not in found
    assert all(one.statements == 1 for one, names in found.items() if len(names) > 1)


HOSTILE = {
    "a long sum": "def f(x): return " + "+".join(["x"] * 900),
    "many names": "def f(x):\n" + "".join(f"    v{n} = {n}\n" for n in range(3000)),
    "many imports": "import " + ",".join(f"m{n}" for n in range(3000)) + "\n"
    "def f(x): return m1, m2",
    "a chain": "def f(x): return x" + ".a" * 900,
    "long integers": f"def f(x): return 0x{'f' * 5000}",
    "half a character": "def f(x): return '\\ud800'",
    "dots": "def f(x): return ...",
    "many helpers": "".join(f"def g{n}(x): return g{n + 1}(x)\n" for n in range(900))
    + "def f(x): return g0(x)",
    "itself": "def f(x): return f(f)",
    "a class": "class f:\n    x = 1\n    def g(self): return self.x",
    "an import": "from numpy import exp as f",
    "everything": "def f(x, /, y, *z, a=1, **b):\n    async def g():\n"
    "        async for i in x: yield await i\n    del x\n    return f'{y!r:>{z}}'",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_odd_answers(text):
    """What is long, deep or strange has a fingerprint, too."""
    assert re.fullmatch("[0-9a-f]{32}", told(text).digest)


def test_too_many_scopes():
    """More functions within one another than people write have no fingerprint."""
    deep = "def f(x): return " + "lambda: " * MAX_SCOPES + "x"
    assert told(deep) is None
    assert told(deep.replace("lambda: ", "", 1)) is not None
