"""`grader author build` and `grader author check`."""

import pytest

SOFTMAX = "exercises/numpy_basics/softmax.py"


def test_build_changes_nothing_that_is_in_step(inside, course, exercises):
    """Stubs that are in step are left alone."""
    before = course.joinpath(SOFTMAX).stat().st_mtime_ns
    done = inside("author", "build")
    assert done.returncode == 0
    count = len(exercises)
    assert done.stdout == f"{count} stubs in step with their solutions, 0 written.\n"
    assert course.joinpath(SOFTMAX).stat().st_mtime_ns == before


def test_build_writes_what_is_missing(inside, course):
    """A stub that is missing is written as it was shipped."""
    text = course.joinpath(SOFTMAX).read_bytes()
    course.joinpath(SOFTMAX).unlink()
    done = inside("author", "build")
    assert done.returncode == 0
    assert f"wrote {SOFTMAX}\n" in done.stdout
    assert course.joinpath(SOFTMAX).read_bytes() == text


def test_build_keeps_an_answer(inside, course, write):
    """An answer in a stub's place is kept before the stub is written."""
    write("softmax", "return 3")
    text = course.joinpath(SOFTMAX).read_text("utf-8")
    done = inside("author", "build")
    assert f"{SOFTMAX} held an answer: kept in .grader/kept/softmax-1.py" in done.stdout
    assert course.joinpath(".grader/kept/softmax-1.py").read_text("utf-8") == text


def test_check_proves_an_exercise(run):
    """An exercise that does its work is proved, with its counts."""
    done = run("author", "check", "softmax")
    assert done.returncode == 0, done.stdout
    assert done.stdout.startswith("✓ softmax ")
    assert "every misconception is rejected and recognised." in done.stdout


def test_check_proves_an_exercise_that_uses_others(inside):
    """An exercise is proved by itself, also if it is supplied with others."""
    done = inside("author", "check", "predict")
    assert done.returncode == 0, done.stdout


COMPLAINTS = {
    "a stub that is out of step": (
        SOFTMAX,
        "Write it for",
        "Write it or",
        "softmax.py is not in step: run grader author build",
    ),
    "a wrong solution": (
        "solutions/numpy_basics/softmax.py",
        "axis=1, keepdims=True)\n    ### END",
        "axis=0, keepdims=True)\n    ### END",
        "does not pass",
    ),
    "a misconception that is right": (
        "tests/misconceptions/numpy_basics/softmax.py",
        "np.sum(x_exp, axis=0, keepdims=True)",
        "np.sum(x_exp, axis=1, keepdims=True)",
        "misconception sums_columns is not rejected by any hidden case",
    ),
}


@pytest.mark.parametrize("what", COMPLAINTS)
def test_check_complains(inside, course, what):
    """An exercise that does not do its work is named with a complaint, exit code 1."""
    name, old, new, said = COMPLAINTS[what]
    text = course.joinpath(name).read_text("utf-8")
    assert old in text
    course.joinpath(name).write_text(text.replace(old, new), "utf-8")
    done = inside("author", "check", "softmax")
    assert done.returncode == 1, done.stdout
    assert done.stdout.startswith("✗ softmax ")
    assert said in done.stdout
    assert "1 of 1 exercises need work." in done.stdout


def test_check_of_a_solution_without_markers(run, course):
    """A solution without markers is a complaint, not a fault of the grader."""
    path = course / "solutions/numpy_basics/softmax.py"
    text = path.read_text("utf-8").replace("    ### BEGIN SOLUTION\n", "")
    path.write_text(text.replace("    ### END SOLUTION\n", ""), "utf-8")
    assert run("author", "check", "softmax").returncode == 1
