"""What a student asks for, at 80 and 40 columns, plain and in colour.

When a screen is meant to change, write them anew and read the difference:

    GRADER_RENEW_GOLDEN=1 pytest tests/grader/cli/test_golden.py
"""

import io
import os
import re
from pathlib import Path

import pytest
from rich.console import Console

from grader.cli import here, hint, listing, map, solution  # noqa: A004 - a command
from grader.course import Assignment, Course, Exercise
from grader.progress import NOTHING, Done
from grader.student.hint import Hint
from grader.student.listing import Row, Standing
from grader.student.solution import Code, Solution
from grader.verdict import Status

GOLDEN = Path(__file__).parent / "golden"
IN_CHINESE = ("80", "40")
MAP = GOLDEN / "map.80.zh.txt"
RENEW = "GRADER_RENEW_GOLDEN"
COLOUR = re.compile(r"\x1b\[[\d;]*m")
ROOT = Path("a course")
HINTS = (
    "Each row becomes probabilities on its own: exponentials divided by its own sum.",
    "np.sum takes axis and keepdims.",
    "for row in x:\n    ____ = np.exp(____)",
)
MANY = Hint("softmax", HINTS, 3, passed=False, new=True)
TEXT = "def softmax(x):\n    return np.exp(x) / 2  # a comment\n\n\nTWO = 2"
REFERENCE = (
    "def softmax(x):\n    e = np.exp(x - x.max(axis=1, keepdims=True))\n    return e"
)


def numbered():
    """Return a course of an exercise for each standing, in two assignments."""
    names = [one.name.lower() for one in Standing]
    made = [Exercise(name=name, minutes=5, points=2.5) for name in names]
    parts = (Assignment("first", "First steps", tuple(made[:5])),
             Assignment("second", "The rest", tuple(made[5:])))  # fmt: skip
    return Course(ROOT, "Small", parts, 0.5)


def rows(course):
    """Return a row for each standing, with more and more attempts."""
    return [
        Row(
            place, standing, Done(Status.FAILED, "", attempts=at * 6) if at else NOTHING
        )
        for at, (place, standing) in enumerate(zip(course, Standing, strict=True))
    ]


def listed(out):
    """Print the list."""
    course = numbered()
    map.head(course, rows(course), out)
    listing.tell(course, rows(course), out, at="loops")


def mapped(out):
    """Print the map."""
    course = numbered()
    map._draw(course, rows(course), out, here.command(None))


SCREENS = {
    "list": listed,
    "hint 1 of 3": lambda out: hint.tell(MANY._replace(texts=HINTS[:1]), out),
    "hint 3 of 3": lambda out: hint.tell(MANY, out),
    "hints of what passes": lambda out: hint.tell(MANY._replace(passed=True), out),
    "hints where nothing is kept": lambda out: hint.tell(
        MANY._replace(kept=False), out
    ),
    "no hints": lambda out: hint.tell(MANY._replace(texts=(), of=0), out),
    "solution": lambda out: solution.tell(
        Solution(
            "softmax",
            Standing.PASSED,
            Code(ROOT / "exercises/basics/softmax.py", 22, TEXT),
            Code(ROOT / "solutions/basics/softmax.py", 24, REFERENCE),
        ),
        out,
    ),
    "solution not open": lambda out: solution.tell(
        Solution("softmax", Standing.LOOPS), out
    ),
}
LOOKS = {
    "80": {"width": 80},
    "40": {"width": 40},
    "ansi": {"width": 80, "force_terminal": True, "color_system": "standard"},
}


@pytest.fixture(params=SCREENS)
def name(request):
    """Return the name of each screen."""
    return request.param


def drawn(name, **options):
    """Return what is sent to a console."""
    out = io.StringIO()
    settings = {"markup": False, "highlight": False, "emoji": False}
    SCREENS[name](Console(file=out, **settings | {"no_color": False} | options))
    return out.getvalue()


def looks(name):
    """Return the looks that are golden: the colours of source are a library's."""
    return [look for look in LOOKS if (name, look) != ("solution", "ansi")]


@pytest.mark.parametrize(
    ("name", "look"), [(name, look) for name in SCREENS for look in looks(name)]
)
def test_screen(name, look):
    """Each screen is the golden one."""
    path = GOLDEN / f"{name.replace(' ', '_')}.{look}.txt"
    text = drawn(name, **LOOKS[look])
    if os.environ.get(RENEW):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    assert path.read_text("utf-8") == text, f"{RENEW}=1 writes {path.name} anew"


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize("look", IN_CHINESE)
def test_screen_in_chinese(name, look):
    """Each screen in Chinese is the golden one, and its columns stand in line."""
    path = GOLDEN / f"{name.replace(' ', '_')}.{look}.zh.txt"
    text = drawn(name, **LOOKS[look])
    if os.environ.get(RENEW):
        path.write_text(text, "utf-8", newline="\n")
    assert path.read_text("utf-8") == text, f"{RENEW}=1 writes {path.name} anew"


@pytest.mark.usefixtures("chinese")
def test_map_in_chinese():
    """The map in Chinese is the golden one: names in line, what is next below."""
    out = io.StringIO()
    mapped(Console(file=out, width=80, markup=False, highlight=False, emoji=False))
    if os.environ.get(RENEW):
        MAP.write_text(out.getvalue(), "utf-8", newline="\n")
    assert MAP.read_text("utf-8") == out.getvalue()


def test_colour_adds_no_words(name):
    """Without its colours a screen is the plain one."""
    assert COLOUR.sub("", drawn(name, **LOOKS["ansi"])) == drawn(name, width=80)


@pytest.mark.parametrize("width", [40, 80])
def test_width(name, width):
    """No line is wider than the screen, but for code and a path that are not broken."""
    wide = [line for line in drawn(name, width=width).split("\n") if len(line) > width]
    assert [line for line in wide if "np.exp" not in line and "/" not in line] == []


def test_golden_screens_are_all_in_use():
    """Every file in golden/ belongs to a screen."""
    files = {
        f"{name.replace(' ', '_')}.{look}.txt"
        for name in SCREENS
        for look in looks(name)
    }
    files |= {
        f"{name.replace(' ', '_')}.{look}.zh.txt"
        for name in SCREENS
        for look in IN_CHINESE
    }
    assert {path.name for path in GOLDEN.iterdir()} == files | {MAP.name}
