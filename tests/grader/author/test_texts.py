"""The texts of an exercise, and their translations."""

import pytest

from grader import course as courses
from grader.author import texts, translating
from grader.translation import file_of, pairs

SOLUTION = '''"""# Double

Twice each number.
"""


def double(x):
    """Return twice `x`.

    >>> double(2)
    4
    """
    ### BEGIN SOLUTION
    return 2 * x
    ### END SOLUTION
'''
VISIBLE = '''from grader.cases import agree, same_work


def test_two(double):
    """twice two is four"""
    agree(double(2), 4, what="the double")


def test_steps(double):
    same_work(double, "row", lambda n: (n,))
'''
HIDDEN = '''import pytest
from grader.cases import agree


@pytest.mark.parametrize("x", [1, 2])
def test_more(double, reference, x):
    """twice two is four"""


def test_rows(double):
    """each row on its own"""
    agree(double(2), 4, rows=("row sum", sum))
'''
WRONG = '''def adds_two(x):
    """This is what you get
    when 2 is added.
    """
    return x + 2


def _helper():
    """nobody reads this"""
'''
COURSE = """title = "Numbers"
languages = ["zh"]
[[assignments]]
name = "first"
title = "First"
[[assignments.exercises]]
name = "double"
hints = ["Think of two.", "Use `*`.", "2 * ____"]
"""


@pytest.fixture
def course(tmp_path):
    for name, text in (
        ("exercises/course.toml", COURSE),
        ("solutions/first/double.py", SOLUTION),
        ("tests/visible/first/test_double.py", VISIBLE),
        ("tests/hidden/first/test_double.py", HIDDEN),
        ("tests/misconceptions/first/double.py", WRONG),
    ):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return courses.load(tmp_path)


def test_every_text_is_found_once(course):
    """All that a student reads is there, with what a kit may hold ahead."""
    found = texts.of(course, course.places["double"])
    assert [(one.text, one.shipped) for one in found] == [
        ("# Double\n\nTwice each number.", True),
        ("Return twice `x`.\n\n>>> double(2)\n4", True),
        ("Think of two.", True),
        ("Use `*`.", True),
        ("2 * ____", True),
        ("twice two is four", True),
        ("steps", True),
        ("the double", True),
        ("row", True),
        ("each row on its own", False),
        ("row sum", False),
        ("This is what you get when 2 is added.", False),
    ]
    assert [one.text for one in texts.of_course(course)] == ["Numbers", "First"]


def test_what_is_missing_is_told_with_the_command(course):
    """A language without a file lacks everything."""
    (said,) = translating.complaints(course, course.places["double"])
    assert said == (
        "zh/double.toml has no translation of “# Double” and 11 more: "
        "grader author translate zh writes what to fill in"
    )


def test_pairs_come_back_as_they_were_written(course):
    """Every text can be written as a pair, with quotes, lines and backslashes."""
    place = course.places["double"]
    hard = [
        "one",
        "two\nlines",
        'a "quote"',
        "it's\n'''three'''",
        "ends with '\n'",
        "back\\slash\nand \\n",
        "\ttab\nx",
        "\n\nbegins with lines",
    ]
    file = file_of(place, "zh")
    file.parent.mkdir(parents=True)
    file.write_text(translating.blank("zh", hard), "utf-8")
    assert pairs(file, "zh") == dict.fromkeys(hard, "")


@pytest.mark.parametrize(
    ("text", "said", "complaint"),
    [
        (
            "Use `*`.",
            "用星号。",
            "zh/double.toml: `*` is lost in the translation of “Use `*`.”",
        ),
        (
            "Return twice `x`.\n\n>>> double(2)\n4",
            "返回 `x` 的两倍。\n\n>>> double(3)\n6",
            "zh/double.toml: the examples in “Return twice `x`.” are not as in it",
        ),
        (
            "gone",
            "没有了",
            "zh/double.toml translates “gone”, which is no text of it any more",
        ),
    ],
)
def test_a_translation_that_does_not_match(course, text, said, complaint):
    """Code is the same in every language, and nothing is left over."""
    place = course.places["double"]
    known = {one.text: one.text for one in texts.of(course, place)}
    known[text] = said
    file = file_of(place, "zh")
    file.parent.mkdir(parents=True)
    file.write_text(
        "\n".join(
            translating.blank("zh", [one]).replace('zh = ""', f"zh = '''\n{other}'''")
            for one, other in known.items()
        ),
        "utf-8",
    )
    assert list(translating.complaints(course, place)) == [complaint]
