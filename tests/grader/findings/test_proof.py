"""What is proved of a function by its look, and what is not."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as st_np

from grader.findings.proof import Proof, prove
from grader.submission.extract import extract
from grader.submission.source import parse

HEAD = "import math\nimport numpy as np\n"


def proof(source, supplied=()):
    """Return what is proved of the function `f` of a source."""
    return prove(extract(parse(source.encode(), "a.py"), ("f",), supplied), supplied)


def of_body(body, parameters="x, y"):
    """Return what is proved of a function of these lines."""
    lines = "\n    ".join(body.split("\n"))
    return proof(f"{HEAD}def f({parameters}):\n    {lines}\n")


RIGHT = [
    "return x / np.linalg.norm(x, axis=1, keepdims=True)",
    "dw = x @ y\ndb = np.sum(y)\nreturn {'dw': dw, 'db': db}",
    "W1 = x['W1']\nb1 = x['b1']\nZ1 = np.dot(W1, y) + b1\nreturn np.tanh(Z1)",
    "return np.squeeze(np.mean((x - y) ** 2))",
    "m = x.shape[1]\nreturn -1 / m * np.sum(y * np.log(x) + (1 - y) * np.log(1 - x))",
    "rows, columns, depth = x.shape\nreturn np.reshape(x, (rows * columns * depth, 1))",
    "return x.reshape(x.shape[0] * x.shape[1] * x.shape[2], -1).T",
    "e = np.exp(x - np.max(x, axis=1))\nreturn e / e.sum(axis=1)[:, None]",
    "return np.where(x > 0, x, 0.01 * x)",
    "return np.where(x > 0, x, y * x).astype(np.float64)",
    "return np.concatenate((x, y), axis=1)",
    "return np.array([[1, 0], [0, 1]], float) @ x",
    "return np.zeros((x.shape[0], 1), dtype=float), 0.0",
    "return np.zeros((x, 1)), 0",
    "return np.divide(x, y, out=np.zeros_like(x), where=y != 0)",
    "k = int(0.8 * x.shape[0])\nreturn x[:k], x[k:]",
    "r: float = math.sqrt(2)\nr += 1\nreturn r * x",
    "assert x.ndim == 2, 'two'\nif x is None:\n    raise ValueError('no')\nreturn x",
    "z = x.copy()\nz[z < 0] = 0\nreturn z",
    "a, (b, c) = 1, (2, 3)\nreturn not a or -b if c else +c",
    "'''words'''\npass\nreturn",
    "return np.linalg.norm(x, ord='fro') if y else np.linalg.det(x)",
    "return x[..., np.newaxis, 1:2, ::-1] & (y < 1) | ~(x > 2)",
    "return np.mean(x, where=y)",
    "return np.max(np.abs(x)) ** 2 ** 0.5",
]  # fmt: skip


@pytest.mark.parametrize("body", RIGHT)
def test_what_goes_through_nothing(body):
    """Right answers as students write them are proved to go through nothing."""
    assert of_body(body) is Proof.STRAIGHT


@pytest.mark.parametrize(
    "body",
    [
        "for i in range(y):\n    x = x - 0.1 * x\nreturn x",
        "while x < 1:\n    x = 2 * x\n    if x:\n        break\n    continue\nreturn x",
        "return [i for i in range(x) if i > 1]",
        "return sum(i * j for i, j in zip(x, y))",
        "return 1 in x",
        "l = []\nl.append(x)\nreturn l",
        "return x.tolist()",
        "return max(x)",
        "return sorted(x, reverse=True)",
        "for i, v in np.ndenumerate(x):\n    y[i] = v\nreturn y",
        "for i in np.ndindex(x.shape):\n    y[i] = x[i]\nreturn y",
        "for i in np.ndindex(2, 3):\n    y[i] = x[i]\nreturn y",
    ],
)
def test_what_loops(body):
    """What goes through something is proved to compute, and no more."""
    assert of_body(body) is Proof.COMPUTES


@pytest.mark.parametrize(
    "body",
    [
        "return np.stack(x)",
        "return np.vstack(x)",
        "return np.concatenate(arrays=x)",
        "return x * [2**64]",
        "return x * [2 << y]",
        "x **= 9\nreturn x",
    ],
)
def test_what_may_go_through_elements(body):
    """What takes an array apart, or makes huge numbers of objects, is not straight."""
    assert of_body(body) is Proof.COMPUTES


def test_what_a_helper_is_handed():
    """Values are handed to helpers, and nothing else."""
    helper = f"{HEAD}def g(t, x):\n    return np.where(x > 0, x, t)\n"
    assert proof(f"{helper}def f(x):\n    return g(float, x)") is Proof.NOTHING
    assert proof(f"{helper}def f(x):\n    return g(0.5, x)") is Proof.STRAIGHT


@pytest.mark.parametrize(
    "body",
    [
        # Calls what is not listed, or prints.
        "print(x)",
        "raise ValueError('a') from print(x)",
        "raise x",
        "raise ValueError(x)",
        "assert x, print(x)",
        "return f'{x}'",
        "return '%s' % x",
        "return np.vectorize(abs)(x)",
        "return np.random.rand(3)",
        "return np.linalg.qr(x)",
        "return x.view(int)",
        "return x.__class__",
        "return (lambda: x)()",
        "return __builtins__['print'](x)",
        "return [0 for __builtins__ in x]",
        "return [max for max in x]",
        "return np.sum(x), [np for np in x]",
        "return sorted(x, key=abs)",
        "return max(x, key=y)",
        "return np.sum(*x)",
        "return np.sum(**x)",
        "return np.sum(x, like=y)",
        "return np.add(x, y, signature='OO->O')",
        "return np.add(x, y, sig=x)",
        "\uff50rint(x)",
        "return eval('x')",
        "return np.load('a')",
        "return open(x)",
        # Keeps what comes after, or changes what is not its own.
        "global z\nz = 1",
        "f.z = 1",
        "x.shape = 1",
        "f[0] = x",
        "np.pi = 3",
        "def g(): pass",
        "class A: pass",
        "import os",
        "del x",
        "yield x",
        "return (z := x)",
        "with x: pass",
        "try:\n    pass\nexcept ValueError: pass",
        "match x:\n    case 1: pass",
        "return {1, 2}",
        "return {k: 1 for k in x}",
        "return [*x]",
        "return {**x}",
        # What was in the memory before, or the time.
        "return np.empty(3)",
        "return np.add(x, 1, where=y)",
        "return np.add(x, 1, where=y, out=None)",
        "return np.add(x, 1, where=y, out=y)",
        "return np.pad(x, 1, mode='empty')",
        "m, = {'empty': 1}\nreturn np.pad(x, 1, m)",
        "m, = {'empty': 1}\nreturn np.pad(x, 1, mode=m)",
        "n, d = {'now': 1, 'M8': 1}\nreturn np.array(n, d)",
        "n, d = {'now': 1, 'M8': 1}\nreturn np.array(n, dtype=d)",
        "n, d = {'now': 1, 'M8': 1}\nreturn np.array(n).astype(d)",
        "for k in {'xO': 1}:\n    x = x.astype(k[1:])\nreturn x",
        "return np.zeros(3, y)",
        "return np.sum(x, 0, y)",
        "return np.sum(x, dtype=y)",
        "return x.sum(0, y)",
        "return x.astype('O')",
        "return x.astype(object)",
        "return np.where(x > 0, x, float)",
        "return np.full(3, fill_value=float)",
        "return {'object': x}",
        "return 'oops'",
        # Itself, and what is not there yet.
        "return f(x)",
        "return f",
        "return [f for f in x]",
    ],
)
def test_what_proves_nothing(body):
    """Whatever is not known to only compute proves nothing."""
    assert of_body(body) is Proof.NOTHING


@pytest.mark.parametrize(
    "parameters",
    ["x, y='O'", "x, y=b''", "x, y=...", "x, y=[]", "x, y=np.zeros(2)", "*x", "**x",
     "x: Foo", "x: np.testing", "x: print(1)", "x: np.r_['r', 1]", "x: 'a' | 'b'"],
)  # fmt: skip
def test_heads_that_prove_nothing(parameters):
    """Texts, objects and stars in a head, and hints that run code, prove nothing."""
    assert of_body("return x", parameters) is Proof.NOTHING


@pytest.mark.parametrize(
    "parameters",
    ["x: np.ndarray, y: float = -1.5", "x: 'np.ndarray', /, y: int | None = None",
     "x: dict[str, np.ndarray], *, y: list[float] = True"],
)  # fmt: skip
def test_heads_of_students(parameters):
    """Hints and defaults as students write them are proved."""
    assert of_body("return 1", parameters) is Proof.STRAIGHT


@pytest.mark.parametrize(
    "source",
    [
        "from numpy import *\ndef f(x):\n    return sum(x)",
        "from numpy import sum\ndef f(x):\n    return sum(x)",
        "from numpy import load\ndef f(x):\n    return load(x)",
        "import os as np\ndef f(x):\n    return np.abs(x)",
        "def f(x):\n    return g(x)\ndef g(x):\n    return x",
        "def f(x):\n    return g\ndef g(x):\n    return x",
        "def f(x):\n    return np.sum(x)\nimport numpy as np",
        "def f(x):\n    return [g for g in x], g\ndef g(x):\n    return x",
        "from __future__ import annotations as g\ndef f(x):\n    return g",
        "from __future__ import annotations as g\ndef f(x):\n    return g[x]",
        "N = []\ndef f(x):\n    return N",
        "N: int = 3\ndef f(x):\n    return N",
        "N = M = 3\ndef f(x):\n    return N",
        "abs = 3\ndef f(x):\n    return abs(x)",
        "def abs(x):\n    return x\ndef f(x):\n    return abs(x)",
        "def g(x):\n    return x\ng.a = 1\ndef f(x):\n    return g(x)",
        "@staticmethod\ndef f(x):\n    return x",
        "async def f(x):\n    return x",
        "f = lambda x: x",
        "class f:\n    pass",
    ],
)
def test_modules_that_prove_nothing(source):
    """Names that may be another thing than they look like prove nothing."""
    assert proof(source) is Proof.NOTHING


@pytest.mark.parametrize(
    "source",
    [
        "from __future__ import annotations\ndef f(x):\n    return x",
        "import numpy as np\nimport numpy as np\ndef f(x):\n    return np.sum(x)",
        "import numpy.linalg\ndef f(x):\n    return numpy.linalg.det(x)",
        "from math import pi as p\ndef f(x):\n    return p * x",
        "def f(x):\n    return x + N\nN = 1e-8",
        "def g(x):\n    return x / 2\ndef f(x):\n    return g(x) + g(x=x)",
        "def f(x):\n    return undefined",
    ],
)
def test_modules_of_students(source):
    """Imports, constants and helpers are part of what is proved."""
    assert proof(source) is Proof.STRAIGHT


def test_too_deep_to_be_followed():
    """What is nested deeper than can be followed proves nothing."""
    assert of_body(f"return {'-' * 900}x") is Proof.NOTHING
    assert of_body("return x" + " + 1" * 900) is Proof.NOTHING


def test_supplied_functions():
    """What the host supplies may be called, and not bound or handed on."""
    assert proof("def f(x):\n    return g(x)", ("g",)) is Proof.STRAIGHT
    assert proof("def f(x):\n    return g", ("g",)) is Proof.NOTHING
    assert proof("def f(x):\n    g[0] = x", ("g",)) is Proof.NOTHING


STATIC = [body for body in RIGHT if "['" not in body and "x is None" not in body]


@given(
    st.sampled_from(STATIC),
    st_np.arrays(float, (2, 3), elements=st.floats(-9, 9)),
    st.integers(0, 3),
)
def test_proved_functions_return_the_same_again(body, array, number):
    """A function that is proved returns the same for the same arguments."""
    lines = "\n    ".join(body.split("\n"))
    source = f"{HEAD}def f(x, y):\n    {lines}\n"
    assert proof(source) is Proof.STRAIGHT
    namespace = {}
    exec(source, namespace)  # noqa: S102 - written above

    def came():
        try:
            with np.errstate(all="ignore"):
                return repr(namespace["f"](array.copy(), number))
        except Exception as error:  # noqa: BLE001 - it may refuse any of them
            return repr(error)

    first = came()
    assert first == came()
