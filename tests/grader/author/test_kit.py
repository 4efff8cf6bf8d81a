"""What a student kit holds, and what is left out of it."""

import json
import os
import re
from pathlib import Path

import pytest

from grader.author.kit import contents
from grader.author.unseen import unseen
from grader.course import find_root, load
from grader.errors import UsageError
from grader.submission.stub import STARTS

COUNTS = {"double": 4, "mean": 1}
ALWAYS = [
    ".gitignore",
    ".vscode/tasks.json",
    "README.md",
    "data/README.md",
    "data/numbers.bin",
    "exercises/basics/basics.ipynb",
    "exercises/basics/double.py",
    "exercises/basics/mean.py",
    "exercises/course.toml",
    "exercises/kit.json",
    "tests/visible/basics/test_double.py",
    "tests/visible/basics/test_mean.py",
]


@pytest.fixture
def kit(small):
    """Return a function that gives the contents of the small course's kit."""
    return lambda: contents(small(), COUNTS)


def test_a_kit_holds_stubs_visible_cases_and_data(kit):
    """The files of a kit, in the order of their names, and nothing is left out."""
    files, left = kit()
    assert list(files) == ALWAYS
    assert left == ()


def test_stubs_are_built_from_the_solutions(kit, put):
    """An answer in the place of a stub is not shipped: the stub is."""
    answered = "def double(x):\n    return halves + halves\n"
    put("exercises/basics/double.py", answered)
    text = kit().files["exercises/basics/double.py"].decode()
    assert STARTS in text
    assert "halves" not in text


def test_a_kit_says_what_is_not_in_it(kit):
    """exercises/kit.json has the stub, and how many cases are unseen."""
    files = kit().files
    told = json.loads(files["exercises/kit.json"])
    assert told["note"].endswith("Do not edit: checks read it.")
    assert told["exercises"] == {
        name: {
            "unseen": count,
            "stub": files[f"exercises/basics/{name}.py"].decode(),
        }
        for name, count in COUNTS.items()
    }


def test_hidden_cases_are_counted(small):
    """Each parameter of a hidden case counts; advice and steps do not decide."""
    assert unseen(small()) == COUNTS


def test_cases_that_do_not_load_cannot_be_counted(small, put):
    """A file of cases that does not load is named, with the reason."""
    put("tests/hidden/basics/test_mean.py", "import nothing_of_that_name\n")
    with pytest.raises(UsageError, match=r"test_mean\.py does not load") as caught:
        unseen(small())
    assert "nothing_of_that_name" in caught.value.message


@pytest.mark.parametrize(
    "name",
    [
        "data/.hidden",
        "data/.git/config",
        "data/notes.txt~",
        "data/#notes.txt#",
        "data/.notes.txt.swp",
        "data/__pycache__/draw.cpython-311.pyc",
        "data/numbers.bin.bak",
        "data/Thumbs.db",
        "exercises/basics/double.py~",
        "exercises/basics/pictures/.ipynb_checkpoints/a.py",
        "exercises/basics/__pycache__/double.cpython-311.pyc",
        "tests/visible/basics/.DS_Store",
        ".grader/progress.json",
        "tests/hidden/basics/notes.txt",
    ],
)
def test_litter_stays_behind(kit, put, name):
    """What editors and systems leave behind is neither shipped nor mentioned."""
    put(name, "x")
    files, left = kit()
    assert list(files) == ALWAYS
    assert left == ()


@pytest.mark.parametrize(
    "name",
    [
        "exercises/notes.txt",
        "exercises/basics/solved.ipynb",
        "exercises/basics/double_old.py",
        "exercises/basics/pictures/secret.txt",
        "tests/visible/basics/test_other.py",
    ],
)
def test_what_is_no_part_of_an_exercise_is_left_out(kit, put, name):
    """Other files beside stubs and visible cases are left out, and named."""
    put(name, "x")
    files, left = kit()
    assert name not in files
    assert left == (name,)


