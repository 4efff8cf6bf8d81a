"""A folder gives its sources by name, and nothing that lies elsewhere."""

import os
import shutil
import time

import pytest

from grader.errors import UsageError
from grader.submission import contents, folder

ANSWER = "def f(x):\n    return x\n"
OTHER = "def f(x):\n    return 'other'\n"


@pytest.fixture
def alice(tmp_path):
    """Return an empty folder that is handed in; beside it lies a secret."""
    tmp_path.joinpath("secret").mkdir()
    tmp_path.joinpath("secret", "f.py").write_text(OTHER)
    root = tmp_path / "alice"
    root.mkdir()
    return root


def put(root, *names, text=ANSWER):
    """Write files, and the folders on the way."""
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def read(root):
    """Return what is read of a folder: text, or the sentence about the fault."""
    return {
        name: file.fault.message if file.fault else file.data.decode()
        for name, file in folder.read(root, "alice").items()
    }


def refused(root):
    """Return the error about a folder that cannot be a submission."""
    with pytest.raises(UsageError) as caught:
        folder.read(root, "alice")
    return caught.value


def test_sources_are_found_at_any_depth(alice):
    """Python files come by their path; what else lies there is not read."""
    put(alice, "a.py", "b/c.py", "b/d e/f.py", "notes.txt", "data.h5", "b/c.pyc", "py")
    assert read(alice) == dict.fromkeys(["a.py", "b/c.py", "b/d e/f.py"], ANSWER)


def test_an_empty_folder_has_nothing(alice):
    """An empty folder is read as no file."""
    (alice / "empty").mkdir()
    assert read(alice) == {}


@pytest.mark.parametrize(
    "name",
    [".git", ".ipynb_checkpoints", ".grader", ".venv", "__pycache__", "__MACOSX",
     "site-packages", "node_modules"],
)  # fmt: skip
def test_some_folders_are_left_out(alice, name):
    """What tools leave behind is not looked into, at any depth."""
    put(alice, f"{name}/f.py", f"b/{name}/c/f.py", "f.py")
    assert list(read(alice)) == ["f.py"]


def test_hidden_files_are_left_out(alice):
    """A file whose name begins with a dot is none of the student's."""
    put(alice, "._f.py", ".f.py", "f.py")
    assert list(read(alice)) == ["f.py"]


def test_virtual_environments_are_left_out(alice):
    """A folder with pyvenv.cfg is left out, whatever it is called."""
    put(alice, "my env/pyvenv.cfg", "my env/bin/f.py", "f.py", "b/pyvenv.cfg", "b/f.py")
    assert list(read(alice)) == ["f.py"]


def test_the_submission_itself_may_be_an_environment(alice):
    """A student who made an environment of the folder has handed in files anyway."""
    put(alice, "pyvenv.cfg", "f.py", "lib/python3.12/site-packages/numpy/f.py")
    assert list(read(alice)) == ["f.py"]


OUT = "is a link that leads out of alice; hand in the "
LINKS = {
    "a file": ("f.py", "../secret/f.py", {"f.py": OUT + "file itself"}),
    "a folder": ("in", "../secret", {"in": OUT + "folder itself"}),
    "the folder above": ("in", "..", {"in": OUT + "folder itself"}),
    "the root": ("in", "/", {"in": OUT + "folder itself"}),
    "a device": ("f.py", "/dev/zero", {"f.py": OUT + "file itself"}),
    "nothing": ("f.py", "nowhere", {"f.py": "is a link that leads nowhere"}),
    "nothing outside": ("f.py", "/nowhere", {"f.py": "is a link that leads nowhere"}),
    "the folder": ("in", ".", {}),
    "a folder with a dot": ("v1.2", "..", {"v1.2": OUT + "folder itself"}),
    "what is not read": ("data.h5", "../secret/f.py", {}),
    "what is not there and not read": ("data.h5", "nowhere", {}),
}


@pytest.mark.parametrize("what", LINKS)
def test_no_link_leads_out(alice, what):
    """A link out of the folder gives its fault, and nothing of what it leads to."""
    name, target, expected = LINKS[what]
    (alice / name).symlink_to(target)
    put(alice, "own.py")
    assert read(alice) == {"own.py": ANSWER, **expected}


def test_a_link_to_itself(alice):
    """A link that never arrives cannot be read."""
    (alice / "f.py").symlink_to("f.py")
    assert read(alice)["f.py"].startswith("cannot be read (")


def test_links_inside_are_followed(alice):
    """A link within the folder is as good as what it leads to, and known as that."""
    put(alice, "work/f.py")
    (alice / "g.py").symlink_to("work/f.py")
    (alice / "exercises").symlink_to("work")
    files = folder.read(alice, "alice")
    assert {name: file.real for name, file in files.items()} == dict.fromkeys(
        ["exercises/f.py", "g.py", "work/f.py"], "work/f.py"
    )
    assert {file.data for file in files.values()} == {ANSWER.encode()}


