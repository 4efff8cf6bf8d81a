"""Extraction keeps what the graded function needs, and nothing else."""

import ast
import sys
import textwrap
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.submission.extract import bound, extract
from grader.submission.source import parse


def taken(text, names=("f",), supplied=()):
    """Return what is extracted from a text."""
    return extract(parse(textwrap.dedent(text).encode(), "a.py"), names, supplied)


def kept(text, names=("f",), supplied=()):
    """Return the kept statements as Python writes them, first lines only."""
    found = taken(text, names, supplied)
    return [ast.unparse(node).partition("\n")[0] for node in found.statements]


def result(text, *args, supplied=(), **given):
    """Return what the extracted function returns, run on its own."""
    found = taken(text, supplied=supplied)
    namespace = {"__name__": "submission", **given}
    tree = ast.Module(found.statements, [])
    exec(compile(tree, "a.py", "exec"), namespace)  # noqa: S102 - sources of our own
    return namespace[found.name](*args)


@pytest.mark.parametrize(
    "unrelated",
    [
        "import tensorflow_of_nobody",
        "from keras_of_nobody import layers as np",
        "raise SystemExit",
        "print(f(3))",
        "assert f(1) == 7",
        "1 / 0",
        "open('missing.csv')",
        "data = open('missing.csv').read()",
        "for i in range(10**12): print(i)",
        "while True: pass",
        "def g(y): return undefined(y)",
        "class Model(undefined): pass",
        "np.random.seed(1)",
        "plt.plot([1, 2])",
        "help(np)",
        "x = 1 / 0",
        "with open('missing.csv') as file: rows = file.read()",
        "try: boom()\nexcept ValueError: pass",
        "'a text'",
        "if f(1): boom()",
        "del nothing",
        "global nothing",
        "x, y = boom()",
        "match boom():\n    case [x, *rest]: pass",
    ],
)
@pytest.mark.parametrize("where", ["top", "bottom"])
def test_unrelated_statements_do_not_matter(unrelated, where):
    """What the function does not need is left out, wherever it stands."""
    needed = "import numpy as np\ndef f(x):\n    return np.exp(x)"
    parts = [unrelated, needed] if where == "top" else [needed, unrelated]
    if unrelated.endswith(" as np") and where == "bottom":
        return
    assert kept("\n".join(parts)) == ["import numpy as np", "def f(x):"]


