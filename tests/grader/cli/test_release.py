"""`grader release`, and the kit in the hands of a student."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from grader.author import release as writer

ROOT = Path(__file__).parents[3]
SOFTMAX = "exercises/numpy_basics/softmax.py"
REST = "8 more in your instructor's run"
RIGHT = "e = np.exp(x)\nreturn e / e.sum(axis=1, keepdims=True)"


@pytest.fixture(scope="module")
def released(prepare):
    """Return a folder with a kit and the same as a zip file, not to be changed."""
    place = prepare("released")
    for name in ("kit", "kit.zip"):
        assert place.run("release", place.course.with_name(name)).returncode == 0
    return place.course.parent


@pytest.fixture
def kit(released, tmp_path):
    """Return the folder of a kit of the course, as a student has it."""
    return Path(shutil.copytree(released / "kit", tmp_path / "kit"))


@pytest.fixture
def two(small, inside, tmp_path):
    """Return a course of two exercises, and a function that runs the program in it."""
    course = Path(shutil.copytree(small.course, tmp_path / "two"))
    return course, lambda *words: inside(*words, cwd=course)


@pytest.fixture
def student(inside, kit):
    """Return a function that runs the program in the kit."""
    return lambda *words, **options: inside(*words, **{"cwd": kit} | options)


def answer(kit, name, body):
    """Write the body of an answer into a file of the kit."""
    path = kit / name
    lines = "".join(f"    {line}\n" for line in body.split("\n"))
    path.write_text(path.read_text("utf-8").replace("    ...\n", lines), "utf-8")


FURTHER = 5 + 6 + 9 + 1
"""Of the kit itself, the notebooks, the files of pictures, and titles in Chinese."""


def test_folder(inside, exercises, tmp_path):
    """A release says what is in the kit, what is not, and what to do next."""
    done = inside("release", tmp_path / "kit")
    assert (done.returncode, done.stderr) == (0, "")
    count = len(exercises)
    first, second, _, *last = done.stdout.splitlines()
    assert first.startswith(
        f"{tmp_path}/kit: {count} exercises, {3 * count + FURTHER} files"
    )
    assert second.startswith("With you stay ")
    assert second.endswith(" hidden cases, the solutions and the known wrong answers.")
    assert " ".join(last) == (
        "Next: to see it as a student does, "
        f"run: grader --course {tmp_path}/kit check"
    )  # fmt: skip


def test_zip(inside, released, course, tmp_path):
    """A release as a zip file is the same whatever the clock, modes and locale say."""
    for path in course.rglob("*.py"):
        path.touch()
        path.chmod(0o600)
    done = inside("release", tmp_path / "other.zip")
    assert done.stdout.endswith(
        "Next: unpack it in a folder of its own and, in there, run: grader check\n"
    )
    first = released.joinpath("kit.zip").read_bytes()
    assert tmp_path.joinpath("other.zip").read_bytes() == first


def test_locale_and_zone(run, env, released, course):
    """The bytes of a kit are the same in another locale and time zone."""
    env.update(LC_ALL="C", TZ="Asia/Tokyo", PYTHONHASHSEED="7")
    assert run("release", "b.zip").returncode == 0
    first = released.joinpath("kit.zip").read_bytes()
    assert course.joinpath("b.zip").read_bytes() == first


def test_nothing_of_the_instructor_is_in_a_kit(released):
    """No file of the kit is, or holds, a solution, hidden case or wrong answer."""
    with zipfile.ZipFile(released / "kit.zip") as archive:
        names = archive.namelist()
        data = b"\n".join(archive.read(name) for name in names)
    parts = {part for name in names for part in Path(name).parts}
    assert not parts & {"solutions", "hidden", "misconceptions", "slow", "grader"}
    for mark in (b"BEGIN SOLUTION", b"sums_whole_array", b"test_rows_on_their_own"):
        assert mark not in data


def test_an_answer_in_place_is_not_shipped(two, tmp_path):
    """Whoever solved exercises in place releases stubs all the same."""
    course, inside = two
    shutil.copytree(course / "solutions", course / "exercises", dirs_exist_ok=True)
    inside("release", tmp_path / "kit")
    assert "np.exp(x - np.max" not in tmp_path.joinpath("kit", SOFTMAX).read_text()
    assert "np.exp(x - np.max" in course.joinpath(SOFTMAX).read_text()


def test_what_is_left_out_is_said(inside, course, tmp_path):
    """Other files beside the stubs are left out, and the first ten are named."""
    for number in range(12):
        course.joinpath(f"exercises/notes{number:02}.txt").write_text("x")
    done = inside("release", tmp_path / "kit")
    said = next(line for line in done.stdout.splitlines() if "Left out" in line)
    assert said.startswith("Left out, as no part of an exercise: exercises/notes00.txt")
    assert said.endswith("exercises/notes09.txt and 2 more.")


def test_a_leak_keeps_the_kit_back(two, tmp_path):
    """A solution in a docstring is named, and no kit is written, unless it is meant."""
    course, inside = two
    path = course / "solutions/numpy_basics/softmax.py"
    line = "return x_exp / np.sum(x_exp, axis=1, keepdims=True)"
    text = path.read_text("utf-8")
    path.write_text(
        text.replace("Write it for", f"    {line}\n\nWrite it for"), "utf-8"
    )
    done = inside("release", tmp_path / "kit")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines()[:2] == [
        "The kit gives something away:",
        f"  {SOFTMAX}:16 has the solution (solutions/numpy_basics/softmax.py:39)",
    ]
    assert "Nothing was written." in done.stderr
    assert not tmp_path.joinpath("kit").exists()
    done = inside("release", tmp_path / "kit", "--allow-leaks")
    assert done.returncode == 0
    assert "The kit gives something away:" in done.stdout
    assert line in tmp_path.joinpath("kit", SOFTMAX).read_text("utf-8")


def test_many_leaks(two, tmp_path):
    """Of many leaks the first ten are told one by one."""
    course, inside = two
    data = course / "data"
    data.mkdir()
    for number in range(12):
        data.joinpath(f"{number:02}.txt").write_text("sums_whole_array")
    said = inside("release", tmp_path / "kit").stderr
    assert said.count("has a known wrong answer") == 10
    assert "\n  and 2 more\n" in said


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("exercises/course.toml", "title = 3", "exercises/course.toml: "),
        ("solutions/numpy_basics/L1.py", "x = 1", "solutions/numpy_basics/L1.py: no "),
        ("tests/hidden/numpy_basics/test_L1.py", "1 / 0", "The cases of the course do"),
        ("exercises/course.toml", 'title = ""\nassignments = []', "The course has no"),
    ],
)
def test_a_course_that_is_not_right(inside, course, tmp_path, file, text, said):
    """A course that does not load, build or collect is not released."""
    course.joinpath(file).write_text(text, "utf-8")
    done = inside("release", tmp_path / "kit")
    assert done.returncode == 2
    assert done.stderr.startswith(said)
    assert not tmp_path.joinpath("kit").exists()


def test_in_a_kit(student):
    """Authors' commands say that a kit is no course."""
    for words in (("release", "kit.zip"), ("author", "build"), ("author", "check")):
        done = student(*words)
        assert done.returncode == 2
        assert done.stderr.startswith(
            "This folder has no solutions/: it is a student kit.\n"
        )