def test_folders_that_hold_each_other_end(alice):
    """Links in a circle are read, and soon."""
    put(alice, "a/f.py", "b/g.py")
    (alice / "a" / "b").symlink_to("../b")
    (alice / "b" / "a").symlink_to("../a")
    start = time.monotonic()
    assert {"a/f.py", "b/g.py", "a/b/g.py", "b/a/f.py"} <= set(read(alice))
    assert time.monotonic() - start < 1


def test_links_that_multiply_end(alice):
    """Links that make a million ways of a few folders are refused, and soon."""
    for depth in range(18):
        (alice / str(depth)).mkdir()
        for name in "ab":
            (alice / str(depth) / name).symlink_to(f"../{depth + 1}")
    put(alice, "18/f.py")
    start = time.monotonic()
    assert refused(alice).message == "alice holds more than 2,000 files."
    assert time.monotonic() - start < 5


FAULTS = {
    "a pipe": (os.mkfifo, "is not a regular file"),
    "too large": (lambda path: path.write_bytes(b"#" * (1 << 20) + b"#"), "is larger"),
}


@pytest.mark.parametrize("what", FAULTS)
def test_a_fault_costs_its_own_file(alice, what):
    """What cannot be read is there with its reason; the rest is read."""
    make, said = FAULTS[what]
    put(alice, "good.py")
    make(alice / "bad.py")
    found = read(alice)
    assert found["good.py"] == ANSWER
    assert found["bad.py"].startswith(said)


def test_a_folder_that_cannot_be_listed(alice, monkeypatch):
    """A folder that may not be looked into is there with the system's reason."""
    put(alice, "b/f.py", "f.py")
    scandir = os.scandir

    def deny(path):
        if path == alice / "b":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", deny)
    assert read(alice) == {"b": "cannot be read (Permission denied)", "f.py": ANSWER}


@pytest.mark.parametrize(
    ("name", "said"),
    [(b"\xff.py", "\ufffd.py"), (b"a\nb.py", "a\ufffdb.py"),
     (b"\x1b[2J.py", "\ufffd[2J.py"), ("\u202egnp.py".encode(), "\ufffdgnp.py")],
)  # fmt: skip
def test_names_that_cannot_be_shown(alice, name, said):
    """A name that would forge a message is replaced, and its file is not taken."""
    with open(os.path.join(os.fsencode(alice), name), "w") as file:  # noqa: PTH118, PTH123
        file.write(ANSWER)
    assert read(alice) == {said: "has a name that cannot be shown; rename it"}


def test_names_that_look_the_same(alice):
    """Two names that are shown as one stand for no file."""
    for name in (b"\xff.py", b"\xfe.py", "\ufffd.py".encode()):
        with open(os.path.join(os.fsencode(alice), name), "w") as file:  # noqa: PTH118, PTH123
            file.write(ANSWER)
    assert read(alice) == {"\ufffd.py": "is the name of two files"}


def test_other_kinds_are_told(alice):
    """An archive in the folder is noted, and not opened."""
    put(alice, "w.zip")
    assert read(alice) == {"w.zip": "is a zip file within the submission"}


def test_too_many_files(alice):
    """A folder of more files than a submission has is refused; its limit is not."""
    for number in range(contents.MAX_FILES):
        (alice / f"{number}.txt").touch()
    assert read(alice) == {}
    (alice / "one more").touch()
    error = refused(alice)
    assert error.message == "alice holds more than 2,000 files."
    assert error.help == "Hand in the files with your answers alone."


def test_too_deep(alice):
    """A folder that is nested without measure is refused."""
    deep = alice.joinpath(*"a" * (contents.MAX_DEPTH - 1))
    put(deep, "f.py")
    assert list(read(alice)) == ["a/" * (contents.MAX_DEPTH - 1) + "f.py"]
    put(deep, "a/f.py")
    assert refused(alice).message == "alice is nested deeper than 20 folders."


def test_too_much(alice):
    """Sources that are too much together are refused; other files do not count."""
    for number in range(3):
        (alice / f"{number}.h5").write_bytes(b"#" * (1 << 20))
        (alice / f"{number}.py").write_bytes(b"#" * (1 << 20))
    assert refused(alice).message == "alice holds more than 2 MB of .py files."
    (alice / "0.py").unlink()
    assert len(read(alice)) == 2


def test_a_folder_that_goes_away(alice):
    """A folder that is gone is told as that, and not a crash."""
    shutil.rmtree(alice)
    with pytest.raises(UsageError) as caught:
        read(alice)
    assert caught.value.message == "alice cannot be read (No such file or directory)."
