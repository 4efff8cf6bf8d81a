"""The submissions of a class: which children of a folder are one."""

import os
from pathlib import Path

import pytest

from grader.batch.submissions import Handed, find
from grader.errors import UsageError


@pytest.fixture
def handed(tmp_path):
    """Return a function that makes files and folders, and finds what is handed in."""

    def make(*names):
        for name in names:
            path = tmp_path / name
            if name.endswith("/"):
                path.mkdir()
            else:
                path.write_text("x")
        return find(tmp_path)

    return make


def test_children_are_submissions(handed):
    """A folder, a zip, a script and a notebook are one each, in the order of ids."""
    found = handed("dora.py", "carl.zip", "bea/", "anna.ipynb")
    assert found.submissions == (
        Handed("anna", "anna.ipynb"),
        Handed("bea", "bea"),
        Handed("carl", "carl.zip"),
        Handed("dora", "dora.py"),
    )
    assert found.ignored == found.clashing == ()


def test_what_is_no_submission_is_named(handed):
    """Lists and the like are left out; what a system leaves behind is not mentioned."""
    found = handed("a/", "roster.csv", ".DS_Store", "__MACOSX/")
    assert [one.id for one in found.submissions] == ["a"]
    assert found.ignored == ("roster.csv",)


def test_two_of_one_name_keep_their_full_names(handed):
    """A folder and a zip of one name are two submissions, and it is said."""
    found = handed("anna/", "anna.zip", "bea.py")
    assert [one.id for one in found.submissions] == ["anna", "anna.zip", "bea"]
    assert found.clashing == ("anna",)


@pytest.mark.parametrize(
    "name", ["=1+1", "ün ï", "a b", "a.b", "😀", "-x", "line\nbreak", "a" * 200]
)
def test_odd_names(handed, name):
    """Any name is an id that can be shown."""
    (one,) = handed(f"{name}/").submissions
    assert one.name == name
    assert one.id.isprintable()


def test_a_name_that_is_no_text(tmp_path):
    """Bytes that are no text are replaced in the id, and the folder is still found."""
    name = os.fsdecode(b"bad\xff")
    tmp_path.joinpath(name).mkdir()
    (one,) = find(tmp_path).submissions
    assert one == Handed("bad\ufffd", name)


def test_names_that_look_alike(tmp_path):
    """Two that cannot be told apart when they are shown are refused."""
    for raw in (b"bad\xff", b"bad\xfe"):
        tmp_path.joinpath(os.fsdecode(raw)).mkdir()
    with pytest.raises(UsageError, match="are called bad\ufffd"):
        find(tmp_path)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (Path.exists, "No folder "),
        (Path.touch, " is a file."),
        (Path.mkdir, " holds no submission."),
    ],
)
def test_no_class(tmp_path, make, said):
    """What is no class is told in a sentence."""
    path = tmp_path / "class"
    make(path)
    with pytest.raises(UsageError) as caught:
        find(path)
    assert said in caught.value.message


def test_many_are_found_at_once(tmp_path):
    """Thousands of names are one listing: nothing is opened."""
    for number in range(2000):
        Path(tmp_path, f"s{number:04}.py").touch()
    assert len(find(tmp_path).submissions) == 2000