def test_a_disk_that_is_full(two, tmp_path, monkeypatch):
    """What cannot be written is told in one sentence, and nothing is left."""
    _, inside = two

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writer, "_tree", full)
    done = inside("release", tmp_path / "kit")
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        f"Cannot write {tmp_path / 'kit'}: No space left on device.",
        "Nothing was left half written.",
    ]


def test_ctrl_c(two, tmp_path, monkeypatch):
    """Ctrl-C is told in words, and nothing is left."""
    _, inside = two

    def interrupt(_, folder):
        folder.mkdir()
        raise KeyboardInterrupt

    monkeypatch.setattr(writer, "_tree", interrupt)
    before = set(tmp_path.iterdir())
    done = inside("release", tmp_path / "kit")
    assert done.returncode == 130
    assert done.stderr.startswith("Interrupted. Nothing was changed.")
    assert set(tmp_path.iterdir()) == before


def test_again(inside, tmp_path, kit):
    """A release into the same folder keeps the earlier kit, when asked to."""
    done = inside("release", kit)
    assert done.stderr.splitlines() == [
        f"{kit} is there already, and is not empty.",
        "It is an earlier kit: with --force, this puts it aside.",
    ]
    done = inside("release", kit, "--force")
    assert f"The earlier kit is kept: {tmp_path}/kit-before-1\n" in done.stdout


