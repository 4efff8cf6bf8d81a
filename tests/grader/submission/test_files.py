"""Files of a student's are opened where they lie, with limits, or refused in words."""

import os
import socket
from pathlib import Path

import psutil
import pytest

from grader.submission import files
from grader.submission.files import MAX_BYTES, UnreadableError, read_bytes

ANSWER = b"def f(x):\n    return x\n"


def refused(*args):
    """Return the error of what must not be read."""
    with pytest.raises(UnreadableError) as caught:
        read_bytes(*args)
    return caught.value


def test_a_file_is_read_as_it_is(tmp_path):
    """The bytes of a file come out unchanged, up to the limit."""
    file = tmp_path / "a.py"
    for data in (b"", ANSWER, b"\xff\r\n\0", b"#" * MAX_BYTES):
        file.write_bytes(data)
        assert read_bytes(file) == data


def test_a_missing_file_is_missing(tmp_path):
    """No file is told apart from a file that cannot be read."""
    with pytest.raises(FileNotFoundError):
        read_bytes(tmp_path / "a.py")
    (tmp_path / "b.py").symlink_to(tmp_path / "nowhere")
    with pytest.raises(FileNotFoundError):
        read_bytes(tmp_path / "b.py")


def make_folder(path):
    """Make a folder."""
    path.mkdir()


def make_socket(path):
    """Make a socket."""
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(str(path))


def make_large(path):
    """Make a file that is one byte too large."""
    path.write_bytes(b"#" * (MAX_BYTES + 1))


def make_sparse(path):
    """Make a file of a terabyte that takes no room."""
    with path.open("wb") as file:
        file.truncate(1 << 40)


def make_circle(path):
    """Make a link to itself."""
    path.symlink_to(path)


def make_link_out(path):
    """Make a link to a file of another folder."""
    path.symlink_to("/etc/passwd")


def make_device(path):
    """Make a link to a device without an end."""
    path.symlink_to("/dev/zero")


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (make_folder, "is a folder, not a file"),
        (os.mkfifo, "is not a regular file"),
        (make_socket, "is not a regular file"),
        (make_device, "is a link that leads out of "),
        (make_link_out, "is a link that leads out of "),
        (make_large, "is larger than 1 MB"),
        (make_sparse, "is larger than 1 MB"),
        (make_circle, "cannot be read"),
    ],
)
def test_what_is_no_file_is_refused(tmp_path, monkeypatch, make, message):
    """Folders, pipes, devices and files without an end are refused, at once."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "a.py"
    make(path)
    assert refused(path).message.startswith(message)


def test_a_device_is_not_read():
    """A device that is named itself is refused, at once."""
    assert refused(Path("/dev/zero")).message == "is not a regular file"


def test_a_link_within_the_folder_is_followed(tmp_path):
    """What a link leads to is read if it lies in the same folder or below."""
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "b.py").write_bytes(ANSWER)
    (tmp_path / "a.py").symlink_to("below/b.py")
    (tmp_path / "c.py").symlink_to(tmp_path / "a.py")
    assert read_bytes(tmp_path / "a.py") == ANSWER
    assert read_bytes(tmp_path / "c.py") == ANSWER


LINKS = {
    "a file": ("work/a.py", "../secret.py", "is a link that leads out of work; hand"),
    "by way of another": ("work/a.py", "b.py", "is a link that leads out of work; "),
    "a folder": ("work/in", "..", "lies behind a link that leads out of work; hand"),
    "a namesake": ("work/a.py", "../work2/a.py", "is a link that leads out of work;"),
}


@pytest.mark.parametrize("what", LINKS)
def test_no_link_leads_out(tmp_path, what):
    """A link to a place outside the folder is not followed, whichever way it goes."""
    link, target, said = LINKS[what]
    for folder in ("work", "work2"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "b.py").symlink_to("../secret.py")
    (tmp_path / "secret.py").write_bytes(ANSWER)
    (tmp_path / "work2" / "a.py").write_bytes(ANSWER)
    (tmp_path / link).symlink_to(target)
    path = tmp_path / link
    path = path if path.is_file() else path / "secret.py"
    assert path.read_bytes() == ANSWER
    error = refused(path, tmp_path / "work")
    assert error.message.startswith(said)
    assert error.message.endswith("the file itself")


def test_the_folder_itself_may_not_be_a_link(tmp_path):
    """A folder that is said to be real and is a link holds nothing."""
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.py").write_bytes(ANSWER)
    (tmp_path / "link").symlink_to("real")
    folder = tmp_path / "link"
    assert "leads out of link" in refused(folder / "a.py", folder).message


@pytest.mark.parametrize("swapped", ["a.py", "in"])
def test_a_link_put_there_meanwhile_is_not_followed(tmp_path, monkeypatch, swapped):
    """Whatever changes between looking and opening, nothing outside is read."""
    inside, outside = tmp_path / "work", tmp_path / "outside"
    for folder in (inside / "in", outside):
        folder.mkdir(parents=True)
        (folder / "a.py").write_bytes(ANSWER if folder == outside else b"x = 1\n")
    look = files.follow

    def swap(path, folder):
        found = look(path, folder)
        one = inside / "in" / "a.py" if swapped == "a.py" else inside / "in"
        one.rename(tmp_path / "old")
        one.symlink_to(outside / "a.py" if swapped == "a.py" else outside)
        return found

    monkeypatch.setattr(files, "follow", swap)
    assert refused(inside / "in" / "a.py", inside).message.startswith("cannot be read")


def test_no_descriptor_is_left_open(tmp_path):
    """Reading and refusing leave as many descriptors open as before."""
    (tmp_path / "a.py").write_bytes(ANSWER)
    os.mkfifo(tmp_path / "pipe")
    before = psutil.Process().num_fds()
    for _ in range(20):
        read_bytes(tmp_path / "a.py")
        refused(tmp_path / "pipe")
        refused(tmp_path, tmp_path)
        with pytest.raises(FileNotFoundError):
            read_bytes(tmp_path / "none.py")
    assert psutil.Process().num_fds() == before


def test_a_pipe_with_a_writer_is_not_read(tmp_path):
    """A pipe that has something to say is refused all the same."""
    pipe = tmp_path / "a.py"
    os.mkfifo(pipe)
    handle = os.open(pipe, os.O_RDWR | os.O_NONBLOCK)
    os.write(handle, ANSWER)
    assert refused(pipe).message == "is not a regular file"
    os.close(handle)


@pytest.mark.usefixtures("chinese")
def test_a_fault_is_told_in_chinese(tmp_path):
    """What is wrong with a file is one Chinese sentence; a cell needs no blank."""
    with pytest.raises(UnreadableError) as caught:
        read_bytes(tmp_path)
    assert caught.value.about("work") == "work 是文件夹，不是文件。"
    assert caught.value.about("这个单元格") == "这个单元格是文件夹，不是文件。"
    assert UnreadableError("是空的", 2).about("a.py") == "a.py 第 2 行：是空的。"
