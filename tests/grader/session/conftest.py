"""The real course and small ones, judged in this process."""

import itertools
import sys
from pathlib import Path
from textwrap import dedent

import pytest

from grader import course as courses
from grader.sandbox.grants import needed
from grader.sandbox.launcher import Isolation, Sandbox
from grader.session import submitted
from grader.session.check import Options, check

ROOT = Path(__file__).parents[3]
SEED = 7

# Two exercises: the second calls the first. What an answer may import is tried in the
# real course.
SMALL = {
    "exercises/course.toml": """
        title = "Small"
        [[assignments]]
        name = "basics"
        title = "Basics"
        [[assignments.exercises]]
        name = "double"
        points = 8
        imports = "any"
        [[assignments.exercises]]
        name = "quadruple"
        points = 4
        uses = ["double"]
        """,
    "solutions/basics/double.py": """
        def double(x):
            ### BEGIN SOLUTION
            return 2 * x
            ### END SOLUTION
        """,
    "solutions/basics/quadruple.py": """
        def quadruple(x):
            ### BEGIN SOLUTION
            return double(double(x))
            ### END SOLUTION
        """,
    "tests/visible/basics/test_double.py": """
        from grader.cases import agree

        def test_three(double):
            '''twice three is six'''
            agree(double(3), 6)
        """,
    "tests/visible/basics/test_quadruple.py": """
        from grader.cases import agree

        def test_three(quadruple):
            '''four times three is twelve'''
            agree(quadruple(3), 12)
        """,
    "tests/hidden/basics/test_double.py": """
        from grader.cases import agree

        def test_number(double, reference, rng):
            '''any number'''
            x = rng.normal()
            agree(double(x), reference.double(x))
        """,
    "tests/hidden/basics/test_quadruple.py": """
        from grader.cases import agree

        def test_number(quadruple, reference, rng):
            '''any number'''
            x = rng.normal()
            agree(quadruple(x), reference.quadruple(x))
        """,
}
DOUBLE = "def double(x):\n    return 2 * x\n"
TOML = "exercises/course.toml"
HIDDEN = "tests/hidden/basics/test_double.py"
VISIBLE = "tests/visible/basics/test_double.py"


def forget_cases():
    """Let pytest import cases again: it knows them by their path in the course."""
    for name in list(sys.modules):
        if name.startswith(("tests.hidden.basics", "tests.visible.basics")):
            del sys.modules[name]


@pytest.fixture(scope="session")
def guests():
    """Yield one sandbox for all tests here: the best wall, started once."""
    grants = needed(place.exercise for place in courses.load(ROOT))
    with Sandbox(Isolation.AUTO, grants) as sandbox:
        yield sandbox


@pytest.fixture(scope="session")
def real():
    """Return the course of this repository."""
    return courses.load(ROOT)


@pytest.fixture
def small(tmp_path):
    """Return a function that writes the small course, some of its files replaced."""

    def write(files=None, *, keys="", hidden="", visible=""):
        root = tmp_path / "course"
        texts = SMALL | (files or {})
        texts |= {HIDDEN: hidden} if hidden else {}
        texts |= {VISIBLE: visible} if visible else {}
        texts[TOML] = texts[TOML].replace("points = 8", f"points = 8\n{keys}")
        for name, text in texts.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(dedent(text), "utf-8")
        forget_cases()
        return courses.load(root)

    return write


@pytest.fixture
def judge(guests, real, tmp_path):
    """Return a function that judges a source, in the real course unless told."""
    numbers = itertools.count()

    def run(source, *names, course=real, seed=SEED, reveal=False, own_helpers=False):
        file = tmp_path / f"answer{next(numbers)}.py"
        file.write_text(source, "utf-8", newline="")
        submission, entries = submitted.read_file(
            course, names, file, own_helpers=own_helpers
        )
        return check(course, submission, entries, guests, Options(seed, reveal=reveal))

    return run


@pytest.fixture
def verdict(small, judge):
    """Return a function that judges an answer to `double` in a small course."""

    def run(source=DOUBLE, *, reveal=False, seed=SEED, **course):
        made = small(**course)
        (one,) = judge(source, course=made, seed=seed, reveal=reveal).exercises
        return one

    return run
