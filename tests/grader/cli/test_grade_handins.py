"""`grader grade`: whatever is handed in has a verdict, and a sentence that says why."""

import io
import json
import os
import shutil
import socket
import stat
import struct
import zipfile

import pytest

ONLY = ("--only", "softmax", "--seed", 3)
RIGHT = "10 of 10 cases, no loops."
NAMES = (
    "a.b.c.py",
    "😀.py",
    "new\nline.py",
    "=1+1.py",
    " spaced .py",
    "UPPER.PY",
    os.fsdecode(b"raw\xff.py"),
)


def zipped(**members):
    """Return a zip file of members, whose names are spelt with `_py` for `.py`."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("_", "."), content)
    return bytearray(data.getvalue())


def renamed(content, name):
    """Return a zip file with one member of any name."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr(name, content)
    return data.getvalue()


def encrypted(content):
    """Return a zip file whose member says that it is encrypted."""
    data = zipped(softmax_py=content)
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return data


def overlapping(content):
    """Return a zip file two members of which are in one place."""
    data = zipped(softmax_py=content, softmay_py=content)
    last = data.rindex(b"PK\x01\x02")
    data[last + 42 : last + 46] = struct.pack("<I", 0)
    return data


def linking():
    """Return a zip file whose member is a link."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        member = zipfile.ZipInfo("softmax.py")
        member.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(member, "/etc/passwd")
    return data.getvalue()


def archives(right):
    """Return zip files by id, and what is said of each."""
    nested = "nested.zip does not define `softmax`"
    inner = bytes(zipped(softmax_py=b"#" * (2 << 20)))
    return {
        "absolute": (
            renamed(right, "/softmax.py"),
            "absolute.zip: the name /softmax.py is absolute.",
        ),
        "cut": (
            zipped(softmax_py=right)[:200],
            "cut.zip is damaged or cut off.",
        ),
        "encrypted": (
            encrypted(right),
            "softmax.py is encrypted; zip it without a password.",
        ),
        "linked": (linking(), "softmax.py is a link; hand in the file itself."),
        "nested": (
            zipped(a_zip=inner),
            f"{nested}; a.zip is a zip file within the submission.",
        ),
        "none": (b"", "none.zip is not a zip file."),
        "over": (
            overlapping(right),
            "over.zip is damaged: its files lie over one another.",
        ),
        "ratio": (
            zipped(softmax_py=b"#" * (40 << 20)),
            "ratio.zip unpacks to more than 200 times its size.",
        ),
        "up": (
            renamed(right, "../softmax.py"),
            "up.zip: the name ../softmax.py leads out of the archive.",
        ),
    }


def lay(root, right):
    """Lay what is no ordinary file into folders of a class; return what is said."""
    said = {}
    for name, sentence in {
        "big": "big/softmax.py is larger than 1 MB.",
        "circle": "circle/softmax.py cannot be read (Too many levels of symbolic "
        "links).",
        "dangling": "dangling/softmax.py is a link that leads nowhere.",
        "empty": "empty does not define `softmax`.",
        "itself": RIGHT,
        "many": RIGHT,
        "out": "out/softmax.py is a link that leads out of out; hand in the file "
        "itself.",
        "pipe": "pipe/softmax.py is not a regular file.",
        "socket": "socket/softmax.py is not a regular file.",
        "toomany": "toomany holds more than 2,000 files.",
        "within": RIGHT,
    }.items():
        root.joinpath(name).mkdir()
        said[name] = sentence
    root.joinpath("big/softmax.py").write_bytes(b"#" * (5 << 20) + b"\n" + right)
    root.joinpath("circle/softmax.py").symlink_to("softmax.py")
    root.joinpath("dangling/softmax.py").symlink_to("nowhere.py")
    root.joinpath("itself/again").symlink_to(".")
    root.joinpath("out/softmax.py").symlink_to("/etc/passwd")
    root.joinpath("within/softmax.py").symlink_to("mine.py")
    for name in ("itself/softmax.py", "many/softmax.py", "within/mine.py"):
        root.joinpath(name).write_bytes(right)
    os.mkfifo(root / "pipe/softmax.py")
    for number in range(1000):
        root.joinpath(f"many/part{number}.py").write_text("x = 1\n")
    for number in range(2001):
        root.joinpath(f"toomany/{number}.txt").touch()
    return said


@pytest.fixture
def right(course):
    """Return an answer that passes."""
    return course.joinpath("solutions/numpy_basics/softmax.py").read_bytes()


@pytest.fixture
def judged(run, tmp_path):
    """Return a function that grades a class and says what each was told."""

    def grade(root, *words):
        done = run("grade", root, "--out", tmp_path / "out", *ONLY, *words)
        assert (done.returncode, done.stderr) == (0, ""), done.stderr
        lines = tmp_path.joinpath("out/results.jsonl").read_text("utf-8").splitlines()
        found = [json.loads(line) for line in lines]
        return {
            one["submission"]["id"]: one["exercises"][0]["message"] for one in found
        }

    return grade


def test_what_is_no_file_of_an_answer(judged, right, tmp_path, monkeypatch):
    """Links, pipes, sockets, floods of files and bad zips are told in a sentence."""
    root = tmp_path / "class"
    root.mkdir()
    expected = lay(root, right)
    for name, (data, sentence) in archives(right).items():
        root.joinpath(f"{name}.zip").write_bytes(data)
        expected[name] = sentence
    # The path of a socket has a hundred characters at most.
    monkeypatch.chdir(root / "socket")
    with socket.socket(socket.AF_UNIX) as open_:
        open_.bind("softmax.py")
        assert judged(root) == expected


def test_names(judged, right, tmp_path):
    """A name may be anything, also what is no text; each is one that can be shown."""
    root = tmp_path / "class"
    root.mkdir()
    for name in NAMES:
        root.joinpath(name).write_bytes(right)
    found = judged(root, "--jobs", 1)
    assert set(found.values()) == {RIGHT}
    assert set(found) == {
        *("a.b.c", "😀", "new\ufffdline", "=1+1", " spaced ", "UPPER", "raw\ufffd")
    }


def test_a_link_is_no_submission(judged, right, tmp_path):
    """A child that is a link is refused, also one to another student's file."""
    root = tmp_path / "class"
    root.joinpath("anna").mkdir(parents=True)
    root.joinpath("anna/softmax.py").write_bytes(right)
    for name, target in {
        "bea": "anna",
        "carl.py": "anna/softmax.py",
        "dora.py": "dora.py",
        "all": ".",
        "gone.py": "nowhere",
    }.items():
        root.joinpath(name).symlink_to(target)
    # Nobody's: it is called like no submission.
    root.joinpath("circle").symlink_to("circle")
    assert judged(root) == {
        "anna": RIGHT,
        "bea": "bea is a link; hand in the folder itself.",
        "carl": "carl.py is a link; hand in the file itself.",
        "dora": "dora.py is a link; hand in the file itself.",
        "all": "all is a link; hand in the folder itself.",
        "gone": "gone.py is a link; hand in the file itself.",
    }


def test_the_course_itself(run, course, tmp_path):
    """Neither the course nor one of its folders is taken for a class."""
    shutil.copytree(course / "exercises/numpy_basics", course / "handed in")
    for name in (".", "exercises", "solutions/numpy_basics", "tests"):
        done = run("grade", name, "--out", tmp_path / "out", *ONLY)
        assert done.returncode == 2
        assert done.stderr == (
            f"{name} is the course itself, not what students handed in.\n"
            "grade takes a folder with a file, folder or zip for each submission.\n"
        )
    assert not tmp_path.joinpath("out").exists()
    done = run("grade", "handed in", "--out", tmp_path / "out", *ONLY)
    assert done.returncode == 0, done.stderr