NEEDS = {
    "nothing": ("def f(x): return x", [0]),
    "an import": ("import numpy as np\ndef f(x): return np.exp(x)", [0, 1]),
    "one of two imports": (
        "import numpy as np\nimport os\ndef f(x): return np.exp(x)",
        [0, 2],
    ),
    "a dotted import": (
        "import numpy.linalg\ndef f(x): return numpy.linalg.norm(x)",
        [0, 1],
    ),
    "an import of names": (
        "from numpy import exp, log\ndef f(x): return exp(x)",
        [0, 1],
    ),
    "an import further down": ("def f(x): return exp(x)\nfrom math import exp", [0, 1]),
    "a constant": ("N = 3\nM = 4\ndef f(x): return N", [0, 2]),
    "a constant of constants": ("N = 3\nM = N\nK = 2\ndef f(x): return M", [0, 1, 3]),
    "a chain of helpers": (
        (
            "def a(x): return x\ndef b(x): return a(x)\ndef z(x): return b(x)\n"
            "def f(x): return b(x)"
        ),
        [0, 1, 3],
    ),
    "helpers of one another": (
        "def a(x): return b(x)\ndef b(x): return a(x)\ndef f(x): return a(x)",
        [0, 1, 2],
    ),
    "itself": ("def f(x): return f(x - 1)", [0]),
    "a class": ("class A: pass\nclass B: pass\ndef f(x): return A()", [0, 2]),
    "a class and its base": (
        "class A: pass\nclass B(A): pass\ndef f(x): return B()",
        [0, 1, 2],
    ),
    "names in a class": (
        (
            "N = 1\ndef g(): pass\nclass A:\n    n = N\n    def m(self): return g()\n"
            "def f(x): return A()"
        ),
        [0, 1, 2, 3],
    ),
    "a decorator": ("def d(g): return g\n@d\ndef f(x): return x", [0, 1]),
    "a decorator with arguments": (
        "import functools\nN = 3\n@functools.lru_cache(maxsize=N)\ndef f(x): return x",
        [0, 1, 2],
    ),
    "a default": ("N = 3\ndef f(x, n=N): return n", [0, 1]),
    "a default by name": ("N = 3\ndef f(x, *, n=N): return n", [0, 1]),
    "an annotation": (
        "import numpy as np\ndef f(x: np.ndarray) -> int: return 1",
        [0, 1],
    ),
    "an annotated constant": (
        "import typing\nN: typing.Any = 3\ndef f(x): return N",
        [0, 1, 2],
    ),
    "a lambda": ("N = 3\nf = lambda x: N", [0, 1]),
    "a default of a lambda": ("N = 3\nf = lambda x, n=N: n", [0, 1]),
    "an alias": ("def g(x): return x\nf = g", [0, 1]),
    "an alias of an alias": ("def g(x): return x\nh = g\nf = h", [0, 1, 2]),
    "a partial": (
        "from functools import partial\ndef g(x): return x\nf = partial(g)",
        [0, 1, 2],
    ),
    "a nested function": (
        "N = 1\nM = 2\ndef f(x):\n    M = 3\n    def g(): return N + M\n    return g()",
        [0, 2],
    ),
    "a comprehension": ("N = 1\ni = 2\ndef f(x): return [i + N for i in x]", [0, 2]),
    "a comprehension of the module": (
        "N = 1\nT = [i + N for i in range(3)]\ni = boom()\ndef f(x): return T",
        [0, 1, 3],
    ),
    "a comprehension's variable": (
        "i = boom()\nT = [i for i in range(3)]\ndef f(x): return {i for i in T}",
        [1, 2],
    ),
    "a comprehension beside its variable": (
        "i = 2\nT = [i for i in range(3)]\ndef f(x): return i",
        [0, 2],
    ),
    "a comprehension in a comprehension": (
        "N = M = 1\ni = boom()\nT = [[(lambda: M) for j in N] for i in x]\ndef f(x): T",
        [0, 2, 3],
    ),
    "a generator in a default": (
        "N = [1]\ndef f(x, t=tuple(i for i in N)): return t",
        [0, 1],
    ),
    "a walrus": ("(n := 3)\ndef f(x): return n", [0, 1]),
    "a global that it sets": (
        "n = 0\ndef f(x):\n    global n\n    n += 1\n    return n",
        [0, 1],
    ),
    "a tuple of names": ("a, b = 1, 2\nc, d = 3, 4\ndef f(x): return b", [0, 2]),
    "a starred name": ("a, *b = 1, 2\ndef f(x): return b", [0, 1]),
    "a chained assignment": ("a = b = []\ndef f(x): return b", [0, 1]),
    "the variable of a loop": ("for n in [1, 2]: pass\ndef f(x): return n", [0, 1]),
    "the name of a with": (
        "import io\nwith io.StringIO() as s: pass\ndef f(x): return s",
        [0, 1, 2],
    ),
    "a name of a match": ("match [1]:\n    case [n]: pass\ndef f(x): return n", [0, 1]),
    "a table built by a loop": (
        "T = []\nfor i in range(3): T.append(i)\ndef f(x): return T",
        [0, 1, 2],
    ),
    "a table that is appended to": (
        "T = []\nT.append(1)\nU = []\nU.append(2)\ndef f(x): return T",
        [0, 1, 4],
    ),
    "a table that is assigned to": (
        "T = {}\nT['a'] = 1\ndef f(x): return T",
        [0, 1, 2],
    ),
    "a table that is added to": ("T = [1]\nT += [2]\ndef f(x): return T", [0, 1, 2]),
    "a table with a part deleted": (
        "T = [1, 2]\ndel T[0]\ndef f(x): return T",
        [0, 1, 2],
    ),
    "a part of a part": (
        "T = {'a': []}\nT['a'].append(1)\ndef f(x): return T",
        [0, 1, 2],
    ),
    "an attribute of the function": ("def f(x): return f.n\nf.n = 3", [0, 1]),
    "what an appended table needs": (
        "N = 1\nT = []\nT.append(N)\ndef f(x): return T",
        [0, 1, 2, 3],
    ),
    "an import that is tried": (
        "try: import numba as nb\nexcept ImportError: nb = None\ndef f(x): return nb",
        [0, 1],
    ),
    "a conditional definition": (
        (
            "import sys\n"
            "if sys.version_info > (3,):\n"
            "    def g(): return 1\n"
            "else: g = None\n"
            "def f(x): return g()"
        ),
        [0, 1, 2],
    ),
    "a definition that comes last": ("def f(x): return 1\ndef f(x): return 2", [1]),
    "a constant that comes last": ("N = 1\nN = 2\ndef f(x): return N", [1, 2]),
    "an import that comes last": (
        "import math as m\nimport numpy as m\ndef f(x): return m",
        [1, 2],
    ),
    "a definition that is wrapped": ("def f(x): return 1\nf = staticmethod(f)", [0, 1]),
    "a conditional redefinition": (
        "N = 1\nif True: N = 2\ndef f(x): return N",
        [0, 1, 2],
    ),
    "a main block": (
        "def f(x): return x\nif __name__ == '__main__':\n    print(f(boom()))",
        [0],
    ),
    "a demonstration of the same name as a parameter": (
        "import numpy as np\nx = np.array(boom())\ndef f(x): return x",
        [2],
    ),
    "a demonstration of the same name as a variable": (
        "y = boom()\ndef f(x):\n    y = x\n    return y",
        [1],
    ),
    "statements on one line": (
        "import math; import os; print(boom)\ndef f(x): return math.exp(x)",
        [0, 3],
    ),
    "lambdas on one line": ("N = 1\nM = boom\ng = lambda: M; f = lambda x: N", [0, 3]),
    "an annotation without a value": ("N = 3\nN: int\ndef f(x): return N", [0, 2]),
    "an async function": ("N = 1\nasync def f(x): return N", [0, 1]),
    "a builtin's name": ("def sum(x): return 0\ndef f(x): return sum(x)", [0, 1]),
    "a star where names are missing": (
        "from numpy import *\ndef f(x): return exp(x)",
        [0, 1],
    ),
    "a star of math": ("from math import *\ndef f(x): return exp(x)", [0, 1]),
    "a star of a part of NumPy": (
        "from numpy.linalg import *\ndef f(x): return norm(x)",
        [0, 1],
    ),
    "a star of somebody": ("from helpers import *\ndef f(x): return exp(x)", [1]),
    "a star of a package": (
        "from .helpers import *\nfrom . import *\ndef f(x): return exp(x)",
        [2],
    ),
    "a star that is not needed": (
        "from math import *\nN = 1\ndef f(x): return x + N",
        [1, 2],
    ),
    "a star over builtins": (
        "from numpy import *\ndef f(x): return max(x, axis=1)",
        [0, 1],
    ),
}


