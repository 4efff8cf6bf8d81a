"""Whole files: what was there stays until all of the new one is written."""

import os

import pytest

from grader.errors import UsageError
from grader.replacing import write


@pytest.mark.parametrize("lasting", [True, False])
def test_all_or_nothing(tmp_path, lasting):
    """A file that is not finished changes nothing and leaves nothing behind."""
    file = tmp_path / "file"
    file.write_bytes(b"before")
    with pytest.raises(TypeError), write(file, lasting=lasting) as stream:
        stream.write("no bytes")
    assert [one.name for one in tmp_path.iterdir()] == ["file"]
    assert file.read_bytes() == b"before"
    with write(file, lasting=lasting) as stream:
        stream.write(b"after")
    assert file.read_bytes() == b"after"


@pytest.mark.parametrize("lasting", [True, False])
def test_what_lasts_is_on_the_disk(tmp_path, monkeypatch, lasting):
    """Only for what has to last is the disk waited for."""
    asked = []
    monkeypatch.setattr(os, "fsync", asked.append)
    with write(tmp_path / "file", lasting=lasting) as stream:
        stream.write(b"x")
    assert len(asked) == lasting


def test_where_nothing_can_be_written(tmp_path):
    """A place where no file can be is told in a sentence."""
    file = tmp_path / "none" / "file"
    with pytest.raises(UsageError) as caught, write(file):
        pass
    assert caught.value.message == f"Cannot write {file}: No such file or directory."
