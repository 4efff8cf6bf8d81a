"""Pictures are read from the course's file of them, in order, and held to the rules."""

import pytest

from grader.session.gallery import load
from grader.session.reference import ExerciseError

FILE = "exercises/basics/pictures/double.py"
TWO = """
    import math
    from math import sin

    SIDE = 3

    def line(figure, double, data):
        '''A line,
        and more.'''

    def _helper(figure):
        '''No picture.'''

    class Paper:
        '''No picture.'''

    def both(figure, quadruple, image, double=None):
        '''Both.'''
    """


def test_an_exercise_without_pictures(small):
    """Where there is no file there are no pictures."""
    course = small()
    assert load(course, course.places["double"]) == ()


def test_pictures_in_order(small):
    """Functions of the file are pictures; what is imported or begins with _ is none."""
    course = small({FILE: TWO})
    line, both = load(course, course.places["double"])
    assert (line.name, line.caption) == ("line", "A line, and more.")
    assert (line.asks, line.optional) == (("figure", "double", "data"), ())
    assert both.asks == ("figure", "quadruple", "image", "double")
    assert both.optional == ("double",)


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("def a(figure):\n    return", "`a` has no docstring, which is its caption."),
        ("def a(double):\n    '''A.'''", "`a` does not ask for the `figure` to draw"),
        ("def a(figure, x):\n    '''A.'''", "`a` asks for `x`, which is no exercise."),
        ("def double(figure):\n    '''A.'''", "`double` is the name of an exercise"),
        ("def a(:", "does not load: SyntaxError"),
        ("import nowhere", "does not load: ModuleNotFoundError"),
        ("raise SystemExit(3)", "does not load: SystemExit: 3"),
    ],
)
def test_a_file_against_the_rules(small, source, said):
    """A file that breaks a rule is told with its name."""
    course = small({FILE: source})
    with pytest.raises(ExerciseError) as error:
        load(course, course.places["double"])
    assert str(error.value).startswith(FILE)
    assert said in str(error.value)
