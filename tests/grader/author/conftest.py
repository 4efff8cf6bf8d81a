"""A small course to make kits of, with something on each side of the fence."""

import pytest

from grader.course import load

FILES = {
    "exercises/course.toml": """\
title = "Small  course"
[[assignments]]
name = "basics"
title = "Basics"
[[assignments.exercises]]
name = "double"
imports = ["h5py", "copy"]
hints = ["Think.", "Multiply.", "return numpy_twice(x) * ____"]
[[assignments.exercises]]
name = "mean"
""",
    "solutions/basics/double.py": '''\
"""# Twice the number"""


def double(x):
    """Return twice x."""
    ### BEGIN SOLUTION
    halves = numpy_twice(x) * 0.5
    return halves + halves + halves
    ### END SOLUTION
''',
    "solutions/basics/mean.py": '''\
"""# The middle"""


def mean(x):
    """Return the mean of x."""
    total = 0.0
    ### BEGIN SOLUTION
    total = total + sum(x.tolist())
    count = number_of_all_values(x)
    total = total / max(count, 1)
    answer = round_to_six_digits(total)
    ### END SOLUTION
    return total
''',
    "tests/visible/basics/test_double.py": """\
from grader.cases import agree


def test_three(double):
    '''twice three is six'''
    agree(double(3), 6)
""",
    "tests/visible/basics/test_mean.py": """\
from grader.cases import agree


def test_two(mean):
    '''the mean of two numbers'''
    agree(mean([1, 3]), 2)
""",
    "tests/hidden/basics/test_double.py": """\
import pytest

from grader.cases import agree, same_work


@pytest.mark.parametrize("scale", [1, 10, 100])
def test_hidden_scales(double, reference, rng, scale):
    '''any number of any scale whatsoever'''
    x = scale * rng.normal()
    agree(double(x), reference.double(x))


@pytest.mark.private
def test_secret_number(double):
    '''a number that is nobody's business'''
    agree(double(0.8414709848), 1.6829419696)


@pytest.mark.advice("overflow")
def test_large_numbers(double):
    '''stays finite for large numbers'''
    agree(double(1e300), 2e300)


@pytest.mark.steps
def test_rows_take_no_steps(double, rng):
    '''takes no more steps for more rows'''
    same_work(double, "row", lambda n: (rng.normal(size=n),))
""",
    "tests/hidden/basics/test_mean.py": """\
from grader.cases import agree


def test_three_numbers(mean):
    '''the mean of three numbers'''
    agree(mean([1, 2, 6]), 3)
""",
    "tests/misconceptions/basics/double.py": '''\
def adds_two_instead(x):
    """This is what you get when two is added instead of multiplied with."""
    something = x + 2.0
    return something
''',
    "tests/slow/basics/double.py": """\
def double(x):
    result = x.copy()
    for i in range(len(x)):
        result[i] = 2 * x[i]
    return result
""",
    "data/README.md": "# Data\n",
    "data/numbers.bin": "\0\1\2",
}


def write(root, name, text):
    """Write a file of a course."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@pytest.fixture
def root(tmp_path):
    """Return the folder of a small course."""
    for name, text in FILES.items():
        write(tmp_path / "course", name, text)
    return tmp_path / "course"


@pytest.fixture
def put(root):
    """Return a function that writes a file of the course."""
    return lambda name, text: write(root, name, text)


@pytest.fixture
def small(root):
    """Return a function that loads the small course as it is now."""
    return lambda: load(root)
