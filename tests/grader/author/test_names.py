"""Names that cannot be are refused with a sentence each."""

import pytest

from grader.author import names
from grader.course import load
from grader.errors import UsageError

TOML = """title = "T"
[[assignments]]
name = "basics"
title = "B"
[[assignments.exercises]]
name = "double"
aliases = ["Twice"]
"""


@pytest.fixture
def course(write_course):
    """Return a course of one exercise, which has an alias."""
    return load(write_course("double", toml=TOML))


def told(check, *words):
    """Return the message and the help that a check raises."""
    with pytest.raises(UsageError) as caught:
        check(*words)
    return f"{caught.value.message} {caught.value.help}".strip()


AT = "--assignment says in which folder an exercise lies."
PLAIN = "letters a to z, digits and underscores, beginning with a letter."


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "The exercise needs a name."),
        ("a/b", f"`a/b` is a path; the exercise is to be named. {AT}"),
        ("..\\x", f"`..\\x` is a path; the exercise is to be named. {AT}"),
        ("f.py", f"`f.py` is a path; the exercise is to be named. {AT}"),
        ("one-hot", "Did you mean `one_hot`?"),
        ("one-hot", f"No exercise can be called `one-hot`: {PLAIN}"),
        ("2x", f"No exercise can be called `2x`: {PLAIN} Did you mean `x`?"),
        ("größe", f"No exercise can be called `größe`: {PLAIN} Did you mean `groe`?"),
        ("平均", f"No exercise can be called `平均`: {PLAIN}"),
        ("_f", f"No exercise can be called `_f`: {PLAIN} Did you mean `f`?"),
        ("lambda", "No exercise can be called `lambda`: it is a word of Python."),
        ("lambda", "Take another, such as `lambda_of`."),
        ("rng", "No exercise can be called `rng`: cases call something else by it."),
        ("np", "No exercise can be called `np`: cases call something else by it."),
        ("double", "`double` is taken: an exercise of basics is called so."),
        ("Twice", "`Twice` is taken: an alias of basics is called so."),
        ("twice", "`twice` differs from an alias of basics, `Twice`, in capital"),
    ],
)
def test_exercises_that_cannot_be(course, name, said):
    """A name that no exercise can have is told with its reason."""
    assert said in told(names.check_exercise, name, course)


@pytest.mark.parametrize("name", ["one_hot", "L1", "match", "softmax"])
def test_exercises_that_can_be(course, name):
    """A name that is free and plain is taken."""
    names.check_exercise(name, course)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("../up", "`../up` is a path; the assignment is to be named."),
        ("week 1", f"No assignment can be called `week 1`: {PLAIN} Did you mean"),
        ("Basics", "`Basics` differs from the assignment `basics` in capital letters"),
    ],
)
def test_assignments_that_cannot_be(course, name, said):
    """A name that no assignment can have is told with its reason."""
    assert said in told(names.check_assignment, name, course)


@pytest.mark.parametrize(
    ("text", "tidied", "found"),
    [
        ("", "", []),
        ("x", "x", ["x"]),
        (" x,  axis = 1 ", "x, axis=1", ["x", "axis"]),
        ("a, b=(1, 2),", "a, b=(1, 2)", ["a", "b"]),
    ],
)
def test_parameters(text, tidied, found):
    """Parameters are read as in a definition."""
    assert names.parameters(text, "f") == (tidied, found)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x axis", "The arguments `x axis` are not Python."),
        ("x): pass\ndef g(y", "are not Python."),
        ("x) -> (y", "are not Python."),
        ("x\0", "are not Python."),
        ("*x", "have a star or a slash"),
        ("x, /", "have a star or a slash"),
        ("f", "No argument can be called `f`"),
        ("reference", "No argument can be called `reference`"),
        ("größe", "No argument can be called `größe`: letters a to z"),
        ("x, x", "The argument `x` is there twice."),
    ],
)
def test_parameters_that_cannot_be(text, said):
    """What is no list of plain parameters is told with its reason."""
    assert said in told(names.parameters, text, "f")


def test_what_a_name_shadows():
    """A name that Python or NumPy has is worth a note."""
    assert "Python has a `sum` of its own" in names.shadows("sum")
    assert "NumPy has np.dot" in names.shadows("dot")
    assert names.shadows("one_hot") == ""
