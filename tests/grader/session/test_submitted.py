"""What was handed in: read, taken apart, and not run."""

import hashlib
import os

import pytest

from grader.errors import UsageError
from grader.session.submitted import read_course, read_file

STUB = "def double(x):\n    # YOUR CODE STARTS HERE\n    ...\n"


@pytest.fixture
def entry(small):
    """Return a function that writes a student's file and reads its entry."""

    def read(data):
        course = small()
        file = course.places["double"].stub
        if data is not None:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data if isinstance(data, bytes) else data.encode())
        submission, entries = read_course(course, [course.places["double"]])
        assert submission.path == "exercises"
        return entries[0]

    return read


STATUSES = {
    "nothing": (None, "missing", "There is no exercises/basics/double.py."),
    "no function": ("x = 1\n", "missing", "does not define `double`"),
    "the stub": (STUB, "not_started", "Not started: `double`"),
    "the stub with a comment": (STUB + "# I try later\n", "not_started", "Not started"),
    "pass": ("def double(x):\n    pass\n", "not_started", "Not started"),
    "a docstring": ('def double(x):\n    """Twice."""\n', "not_started", "Not started"),
    "a syntax error": ("\n\ndef double(x:\n", "unreadable", "double.py, line 3"),
    "no text": (b"\xff\xfe", "unreadable", "is not UTF-8 text"),
    "NUL bytes": (b"x = 1\0", "unreadable", "NUL bytes"),
    "too much": (b"#" * (1 << 20) + b"#", "unreadable", "is larger than 1 MB"),
    "too deep": ("x = " + "-" * 100_000 + "1", "unreadable", "nested too deep"),
    "an answer": ("def double(x):\n    return 1\n", None, ""),
    "a changed argument list": ("def double(y, z=1):\n    return y\n", None, ""),
}


@pytest.mark.parametrize("what", STATUSES)
def test_status(entry, what):
    """A file is an answer, or there is a status and a sentence that says why not."""
    data, status, said = STATUSES[what]
    found = entry(data)
    assert found.status == status
    assert said in found.message


def test_folder_in_the_files_place(entry, small):
    """A folder where the file should be is unreadable, not a crash."""
    small().places["double"].stub.mkdir(parents=True)
    found = entry(None)
    assert found.status == "unreadable"
    assert "is a folder, not a file" in found.message


def test_line_of_the_definition(entry):
    """An entry knows the line of the definition, which is 1 if there is none."""
    assert entry("import math\n\n\ndef double(x):\n    return 1\n").line == 4
    assert entry("x = 1\n").line == 1


def test_line_of_a_syntax_error(entry):
    """An entry of a file that is not Python knows the line at which it is not."""
    assert entry("\n\ndef double(x:\n").line == 3


def test_digest_is_of_all_files(small):
    """The digest of a submission changes with any of the files read."""
    course = small()
    digests = set()
    for text in ("", "x = 1\n", "x = 2\n"):
        course.places["quadruple"].stub.parent.mkdir(parents=True, exist_ok=True)
        course.places["quadruple"].stub.write_text(text, "utf-8")
        digests.add(read_course(course, list(course))[0].sha256)
    assert len(digests) == 3


def test_file(small, tmp_path):
    """A file is read for all exercises that it defines, in the course's order."""
    file = tmp_path / "my answers.v2.py"
    file.write_text("def quadruple(x):\n    return 1\ndef double(x):\n    return 1\n")
    submission, entries = read_file(small(), (), file)
    assert [entry.place.exercise.name for entry in entries] == ["double", "quadruple"]
    assert (submission.id, submission.path) == ("my answers.v2", str(file))
    assert submission.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()


def test_file_without_the_function(small, tmp_path):
    """An exercise that was asked for and is not in the file is missing."""
    file = tmp_path / "answer.py"
    file.write_text("def double(x):\n    return 1\n")
    _, entries = read_file(small(), ["quadruple"], file)
    assert [entry.status for entry in entries] == ["missing"]


def test_supplied_only_what_is_needed(small, tmp_path):
    """An answer is supplied with what it names of its exercise's `uses`."""
    file = tmp_path / "answer.py"
    for call, supplied in (("double(x)", ("double",)), ("4 * x", ())):
        file.write_text(f"def quadruple(x):\n    return {call}\n")
        _, entries = read_file(small(), (), file)
        assert entries[0].supplied == supplied


def test_own_helpers_are_not_supplied(small, tmp_path):
    """With its own helpers an answer is supplied with nothing."""
    file = tmp_path / "answer.py"
    file.write_text("def quadruple(x):\n    return double(double(x))\n")
    _, entries = read_file(small(), (), file, own_helpers=True)
    assert entries[0].supplied == ()


UNREADABLE = {
    "none.py": (None, "No file "),
    "empty.py": (b"", "defines no function of this course."),
    "other.py": (b"def treble(x):\n    return 3\n", "defines no function of this"),
    "notebook.ipynb": (b"{}", "is a notebook; this version reads .py files."),
    "latin.py": (b"# \xff\n", "line 1: it is not UTF-8 text; save it as UTF-8."),
    "wrong.py": (b"\ndef double(:\n", "line 2: it is not valid Python: SyntaxError"),
    "tabs.py": (b"if 1:\n\tx\n        y\n", "line 3: it is not valid Python: TabError"),
    "binary.py": (b"\0\1\2", "line 1: it holds NUL bytes, so it is not Python"),
    "large.py": (b"#" * (1 << 21), "is larger than 1 MB."),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_unreadable_file(small, tmp_path, name):
    """A file that cannot be taken is a usage error that names it and says why."""
    data, said = UNREADABLE[name]
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(UsageError) as caught:
        read_file(small(), (), tmp_path / name)
    assert name in caught.value.message
    assert said in caught.value.message


def test_folder_for_a_file(small, tmp_path):
    """A folder given as a file is a usage error."""
    with pytest.raises(UsageError, match="is a folder, not a file"):
        read_file(small(), (), tmp_path)


def test_pipe_for_a_file(small, tmp_path):
    """A pipe given as a file is a usage error, and is not waited for."""
    pipe = tmp_path / "pipe.py"
    os.mkfifo(pipe)
    with pytest.raises(UsageError, match="is not a regular file"):
        read_file(small(), (), pipe)
