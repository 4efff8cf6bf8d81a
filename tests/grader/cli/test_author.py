"""`grader author build` and `grader author check`."""

import re

import pytest

SOFTMAX = "exercises/numpy_basics/softmax.py"
TOML = "exercises/course.toml"
NOTEBOOK = "exercises/numpy_basics/numpy_basics.ipynb"


def test_build_changes_nothing_that_is_in_step(inside, course, exercises):
    """Stubs and notebooks that are in step are left alone."""
    files = [course / SOFTMAX, course / NOTEBOOK]
    before = [file.stat().st_mtime_ns for file in files]
    done = inside("author", "build")
    assert done.returncode == 0
    count = len(exercises)
    assert done.stdout == (
        f"{count} stubs and 6 notebooks in step with their solutions, 0 written.\n"
    )
    assert [file.stat().st_mtime_ns for file in files] == before


@pytest.mark.parametrize("name", [SOFTMAX, NOTEBOOK])
def test_build_writes_what_is_missing(inside, course, name):
    """A stub or notebook that is missing is written as it was shipped."""
    data = course.joinpath(name).read_bytes()
    course.joinpath(name).unlink()
    done = inside("author", "build")
    assert done.returncode == 0
    assert done.stdout.startswith(f"wrote {name}\n")
    assert done.stdout.endswith(" in step with their solutions, 1 written.\n")
    assert course.joinpath(name).read_bytes() == data


def test_build_keeps_an_answer(inside, course, write):
    """An answer in a stub's place is kept before the stub is written."""
    write("softmax", "return 3")
    text = course.joinpath(SOFTMAX).read_text("utf-8")
    done = inside("author", "build")
    assert f"{SOFTMAX} held an answer: kept in .grader/kept/softmax-1.py" in done.stdout
    assert course.joinpath(".grader/kept/softmax-1.py").read_text("utf-8") == text


def test_build_keeps_a_notebook_with_an_answer(inside, course):
    """A notebook that a student started is kept before a new one is written."""
    file = course / NOTEBOOK
    data = file.read_bytes()
    answered = data.replace(b'"    ...\\n"', b'"    return 3\\n"', 1)
    assert answered != data
    for number in (1, 2):
        file.write_bytes(answered)
        done = inside("author", "build")
        kept = f".grader/kept/numpy_basics-{number}.ipynb"
        assert f"{NOTEBOOK} held an answer: kept in {kept}\n" in done.stdout
        assert course.joinpath(kept).read_bytes() == answered
        assert file.read_bytes() == data


def test_build_does_not_keep_a_notebook_without_an_answer(inside, course):
    """A notebook that only lags behind its statements is written anew."""
    file = course / NOTEBOOK
    data = file.read_bytes()
    file.write_bytes(data.replace(b"Write it", b"Do it"))
    done = inside("author", "build")
    assert done.stdout.startswith(f"wrote {NOTEBOOK}\n")
    assert file.read_bytes() == data
    assert not course.joinpath(".grader/kept").exists()


def test_build_keeps_what_is_no_notebook(inside, course):
    """A file of anything else in a notebook's place is kept, too."""
    course.joinpath(NOTEBOOK).write_bytes(b"\xff\x00")
    done = inside("author", "build")
    assert f"{NOTEBOOK} held an answer: kept in .grader/kept/" in done.stdout


@pytest.mark.parametrize("name", [SOFTMAX, NOTEBOOK])
def test_build_cannot_write(inside, course, name):
    """A folder in the place of a file is told, exit code 2."""
    course.joinpath(name).unlink()
    course.joinpath(name).mkdir()
    done = inside("author", "build")
    assert done.returncode == 2
    assert f"Cannot write {name}: " in done.stderr


def test_build_writes_nothing_where_something_cannot_be_read(inside, course):
    """A mistake in one file of cases leaves every stub and notebook as it was."""
    course.joinpath(SOFTMAX).unlink()
    name = "tests/visible/numpy_basics/test_softmax.py"
    course.joinpath(name).write_text("def")
    done = inside("author", "build")
    assert done.returncode == 2
    assert done.stderr.startswith(f"{name}: line 1: not valid Python: ")
    assert not course.joinpath(SOFTMAX).exists()


@pytest.mark.parametrize("what", ["missing", "not in step"])
def test_check_complains_of_a_notebook(inside, course, what):
    """A notebook that is missing or out of step is named, for its exercises alone."""
    file = course / NOTEBOOK
    if what == "missing":
        file.unlink()
    else:
        file.write_bytes(file.read_bytes() + b" ")
    done = inside("author", "check", "softmax")
    assert done.returncode == 1
    assert f"✗ numpy_basics.ipynb is {what}: run grader author build\n" in done.stdout
    assert done.stdout.endswith("\n1 file beside the exercises to mend.\n")
    assert inside("author", "check", "relu").returncode == 0


def test_check_complains_of_cases_that_no_notebook_can_hold(inside, course):
    """A file of cases that cannot be read is named where the notebooks are."""
    name = "tests/visible/numpy_basics/test_softmax.py"
    course.joinpath(name).write_text("def")
    done = inside("author", "check", "L2")
    assert done.returncode == 1
    assert f"✗ {name}: line 1: not valid Python: " in done.stdout


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
            "      No input was found on which it differs. "
            "If there is one, add a case;\n"
            "      if there is none, say why in "
            "tests/mutants/numpy_basics/softmax.toml:\n"
            "        [[equivalent]]\n"
            '        before = "x_exp = np.exp(x - np.max(x, axis=1, '
            'keepdims=True))"\n'
            '        after = "x_exp = np.exp(x)"\n'
            '        reason = ""\n'
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
    "a hidden case that counts steps": (
        "tests/hidden/numpy_basics/test_softmax.py",
        "def test_large_scores",
        "@pytest.mark.steps\ndef test_large_scores",
        (
            "counts steps: a student kit would judge loops in another way; move it to "
            "tests/visible/numpy_basics/test_softmax.py\n"
        ),
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
    assert "\n1 of 1 exercise needs work.\n" in done.stdout


def test_check_of_a_solution_without_markers(run, course):
    """A solution without markers is a complaint, not a fault of the grader."""
    path = course / "solutions/numpy_basics/softmax.py"
    text = path.read_text("utf-8").replace("    ### BEGIN SOLUTION\n", "")
    path.write_text(text.replace("    ### END SOLUTION\n", ""), "utf-8")
    assert run("author", "check", "softmax").returncode == 1
