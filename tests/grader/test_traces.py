"""What a submission leaves shows: the canaries of the hostile submissions sing."""

import os
import socket

import pytest
from traces import Canary

CHANGES = {
    "content": lambda folder: folder.joinpath("kept.txt").write_text("x", "utf-8"),
    "mode": lambda folder: folder.joinpath("shut.txt").chmod(0o644),
    "times": lambda folder: os.utime(folder / "inner"),
    "times put back": lambda folder: os.utime(
        folder / "kept.txt", ns=(0, folder.joinpath("kept.txt").stat().st_mtime_ns)
    ),
    "another file": lambda folder: folder.joinpath("left").touch(),
    "a file inside": lambda folder: folder.joinpath("inner", "left").touch(),
    "a name for it": lambda folder: (folder / "second").hardlink_to(
        folder / "kept.txt"
    ),
    "a removed link": lambda folder: folder.joinpath("link").unlink(),
    "a renamed pipe": lambda folder: folder.joinpath("pipe").rename(folder / "pipes"),
}


@pytest.fixture
def canary(tmp_path):
    """Return a canary that nobody has touched yet."""
    canary = Canary(tmp_path)
    yield canary
    canary.remove()


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_shows(canary, change):
    """Whatever is changed in a canary's folder is another state."""
    assert canary.state() == canary.before
    CHANGES[change](canary.folder)
    assert canary.state() != canary.before


def test_a_call_shows(canary):
    """A connection to a canary's port or socket is counted."""
    assert canary.calls() == 0
    with socket.create_connection(("127.0.0.1", canary.port)):
        assert canary.calls() == 1
    with socket.socket(socket.AF_UNIX) as one:
        one.connect(str(canary.folder / "socket"))
        assert canary.calls() == 1
