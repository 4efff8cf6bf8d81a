"""A small course of two exercises with hints, its stubs as they are shipped."""

import pytest
from msgspec.structs import replace

from grader.course import load
from grader.progress import change, fingerprint
from grader.submission import stub
from grader.verdict import Status

HINTS = ["Think of doubling.", "A product works on the whole array.", "return ____ * x"]


@pytest.fixture
def course(write_course):
    """Return a course of two exercises."""
    root = write_course("softmax", "sigmoid")
    toml = root / "exercises/course.toml"
    text = toml.read_text("utf-8").replace(
        'name = "softmax"', f'name = "softmax"\nhints = {HINTS!r}'
    )
    toml.write_text(text, "utf-8")
    course = load(root)
    for place in course:
        place.stub.write_text(stub.text(place), "utf-8", newline="\n")
    return course


@pytest.fixture
def judged(course):
    """Return a function that keeps a verdict, and attempts, on what a file is now."""

    def keep(name, status=Status.FAILED, **more):
        sha256 = fingerprint(course.places[name])

        def update(known):
            done = replace(known.of(name), status=status, sha256=sha256, **more)
            return known.having(name, done)

        assert change(course, update).kept

    return keep


@pytest.fixture
def write(course):
    """Return a function that writes a student's file."""

    def put(name, text):
        course.places[name].stub.write_text(text, "utf-8")

    return put
