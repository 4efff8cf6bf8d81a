"""What a student kit says of itself is read, or told to be unreadable."""

import json

import pytest

from grader.course import load
from grader.errors import UsageError
from grader.kit import FILE, Kit, Shipped, is_kit, shipped


@pytest.fixture
def place(write_course):
    """Return an exercise of a small course."""
    return load(write_course("double")).places["double"]


def test_a_course_without_solutions_is_a_kit(place):
    """A kit is told from a course by its solutions."""
    assert not is_kit(place.root)
    place.solution.unlink()
    place.solution.parent.rmdir()
    place.root.joinpath("solutions").rmdir()
    assert is_kit(place.root)


def test_what_was_shipped(place):
    """What a release wrote is what is read."""
    kit = Kit({"double": Shipped(unseen=4, stub="def double(x):\n    ...\n")})
    place.root.joinpath(FILE).write_bytes(kit.encode())
    assert shipped(place) == kit.exercises["double"]


def test_the_content_is_the_same_for_the_same_kit():
    """The order in which exercises were counted changes nothing."""
    one, two = Shipped(unseen=1, stub=""), Shipped(unseen=2, stub="")
    assert Kit({"a": one, "b": two}).encode() == Kit({"b": two, "a": one}).encode()


def test_a_kit_that_says_nothing(place):
    """Without the file, or without the exercise in it, nothing is known."""
    assert shipped(place) is None
    place.root.joinpath(FILE).write_bytes(Kit({}).encode())
    assert shipped(place) is None


BAD = {"exercises": {"double": {"unseen": -1, "stub": ""}}, "note": ""}


@pytest.mark.parametrize(
    "data", [b"", b"\xff", b"[]", b"[" * 100_000, json.dumps(BAD).encode()]
)
def test_a_file_that_was_changed(place, data):
    """A file that no release wrote is named, with what to do."""
    place.root.joinpath(FILE).write_bytes(data)
    with pytest.raises(UsageError) as caught:
        shipped(place)
    assert caught.value.message == (
        "Cannot use exercises/kit.json: it is not what a release wrote."
    )
    assert caught.value.help == "Take the file again from the kit that you were given."


def test_a_folder_in_its_place(place):
    """A folder in the file's place cannot be read."""
    place.root.joinpath(FILE).mkdir()
    with pytest.raises(UsageError, match="Is a directory"):
        shipped(place)
