"""Files of data: what is wrong with one is told in a sentence, whatever it is."""

import os
import sys

import h5py
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader import data
from grader.data import Wanted, arrays, find
from grader.errors import UsageError

WANTED = {
    "x": Wanted("uint8", ("images", 2, 3)),
    "y": Wanted("integer", ("images",)),
    "names": Wanted("bytes", (2,)),
}
GOOD = {
    "x": np.arange(24, dtype=np.uint8).reshape(4, 2, 3),
    "y": np.array([0, 1, 1, 0]),
    "names": np.array([b"non-cat", b"cat"]),
}


@pytest.fixture
def write(tmp_path):
    """Return a function that writes an HDF5 file of arrays."""

    def start(name="a.h5", **changes):
        file = tmp_path / name
        with h5py.File(file, "w") as opened:
            for key, array in (GOOD | changes).items():
                if array is not None:
                    opened[key] = array
        return file

    return start


def refused(file, wanted=WANTED):
    """Return what is said of a file that cannot be used."""
    with pytest.raises(UsageError) as error:
        arrays(file, wanted)
    return error.value.message.replace(f"{file.parent}{os.sep}", ""), error.value.help


def test_a_good_file(write):
    """Arrays come by name as they were written; more in the file does not matter."""
    found = arrays(write(more=np.zeros(3)), WANTED)
    assert list(found) == ["x", "y", "names"]
    for key, array in found.items():
        assert array.dtype == GOOD[key].dtype
        np.testing.assert_array_equal(array, GOOD[key])


BYTES = {
    "empty": (b"", "a.h5 is empty."),
    "a web page": (b"\n <!DOCTYPE html><html>", "a.h5 is a web page, not a file of"),
    "a web page with a mark": (b"\xef\xbb\xbf<HTML>", "a.h5 is a web page, not a"),
    "text": (b"hello", "a.h5 is not an HDF5 file."),
    "an image": (b"\x89PNG\r\n\x1a\n", "a.h5 is not an HDF5 file."),
    "a zip": (b"PK\x03\x04", "a.h5 is a zip archive: unpack it first."),
    "a gzip": (b"\x1f\x8b\x08", "a.h5 is a gzip archive: unpack it first."),
    "a pointer of git": (
        b"version https://git-lfs.github.com/spec/v1",
        "a.h5 only names a file that git keeps elsewhere (run: git lfs pull).",
    ),
    "a signature alone": (b"\x89HDF\r\n\x1a\n", "a.h5 is damaged."),
}


@pytest.mark.parametrize(("content", "said"), BYTES.values(), ids=BYTES)
def test_what_is_no_such_file(tmp_path, content, said):
    """Bytes that are no HDF5 file are told for what they are."""
    file = tmp_path / "a.h5"
    file.write_bytes(content)
    message, helps = refused(file)
    assert message.startswith(said)
    assert helps


def test_a_missing_file_and_a_folder(tmp_path):
    """No file, and a folder of its name, are two things."""
    assert refused(tmp_path / "no.h5")[0] == "There is no file no.h5."
    assert refused(tmp_path)[0].endswith("is a folder, not a file of data.")
    with pytest.raises(UsageError, match="There is no file"):
        arrays(tmp_path / "a\0b", WANTED)


def test_a_pipe_is_not_waited_for(tmp_path):
    """A pipe is no regular file, and nobody waits for who writes to it."""
    os.mkfifo(tmp_path / "a.h5")
    assert refused(tmp_path / "a.h5")[0] == "a.h5 is not a regular file."


def test_a_truncated_file(write):
    """A file that lost its end is told as cut off."""
    file = write()
    file.write_bytes(file.read_bytes()[:-100])
    message, helps = refused(file)
    assert message == "a.h5 is cut off: its end is missing."
    assert helps.startswith("Get it once more")


def test_a_file_that_is_too_large(write, monkeypatch):
    """A file and an array have limits, which are looked at before anything is read."""
    file = write()
    monkeypatch.setattr(data, "MAX_ARRAY", 10)
    assert refused(file)[0] == "a.h5: `x` holds more than 0 MB."
    monkeypatch.setattr(data, "MAX_FILE", 10)
    assert refused(file)[0] == "a.h5 is larger than 0 MB."


CHANGES = {
    "a missing key": ({"y": None}, "a.h5 has no `y`. It has `names`, `x`."),
    "another shape": (
        {"x": np.zeros((4, 2, 2), np.uint8)},
        "a.h5: `x` has shape (4, 2, 2); expected (images, 2, 3).",
    ),
    "other dimensions": (
        {"y": np.zeros((1, 4), int)},
        "a.h5: `y` has shape (1, 4); expected (images,).",
    ),
    "nothing in it": (
        {"x": np.zeros((0, 2, 3), np.uint8)},
        "a.h5: `x` has shape (0, 2, 3); expected (images, 2, 3).",
    ),
    "floats": ({"y": np.zeros(4)}, "a.h5: `y` holds float64; expected integer."),
    "wide integers": (
        {"x": np.zeros((4, 2, 3), np.uint16)},
        "a.h5: `x` holds uint16; expected uint8.",
    ),
    "objects": ({"names": ["a", "b"]}, "a.h5: `names` holds object; expected bytes."),
    "no shape": ({"x": h5py.Empty("u1")}, "a.h5: `x` holds nothing."),
    "too few labels": (
        {"y": np.zeros(3, int)},
        "a.h5: `x` is for 4 images and `y` for 3; they belong together.",
    ),
}


