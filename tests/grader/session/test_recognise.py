"""A misconception is claimed only where the output equals it on all that failed."""

import pytest

from grader.language import use
from grader.sandbox.outcome import Returned
from grader.session import recognise as module
from grader.session.subject import Call

FILE = "tests/misconceptions/basics/double.py"
KNOWN = '''
    """Wrong answers to double."""

    import numpy as np

    def _half(x):
        return x / 2

    def triples(x):
        """You add it
        twice too often."""
        return 3 * x

    def also_triples(x):
        """The same, later in the file."""
        return x + x + x

    def raises(x):
        """You divide by nothing."""
        return x / 0

    def loses_shape(x):
        """You flatten it."""
        return np.ravel(2 * x)
    '''
NUMBERS = """
    from grader.cases import agree

    def test_one(double):
        agree(double(1), 2)

    def test_four(double):
        agree(double(4), 8)
    """
ARRAYS = """
    import numpy as np
    import pytest
    from grader.cases import agree

    @pytest.mark.parametrize("shape", {shapes})
    def test_shapes(double, shape):
        x = np.arange(6.0)[: np.prod(shape)].reshape(shape)
        agree(double(x), 2 * x)
    """


@pytest.fixture
def claimed(verdict):
    """Return a function that returns the misconception claimed for an answer."""

    def run(body, hidden=NUMBERS, **course):
        found = verdict(f"def double(x):\n    {body}\n", hidden=hidden, **course)
        return found.misconception

    return lambda body, hidden=NUMBERS: run(body, hidden, files={FILE: KNOWN})


def test_known_wrong_answer(claimed):
    """A wrong answer that equals a known one is named, in one line of text."""
    found = claimed("return 3 * x")
    assert found.name == "triples"
    assert found.message == "You add it twice too often."


def test_right_answer_has_none(claimed):
    """A right answer has no misconception."""
    assert claimed("return 2 * x") is None


def test_other_wrong_answer(claimed):
    """A wrong answer that equals no known one is not named."""
    assert claimed("return 5 * x") is None


def test_one_input_that_differs(claimed):
    """A wrong answer that differs from a known one somewhere is not named."""
    assert claimed("return 3 * x if x < 4 else 5 * x") is None


def test_right_inputs_do_not_count(claimed):
    """Only the cases that failed are compared with known wrong answers."""
    assert claimed("return 3 * x if x > 1 else 2 * x").name == "triples"


def test_same_exception(claimed):
    """A known wrong answer that raises is named where the same is raised."""
    assert claimed("return x / 0").name == "raises"


def test_other_exception(claimed):
    """Another exception than that of a known wrong answer is not named."""
    assert claimed("return x % 0") is None


def test_crash_is_not_a_value(claimed):
    """An answer that ends the guest is not named."""
    assert claimed("import os; os._exit(0)") is None


def test_private_function_is_no_misconception(claimed):
    """A function whose name begins with an underscore is never named."""
    assert claimed("return x / 2") is None


@pytest.mark.parametrize(
    ("shapes", "name"), [("[(2, 2)]", None), ("[(2, 2), (2, 3)]", "loses_shape")]
)
def test_two_shapes(verdict, shapes, name):
    """With arrays it takes failures on two shapes to name anything."""
    found = verdict(
        "import numpy as np\n"
        "def double(x):\n"
        "    return np.ravel(2 * x) if np.ndim(x) else 6\n",
        files={FILE: KNOWN},
        hidden=ARRAYS.format(shapes=shapes),
    )
    assert found.status == "failed"
    assert (found.misconception and found.misconception.name) == name


def test_one_number(verdict):
    """With numbers it takes failures on two of them to name anything."""
    source = "def double(x):\n    return 3 * x if x == 1 else 2 * x\n"
    assert verdict(source, files={FILE: KNOWN}, hidden=NUMBERS).misconception is None


ANSWERS = '''
    """Wrong answers to double, which has no parameters here."""

    def a():
        """Not this one."""
        return "a"

    def c():
        """Nor this one."""
        return "c"
    '''
ONE_CALL = """
    from grader.cases import agree

    def test_answer(double):
        agree(double(), "b")
    """


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ('return "a"', "a"),
        ('return "c"', "c"),
        ('return "d"', None),
        ("return 1", None),
        ('print("a")', None),
        ("return c", None),
        ('return "b"', None),
    ],
)
def test_no_parameters(verdict, body, name):
    """One failure is enough for a function without parameters."""
    solution = (
        "def double():\n    ### BEGIN SOLUTION\n    return 'b'\n    ### END SOLUTION\n"
    )
    found = verdict(
        f"def double():\n    {body}\n",
        files={FILE: ANSWERS, "solutions/basics/double.py": solution},
        visible=ONE_CALL,
        hidden=ONE_CALL,
    )
    assert (found.misconception and found.misconception.name) == name


def test_without_misconceptions(verdict):
    """An exercise without a file of misconceptions names none."""
    found = verdict("def double(x):\n    return 3 * x\n", hidden=NUMBERS)
    assert (found.status, found.misconception) == ("failed", None)


def test_broken_misconceptions(verdict):
    """A file of misconceptions that does not load is not the student's code."""
    source = "def double(x):\n    return 3 * x\n"
    found = verdict(source, files={FILE: "import nowhere\n"}, hidden=NUMBERS)
    assert found.status == "error"
    assert "not your code" in found.message


def test_supplied_functions_are_the_references(small, judge):
    """A misconception calls the reference of what its exercise uses."""
    known = (
        '"""Wrong."""\ndef once(x):\n    """You double once."""\n    return double(x)\n'
    )
    course = small({"tests/misconceptions/basics/quadruple.py": known})
    (found,) = judge("def quadruple(x):\n    return 2 * x\n", course=course).exercises
    assert found.misconception.name == "once"


def test_the_same_calls_are_recognised_once(real, monkeypatch):
    """Calls that are known already are not compared again, in one language."""
    monkeypatch.setenv("GRADER_LANG", "en")
    compared = []
    monkeypatch.setattr(module, "recognise", lambda *_: compared.append(1))
    recogniser = module.Recogniser()
    place, other = real.places["softmax"], real.places["L1"]
    one, two = (
        (Call((1,), {}, Returned(1, ()), ""),),
        (Call((1,), {}, Returned(1, ()), ""),),
    )
    for made in ([one], [one], [one, two], [two], [one, two]):
        recogniser.recognise(place, None, made)
    assert len(compared) == 3
    recogniser.recognise(other, None, [one])
    use("zh")
    recogniser.recognise(place, None, [one])
    use("en")
    assert len(compared) == 5
