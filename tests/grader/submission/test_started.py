"""Not started is a matter of the syntax tree: comments and layout do not count."""

import ast

import pytest

from grader.submission.started import is_started
from grader.submission.stub import make

STUB = '''
def f(x, n):
    """Return something.

    x -- a number
    """
    # YOUR CODE STARTS HERE
    ...
    # YOUR CODE ENDS HERE
'''
PARTIAL = '''
def f(x, n):
    """Return something."""
    m = x.shape[1]
    # YOUR CODE STARTS HERE
    ...
    # YOUR CODE ENDS HERE
    return m
'''


def first(text):
    """Return the first statement of a text."""
    return ast.parse(text).body[0]


UNCHANGED = {
    "the stub": STUB,
    "without comments": 'def f(x, n):\n    """Return something."""\n    ...\n',
    "another comment": STUB.replace("STARTS HERE", "I will do this tomorrow"),
    "another docstring": STUB.replace("something", "nothing"),
    "no docstring": "def f(x, n):\n    ...\n",
    "two docstrings": 'def f(x, n):\n    "a"\n    "b"\n    ...\n',
    "blank lines": STUB.replace("\n", "\n\n"),
    "pass": STUB.replace("...", "pass"),
    "pass and dots": STUB.replace("...", "pass\n    ...\n    pass"),
    "only a docstring": STUB.replace("    ...\n", ""),
    "a bare number": STUB.replace("...", "None"),
    "one line": "def f(x, n): ...\n",
    "types": "def f(x: int, n: int = 3) -> int: ...\n",
    "parameters renamed": "def f(a, b): ...\n",
    "dots behind return": STUB.replace("...", "return ..."),
    "dots and dots behind return": STUB.replace("...", "...\n    return ..."),
    "tabs": 'def f(x, n):\n\t"""Return something."""\n\t...\n',
}

STARTED = {
    "a value": STUB.replace("...", "return x"),
    "a return of nothing": STUB.replace("...", "return"),
    "a return of None": STUB.replace("...", "return None"),
    "a return of dots among others": STUB.replace("...", "return ..., 1"),
    "a variable": STUB.replace("...", "y = 1"),
    "beside the dots": STUB.replace("...", "...\n    return x"),
    "an error": STUB.replace("...", "raise NotImplementedError"),
    "a print": STUB.replace("...", "print(x)"),
    "a lambda": "f = lambda x, n: x",
    "an alias": "f = abs",
    "a class": "class f: pass",
    "an import": "from numpy import exp as f",
    "an async function": "async def f(x, n): ...",
}


@pytest.mark.parametrize("text", UNCHANGED.values(), ids=UNCHANGED.keys())
def test_a_stub_is_not_started(text):
    """Comments, docstrings, blank lines and `pass` do not start an exercise."""
    assert not is_started(first(text), first(STUB))
    assert not is_started(first(text), None)


@pytest.mark.parametrize("text", STARTED.values(), ids=STARTED.keys())
def test_an_answer_is_started(text):
    """Any statement that does something, or another definition, is a start."""
    assert is_started(first(text), first(STUB))
    assert is_started(first(text), None)


@pytest.mark.parametrize(
    ("text", "started"),
    [
        (PARTIAL, False),
        (PARTIAL.replace("    ...\n", ""), False),
        (PARTIAL.replace("...", "# to do\n    pass"), False),
        (PARTIAL.replace("shape[1]", " shape [ 1 ]"), False),
        (PARTIAL.replace("...", "m = m + 1"), True),
        (PARTIAL.replace("return m", "return -m"), True),
        (PARTIAL.replace("    return m\n", ""), True),
    ],
)
def test_code_that_the_stub_gives_is_no_start(text, started):
    """Lines that the stub has already do not count as the student's."""
    assert is_started(first(text), first(PARTIAL)) is started


@pytest.mark.parametrize("count", [100, 600, 1500, 2500])
def test_deep_answers_are_started(count):
    """An answer with a long expression is a start like any other."""
    text = "def f(x, n):\n    return x" + " + x" * count
    assert is_started(first(text), first(STUB))
    assert is_started(first(text), first(PARTIAL))


def test_integers_too_long_to_write_are_started():
    """An answer that holds an integer which Python refuses to write out is a start."""
    text = "def f(x, n):\n    return 0x" + "f" * 5_000
    assert is_started(first(text), first(STUB))
    assert is_started(first(text), first(PARTIAL))


def test_a_generated_stub_is_not_started():
    """What is made from a solution is not started, the solution is."""
    solution = "def f(x):\n    ### BEGIN SOLUTION\n    return x\n    ### END SOLUTION\n"
    stub = make(solution)
    assert not is_started(first(stub), first(stub))
    assert is_started(first(solution), first(stub))
