"""What is counted over a class."""

import pytest
from classes import NAMES, case, exercise, result, student

from grader.render.classroom import Classroom
from grader.verdict import Misconception, Status, Visibility


def room(*results):
    """Return what is known of a class of these students."""
    made = Classroom(NAMES)
    for one in results:
        made.add(one, f"{one.submission.id}.html")
    return made


def test_rows():
    """A student is a row: file, points, and a letter for each exercise in order."""
    made = room(student("anna", "passed", "loops", "not_started"))
    (row,) = made.rows
    assert row == ("anna", "anna.html", 15.0, 30.0, "pln")


def test_an_exercise_without_a_verdict():
    """What was not judged yet is a letter of its own."""
    made = room(result("anna", exercise("mse", "missing")))
    assert made.rows[0].letters == "--m"
    assert made.present == [Status.MISSING]


def test_counts_of_verdicts():
    """Each exercise has the number of each verdict, and others are left out."""
    made = room(
        student("a", "passed", "failed", "error"),
        student("b", "passed", "failed", "unreadable"),
    )
    assert made.statuses["sigmoid"] == {Status.PASSED: 2}
    assert made.present == [
        Status.PASSED,
        Status.FAILED,
        Status.UNREADABLE,
        Status.ERROR,
    ]


def test_shares():
    """A share is in its tenth; those who have all points stand apart."""
    made = room(
        student("a", "failed", "failed", "failed"),
        student("b", "passed", "failed", "failed"),
        student("c", "passed", "passed", "loops"),
        student("d", "passed", "passed", "passed"),
    )
    assert made.shares() == [1, 0, 0, 1, 0, 0, 0, 0, 1, 0, 1]
    assert (made.median, made.most) == (17.5, 30.0)


@pytest.mark.parametrize("tenth", range(11))
def test_a_share_at_the_edge_of_a_tenth(tenth):
    """A share of exactly some tenths is in the tenth that begins there."""
    some = [exercise("mse", "failed", points=float(tenth))]
    shares = room(result("a", *some)).shares()
    assert shares.index(1) == tenth


def test_an_empty_class():
    """A class of nobody has no points, and nothing that failed."""
    made = room()
    assert (made.median, made.most, sum(made.shares())) == (0.0, 0.0, 0)
    assert made.failing(9, 9) == made.mistaken(9) == []


def failed(one, *cases):
    """Return a student who failed an exercise."""
    return result(one, exercise("softmax", "failed", cases))


def test_the_cases_that_fail_most():
    """The worst case comes first, with how many of those whose answer was run."""
    made = room(
        failed("a", case("x", "failed"), case("y", "failed")),
        failed("b", case("x", "crashed"), case("y")),
        result("c", exercise("softmax", "not_started")),
    )
    assert [(it.name, it.failed, it.judged) for it in made.failing(9, 9)] == [
        ("x", 2, 2),
        ("y", 1, 2),
    ]
    assert [it.name for it in made.failing(1, 9)] == ["x"]
    assert [it.name for it in made.failing(9, 1)] == ["x"]


def test_a_case_with_parameters_is_one():
    """A case fails a student once, however many of its parameters do."""
    some = [
        case(f"rows [({n}, 2)]", "failed", id=f"hidden/softmax::test_rows[shape{n}]")
        for n in range(3)
    ]
    (one,) = room(failed("a", *some)).failing(9, 9)
    assert (one.name, one.failed, one.judged) == ("rows", 1, 1)


def test_a_name_that_ends_in_brackets():
    """Brackets of a case that has no parameters are of its name."""
    (one,) = room(failed("a", case("is [1, 2]", "failed", id="t"))).failing(9, 9)
    assert one.name == "is [1, 2]"


def test_private_cases_are_marked():
    """A private case has its name, and is told to be private."""
    some = case("secret", "failed", visibility=Visibility.PRIVATE)
    (one,) = room(failed("a", some)).failing(9, 9)
    assert (one.name, one.private) == ("secret", True)


def test_broken_cases_are_nobodys():
    """A case that is broken itself failed for nobody."""
    assert room(failed("a", case("x", "error"))).failing(9, 9) == []


def test_misconceptions():
    """The commonest misconception comes first."""
    rare = Misconception(name="rare", message="Rare.")
    common = Misconception(name="common", message="Common.")
    made = room(
        result("a", exercise("softmax", "failed", misconception=rare)),
        *(result(one, exercise("mse", "failed", misconception=common)) for one in "bc"),
    )
    told = [(it.exercise, it.message, it.students) for it in made.mistaken(9)]
    assert told == [("mse", "Common.", 2), ("softmax", "Rare.", 1)]
