"""What a submission iterates over is seen where it does, and changes nothing."""

import ast
import functools
import math
import operator

import numpy as np
import pytest

from grader.guest.sites import OBJECTS, OWN, Watch, place, watched


def watch(source, *arguments):
    """Return what `f` of a source returns, and what was seen, by its text."""
    tree = ast.parse(source)
    texts = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.expr):
            text = ast.get_source_segment(source, node)
            texts[place("a.py", node)] = text
            texts[place("a.py", node, looping=True)] = f"loop: {text}"
    seen = Watch()
    names = {"np": np, "math": math, "functools": functools, "operator": operator}
    code = compile(watched(tree, "a.py"), "a.py", "exec")
    exec(code, names | seen.names() | (space := {}), space)  # noqa: S102 - a test's own
    seen.taken()
    value = space["f"](*arguments)
    return value, {texts[site]: tuple(one) for site, one in seen.taken().items()}


def seen(body, *arguments):
    """Return what was seen in a function of x with a body."""
    return watch(f"def f(x): {body}", *arguments)[1]


FIVE = np.arange(5.0)


@pytest.mark.parametrize(
    ("body", "text", "name"),
    [
        ("return sum(x)", "sum(x)", "sum"),
        ("return (0, sum)[1](x)", "(0, sum)[1](x)", "sum"),
        ("return list(map(abs, x))", "map(abs, x)", "map"),
        ("m = map; return m(abs, x)", "m(abs, x)", "map"),
        ("return map.__call__(abs, x)", "map.__call__(abs, x)", "map"),
        ("return map.__new__(map, abs, x)", "map.__new__(map, abs, x)", "map"),
        ("return type.__call__(map, abs, x)", "type.__call__(map, abs, x)", "map"),
        ("return operator.call(sum, x)", "operator.call(sum, x)", "sum"),
        ("return zip(x, x)", "zip(x, x)", "zip"),
        ("return max(x)", "max(x)", "max"),
        ("return math.fsum(x)", "math.fsum(x)", "fsum"),
        ("return math.dist(x, x)", "math.dist(x, x)", "dist"),
        (
            "return functools.reduce(operator.add, x)",
            "functools.reduce(operator.add, x)",
            "reduce",
        ),
        (
            "return functools.partial(map, abs)(x)",
            "functools.partial(map, abs)(x)",
            "map",
        ),
        ("return print(*x, end='')", "*x", "*"),
        ("return [*x]", "*x", "*"),
        ("return ''.join(['']*5)", "''.join(['']*5)", "join"),
        ("return sorted(x, key=abs)", "sorted(x, key=abs)", "sorted"),
        ("return x.tolist().sort(key=abs)", "x.tolist().sort(key=abs)", "sort"),
        ("return x.astype(object)", "x.astype(object)", OBJECTS),
        ("return [i for i in x]", "loop: x", "loop"),
        ("return {i: 0 for i in x}", "loop: x", "loop"),
    ],
)
def test_iteration_is_seen(body, text, name):
    """Whatever iterates is known by what it is, not by what it is called."""
    assert seen(body, FIVE)[text] == (name, 5)


@pytest.mark.parametrize(
    "body",
    [
        "return np.sum(x)",
        "return x.sum(axis=0)",
        "sum = np.sum; return sum(x)",
        "return isinstance(x, list)",
        "return np.add.reduce(x)",
        "return np.array([1.0, 2.0])",
        "return getattr(x, 'shape')",
        "return len(x)",
    ],
)
def test_array_expressions_are_not_seen(body):
    """Calls that go through no Python objects leave nothing behind."""
    assert seen(body, FIVE) == {}


def test_sizes_are_those_of_what_is_handed():
    """Two numbers are two, a shape has as many as there are axes."""
    assert seen("return max(x, 3)", 2) == {"max(x, 3)": ("max", 2)}
    assert seen("return tuple(x.shape)", np.ones((7, 8, 9))) == {
        "tuple(x.shape)": ("tuple", 3)
    }


def test_a_loop_over_a_call_has_a_site_of_its_own():
    """The turns of a loop are not mixed up with the call that it goes through."""
    assert seen("return [i for i in map(abs, x)]", FIVE) == {
        "map(abs, x)": ("map", 5),
        "loop: map(abs, x)": ("loop", 5),
    }


def test_turns_of_a_while_loop():
    """A test that is true is a turn."""
    found = watch("def f(x):\n    while x > 0:\n        x -= 1\n    return x", 4)
    assert found == (0, {"loop: x > 0": ("loop", 4)})


def test_own_functions_are_counted():
    """Of calls of its own functions a submission is told how often they are made."""
    source = "def g(n): return g(n - 1) if n else 0\ndef f(x): return g(x)"
    source = source.replace("def g", "global g\ndef g")
    tree = ast.parse(source)
    watching = Watch()
    space = watching.names()
    exec(compile(watched(tree, "a.py"), "a.py", "exec"), space)  # noqa: S102 - as above
    assert space["f"](3) == 0
    assert sorted(watching.taken().values()) == [(OWN, 1), (OWN, 3)]


def test_subclasses_are_what_they_inherit_from():
    """A class of its own that inherits from map is map; a named tuple is none."""
    each = "class Each(map): pass\ndef f(x, Each=Each): return list(Each(abs, x))"
    assert watch(each, FIVE)[1]["Each(abs, x)"] == ("map", 5)
    pair = "class Pair(tuple): pass\ndef f(x, Pair=Pair): return Pair((x, x))"
    assert watch(pair, FIVE)[1] == {}


def test_names_that_lead_inside_are_seen():
    """An attribute put together is known when it is looked up."""
    look = "getattr(g, '__co' + 'de__', None)"
    assert watch(f"def f(g): {look}", len)[1] == {look: ("getattr", 0)}


@pytest.mark.parametrize(
    "source",
    [
        (
            "def f(x):\n    class A:\n        def g(self): return 1\n    class B(A):\n"
            "        def g(self): return super().g() + x\n    return B().g()"
        ),
        "def f(x): return [a + b for a in [x] for b in range(3) if b]",
        (
            "def f(x):\n    for i in range(9):\n        if i == x: break\n"
            "    else: return -1\n    return i"
        ),
        "def f(x):\n    def g(): yield from range(x)\n    return [*g(), *g()]",
        (
            "def f(x):\n    def twice(g): return lambda y: g(g(y))\n"
            "    @twice\n    def h(y): return y + x\n    return h(1)"
        ),
        "def f(x): return sum(n for n in (x, 2)), max((x, 1), key=lambda v: -v)",
    ],
)
def test_watching_changes_nothing(source):
    """A watched function returns what it returns unwatched."""
    space = {}
    exec(source, space)  # noqa: S102 - a test's own
    assert watch(source, 3)[0] == space["f"](3)
