"""What is replaced is kept, byte by byte, and never overwritten."""

import threading

import pytest

from grader.keeping import FOLDER, keep


def test_kept_byte_by_byte(tmp_path):
    """A copy has the bytes of the file, whatever they are."""
    file = tmp_path / "softmax.py"
    file.write_bytes(b"\xff\x00\r\n\xf0\x9f\x98\x80")
    assert keep(tmp_path, file) == ".grader/kept/softmax-1.py"
    assert (tmp_path / ".grader/kept/softmax-1.py").read_bytes() == file.read_bytes()


def test_nothing_is_overwritten(tmp_path):
    """Each copy has a name of its own."""
    file = tmp_path / "a b 😀.py"
    for number in (1, 2, 3):
        file.write_text(str(number))
        assert keep(tmp_path, file) == f".grader/kept/a b 😀-{number}.py"
    texts = [one.read_text() for one in sorted((tmp_path / FOLDER).iterdir())]
    assert texts == ["1", "2", "3"]


def test_two_at_once_get_two(tmp_path):
    """Copies made at the same time do not meet."""
    file = tmp_path / "a.py"
    file.write_text("text")
    found = []
    threads = [
        threading.Thread(target=lambda: found.append(keep(tmp_path, file)))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(found)) == 8


def test_a_link_is_kept_as_one(tmp_path, monkeypatch):
    """A link is kept as a link that leads where it led, even to what has no end."""
    (tmp_path / "exercises").mkdir()
    file = tmp_path / "exercises/a.py"
    file.symlink_to("../other.py")
    (tmp_path / "other.py").write_text("other")
    monkeypatch.chdir(tmp_path)
    kept = tmp_path / keep(tmp_path, file.relative_to(tmp_path))
    assert kept.is_symlink()
    assert kept.read_text() == "other"


def test_what_cannot_be_kept(tmp_path):
    """Where nothing can be kept, who asks is told."""
    (tmp_path / ".grader").write_text("in the way")
    (tmp_path / "a.py").write_text("text")
    with pytest.raises(OSError, match="grader"):
        keep(tmp_path, tmp_path / "a.py")
