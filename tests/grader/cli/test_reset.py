"""`grader reset`: says where what it replaced is."""

import pytest

FILE = "exercises/numpy_basics/softmax.py"


@pytest.fixture
def stub(course):
    """Return the bytes of the stub as it is shipped."""
    return (course / FILE).read_bytes()


def test_an_answer(course, inside, stub):
    """An answer is kept byte by byte, and the screen says where."""
    data = stub.replace(b"...", b"return '\xff\xf0\x9f\x98\x80'\r\n    \x00")
    (course / FILE).write_bytes(data)
    done = inside("reset", "softmax")
    assert done.returncode == 0
    assert done.stdout == (
        f"{FILE} is the stub again.\n"
        "What it held is kept: .grader/kept/softmax-1.py\n"
        f"Next: write softmax in {FILE}:22,\nthen run: grader check softmax\n"
    )
    assert (course / FILE).read_bytes() == stub
    assert (course / ".grader/kept/softmax-1.py").read_bytes() == data


def test_a_stub(inside):
    """Where it is the stub already, nothing is changed."""
    done = inside("reset", "softmax")
    assert done.stdout.startswith(f"{FILE} is the stub already: nothing was changed.\n")


def test_a_deleted_file(course, inside, stub):
    """A file that was deleted comes back."""
    (course / FILE).unlink()
    done = inside("reset", "softmax")
    assert done.stdout.startswith(f"{FILE} was missing: the stub is back.\n")
    assert (course / FILE).read_bytes() == stub


def test_a_folder(course, inside):
    """What is no file is left alone, and the sentence says what to do."""
    (course / FILE).unlink()
    (course / FILE).mkdir()
    done = inside("reset", "softmax")
    assert done.returncode == 2
    assert done.stderr == (
        f"{FILE} is not a regular file: it was left alone.\n"
        "Move it away, then run the same command again.\n"
    )


def test_the_map_after_it(inside, write):
    """After a reset the exercise is not started."""
    write("softmax", "return 3")
    inside("check", "softmax")
    inside("reset", "softmax")
    assert "  · softmax                 not started\n" in inside().stdout


def test_a_kit(inside, tmp_path):
    """A kit puts back what was shipped with it."""
    kit = tmp_path / "my kit 😀"
    assert inside("release", kit).returncode == 0
    stub = (kit / FILE).read_bytes()
    (kit / FILE).write_text("mine")
    done = inside("reset", "softmax", cwd=kit)
    assert done.returncode == 0
    assert (kit / FILE).read_bytes() == stub
    assert (kit / ".grader/kept/softmax-1.py").read_text() == "mine"


def test_from_another_folder(inside, write, tmp_path):
    """Paths and commands work where they are read."""
    write("softmax", "return 3")
    done = inside("--course", "course", "reset", "softmax", cwd=tmp_path)
    assert f"course/{FILE} is the stub again." in done.stdout
    assert "kept: course/.grader/kept/softmax-1.py" in done.stdout
    assert done.stdout.endswith("run: grader --course course check softmax\n")
