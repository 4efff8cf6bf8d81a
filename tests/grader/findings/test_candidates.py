"""Where a source might loop, or lead out of sight, is told from its text alone."""

import textwrap

import pytest

from grader.findings.candidates import Candidates
from grader.submission.extract import extract
from grader.submission.source import parse


def taken(text):
    """Return the extract of `f` from a text."""
    return extract(parse(textwrap.dedent(text).encode(), "a.py"), ("f",))


def found(text):
    """Return what the candidates of a text are, with their lines."""
    return [(one.node.lineno, one.what) for one in Candidates(taken(text)).loops()]


def whats(body, before="import numpy as np, functools, math"):
    """Return what the candidates in a function of x with a body are."""
    return [what for _, what in found(f"{before}\ndef f(x):\n    {body}")]


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("return sum(x)", "`sum`"),
        ("return list(map(abs, x))", "`map`"),
        ("return max(x)", "`max`"),
        ("return max(*x)", "`max`"),
        ("m = map; return m(abs, x)", "`map`"),
        ("return {'go': map}['go'](abs, x)", "`map`"),
        ("return functools.reduce(max, x)", "`functools.reduce`"),
        ("return math.fsum(x)", "`math.fsum`"),
        ("return np.vectorize(abs)(x)", "`np.vectorize`"),
        ("return np.lib.nditer(x)", "`np.nditer`"),
        ("v = np.vectorize; return v(abs)(x)", "`np.vectorize`"),
        ("return f(x[1:])", "`f` calls itself with a part"),
        ("return [i for i in x]", "a list comprehension over `x`"),
    ],
)
def test_candidates(body, what):
    """Each way to go through elements is named once."""
    assert whats(body) == [what]


@pytest.mark.parametrize(
    "body",
    [
        "return max(x, 1)",
        "return max(x.shape)",
        "return sum((x, x))",
        "return map(abs, (x, x))",
        "sum = np.sum; return sum(x)",
        "return np.add.reduce(x)",
        "return functools.reduce(max, x.shape)",
        "return f(x[None, :])",
        "return f(x)[0]",
        "return x.map(abs).apply(x)",
        "raise ValueError(', '.join(str(i) for i in x))",
        "if False: return [i for i in x]",
        "return [i for i in x] if 0 else x",
        "while False: return [i for i in x]",
    ],
)
def test_no_candidates(body):
    """What goes through a fixed number, or cannot run, is none."""
    assert whats(body) == []


def test_unused_methods_are_none():
    """A method that nobody names is not called; one that somebody names may be."""
    text = """
        class A:
            def show(self):
                for i in self: print(i)
            def __len__(self):
                return sum(1 for i in self.x)
        def f(x): return A(){}
    """
    assert [line for line, _ in found(text.format(""))] == [6]
    assert [line for line, _ in found(text.format(".show()"))] == [4, 6]


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("return eval('x')", "eval"),
        ("run = exec; run('x')", "exec"),
        ("return globals()['f']", "globals"),
        ("return __builtins__", "__builtins__"),
        ("return f.__code__", "__code__"),
    ],
)
def test_opaque(body, name):
    """Running text and reaching for code is told by name."""
    names = [one for _, one in Candidates(taken(f"def f(x):\n    {body}")).opaque()]
    assert name in names


def test_own_names_are_not_opaque():
    """A function of one's own may be called compile."""
    text = "def compile(x): return x\ndef f(x): return compile(x)"
    assert Candidates(taken(text)).opaque() == []


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("return getattr(x, 'a' + 'b')", "getattr"),
        ("return x.__dict__['a']", "__dict__"),
        ("return getattr(x, 'shape')", None),
        ("return getattr(x, 'shape', None)", None),
        ("return hasattr(x, x)", None),
    ],
)
def test_dynamic(body, name):
    """A look-up of an attribute whose name is not written out is told."""
    names = [one for _, one in Candidates(taken(f"def f(x):\n    {body}")).dynamic()]
    assert names == ([name] if name else [])