@pytest.mark.parametrize(("text", "keep"), NEEDS.values(), ids=NEEDS.keys())
def test_what_is_needed_is_kept(text, keep):
    """Each way of needing a statement keeps it, and no other."""
    if text.startswith("N = 3\nN: int"):
        # Whether the annotation itself stays does not matter.
        assert set(taken(text).keep) | {1} == {0, 1, 2}
        return
    assert list(taken(text).keep) == keep


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("def f(x): return x + 1\nold = f\ndef f(x): return 10 * old(x)", 20),
        ("N = 1\nT = [N]\nN = 2\ndef f(x): return T[0] + N", 3),
        ("def g(): return 1\nT = g()\ndef g(): return 2\ndef f(x): return T + g()", 3),
        ("N = 3\nN: int\ndef f(x): return N", 3),
        ("from __future__ import annotations\ndef f(x: Nothing): return x", 1),
        ("T = []\nfor i in range(3): T.append(i)\ndef f(x): return T", [0, 1, 2]),
        ("def g(h): return h\n@g\ndef f(x): return x", 1),
        ("n = 0\ndef f(x):\n    global n\n    n += 1\n    return n", 1),
        (("class A:\n    n = 1\n    def m(self): return self.n\nN = A()\nN.n = 5\n"
         "def f(x): return N.m()"), 5),
        ("import math as m\nf = lambda x: m.floor(x)", 1),
        ("if __name__ == '__main__': N = 1\nelse: N = 2\ndef f(x): return N", 2),
        ("f = max\ndef f(x): return 3", 3),
        (("class A:\n    def m(self): return g()\ndef g(): return 1\n"
         "def f(x): return A().m()"), 1),
        (("def d(g): return lambda x: h(x)\n@d\ndef f(x): return x\n"
         "def h(x): return 5"), 5),
        ("T = (g(i) for i in [1])\ndef g(i): return i\ndef f(x): return sum(T, 0)", 1),
        (("T = [lambda: g() for _ in [1]]\ndef g(): return 1\n"
         "def f(x): return T[0]()"), 1),
        (("def h(i): return i\nT = [*map(lambda i: h(i), [1])]\n"
         "def h(i): return 10 * i\ndef f(x): return T[0] + h(x)"), 11),
        ("N = 1\nN = N + 1\ndef f(x): return N", 2),
        ("T = [lambda x: g(x)]\ndef g(x): return x\ndef f(x): return T[0](x)", 1),
        ("def f(x): return 3\nf = abs", 1),
    ],
)  # fmt: skip
def test_the_extract_runs_as_the_file_would(text, value):
    """The kept statements, run alone, give what the whole file gives."""
    whole = {"__name__": "submission"}
    exec(compile(text, "a.py", "exec", dont_inherit=True), whole)  # noqa: S102 - ours
    # First the extract: what a file keeps may change with every call.
    assert result(text, 1) == value
    assert whole["f"](1) == value


