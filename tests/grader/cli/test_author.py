"""`grader author build` and `grader author check`."""

import re

import pytest

SOFTMAX = "exercises/numpy_basics/softmax.py"
TOML = "exercises/course.toml"


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
    assert done.stdout.splitlines()[0].split() == [
        "exercise",
        "cases",
        "misconceptions",
        "mutants",
        "killed",
        "equivalent",
        "seconds",
    ]
    assert re.search(
        r"^✓ softmax +13 +4 +24 +24 +0 +\d+\.\d$", done.stdout, re.MULTILINE
    )
    assert "    sums_columns         a single row of two scores\n" in done.stdout
    assert done.stdout.endswith(
        "1 exercise: every stub is not started, every solution passes with 20 seeds, "
        "every misconception is rejected and recognised, every mutant is rejected "
        "(24).\n"
    )


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
    "an example that does not hold": (
        "solutions/numpy_basics/softmax.py",
        "array([[0.981, 0.001",
        "array([[0.982, 0.001",
        "the example of `softmax` does not hold: Failed example:",
    ),
    "no example": (
        "solutions/numpy_basics/softmax.py",
        ">>> softmax(",
        "softmax(",
        "the docstring of `softmax` has no example (>>> softmax(…))",
    ),
    "no heading": (
        "solutions/numpy_basics/softmax.py",
        "# Softmax",
        "Softmax",
        "the statement (the docstring of the solution's file) has no # heading",
    ),
    "a hint that is the answer": (
        TOML,
        (
            '"x_exp = np.exp(x), then return x_exp / np.sum(x_exp, '
            'axis=____, keepdims=____)"'
        ),
        '"return x_exp / np.sum(x_exp, axis=1, keepdims=True)"',
        "hint 3 is a line of the solution, without a gap",
    ),
    "a mutant that lives": (
        "tests/hidden/numpy_basics/test_softmax.py",
        "def test_large_scores",
        "def large_scores",
        (
            "    No hidden case rejects this change of line 36:\n"
            "      - x_exp = np.exp(x - np.max(x, axis=1, keepdims=True))\n"
            "      + x_exp = np.exp(x)\n"
            "      No input was found on which it differs: is it the same? "
            "Then mark it.\n"
        ),
    ),
    "a mutant that lives and differs": (
        "tests/hidden/logistic_regression/test_predict.py",
        "low=0.004, high=0.018",
        "low=0.05, high=0.45",
        "      + return (A > 0.505).astype(float)\n      It differs for w = [[",
    ),
    "a mark on a mutant that is rejected": (
        "tests/mutants/logistic_regression/predict.toml",
        "return A > 0.5",
        "return (A < 0.5).astype(float)",
        (
            "marked as equivalent, but rejected (test_one_example): "
            "return (A > 0.5).astype(float) → return (A < 0.5).astype(float)"
        ),
    ),
    "a mark on no mutant": (
        "tests/mutants/logistic_regression/predict.toml",
        "return A > 0.5",
        "return A > 0.51",
        (
            "marked as equivalent, but there is no such mutant: "
            "return (A > 0.5).astype(float) → return A > 0.51"
        ),
    ),
    "a mark without a reason": (
        "tests/mutants/logistic_regression/predict.toml",
        "reason =",
        "why =",
        "tests/mutants/logistic_regression/predict.toml: ",
    ),
    "a tolerance that a right answer does not keep": (
        TOML,
        'name = "L1"\n',
        'name = "L1"\ntolerance = { rtol = 1e-12, atol = 0 }\n',
        " rejects the solution with other last digits: ",
    ),
}


@pytest.mark.parametrize("what", COMPLAINTS)
def test_check_complains(inside, course, what):
    """An exercise that does not do its work is named with a complaint, exit code 1."""
    name, old, new, said = COMPLAINTS[what]
    text = course.joinpath(name).read_text("utf-8")
    assert old in text
    course.joinpath(name).write_text(text.replace(old, new), "utf-8")
    exercise = "predict" if "predict" in name else "L1" if "L1" in old else "softmax"
    done = inside("author", "check", exercise)
    assert done.returncode == 1, done.stdout
    assert f"\n✗ {exercise} " in done.stdout
    assert said in done.stdout
    assert done.stdout.endswith("\n1 of 1 exercise needs work.\n")


def test_check_of_a_solution_without_markers(run, course):
    """A solution without markers is a complaint, not a fault of the grader."""
    path = course / "solutions/numpy_basics/softmax.py"
    text = path.read_text("utf-8").replace("    ### BEGIN SOLUTION\n", "")
    path.write_text(text.replace("    ### END SOLUTION\n", ""), "utf-8")
    assert run("author", "check", "softmax").returncode == 1
