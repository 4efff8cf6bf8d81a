"""Whole files: what was there stays until all of the new one is written."""

import os
import secrets

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


@pytest.mark.parametrize("mask", [0o022, 0o077])
def test_as_open_as_a_new_file(tmp_path, mask):
    """Who may read a file is what the user chose for every new one."""
    before = os.umask(mask)
    try:
        with write(tmp_path / "file") as stream:
            stream.write(b"x")
    finally:
        os.umask(before)
    assert tmp_path.joinpath("file").stat().st_mode & 0o777 == 0o666 & ~mask


def test_nobody_elses_file_is_used(tmp_path, monkeypatch):
    """A file that has the name of the one that is written first stays as it is."""
    monkeypatch.setattr(secrets, "token_hex", lambda _: "same")
    other = tmp_path / ".file-same"
    other.write_bytes(b"mine")
    with pytest.raises(UsageError) as caught, write(tmp_path / "file"):
        pass
    assert caught.value.message == f"Cannot write {tmp_path}/file: File exists."
    assert other.read_bytes() == b"mine"
    assert [one.name for one in tmp_path.iterdir()] == [".file-same"]


def test_where_nothing_can_be_written(tmp_path):
    """A place where no file can be is told in a sentence."""
    file = tmp_path / "none" / "file"
    with pytest.raises(UsageError) as caught, write(file):
        pass
    assert caught.value.message == f"Cannot write {file}: No such file or directory."
