"""What is in the zip of an autograder."""

import io
import json
import zipfile

import pytest

from grader import course as courses
from grader.ci import gradescope
from grader.errors import UsageError
from grader.sandbox.launcher import Isolation


@pytest.fixture(scope="module")
def files(course):
    """Return the files of an autograder for one exercise."""
    places = course.select(["softmax"])
    return gradescope.files(course, places, Isolation.STRICT)


def test_contents(files):
    """Stubs, cases, solutions, data and the grader are in it; the project is not."""
    assert {
        "setup.sh",
        "run_autograder",
        "autograder.json",
        "failed.json",
        "late.json",
        "exercise_grader-0.1.0-py3-none-any.whl",
    } == {name for name in files if "/" not in name}
    for kind in ("exercises", "solutions", "tests/misconceptions"):
        assert f"course/{kind}/numpy_basics/softmax.py" in files
    for kind in ("visible", "hidden"):
        assert f"course/tests/{kind}/numpy_basics/test_softmax.py" in files
    assert "course/data/train_cats.h5" in files
    assert not any(name.startswith("course/tests/grader") for name in files)
    assert json.loads(files["autograder.json"]) == {
        "exercises": ["softmax"],
        "isolation": "strict",
    }


def test_same_bytes(course, files):
    """The same course gives the same bytes; what Gradescope runs can be run."""
    places = course.select(["softmax"])
    again = gradescope.files(course, places, Isolation.STRICT)
    made = gradescope.zipped(files)
    assert gradescope.zipped(again) == made
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        runnable = [
            info.filename for info in archive.infolist() if info.external_attr >> 22 & 1
        ]
    assert sorted(runnable) == ["run_autograder", "setup.sh"]


def test_stubs_are_as_shipped(files, course):
    """A stub is built from its solution, whatever an author has tried in it."""
    stub = files["course/exercises/numpy_basics/softmax.py"].decode()
    assert stub == course.places["softmax"].stub.read_text("utf-8")


@pytest.mark.parametrize("name", ["failed.json", "late.json"])
def test_documents_in_advance(files, name):
    """The documents for when there is no verdict give no points and blame nobody."""
    found = json.loads(files[name])
    assert (found["score"], found["tests"]) == (0.0, [])
    assert found["stdout_visibility"] == "hidden"
    assert "instructor" in found["output"]


@pytest.mark.parametrize("isolation", [Isolation.STRICT, Isolation.AUTO])
def test_script_says_what_the_wall_means(course, isolation):
    """The script says what it does where the kernel has no wall."""
    found = gradescope.files(course, course.select(["softmax"]), isolation)
    text = found["run_autograder"].decode()
    assert f"# --isolation {isolation}: with" in text
    assert "read the solutions" in text or isolation is Isolation.STRICT
    code = [line for line in text.splitlines() if not line.startswith("#")]
    assert not any("kernel" in line for line in code)


def test_link_out_of_the_course(tmp_path):
    """A link that leads out of the course is refused, not packed."""
    for folder in ("exercises", "solutions"):
        tmp_path.joinpath(folder).mkdir()
    text = 'title = "Small"\nassignments = []\n'
    tmp_path.joinpath("exercises/course.toml").write_text(text)
    tmp_path.joinpath("solutions/other.py").symlink_to("/etc/hostname")
    with pytest.raises(UsageError, match=r"solutions/other.py is a link"):
        gradescope.files(courses.load(tmp_path), [], Isolation.STRICT)
