"""What the tests share: carried values, sandboxes behind each wall, small courses."""

import ast
import os
from pathlib import Path

import pytest
from browser import collect_ignore as without_browser
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as st_np
from order import (
    longest_first,
    pytest_configure,  # noqa: F401 - a hook is found by its name
)
from table import pytest_terminal_summary  # noqa: F401 - as above
from walls import (
    WALLS,
    chosen_only,
    pytest_addoption,  # noqa: F401 - as above
)

from grader import language
from grader.author.formats import light
from grader.sandbox.launcher import Isolation, Sandbox
from grader.sandbox.unit import Piece, Unit

with light():
    # Or what many tests load takes two seconds in each process of theirs.
    import jsonschema  # noqa: F401

settings.register_profile(
    "grader",
    deadline=None,
    max_examples=60,
    database=None,
    derandomize="CI" in os.environ,
)
settings.load_profile("grader")

collect_ignore = [*without_browser]
if Isolation.LANDLOCK not in WALLS:
    collect_ignore += ["guest/test_landlock.py"]
if Isolation.BUBBLEWRAP not in WALLS:
    collect_ignore += ["sandbox/test_bubblewrap.py"]


def pytest_collection_modifyitems(config, items):
    """Leave out what was not chosen, and begin with what takes longest."""
    chosen_only(config, items)
    longest_first(items)


@pytest.fixture
def chinese(monkeypatch):
    """Speak Chinese in a test."""
    monkeypatch.setenv(language.VARIABLE, language.ENGLISH)
    language.use("zh")
    yield
    language.use(language.ENGLISH)


def dtypes():
    """Return a strategy of all dtypes that cross, in both byte orders."""
    return st.one_of(
        st_np.boolean_dtypes(),
        st_np.integer_dtypes(endianness="?"),
        st_np.unsigned_integer_dtypes(endianness="?"),
        st_np.floating_dtypes(endianness="?", sizes=(16, 32, 64)),
        st_np.complex_number_dtypes(endianness="?", sizes=(64, 128)),
    )


def dense_arrays():
    """Return a strategy of arrays of all dtypes, 0-d and empty ones among them."""
    return st_np.arrays(
        dtypes(), st_np.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=4)
    )


def plain_values():
    """Return a strategy of everything that crosses the wire as it is."""
    scalars = st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.integers(-(2**8000), 2**8000),
        st.floats(),
        st.complex_numbers(),
        st.text(),
        st.binary(),
        dtypes().flatmap(st_np.from_dtype),
        dense_arrays(),
    )
    keys = st.one_of(st.text(), st.integers(), st.floats(), st.booleans(), st.none())
    return st.recursive(
        scalars,
        lambda inner: st.one_of(
            st.lists(inner, max_size=4),
            st.lists(inner, max_size=4).map(tuple),
            st.dictionaries(keys, inner, max_size=4),
        ),
        max_leaves=8,
    )


@pytest.fixture(scope="session")
def arrays():
    """Return a strategy of arrays that cross the wire."""
    return dense_arrays()


@pytest.fixture(scope="session")
def values():
    """Return a strategy of values that cross the wire."""
    return plain_values()


def make_unit(source, uses=(), name="f"):
    """Return the unit in which every statement of a source is kept."""
    keep = tuple(range(len(ast.parse(source).body)))
    return Unit((name,), (Piece("answer.py", source, keep),), uses)


@pytest.fixture(scope="session")
def unit():
    """Return a function that makes a unit from a whole source."""
    return make_unit


@pytest.fixture(scope="session", params=WALLS)
def wall(request):
    """Each isolation that can be had here, all of them in CI."""
    return request.param


@pytest.fixture(scope="session")
def best_wall():
    """Return the best isolation that can be had here."""
    return WALLS[0]


@pytest.fixture(scope="session")
def sandbox(wall):
    """Yield a sandbox behind each wall, which stands without Python's own fence."""
    with Sandbox(wall, fence=False) as sandbox:
        yield sandbox


@pytest.fixture
def fresh(sandbox):
    """Return a function that starts a guest, which is ended after the test."""
    guests = []

    def start():
        guests.append(sandbox.guest())
        return guests[-1]

    yield start
    for guest in guests:
        guest.end()


@pytest.fixture
def define(fresh):
    """Return a function that starts a guest with a source, and names supplied."""

    def start(source, *uses, seed=7):
        guest = fresh()
        found, answer = guest.define([make_unit(source, uses)], uses, seed, 10)
        assert found == ["callable"], answer
        return guest

    return start


@pytest.fixture
def call(define):
    """Return a function that calls `f` of a source in a guest of its own."""

    def run(source, *args, seconds=10, **kwargs):
        return define(source).call(0, args, kwargs, seconds)

    return run


EXERCISE = '''"""Doubles numbers."""

import numpy as np


def {name}(x):
    """Return twice x."""
    ### BEGIN SOLUTION
    return 2 * np.asarray(x)
    ### END SOLUTION
'''


@pytest.fixture
def write_course(tmp_path):
    """Return a function that writes a course with the exercises named."""

    def write(*names, toml=None):
        root = tmp_path / "course"
        for folder in ("exercises", "solutions", "tests/visible", "tests/hidden"):
            root.joinpath(folder, "basics").mkdir(parents=True)
        lines = ['title = "Small"', "[[assignments]]", 'name = "basics"', 'title = "B"']
        for name in names:
            lines += ["[[assignments.exercises]]", f'name = "{name}"']
            put(root, f"solutions/basics/{name}.py", EXERCISE.format(name=name))
            put(root, f"tests/visible/basics/test_{name}.py", "")
            put(root, f"tests/hidden/basics/test_{name}.py", "")
        put(root, "exercises/course.toml", "\n".join(lines) if toml is None else toml)
        return root

    return write


def put(root: Path, name: str, text: str) -> None:
    """Write a file of a course."""
    root.joinpath(name).write_text(text, "utf-8", newline="")
