"""A stub is put back, and whatever was in its place is kept."""

import pytest

from grader.errors import UsageError
from grader.student.reset import Deed, Reset, reset
from grader.submission import stub


@pytest.fixture
def place(course):
    """Return the place of the exercise that is reset."""
    return course.places["softmax"]


def test_an_answer_is_kept_byte_by_byte(course, place):
    """What was written is kept as it was, invalid text too."""
    data = b"def softmax(x):\r\n    return '\xff\x00\xf0\x9f\x98\x80'"
    place.stub.write_bytes(data)
    done = reset(course, "softmax")
    assert done == Reset("softmax", Deed.REPLACED, ".grader/kept/softmax-1.py")
    assert (course.root / done.kept).read_bytes() == data
    assert place.stub.read_text("utf-8") == stub.text(place)


def test_each_is_kept(course, place):
    """A second reset keeps a second copy."""
    for text in ("one", "two"):
        place.stub.write_text(text)
        reset(course, "softmax")
    kept = sorted((course.root / ".grader/kept").iterdir())
    assert [one.read_text() for one in kept] == ["one", "two"]


def test_a_stub_is_left_alone(course, place):
    """Where the stub is already, nothing is touched."""
    before = place.stub.stat().st_mtime_ns
    assert reset(course, "softmax") == Reset("softmax", Deed.NOTHING)
    assert place.stub.stat().st_mtime_ns == before
    assert not (course.root / ".grader").exists()


def test_a_deleted_file_comes_back(course, place):
    """A file that was deleted comes back, with its folder."""
    for one in place.stub.parent.iterdir():
        one.unlink()
    place.stub.parent.rmdir()
    assert reset(course, "softmax") == Reset("softmax", Deed.RESTORED)
    assert place.stub.read_text("utf-8") == stub.text(place)


def test_a_link_is_replaced_not_followed(course, place):
    """A link is kept as a link; what it leads to is not written to."""
    other = course.root / "other.py"
    other.write_text("mine")
    place.stub.unlink()
    place.stub.symlink_to(other)
    done = reset(course, "softmax")
    assert done.deed is Deed.REPLACED
    assert not place.stub.is_symlink()
    assert other.read_text() == "mine"
    assert (course.root / done.kept).read_text() == "mine"


def test_a_folder_is_left_alone(course, place):
    """A folder in the file's place is not taken away."""
    place.stub.unlink()
    place.stub.mkdir()
    (place.stub / "mine").write_text("mine")
    with pytest.raises(UsageError, match=r"softmax\.py is not a regular file"):
        reset(course, "softmax")
    assert (place.stub / "mine").read_text() == "mine"


def test_nothing_is_replaced_that_cannot_be_kept(course, place):
    """Where no copy can be made, the answer stays where it is."""
    place.stub.write_text("mine")
    (course.root / ".grader").write_text("in the way")
    with pytest.raises(UsageError, match=r"Cannot reset .*softmax\.py") as raised:
        reset(course, "softmax")
    assert raised.value.help == "What it holds is still there."
    assert place.stub.read_text() == "mine"


def test_a_stub_that_is_not_known(course, place):
    """Without the solution and without a kit's record there is nothing to put back."""
    place.solution.write_text("no markers")
    place.stub.write_text("mine")
    with pytest.raises(UsageError, match="The stub of `softmax` is not known"):
        reset(course, "softmax")
    assert place.stub.read_text() == "mine"