@pytest.mark.parametrize("name", ["data/more/a b.txt", "data/café.txt"])
def test_data_goes_along(kit, put, name):
    """Whatever is in data/ belongs to the course."""
    put(name, "x")
    assert kit().files[name] == b"x"


def test_pictures_go_along(kit, put):
    """The scripts that draw for an assignment's notebook go along as they are."""
    name = "exercises/basics/pictures/double.py"
    put(name, "print('a picture')\n")
    assert kit().files[name] == b"print('a picture')\n"


def test_a_course_without_data(kit, root):
    """A course needs no data."""
    for path in root.joinpath("data").iterdir():
        path.unlink()
    root.joinpath("data").rmdir()
    assert list(kit().files) == [
        name for name in ALWAYS if not name.startswith("data/")
    ]


@pytest.mark.parametrize(
    ("name", "target", "said"),
    [
        ("data/more.txt", "/etc/hostname", "data/more.txt is a link that leads out of"),
        ("data/more.txt", "../solutions/basics/double.py", "data/more.txt is a link"),
        ("data/more", "../solutions", "data/more is a link to a folder."),
        ("data/more.txt", "nowhere", "data/more.txt is a link that leads nowhere."),
    ],
)
def test_links_are_refused(kit, root, name, target, said):
    """A link would carry along what is not the kit's."""
    root.joinpath(name).symlink_to(target)
    with pytest.raises(UsageError, match=re.escape(said)):
        kit()


def test_a_visible_case_that_is_a_link_is_refused(kit, root):
    """A link from the visible cases to the hidden ones is not followed."""
    path = root / "tests/visible/basics/test_mean.py"
    path.unlink()
    path.symlink_to(root / "tests/hidden/basics/test_mean.py")
    said = r"tests/visible/basics/test_mean\.py is a link that leads out of visible\."
    with pytest.raises(UsageError, match=said):
        kit()


def test_a_pipe_is_refused(kit, root):
    """A pipe in data/ has no end to be read."""
    os.mkfifo(root / "data/pipe")
    with pytest.raises(UsageError, match=r"data/pipe is not a regular file\."):
        kit()


def test_a_stub_that_is_no_python_is_refused(kit, put):
    """A stub that does not define its function cannot be worked on."""
    put("solutions/basics/mean.py", "### BEGIN SOLUTION\ndef mean(x): 1\n"
        "### END SOLUTION\n")  # fmt: skip
    with pytest.raises(UsageError, match="its stub does not define `mean`"):
        kit()


def test_readme(kit):
    """A student reads how to install the program and what to run first."""
    text = kit().files["README.md"].decode()
    assert text.startswith("# Small course\n")
    assert "2 functions to write" in text
    assert "pip install exercise-grader h5py\n" in text
    assert "grader check double" in text
    assert "`exercises/basics/double.py`" in text
    assert "http" not in text


def test_the_order_of_folders_changes_nothing(kit, put, monkeypatch):
    """A kit is the same in whatever order a system lists its folders."""
    put("data/a/b.txt", "x")
    put("data/c/d.txt", "x")
    before = list(kit().files.items())
    walk = os.walk

    def backwards(*args, **kwargs):
        for top, folders, names in walk(*args, **kwargs):
            folders.reverse()
            yield top, folders, names[::-1]

    monkeypatch.setattr(os, "walk", backwards)
    assert list(kit().files.items()) == before


def test_the_data_speaks_of_nothing_that_is_not_there():
    """What data/README.md of the bundled course names is in its kit."""
    files = contents(load(find_root(Path(__file__).parent)), {}).files
    text = files["data/README.md"].decode()
    for name in ("train_cats.h5", "draw_cats.py", "scenes.py", "checksums.txt"):
        assert name in text
        assert f"data/{name}" in files
    for name in ("solutions", "repository", "tests/hidden"):
        assert name not in text
