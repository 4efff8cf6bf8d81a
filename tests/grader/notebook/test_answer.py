"""The student's function in a kernel, as cases call it."""

import numpy as np
import pytest

from grader.compare.failure import Failure, Rung
from grader.guest.wire import Opaque
from grader.notebook.answer import Answer, is_written


@pytest.fixture
def answer(run):
    """Return a function that runs cells and returns their `f` as cases call it."""

    def make(*cells):
        for cell in cells:
            run(cell)
        return Answer("f", run.names["f"], run.names)

    return make


def failed(answer, *args):
    """Return the failure of a call."""
    with pytest.raises(Failure) as caught:
        answer(*args)
    return caught.value


def test_the_value_comes_back(answer):
    """A call returns what the function returns, keywords included."""
    f = answer("def f(x, y=1):\n    return (x + y, [y])")
    assert f(2, y=3) == (5, [3])
    assert f.calls == [((2,), {"y": 3})]
    assert f.parameters == ["x", "y"]


def test_arguments_are_copies(answer):
    """A function that changes its input does not change the case's."""
    x = np.array([1.0, 2.0])
    assert answer("def f(x):\n    x *= 2\n    return x")(x).tolist() == [2.0, 4.0]
    assert x.tolist() == [1.0, 2.0]


def test_a_value_that_cannot_cross_is_told_by_its_type(answer):
    """What a check would not see, a case does not see here either."""
    value = answer("def f():\n    return (i for i in [])")()
    assert isinstance(value, Opaque)
    assert value.type_name == "generator"


def test_a_value_that_is_nested_too_deep(answer):
    """A value that no case can look at is the student's failure."""
    deep = "def f():\n    x = []\n    x.append(x)\n    return x"
    assert str(failed(answer(deep))).startswith("What `f` returned cannot be judged: ")


def test_an_exception_in_plain_words(answer):
    """A crash has its line, its words, and the type that a case may ask for."""
    failure = failed(answer("def f(x):\n    return x @ x"), np.ones((3, 2)))
    assert failure.sentence == (
        "Line 2: The sizes 2 and 3 do not line up for `@`: the last of the first must "
        "equal the first of the second."
    )
    assert failure.raised == "ValueError"
    assert "   2 | return x @ x" in failure.details
    assert "called as f(array (3, 2))" in failure.details


def test_an_exit_does_not_end_the_kernel(answer):
    """A call of exit() is told like any exception."""
    failure = failed(answer("def f():\n    raise SystemExit"))
    assert failure.sentence.startswith("Line 2: It calls exit()")


def test_a_crash_in_another_cell(answer):
    """The line of a crash in another function says whose it is."""
    failure = failed(answer("def g():\n    return 1 / 0", "def f():\n    return g()"))
    assert failure.sentence.endswith(
        " A number is divided by zero. The line is one of `g`."
    )


def test_a_stub_that_is_called(answer):
    """A crash on what a stub returned names the stub."""
    failure = failed(answer("def g():\n    ...", "def f():\n    return 1 + g()"))
    assert failure.sentence.endswith(" `g`, which it calls, is not started.")


def test_other_arguments(answer):
    """A function that cannot be called so is told its parameters."""
    failure = failed(answer("def f(a, b):\n    return a"), 1)
    assert failure.rung is Rung.SIGNATURE
    assert failure.sentence == "`f` takes 2 arguments, (a, b); it is called as f(1)."


def test_what_is_no_function(answer):
    """A number in a function's place is told so; NumPy's own functions are welcome."""
    assert failed(answer("f = 3")).sentence == "`f` is an int, not a function."
    assert answer("import numpy\nf = numpy.exp")(0) == 1


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ("def f():\n    ...", False),
        ('def f():\n    """Doc."""\n    return ...', False),
        ("def f():\n    return 1", True),
        ("f = lambda: 1", True),
        ("f = 3", True),
        ("import math\nf = math.exp", True),
    ],
)
def test_what_is_written(run, source, written):
    """A function of dots alone is a stub; anything else is somebody's work."""
    run(source)
    assert is_written(run.names["f"]) is written
