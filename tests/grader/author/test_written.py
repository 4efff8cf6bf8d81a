"""Files are written all or none."""

import pytest

from grader.author.written import written
from grader.errors import UsageError


def everything(root):
    """Return what lies in a folder, with the bytes of files."""
    return {
        path.relative_to(root).as_posix(): path.is_file() and path.read_bytes()
        for path in root.rglob("*")
    }


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyError()])
def test_everything_is_taken_back(tmp_path, error):
    """Whatever goes wrong half way, the folder is as it was."""
    tmp_path.joinpath("old.txt").write_text("old")
    before = everything(tmp_path)

    def fail():
        with written(tmp_path) as files:
            files.file("a/b/new.txt", "new")
            files.replace(tmp_path / "old.txt", b"changed")
            raise error

    with pytest.raises((UsageError, KeyError)):
        fail()
    assert everything(tmp_path) == before


def test_nothing_is_overwritten(tmp_path):
    """A file that is there stays, and the reason names it."""
    tmp_path.joinpath("a").write_text("old")

    def again():
        with written(tmp_path) as files:
            files.file("b", "new")
            files.file("a", "new")

    with pytest.raises(UsageError) as caught:
        again()
    assert caught.value.message == "Cannot write a: File exists. Nothing was written."
    assert everything(tmp_path) == {"a": b"old"}


def test_a_broken_link_is_in_the_way(tmp_path):
    """A name that a link has is taken, wherever the link leads."""
    tmp_path.joinpath("a").symlink_to("nowhere")
    with written(tmp_path) as files, pytest.raises(UsageError) as caught:
        files.refuse_taken({"a": ""})
    assert caught.value.message == "a is there already. Nothing was written."


def test_others_files_stay(tmp_path):
    """A folder in which somebody else wrote meanwhile is not taken back."""

    def fail():
        with written(tmp_path) as files:
            files.file("a/new.txt", "new")
            tmp_path.joinpath("a/theirs.txt").write_text("theirs")
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert everything(tmp_path) == {"a": False, "a/theirs.txt": b"theirs"}