def test_supplied_names_are_left_out():
    """What the host supplies is not taken from the file, nor what only it needs."""
    text = """
        import numpy as np
        from helpers import relu
        def slow(x): return x
        def sigmoid(x): return slow(x)
        def f(x): return np.exp(sigmoid(x))
    """
    found = taken(text, supplied=("sigmoid", "relu"))
    assert found.keep == (0, 4)
    assert "sigmoid" in found.names
    assert "relu" not in found.names


def test_supplied_names_that_are_not_there_are_no_hindrance():
    """A supplied function need not be in the file, and asks for no star import."""
    text = "from numpy import *\ndef f(x): return sigmoid(x)"
    assert taken(text, supplied=("sigmoid",)).keep == (1,)


def test_a_function_may_be_supplied_to_others():
    """The graded function itself is taken from the file, whatever is supplied."""
    assert taken("def f(x): return x", supplied=("f",)).keep == (0,)


def test_the_first_name_that_is_found_counts():
    """An exercise's aliases are looked for in the order given."""
    text = "def old(x): return 1\ndef new(x): return 2"
    assert taken(text, ("new", "old")).name == "new"
    assert taken(text, ("none", "old")).name == "old"
    assert taken(text, ("none",)) is None


@pytest.mark.parametrize(
    "text", ["", "# comment", "g = 1", "def g(f): return f", "print(f)"]
)
def test_a_name_that_is_not_bound_is_not_found(text):
    """A name that is only read, or a parameter, is no definition."""
    assert taken(text) is None
    source = parse(text.encode(), "a.py")
    assert "f" not in bound(source, imported=True) | bound(source, imported=False)


@pytest.mark.parametrize(
    "text",
    ["def f(): pass", "f = 1", "class f: pass", "import f", "from a import b as f",
     "if 1:\n def f(): pass", "for f in []: pass", "(f := 3)", "async def f(): pass"],
)  # fmt: skip
def test_a_name_that_is_bound_is_found(text):
    """Whatever binds a name at module level defines it."""
    assert taken(text).name == "f"
    source = parse(text.encode(), "a.py")
    assert ("f" in bound(source, imported=True)) is ("import" in text)
    assert ("f" in bound(source, imported=False)) is ("import" not in text)


def test_the_definition_is_the_last_one():
    """The statement that is judged is the last that binds the name."""
    found = taken("def f(x): return 1\n\n\ndef f(x): return 2\n")
    assert found.definition.lineno == 4


def test_lines_are_those_of_the_file():
    """Statements keep their places, decorators included."""
    found = taken(
        "import os\n\nimport functools\n@functools.cache\ndef f(x):\n    return x\n"
    )
    assert [node.lineno for node in found.statements] == [3, 5]


NAMES = ["a", "b", "c", "d", "f"]
NEEDED = (
    "import numpy as np",
    "C = 3",
    "T = []",
    "T.append(C)",
    "def helper(x):\n    return np.abs(x) + C",
    "def f(x, n=C):\n    y = [helper(i) for i in T]\n    return y, n",
)
UNRELATED = [
    "import os",
    "import tensorflow as tf",
    "x = 1 / 0",
    "y = np.zeros(3)",
    "i = helper(2)",
    "print(f(C))",
    "assert T",
    "def other(q):\n    global z\n    z = helper(q)",
    "class Other:\n    n = C",
    "for k in range(3):\n    print(k)",
    "# a comment",
    "'a text'",
    "if __name__ == '__main__':\n    print(f(boom))",
    "try:\n    w = f(1)\nexcept Exception:\n    w = None",
    "n: int = 5",
    "demo = lambda x: helper(x)",
    "with open('x') as data:\n    v = data.read()",
    "from math import *",
]


