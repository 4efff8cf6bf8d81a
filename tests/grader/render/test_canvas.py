"""A gradebook of Canvas, filled in: the points of those who match, nothing else."""

import pytest
from msgspec.structs import replace

from grader.render.canvas import Unusable, fill

HEAD = (
    "Student,ID,SIS User ID,SIS Login ID,Section,"
    "Lab 1 (501),Lab 2 (502),Final Score\r\n"
)
POSSIBLE = "    Points Possible,,,,,20,10,(read only)\r\n"
ANNA = '"Arc, Anna",11,s11,anna@x,"A, 1",,3,=9\r\n'
BEA = '"Bow, Bea",12,s12,bea@x,A,EX,,\r\n'
CARL = '"Carl Cox, Jr.",13,s13,carl@x,A,1.5,,\r\n'
FILE = f"\ufeff{HEAD}{POSSIBLE}{ANNA}{BEA}{CARL}"


@pytest.fixture
def class_(make):
    """Return a function that makes a result of 7.5 of 20 points for each id."""
    one = make("values")

    def results(*ids):
        return [
            replace(
                one,
                points=7.5,
                max_points=20.0,
                submission=replace(one.submission, id=it),
            )
            for it in ids
        ]

    return results


def points(one):
    """Return the points of a result and the most there are."""
    return one.points, one.max_points


TITLES = {"lab 1": points}


@pytest.mark.parametrize(
    "one",
    [
        "11",
        "s11",
        "S11",
        "anna@x",
        "Arc, Anna",
        "anna arc",
        "Anna_Arc",
        "arcanna_11_9001_softmax",
        "arcanna_LATE_11_9001_softmax",
    ],
)
def test_who_matches(class_, one):
    """A student is found by id, SIS id, login or name, and one cell changes."""
    filled = fill(FILE, class_(one), TITLES, "")
    assert filled.text == FILE.replace('"A, 1",,', '"A, 1",7.5,')
    assert (filled.filled, filled.unmatched, filled.ambiguous) == (1, (), ())
    assert filled.empty == ("Bow, Bea", "Carl Cox, Jr.")
    assert filled.columns == ("Lab 1 (501)",)


def test_ids_come_before_names(class_):
    """What is the ID of one and the SIS id of another is the first one's."""
    text = FILE.replace("s13", "11")
    assert fill(text, class_("11"), TITLES, "").empty == ("Bow, Bea", "Carl Cox, Jr.")


def test_the_excused_stay_so(class_):
    """EX is not replaced, and it is said."""
    filled = fill(FILE, class_("12"), TITLES, "")
    assert filled.text == FILE
    assert filled.excused == ("12",)


def test_who_is_nobody(class_):
    """A submission of nobody changes nothing and is named."""
    filled = fill(FILE, class_("=1+1"), TITLES, "")
    assert (filled.text, filled.unmatched) == (FILE, ("=1+1",))


def test_who_could_be_two(class_):
    """A name that two students have is filled in for neither."""
    text = FILE.replace("Bow, Bea", "Arc, Anna")
    filled = fill(text, class_("anna arc"), TITLES, "")
    assert (filled.text, filled.ambiguous) == (text, ("anna arc",))


def test_two_submissions_of_one_student(class_):
    """Of two submissions of one student none is chosen."""
    filled = fill(FILE, class_("11", "anna@x", "13"), TITLES, "")
    assert filled.ambiguous == ("11", "anna@x")
    assert filled.text == FILE.replace(",1.5,", ",7.5,")


def test_a_column_can_be_named(class_):
    """A column is named by its title, with the id or without."""
    for column in ("Lab 2", "lab 2 (502)"):
        filled = fill(FILE, class_("11"), TITLES, column)
        assert filled.text == FILE.replace('"A, 1",,3', '"A, 1",,7.5')
        assert filled.possible == {"Lab 2 (502)": "10"}


def test_other_points_possible(class_):
    """Points possible that are the same are not mentioned."""
    assert fill(FILE, class_("11"), TITLES, "").possible == {}


def test_semicolons_and_first_names(class_):
    """A file with semicolons, and one with first names apart, are filled in, too."""
    text = "LastName;FirstName;ID;Section;Lab 1 (501)\nArc;Anna;11;A;\n"
    filled = fill(text, class_("anna arc"), TITLES, "")
    assert filled.text == text.replace("A;\n", "A;7.5\n")


def test_the_row_of_posting(class_):
    """The row that says how grades are posted is nobody's."""
    text = FILE.replace(POSSIBLE, ",,,,,Manual Posting,,\r\n" + POSSIBLE)
    assert len(fill(text, class_("11"), TITLES, "").empty) == 2


@pytest.mark.parametrize(
    ("text", "column", "said"),
    [
        ("", "", "does not begin with Student"),
        ("a,b\n1,2\n", "", "does not begin with Student"),
        (FILE, "Lab 3", r"no column is called Lab 3 \(columns: Lab 1 \(501\), Lab 2"),
        (FILE, "Final Score", "no column is called Final Score"),
        (FILE.replace("Lab 2", "Lab 1"), "Lab 1", "two columns are called Lab 1"),
        (FILE.replace("Lab 2", "Lab 1"), "", "two of its columns have the same title"),
        (FILE.replace("Lab", "Test"), "", "no column is called the course, an"),
    ],
)
def test_unusable(class_, text, column, said):
    """A file that is no such gradebook, or has no such column, is refused."""
    with pytest.raises(Unusable, match=said):
        fill(text, class_("11"), TITLES, column)