@pytest.mark.parametrize(("changes", "said"), CHANGES.values(), ids=CHANGES)
def test_arrays_that_do_not_fit(write, changes, said):
    """An array that is missing or another one is told with what it is."""
    assert refused(write(**changes))[0] == said


def test_a_file_without_arrays(tmp_path):
    """A file in which there is nothing has nothing."""
    with h5py.File(tmp_path / "a.h5", "w"):
        pass
    assert refused(tmp_path / "a.h5")[0] == "a.h5 has no `x`. It has nothing."


def test_nothing_outside_the_file_is_read(write, tmp_path):
    """Links, groups and arrays that are kept elsewhere are refused, not followed."""
    other = write("other.h5")
    raw = tmp_path / "raw.bin"
    raw.write_bytes(bytes(24))
    layout = h5py.VirtualLayout(GOOD["x"].shape, np.uint8)
    layout[...] = h5py.VirtualSource(other, "x", GOOD["x"].shape)
    file = write(x=None)

    def with_x(put):
        with h5py.File(file, "a") as opened:
            if opened.id.links.exists(b"x"):
                opened.id.unlink(b"x")
            put(opened)
        return refused(file)[0]

    def link(target):
        return lambda opened: opened.__setitem__("x", target)

    assert with_x(link(h5py.ExternalLink("other.h5", "x"))) == (
        "a.h5: `x` is a link, which is not followed."
    )
    # Whoever opened it would wait for somebody to write into it.
    os.mkfifo(tmp_path / "pipe.h5")
    assert "is a link" in with_x(link(h5py.ExternalLink("pipe.h5", "x")))
    assert "is a link" in with_x(link(h5py.SoftLink("/y")))
    assert "is a link" in with_x(link(h5py.SoftLink("/nowhere")))
    assert "is a folder, not an array" in with_x(lambda f: f.create_group("x"))
    kept = "a.h5: `x` is kept in a way that is not read."
    assert with_x(lambda f: f.create_virtual_dataset("x", layout)) == kept
    outside = [(str(raw), 0, 24)]
    shape, dtype = GOOD["x"].shape, np.uint8
    made = lambda f: f.create_dataset("x", shape, dtype, external=outside)  # noqa: E731
    assert with_x(made) == kept


@given(at=st.integers(0, 6000), what=st.binary(min_size=1, max_size=8))
def test_damage_is_told_or_harmless(tmp_path_factory, at, what):
    """A file that was changed anywhere gives arrays of the shapes asked, or words."""
    file = tmp_path_factory.getbasetemp() / "damaged.h5"
    with h5py.File(file, "w") as opened:
        for key, array in GOOD.items():
            opened[key] = array
    content = bytearray(file.read_bytes())
    at %= len(content)
    content[at : at + len(what)] = what
    file.write_bytes(content)
    try:
        found = arrays(file, WANTED)
    except UsageError:
        return
    assert found["x"].shape == GOOD["x"].shape


def test_without_h5py(write, monkeypatch):
    """Without h5py it is said what to install."""
    file = write()
    monkeypatch.setitem(sys.modules, "h5py", None)
    message, helps = refused(file)
    assert message == "To read a.h5, h5py is needed, which is not installed."
    assert helps == "Install it with: pip install 'exercise-grader[data]'"


def test_the_first_choice_that_is_whole(tmp_path):
    """Files that belong together are taken together, the first choice first."""
    folder = tmp_path / "data"
    folder.mkdir()
    choices = (("a1", "b1"), ("a2", "b2"))
    for name in ("a1", "a2", "b2"):
        folder.joinpath(name).touch()
    assert [one.name for one in find(folder, *choices)] == ["a2", "b2"]
    folder.joinpath("b1").touch()
    assert [one.name for one in find(folder, *choices)] == ["a1", "b1"]


def test_no_choice_is_whole(tmp_path):
    """What is missing of the last choice is named, and what makes it."""
    folder = tmp_path / "data"
    folder.mkdir()
    folder.joinpath("a2").touch()
    with pytest.raises(UsageError) as error:
        find(folder, ("a1",), ("a2", "b2"), made_by="draw.py")
    assert (error.value.message, error.value.help) == ("There is no data/b2.", "")
    folder.joinpath("draw.py").touch()
    with pytest.raises(UsageError) as error:
        find(folder, ("a1",), ("a2", "b2"), made_by="draw.py")
    assert error.value.help == "To make them, run: python data/draw.py"