@given(st.lists(st.tuples(st.integers(0, len(NEEDED)), st.sampled_from(UNRELATED))))
def test_unrelated_statements_never_change_what_is_kept(inserted):
    """Whatever is put between the needed statements, the same ones are kept."""
    lines = [[statement] for statement in NEEDED]
    lines.append([])
    for place, statement in inserted:
        lines[place].insert(0, statement)
    text = "\n".join(one for group in lines for one in group)
    statements = [ast.unparse(node) for node in taken(text).statements]
    assert statements == [ast.unparse(ast.parse(one)) for one in NEEDED]


@st.composite
def programs(draw):
    """Return a file of helpers that call one another, and what `f` must give."""
    count = draw(st.integers(1, 6))
    lines, order = [], draw(st.permutations(range(count)))
    calls = [
        draw(st.lists(st.integers(0, i - 1), max_size=3)) if i else []
        for i in range(count)
    ]
    for i in order:
        body = " + ".join(["x", *(f"h{j}(x)" for j in calls[i])])
        lines.append(f"def h{i}(x): return {body}")
    reached, pending = set(), [count - 1]
    while pending:
        one = pending.pop()
        if one not in reached:
            reached.add(one)
            pending += calls[one]
    return "\n".join([*lines, f"f = h{count - 1}"]), {f"h{i}" for i in reached}


@given(programs())
def test_exactly_the_reached_helpers_are_kept(program):
    """In any order, helpers that are reached are kept and others are not."""
    text, reached = program
    found = taken(text)
    assert {node.name for node in found.statements[:-1]} == reached
    whole = {}
    exec(compile(text, "a.py", "exec"), whole)  # noqa: S102 - ours
    assert result(text, 1) == whole["f"](1)


@pytest.mark.parametrize("count", [200, 900])
def test_deep_expressions_are_no_hindrance(count):
    """What is deep but can be read is taken apart."""
    source = parse(f"N = 1\ndef f(x):\n    return N{' + x' * count}\n".encode(), "a.py")
    assert extract(source, ("f",)).keep == (0, 1)


ENTANGLED = {
    "changes of one list": "a = [0]\n" + "a[0] = a[0]\n" * 8_000,
    "calls on one list": "a = []\n" + "a.append(1)\n" * 8_000,
    "two lists": "a = []\nb = []\n" + "a[0] = b\nb[0] = a\n" * 5_000,
    "a name that may be another": "if 1: a = a\n" * 8_000,
    "functions that read each other": "".join(
        f"def f{i}(): return {', '.join(f'f{j}' for j in range(130))}\na = f{i}\n"
        for i in range(130)
    ),
    "names in one function, functions beside": "def g():\n"
    + "".join(f" a{i} = 1\n" for i in range(6_000))
    + " def h(): x\n" * 4_000
    + "a = g\n",
}


@pytest.mark.parametrize("what", ENTANGLED)
def test_entangled_sources_take_no_longer(what):
    """What each line of thousands has to do with all others is found out in time."""
    source = parse(f"{ENTANGLED[what]}def f(x): return a\n".encode(), "a.py")
    started = time.process_time()
    found = extract(source, ("f",))
    assert time.process_time() - started < 5
    assert {"a", "f"} <= found.names
    assert source.tree.body[-1] in found.statements


def test_too_entangled_a_source_is_kept_whole():
    """Where it is not worth to tell what is needed, only what is supplied is left."""
    text = "def g(): pass\na = [0]\n" + "a[0] = a[0]\n" * 8_000
    source = parse(f"{text}z = 1\ndef f(x): return a, g\n".encode(), "a.py")
    assert extract(source, ("f",), ["g"]).keep == tuple(range(1, 8_004))
    assert extract(source, ("f",)).keep == tuple(range(8_004))


GENERIC = """
A = B = C = D = E = F = G = H = I = J = 1
def f[T: (lambda: A)](x: B = (lambda: C)) -> D: return E
class K[T](F, m=lambda: G): y = H
type Z = (lambda: I)
def f0(x): return f
def f1(x): return K
def f2(x): return Z
"""


@pytest.mark.parametrize(
    ("name", "needed"), [("f0", "ABCDE"), ("f1", "FGH"), ("f2", "I")]
)
def test_types_have_scopes_of_their_own(name, needed):
    """Each statement needs what its own types read, where Python knows such types."""
    text = GENERIC
    if sys.version_info < (3, 12):
        text = text.replace("[T: (lambda: A)]", "").replace("x: B", "x: (A, B)")
        text = text.replace("[T]", "").replace("type Z", "Z")
    found = extract(parse(text.encode(), "a.py"), (name,))
    assert found.names & set("ABCDEFGHIJ") == set(needed)
