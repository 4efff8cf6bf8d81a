"""The references: one for each exercise, supplied with what they use."""

import numpy as np
import pytest

from grader.session.reference import ExerciseError, Reference, units

SOLUTION = "solutions/basics/double.py"


def test_reference_by_name(small):
    """Every solution is an attribute, supplied with what its exercise uses."""
    reference = Reference(small())
    assert reference.double(3) == 6
    assert reference.quadruple(3) == 12


def test_no_such_reference(small):
    """What is no exercise is no attribute either."""
    with pytest.raises(AttributeError, match="treble"):
        _ = Reference(small()).treble


def test_arguments_are_copied(small):
    """A reference that changes its arguments leaves those of the case alone."""
    course = small(
        {
            SOLUTION: """
                def double(x):
                    x *= 2
                    return x
                """
        }
    )
    x = np.array([1.0, 2.0])
    assert Reference(course).double(x).tolist() == [2, 4]
    assert x.tolist() == [1, 2]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("def double(x):\n    return 1 / 0\n", "raised ZeroDivisionError"),
        ("1 / 0\n", "does not load: ZeroDivisionError"),
        ("def double(x:\n", "does not load: SyntaxError"),
        ("x = 1\n", "does not define the function `double`"),
    ],
)
def test_broken_reference(small, text, said):
    """A reference that fails names its file and says why."""
    reference = Reference(small({SOLUTION: text}))
    with pytest.raises(ExerciseError, match=f"{SOLUTION} {said}"):
        reference.double(3)


@pytest.mark.parametrize("text", ["raise SystemExit", "def double(x):\n    exit()\n"])
def test_reference_that_leaves(small, text):
    """A reference that calls exit() is broken; it does not end the grader."""
    with pytest.raises(ExerciseError):
        Reference(small({SOLUTION: text})).double(3)


def test_units_in_order(small):
    """What an exercise uses is described before it, and once."""
    described = units(small(), ("quadruple", "double"))
    assert [unit.names for unit in described] == [("double",), ("quadruple",)]
    assert [unit.uses for unit in described] == [(), ("double",)]
