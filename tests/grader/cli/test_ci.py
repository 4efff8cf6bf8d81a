"""`grader ci`: where files go, what is never lost, and what is said."""

import errno
import json
import os
import zipfile

import pytest
import yaml

from grader import replacing

WORKFLOW = ".github/workflows/grader.yml"
PIPELINE = ".gitlab-ci.yml"
FILES = [("github", WORKFLOW), ("gitlab", PIPELINE)]


@pytest.fixture
def kit(inside, tmp_path):
    """Return the folder of a kit of the course."""
    assert inside("release", tmp_path / "kit").returncode == 0
    return tmp_path / "kit"


@pytest.mark.parametrize(("target", "name"), FILES)
def test_course(inside, course, target, name):
    """In a course, the file of its private repository is written."""
    done = inside("ci", target)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"wrote {name}\n\nNext: commit it. To grade a class,")
    assert done.stdout.endswith("SUBMISSIONS_TOKEN; the file says how.\n")
    assert "grader author check" in course.joinpath(name).read_text("utf-8")


@pytest.mark.parametrize(("target", "name"), FILES)
def test_kit(inside, kit, target, name):
    """In a student kit, the file of a student's repository is written."""
    done = inside("ci", target, cwd=kit)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        f"wrote {name}\n\nNext: commit it; the first push runs it.\n"
    )
    text = kit.joinpath(name).read_text("utf-8")
    assert "feedback, not a mark" in text
    assert "SUBMISSIONS_TOKEN" not in text


def test_student(inside, course, tmp_path):
    """A course writes into the repository of a student, where that is named."""
    done = inside("ci", "github", "--student")
    assert done.returncode == 2
    assert "This is the folder of the course, not of a student." in done.stderr
    assert "--student --out DIR" in done.stderr
    assert not course.joinpath(".github").exists()
    tmp_path.joinpath("template").mkdir()
    done = inside("ci", "github", "--student", "--out", tmp_path / "template")
    assert done.returncode == 0, done.stderr
    flow = yaml.safe_load(tmp_path.joinpath("template", WORKFLOW).read_text("utf-8"))
    assert list(flow["jobs"]) == ["check"]
    assert flow["defaults"]["run"]["working-directory"] == "."


def test_repository_around_the_course(inside, course, tmp_path):
    """The file goes to the root of the repository, and says where the course is."""
    tmp_path.joinpath(".git").mkdir()
    assert inside("ci", "github").returncode == 0
    flow = yaml.safe_load(tmp_path.joinpath(WORKFLOW).read_text("utf-8"))
    assert flow["defaults"]["run"]["working-directory"] == "course"
    assert not course.joinpath(".github").exists()


@pytest.mark.parametrize(("target", "name"), FILES)
def test_nothing_is_lost(inside, course, target, name):
    """What is there stays, unless it is the same or --force is given."""
    file = course / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("mine\n")
    done = inside("ci", target)
    assert done.returncode == 2
    assert f"{name} is there already, and differs. Nothing was written." in done.stderr
    assert "With --force, it is replaced." in done.stderr
    assert file.read_text() == "mine\n"
    assert inside("ci", target, "--force").returncode == 0
    written = file.read_text("utf-8")
    assert written != "mine\n"
    assert inside("ci", target).returncode == 0
    assert file.read_text("utf-8") == written


def test_wheel(inside, course):
    """With --wheel the grader lies beside the workflow, which installs it."""
    done = inside("ci", "github", "--wheel")
    assert done.returncode == 0, done.stderr
    (wheel,) = course.glob(".github/grader/*.whl")
    assert zipfile.is_zipfile(wheel)
    text = course.joinpath(WORKFLOW).read_text("utf-8")
    assert f'"$GITHUB_WORKSPACE/.github/grader/{wheel.name}"' in text


@pytest.mark.parametrize("target", ["github", "gitlab"])
def test_places_that_cannot_be(inside, course, tmp_path, target):
    """A folder that is missing, a file, a folder in the way: each is told."""
    file = tmp_path / "file"
    file.write_text("")
    done = inside("ci", target, "--out", tmp_path / "none")
    assert done.returncode == 2
    assert f"There is no folder {tmp_path}/none." in " ".join(done.stderr.split())
    done = inside("ci", target, "--out", file)
    assert "is a file." in done.stderr
    assert "--out takes the folder of a repository." in done.stderr
    name = dict(FILES)[target]
    course.joinpath(name).mkdir(parents=True)
    assert f"{name} is a folder." in inside("ci", target).stderr
    done = inside("ci", target, cwd=tmp_path)
    assert done.returncode == 2
    assert "No course here" in done.stderr


