"""What a command does when nobody reads its output to the end."""

import errno
import io
import os
import sys

import pytest

from grader.cli import check, unread

WRONG = "e = np.exp(x)\nreturn e / np.sum(e)"
CODES = {
    "": 0,
    "list": 0,
    "check softmax": 1,
    "check softmax --format json": 1,
    "check softmax --format junit": 1,
    "explain explicit-loop": 0,
    "--help": 0,
    "check --help": 0,
    "--lang zh --help": 0,
    "--lang zh list": 0,
    "--version": 0,
    "hint softmax": 0,
    "show": 0,
    "author --help": 0,
    "nope": 2,
}


@pytest.fixture
def unread_pipe():
    """Return the end of a pipe whose reader has left."""
    reader, writer = os.pipe()
    os.close(reader)
    yield writer
    os.close(writer)


@pytest.fixture(scope="module")
def shared(prepare):
    """Return a place that several tests look at."""
    return prepare("unread")


@pytest.mark.parametrize("words", CODES)
def test_it_ends_in_silence_with_its_own_code(words, shared, unread_pipe):
    """No traceback, no complaint at exit: what is said goes nowhere."""
    done = shared.run(
        *words.split(), capture_output=False, stdout=unread_pipe, stderr=-1
    )
    assert done.returncode == CODES[words]
    assert done.stderr == "" or words == "nope"


def test_both_streams(shared, unread_pipe):
    """`2>&1 | head` is no other matter."""
    options = {"capture_output": False, "stdout": unread_pipe, "stderr": unread_pipe}
    assert shared.run("nope", **options).returncode == 2


def test_without_a_buffer(place, unread_pipe):
    """Python's own way to write at once changes nothing."""
    place.env["PYTHONUNBUFFERED"] = "1"
    done = place.run("list", capture_output=False, stdout=unread_pipe, stderr=-1)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_watch_ends(shared, unread_pipe):
    """What is there to be read alone goes when its reader does."""
    asked, held = os.pipe()
    options = {"capture_output": False, "stdout": unread_pipe, "stderr": -1}
    done = shared.run("watch", "softmax", stdin=asked, **options)
    os.close(asked)
    os.close(held)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_check_keeps_what_failed(place, unread_pipe):
    """The failing input can be inspected, and the attempt counts."""
    place.write("softmax", WRONG)
    options = {"capture_output": False, "stdout": unread_pipe, "stderr": -1}
    assert place.run("check", "softmax", **options).returncode == 1
    assert place.run("inspect", "softmax").stdout.startswith("# softmax: ")
    assert '"attempts": 1' in (place.course / ".grader/progress.json").read_text()


def test_a_check_that_cannot_be_written_down(place, inside, monkeypatch):
    """What failed is kept as well when the disk of the output is full."""

    def full(*_words, **_options):
        raise OSError(errno.ENOSPC, "No space left on device")

    place.write("softmax", WRONG)
    monkeypatch.setattr(check, "_print", full)
    assert inside("check", "softmax").returncode == 3
    assert place.run("inspect", "softmax").stdout.startswith("# softmax: ")


def test_what_is_no_file_stays(monkeypatch):
    """A stream of a test's, or none at all, is left as it is."""
    written = io.StringIO()
    monkeypatch.setattr(sys, "stdout", written)
    monkeypatch.setattr(sys, "stderr", None)
    unread.allow()
    assert sys.stdout is written
    assert sys.stderr is None
