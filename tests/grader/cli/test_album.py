"""Pictures are kept where they may be, and opened where they can be."""

import pytest

from grader.cli import album
from grader.cli.album import Album
from grader.course import load
from grader.errors import UsageError
from grader.pictures.canvas import MARK

OURS = b"\x89PNG " + MARK.encode()


@pytest.fixture
def keep(write_course, monkeypatch):
    """Return a function that keeps a picture in a course's folder."""
    course = load(write_course("double"))
    monkeypatch.chdir(course.root)

    def start(save=None, data=OURS):
        made = Album(course, course.places["double"], save)
        return made.keep("line", data)

    start.root = course.root
    return start


def test_kept_with_the_course(keep):
    """A picture is kept by the names of its exercise and its own."""
    file = keep()
    assert file == keep.root / ".grader" / "pictures" / "double-line.png"
    assert keep(data=OURS + b"2").read_bytes() == OURS + b"2"


def test_what_is_not_ours_is_not_written_over(keep):
    """A file of somebody else's in the place of a picture is kept."""
    file = keep()
    file.write_bytes(b"mine")
    with pytest.raises(UsageError, match="grader did not draw it"):
        keep()
    assert file.read_bytes() == b"mine"
    file.unlink()
    file.mkdir()
    with pytest.raises(UsageError, match="it is a folder"):
        keep()


def test_nowhere_to_write(keep, monkeypatch):
    """Where nothing can be written the system's reason is told."""
    keep.root.joinpath(".grader").touch()
    file = keep()
    assert file == keep.root / "double-line.png"

    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(album.Path, "write_bytes", refuse)
    with pytest.raises(UsageError, match=r"double-line\.png: Permission denied\."):
        keep()


def test_opened(monkeypatch):
    """Why nothing was opened is said: no display, or no viewer."""
    monkeypatch.setattr(album.sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)
    assert album.opened(["a.png"]) == album.NO_DISPLAY
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    asked = []
    monkeypatch.setattr("typer.launch", lambda file: asked.append(file) or 0)
    assert album.opened(["a.png", "b.png"]) == ""
    assert asked == ["a.png", "b.png"]
    monkeypatch.setattr("typer.launch", lambda _: 1)
    assert album.opened(["a.png"]) == album.NO_VIEWER