def test_file_where_a_folder_belongs(inside, course):
    """A file called .github is told, and stays."""
    course.joinpath(".github").write_text("mine")
    done = inside("ci", "github")
    assert done.returncode == 2
    assert "Cannot" in done.stderr
    assert course.joinpath(".github").read_text() == "mine"


def test_folder_that_cannot_be_written(inside, tmp_path, monkeypatch):
    """A disk that refuses is told, and nothing is there by half."""

    def refuse(*_words, **_more):
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(replacing.Path, "open", refuse)
    done = inside("ci", "gitlab", "--out", tmp_path)
    assert done.returncode == 2
    assert "Read-only file system." in done.stderr
    assert not tmp_path.joinpath(PIPELINE).exists()


def test_name_that_cannot_be_written(inside, course, tmp_path):
    """A folder whose name a workflow would take for something else is refused."""
    tmp_path.joinpath(".git").mkdir()
    odd = tmp_path / "${{ secrets }}"
    course.rename(odd)
    done = inside("ci", "github", cwd=odd)
    assert done.returncode == 2
    assert "has a name that no workflow can write." in done.stderr


def test_unknown(inside):
    """A target that there is not suggests a near one."""
    done = inside("ci", "gihub")
    assert done.returncode == 2
    assert "No such command 'gihub'. Did you mean 'github'" in done.stderr


def test_autograder(inside, course):
    """The zip is written, and the screen says what it holds and what to do."""
    done = inside("ci", "gradescope", "--assignment", "shapes_quiz", "--only", "L1")
    assert (done.returncode, done.stderr) == (0, "")
    first, second, _, last = done.stdout.splitlines()
    assert first.startswith("autograder.zip: 8 exercises, ")
    assert second == (
        "It holds solutions and hidden cases: give it to Gradescope and nobody else."
    )
    assert last.startswith("Next: make a programming assignment of ")
    with zipfile.ZipFile(course / "autograder.zip") as archive:
        names = json.loads(archive.read("autograder.json"))["exercises"]
    assert names[0] == "L1"
    assert len(names) == 8


def test_autograder_again(inside, course):
    """The same course gives the same bytes, and an older zip is not lost."""
    assert inside("ci", "gradescope", "--only", "L1").returncode == 0
    file = course / "autograder.zip"
    before = file.read_bytes()
    os.utime(course / "exercises/course.toml", (0, 0))
    assert inside("ci", "gradescope", "--only", "L1").returncode == 0
    assert file.read_bytes() == before
    done = inside("ci", "gradescope")
    assert done.returncode == 2
    assert "autograder.zip is there already, and differs." in done.stderr
    assert file.read_bytes() == before
    assert inside("ci", "gradescope", "--force").returncode == 0
    assert file.read_bytes() != before


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--only", "sofmax"], "Did you mean `softmax`?"),
        (["--assignment", "numpy_basic"], "Did you mean `numpy_basics`?"),
        (["--assignment", "zzz"], "There are: numpy_basics, "),
        (["--out", "autograder"], "autograder is no .zip file."),
        (["--out", "none/a.zip"], "There is no folder none."),
        (["--out", "link.zip"], "link.zip is a link."),
        (["--out", "data/a.zip"], "lies in a folder that the course is made of."),
        (["--out", "none/../tests/a.zip"], "that the course is made of."),
        (["--isolation", "process"], "cannot insist on the wall process."),
    ],
)
def test_autograder_refused(inside, course, words, told):
    """What cannot be an autograder is told in a sentence, and nothing is written."""
    course.joinpath("link.zip").symlink_to("elsewhere")
    done = inside("ci", "gradescope", *words)
    assert done.returncode == 2
    assert told in " ".join(done.stderr.split())
    assert [file.name for file in course.glob("**/*.zip")] == ["link.zip"]
    assert not course.joinpath("elsewhere").exists()


def test_autograder_of_a_kit(inside, kit):
    """A student kit has nothing to grade with."""
    done = inside("ci", "gradescope", cwd=kit)
    assert done.returncode == 2
    assert "ci gradescope is for the folder of the course itself." in done.stderr
