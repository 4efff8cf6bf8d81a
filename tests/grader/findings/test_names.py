"""A name is followed to where it comes from, as far as a source tells."""

import ast

import pytest

from grader.findings.names import Names


def resolve(expression, source=""):
    """Return what an expression stands for after a source."""
    return Names(ast.parse(source).body).resolve(ast.parse(expression).body[0].value)


@pytest.mark.parametrize(
    ("source", "expression", "name"),
    [
        ("", "map", "map"),
        ("", "spam", ""),
        ("import numpy", "numpy.vectorize", "numpy.vectorize"),
        ("import numpy as np", "np.vectorize", "numpy.vectorize"),
        ("import numpy.lib", "numpy.lib.vectorize", "numpy.lib.vectorize"),
        ("import numpy.lib as l", "l.vectorize", "numpy.lib.vectorize"),
        ("from numpy import vectorize", "vectorize", "numpy.vectorize"),
        ("from numpy import vectorize as v", "v", "numpy.vectorize"),
        ("import numpy as np\nv = np.vectorize", "v", "numpy.vectorize"),
        ("import numpy as np\nn = np\nv = n.vectorize", "v", "numpy.vectorize"),
        ("m = map\nk = m", "k", "map"),
        ("map = 3", "map", ""),
        ("def map(x): pass", "map", ""),
        ("def f(map): pass", "map", ""),
        ("m = map\nm = sum", "m", ""),
        ("a = b\nb = a", "a", ""),
        ("m = (map, sum)[0]", "m", ""),
        ("", "f(x).map", ""),
    ],
)
def test_names(source, expression, name):
    """Imports and single assignments are followed; anything else is not known."""
    assert resolve(expression, source) == name


def test_stars():
    """Of a star import any name may come that nothing else binds."""
    names = Names(ast.parse("from numpy import *\nvectorize = 1").body)
    assert names.is_star("nditer")
    assert not names.is_star("vectorize")
    assert not Names([]).is_star("nditer")


def test_aliases():
    """What only gets another name stands where it is followed from."""
    tree = ast.parse("m = map\nk = [map]")
    names = Names(tree.body)
    assert names.is_alias(tree.body[0].value)
    assert not names.is_alias(tree.body[1].value.elts[0])
