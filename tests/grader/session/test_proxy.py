"""The student's function, as a case calls it."""

import numpy as np
import pytest

from grader.compare.failure import Failure
from grader.sandbox.outcome import Raised, Returned
from grader.session import submitted
from grader.session.proxy import Submitted
from grader.submission.source import parse


@pytest.fixture
def put(small, guests):
    """Return a function that puts a source on the bench as an answer."""
    subjects = []

    def start(source, name="double"):
        course = small()
        place = course.places[name]
        entry = submitted.answer(place, parse(source.encode(), "a.py"), "a.py")
        assert entry.status is None, entry.message
        subject = Submitted(guests, course, place, entry.unit(), entry.text, 7)
        subjects.append(subject)
        return subject

    yield start
    for subject in subjects:
        subject.close()


def test_value_comes_back(put):
    """A call returns the value that the student's function returned."""
    double = put("def double(x):\n    return 2 * x\n")
    assert double(3) == 6
    assert double(np.array([1, 2])).tolist() == [2, 4]


def test_calls_are_recorded(put):
    """Every call is kept with its arguments, outcome and prints."""
    double = put("def double(x):\n    print('hi')\n    return 2 * x\n")
    double(3)
    double(x=4)
    assert [(call.args, call.kwargs) for call in double.calls] == [
        ((3,), {}),
        ((), {"x": 4}),
    ]
    assert [call.stdout for call in double.calls] == ["hi\n", "hi\n"]
    assert isinstance(double.calls[0].outcome, Returned)


def test_arguments_do_not_change_here(put):
    """An answer that changes its argument does not change the case's own."""
    double = put("def double(x):\n    x *= 2\n    return x\n")
    x = np.array([1.0, 2.0])
    assert double(x).tolist() == [2, 4]
    assert x.tolist() == [1, 2]
    assert double.calls[0].outcome.changed == ("0",)


SENTENCES = {
    "def double():\n    return 1\n": "`double` takes ",
    "def double(x, y):\n    return 1\n": r"takes 2 arguments, \(x, y\)",
    "double = 'text'\n": "`double` is a str, not a function",
    "if 1 > 2:\n    def double(x):\n        return x\n": "does not define `double`",
    "n = nothing\ndef double(x):\n    return n\n": "Line 1: The name `nothing` is not",
    "def double(x):\n    return x + 'a'\n": r"Line 2: `\+` does not go with",
    "def double(x):\n    raise ValueError\n": "Line 2: It raised ValueError.",
    "def double(x):\n    return [0] * 600_000\n": "What `double` returned cannot be",
}


@pytest.mark.parametrize("source", SENTENCES)
def test_failure_in_words(put, source):
    """What goes wrong in a call is raised as the student's failure, in words."""
    with pytest.raises(Failure, match=SENTENCES[source]):
        put(source)(3)


@pytest.mark.parametrize(
    ("source", "said"),
    [("double = 3\n", "an int"), ("def double():\n    return 1\n", "no arguments;")],
)
def test_articles_and_numbers(put, source, said):
    """A sentence is right whatever type or count it tells of."""
    with pytest.raises(Failure, match=said):
        put(source)(3)


def test_call_as_written(put):
    """The details of a crash hold the line and the call, arrays by their shape."""
    double = put("def double(x):\n    return x.nothing\n")
    with pytest.raises(Failure) as caught:
        double(np.zeros((2, 3)))
    assert "2 | return x.nothing" in caught.value.details
    assert "double(array (2, 3))" in caught.value.details


def test_file_that_does_not_load_is_asked_once(put):
    """A file that raises while it is loaded fails every call alike."""
    double = put("n = 1 / 0\ndef double(x):\n    return n\n")
    with pytest.raises(Failure) as first:
        double(3)
    with pytest.raises(Failure) as second:
        double(4)
    assert first.value is second.value
    assert isinstance(double.calls[0].outcome, Raised)


def test_fresh_guest(put):
    """After a call that ends the guest the next one finds a fresh guest."""
    double = put(
        "import os\n"
        "calls = []\n"
        "def double(x):\n"
        "    calls.append(x)\n"
        "    if x == 3: os._exit(1)\n"
        "    return len(calls)\n"
    )
    assert [double(1), double(1)] == [1, 2]
    with pytest.raises(Failure, match="exit code 1"):
        double(3)
    assert double(1) == 1


def test_supplied_function(put):
    """A supplied function takes positional and keyword arguments."""
    quadruple = put("def quadruple(x):\n    return double(double(x=x))\n", "quadruple")
    assert quadruple(np.array([1.0])).tolist() == [4]


def test_supplied_function_called_wrongly(put):
    """A supplied function called with too many arguments raises TypeError there."""
    quadruple = put("def quadruple(x):\n    return double(x, x)\n", "quadruple")
    with pytest.raises(Failure, match=r"Line 2: It raised TypeError: double\(\) takes"):
        quadruple(1)


def test_supplied_function_that_raises(put):
    """What a supplied function raises can be caught by who calls it."""
    quadruple = put(
        "def quadruple(x):\n"
        "    try:\n        return double(None)\n"
        "    except TypeError as error:\n        return str(error)\n",
        "quadruple",
    )
    assert "NoneType" in quadruple(1)


def test_an_exception_is_named_if_a_call_raised_it(put):
    """The failure names the exception's type, but not of one raised while loading."""
    with pytest.raises(Failure) as caught:
        put("def double(x):\n    raise ValueError('no')\n")(3)
    assert caught.value.raised == "ValueError"
    loading = put("n = int('no')\ndef double(x):\n    return n * x\n")
    for _ in range(2):
        with pytest.raises(Failure) as caught:
            loading(3)
        assert caught.value.raised == ""
