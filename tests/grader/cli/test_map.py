"""`grader` alone: what is done, and the next action."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = str(Path(sys.executable).with_name("grader"))
PROGRESS = ".grader/progress.json"


def look(done, name):
    """Return the line of an exercise in the map."""
    return next(line for line in done.stdout.split("\n") if f" {name} " in line)


def test_fresh_course(inside, exercises):
    """A fresh course is not started, in the order of its assignments."""
    done = inside()
    assert done.returncode == 0
    assert done.stdout.count("not started") == len(exercises)
    assert done.stdout.index("Python basics") < done.stdout.index("A cat classifier")
    assert done.stdout.endswith("grader check basic_sigmoid\n")


def test_map_fits_the_screen(inside):
    """No line of the map but the one with a path is wider than 80 columns."""
    lines = inside().stdout.split("\n")
    assert max(len(line) for line in lines if "exercises/" not in line) <= 80


def test_verdicts_are_remembered(inside, solve, write, exercises):
    """The map shows the last verdict on each exercise."""
    solve("L1")
    write("L2", "return 3")
    inside("check", "L1", "L2", "softmax")
    done = inside()
    assert f"1 of {len(exercises)} exercises passed" in done.stdout
    assert look(done, "L1") == "  ✓ L1                      passed"
    assert look(done, "L2") == "  ✗ L2                      not right yet"
    assert look(done, "softmax") == "  · softmax                 not started"


def test_next_is_the_first_that_has_not_passed(inside, solve):
    """The next action is the first exercise that has not passed."""
    solve("basic_sigmoid")
    inside("check", "basic_sigmoid")
    assert inside().stdout.endswith(
        "exercises/numpy_basics/sigmoid.py, then run: grader check sigmoid\n"
    )


def test_next_action_works_where_it_is_read(course, inside, tmp_path):
    """The next action names a file and a command that work from the current folder."""
    below = inside(cwd=course / "exercises").stdout
    assert " numpy_basics/basic_sigmoid.py, then run: grader check" in below
    above = inside("--course", "course", cwd=tmp_path).stdout
    assert " course/exercises/numpy_basics/basic_sigmoid.py" in above
    assert "grader --course course check basic_sigmoid\n" in above
    beside = inside(cwd=course / "solutions").stdout
    assert f" {course}/exercises/numpy_basics/basic_sigmoid.py" in beside


def test_changed_since(inside, solve, course):
    """An exercise whose file was changed since its check is marked so."""
    solve("L1")
    inside("check", "L1")
    with course.joinpath("exercises/numpy_basics/L1.py").open("a") as file:
        file.write("# more\n")
    assert (
        look(inside(), "L1")
        == "  ~ L1                      changed since the last check"
    )


def test_started_and_never_checked(inside, write):
    """An exercise that was worked on and never checked is not called not started."""
    write("L1", "return 3")
    assert "not started" not in look(inside(), "L1")


def test_device_in_the_files_place(inside, course):
    """A link to a device without an end neither hangs the map nor a check."""
    stub = course / "exercises/numpy_basics/softmax.py"
    stub.unlink()
    stub.symlink_to("/dev/zero")
    assert look(inside(), "softmax").endswith("not checked yet")
    assert inside("check", "softmax").returncode == 2
    assert look(inside(), "softmax").endswith("unreadable")


def test_checks_of_other_files_are_not_remembered(inside, course):
    """A check of another file says nothing about the course's own files."""
    text = course.joinpath("solutions/numpy_basics/L1.py").read_text("utf-8")
    course.joinpath("other.py").write_text(text, "utf-8")
    assert inside("check", "--file", "other.py").returncode == 0
    assert not course.joinpath(PROGRESS).exists()


@pytest.mark.parametrize(
    "data",
    [b"", b"garbage", b"\xff", b"[]", b'{"exercises": {"L1": {"status": "great"}}}'],
)
def test_broken_progress(course, inside, exercises, data):
    """A progress file that cannot be read is as good as none."""
    course.joinpath(PROGRESS).parent.mkdir()
    course.joinpath(PROGRESS).write_bytes(data)
    assert inside().stdout.count("not started") == len(exercises)


def test_progress_says_not_to_edit_it(course, inside, solve):
    """The progress file says whose it is and keeps no more than it must."""
    solve("L1")
    inside("check", "L1")
    kept = json.loads(course.joinpath(PROGRESS).read_text("utf-8"))
    assert "Do not edit" in kept["note"]
    assert list(kept["exercises"]) == ["L1"]
    assert {path.name for path in course.joinpath(".grader").iterdir()} == {
        "progress.json",
        "progress.lock",
    }


def test_folder_that_cannot_be_written(course, inside, solve):
    """Where nothing can be kept a check comes to its verdict all the same."""
    solve("L1")
    course.joinpath(".grader").write_text("in the way", "utf-8")
    done = inside("check", "L1")
    assert (done.returncode, done.stderr) == (0, "")
    assert inside().returncode == 0


def test_titles_cannot_drive_the_terminal(course, inside):
    """Escapes in the titles of a course are shown, not sent."""
    toml = course / "exercises/course.toml"
    text = toml.read_text("utf-8").replace('title = "', 'title = "\\u001b[31m')
    toml.write_text(text, "utf-8")
    done = inside()
    assert done.returncode == 0
    assert "\x1b" not in done.stdout


def test_a_record_that_cannot_be_read(course, inside, solve):
    """What cannot be read is kept, and the check says where, after its screen."""
    course.joinpath(PROGRESS).parent.mkdir()
    course.joinpath(PROGRESS).write_bytes(b"garbage")
    solve("L1")
    done = inside("check", "L1")
    assert done.returncode == 0
    assert done.stderr == (
        ".grader/progress.json could not be read: it is kept as "
        ".grader/kept/progress-1.json.\n"
        "What is done is counted anew.\n"
    )
    assert course.joinpath(".grader/kept/progress-1.json").read_bytes() == b"garbage"
    assert inside("check", "L1").stderr == ""


def test_checks_at_once(course, env, solve, inside):
    """Two checks that run at once are both remembered."""
    solve("L1", "L2")
    started = [
        subprocess.Popen(
            [PROGRAM, "check", name], cwd=course, env=env, stdout=subprocess.DEVNULL
        )
        for name in ("L1", "L2")
    ]
    assert [one.wait(60) for one in started] == [0, 0]
    done = inside()
    assert look(done, "L1") == "  ✓ L1                      passed"
    assert look(done, "L2") == "  ✓ L2                      passed"
