"""What changes on disk is seen, however an editor writes it."""

import os
import queue
import threading

import pytest

from grader.watch import files
from grader.watch.files import Prompter, look


@pytest.fixture
def file(tmp_path):
    """Return a file with some text."""
    path = tmp_path / "softmax.py"
    path.write_text("1", "utf-8")
    return path


def change(path, how):
    """Save a file in one of the ways that editors have."""
    match how:
        case "written":
            path.write_text("22", "utf-8")
        case "renamed":
            new = path.with_name("new")
            new.write_text("1", "utf-8")
            new.replace(path)
        case "touched":
            os.utime(path, ns=(1, 1))
        case "deleted":
            path.unlink()
        case "a folder":
            path.unlink()
            path.mkdir()
        case "forbidden":
            path.chmod(0o200)


@pytest.mark.parametrize(
    "how", ["written", "renamed", "touched", "deleted", "a folder", "forbidden"]
)
def test_a_change_is_seen(file, how):
    """A file that is written, replaced, gone or forbidden has another trace."""
    before = look([file])
    assert look([file]) == before
    change(file, how)
    assert look([file]) != before


def test_what_is_there(file, tmp_path):
    """A missing file has no trace, a folder one that is no file's."""
    found = look([file, tmp_path, tmp_path / "none", file / "below"])
    assert found[file].is_file
    assert not found[tmp_path].is_file
    assert found[tmp_path / "none"] is None
    assert found[file / "below"] is None


def test_prompt(file):
    """A save is prompted for at once; the thread ends when it is told to."""
    told = queue.SimpleQueue()
    ready = threading.Event()
    prompter = Prompter([file.parent], lambda: told.put("look"), ready.set)
    try:
        for number in range(100):
            file.write_text(str(number), "utf-8")
            try:
                assert told.get(timeout=0.2) == "look"
                break
            except queue.Empty:
                # It was not looking yet.
                continue
        else:
            pytest.fail("no save was prompted for")
    finally:
        prompter.end()
    assert not ready.is_set()


def test_no_watches_left(file, monkeypatch):
    """Where the system tells of nothing it is said once, and looking goes on."""

    def refuse(*_paths, **_options):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("watchfiles.watch", refuse)
    failed = threading.Event()
    Prompter([file.parent], lambda: None, failed.set)
    assert failed.wait(10)


@pytest.mark.parametrize(
    ("release", "must"),
    [("6.1.0-13-amd64", False), ("5.15.90.1-microsoft-standard-WSL2", True)],
)
def test_must_poll(monkeypatch, release, must):
    """Under WSL nothing tells of changes on the drives of Windows."""
    monkeypatch.setattr(files.platform, "release", lambda: release)
    assert files.must_poll() is must