def test_a_fresh_kit(student, exercises):
    """In a fresh kit nothing is started, as the map and a check say."""
    assert student().stdout.count("not started") == len(exercises)
    done = student("check")
    assert done.returncode == 1
    assert done.stdout.count("not started") == len(exercises)


def test_a_right_answer_in_a_kit(student, kit):
    """A right answer passes the cases here, and the screen says what is not here."""
    answer(kit, SOFTMAX, RIGHT)
    done = student("check", "softmax")
    assert done.returncode == 0
    assert f"2 of 2 cases here, {REST}; no loops." in done.stdout
    assert "10 of 10 points for the cases here" in done.stdout
    text = student().stdout
    assert "1 of 43 exercises passed here" in text
    assert "✓ softmax                 passed here" in text


def test_the_map_when_all_is_done(student, kit):
    """When all is done here, the map says that the instructor's run has more."""
    shutil.copytree(ROOT / "solutions", kit / "exercises", dirs_exist_ok=True)
    done = student("check", "--format", "json")
    assert done.returncode == 0
    found = json.loads(done.stdout)["exercises"]
    assert {one["status"] for one in found} == {"passed"}
    assert [one["name"] for one in found if one["findings"]] == []
    assert all("more in your instructor's run" in one["message"] for one in found)
    last = student().stdout.splitlines()[-2:]
    assert last == [
        "All done here; your instructor's run has more cases. For all once more,",
        "run: grader check",
    ]


def test_loops_in_a_kit(student, kit):
    """Each version with a loop is found by its look, where no steps are counted."""
    shutil.copytree(ROOT / "solutions", kit / "exercises", dirs_exist_ok=True)
    done = student("check", "--file", ROOT / "tests/slow", "--format", "json")
    found = json.loads(done.stdout)["exercises"]
    slow = {path.stem for path in ROOT.glob("tests/slow/*/*.py")}
    assert {one["name"] for one in found} == slow
    assert {one["status"] for one in found} == {"loops"}


def test_what_is_waited_for(student, kit):
    """An answer that uses a stub sends the student to the stub, also with --file."""
    name = "exercises/logistic_regression/propagate.py"
    answer(kit, name, "return sigmoid(w.T @ X + b)")
    done = student("check", "propagate")
    assert "`propagate` waits for `sigmoid`" in done.stdout
    next_action = (
        "Next: write sigmoid in exercises/numpy_basics/sigmoid.py:23,\n"
        "then run: grader check sigmoid\n"
    )
    assert done.stdout.endswith(next_action)
    assert student("check", "--file", name).stdout.endswith(next_action)
    line = next(line for line in student().stdout.splitlines() if "propagate " in line)
    assert line.endswith("not checked yet")


def test_a_kit_json_that_was_changed(student, kit):
    """A kit whose own file was broken says which, and what to do."""
    kit.joinpath("exercises/kit.json").write_text("{")
    done = student("check", "softmax")
    assert done.returncode == 2
    assert done.stderr.startswith("Cannot use exercises/kit.json: ")


def test_the_other_commands_in_a_kit(student):
    """A race says that it needs the course; what needs nothing of it works."""
    assert student("race", "softmax").stderr.splitlines() == [
        "There is no reference of `softmax` here to race against.",
        "A student kit has none: `grader race` is for the folder of the course.",
    ]
    assert student("explain", "explicit-loop").returncode == 0
