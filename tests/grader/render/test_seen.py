"""What a student may see: of a private case that it is there, and how it went."""

from msgspec.structs import replace

from grader.render import seen
from grader.verdict import Visibility


def first(result, status):
    """Return the first case of a result with this status."""
    cases = (case for exercise in result.exercises for case in exercise.cases)
    return next(case for case in cases if case.status == status)


def test_a_private_case(make):
    """Neither name, message nor prints of a private case are told."""
    case = replace(first(make("private"), "failed"), message="secret", stdout="secret")
    assert seen.title(case) == "a private case"
    assert seen.details(case) == "A private case did not pass."
    assert seen.printed(case) == ""


def test_a_private_case_that_passed(make):
    """What was printed in a private case is not told, also when it passed."""
    case = first(make("values"), "passed")
    case = replace(case, visibility=Visibility.PRIVATE, stdout="the inputs")
    assert (seen.details(case), seen.printed(case)) == ("", "")


def test_others_are_told(make):
    """Any other case has its name, and its message if it did not pass."""
    result = make("values")
    assert seen.title(first(result, "failed")) == "every row sums to one"
    assert "10 of 10 values differ" in seen.details(first(result, "failed"))
    assert seen.details(first(result, "passed")) == ""


def test_the_mistake_is_named(make):
    """The sentence on an exercise ends with the misconception, if it has one."""
    (exercise,) = make("misconception").exercises
    assert seen.told(exercise).endswith("Look at its axis and keepdims arguments.")


def test_judged_apart(make):
    """Loops and missing answers are no case's verdict; a failed case is."""
    for name, apart in {"loops": True, "missing": True, "values": False}.items():
        assert seen.judged_apart(make(name).exercises[0]) is apart
    assert not seen.judged_apart(make("passed").exercises[0])
