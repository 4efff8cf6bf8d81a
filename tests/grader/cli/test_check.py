"""`grader check`: exit codes, and one JSON document with the contract's fields."""

import json
import shutil

import jsonschema
import pytest

from grader.render.json import schema

# An answer to one exercise for every status, and what they are.
STATUSES = {
    "sigmoid": "passed",
    "softmax": "failed",
    "normalize_rows": "loops",
    "L1": "not_started",
    "L2": "missing",
    "image2vector": "unreadable",
    "propagate": "error",
}
# design.md, section 6: exactly these, in this order.
RESULT = [
    "schema", "grader", "course", "seed", "isolation", "submission", "points",
    "max_points", "exercises",
]  # fmt: skip
SUBMISSION = ["id", "path", "sha256"]
EXERCISE = [
    "name", "assignment", "status", "points", "max_points", "message",
    "misconception", "findings", "cases",
]  # fmt: skip
MISCONCEPTION = ["name", "message"]
FINDING = [
    "rule", "message", "path", "cell", "line", "column", "end_line", "evidence",
    # Beyond the contract: what is meant of the line, and what to do.
    "width", "help",
]  # fmt: skip
CASE = [
    "id", "name", "visibility", "status", "points", "max_points", "message",
    "seconds", "stdout",
]  # fmt: skip


@pytest.fixture(scope="module")
def mixed(prepare):
    """Return two checks, with one seed, of a course in which every status turns up."""
    place = prepare("mixed")
    place.solve("sigmoid", "propagate")
    place.write("softmax", "return np.exp(x) / np.sum(np.exp(x))")
    place.write(
        "normalize_rows",
        "rows = [row / np.sqrt(np.sum(row ** 2)) for row in x]\nreturn np.array(rows)",
    )
    place.write("image2vector", "return image.reshape(")
    place.course.joinpath("exercises/numpy_basics/L2.py").unlink()
    hidden = place.course / "tests/hidden/logistic_regression/test_propagate.py"
    hidden.write_text("def test_broken(propagate:\n", "utf-8")
    words = ("check", *STATUSES, "--format", "json", "--seed", 7)
    return [place.run(*words) for _ in range(2)]


def test_every_status_in_one_document(mixed):
    """Each status comes out as such, and the gravest fault decides the exit code."""
    result = json.loads(mixed[0].stdout)
    found = {one["name"]: one["status"] for one in result["exercises"]}
    assert found == STATUSES
    assert all(one["message"] for one in result["exercises"])
    assert (result["seed"], result["max_points"]) == (7, 80)
    assert result["points"] == sum(one["points"] for one in result["exercises"])
    assert mixed[0].returncode == 3


def test_document_follows_its_schema(mixed):
    """The document is what the schema says, with exactly the contract's fields."""
    result = json.loads(mixed[0].stdout)
    jsonschema.validate(result, schema())
    assert list(result) == RESULT
    assert list(result["submission"]) == SUBMISSION
    for exercise in result["exercises"]:
        assert list(exercise) == EXERCISE
        assert list(exercise["misconception"] or MISCONCEPTION) == MISCONCEPTION
        assert all(list(finding) == FINDING for finding in exercise["findings"])
        assert all(list(case) == CASE for case in exercise["cases"])
    assert any(exercise["misconception"] for exercise in result["exercises"])
    assert any(exercise["findings"] for exercise in result["exercises"])


def test_same_seed_same_bytes(mixed):
    """Two checks with one seed print the same bytes but for the seconds."""
    first, second = (
        [line for line in done.stdout.split("\n") if '"seconds"' not in line]
        for done in mixed
    )
    assert first == second


def test_json_is_alone_on_stdout(mixed):
    """With --format json nothing but the document is printed, in either place."""
    assert mixed[0].stdout.endswith("}\n")
    assert mixed[0].stderr == ""


def test_problem_is_not_on_stdout(run):
    """What is wrong with the call is told on stderr, also with --format json."""
    done = run("check", "sofmax", "--format", "json")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "No exercise `sofmax`.\nDid you mean `softmax`?\n"


def test_every_solution_passes(run, solve, exercises):
    """All solutions pass with all points, and the exit code is 0."""
    solve()
    done = run("check", "--format", "json")
    result = json.loads(done.stdout)
    assert {one["status"] for one in result["exercises"]} == {"passed"}
    assert {one["points"] / one["max_points"] for one in result["exercises"]} == {1}
    assert len(result["exercises"]) == len(exercises)
    assert done.returncode == 0


def test_every_stub_is_not_started(inside):
    """All stubs are not started, which is no error and exit code 1."""
    done = inside("check", "--format", "json")
    result = json.loads(done.stdout)
    assert {one["status"] for one in result["exercises"]} == {"not_started"}
    assert result["points"] == 0
    assert done.returncode == 1


ONE = {
    "right": ("return 1 / (1 + np.exp(-x))", 0),
    "wrong": ("return 1 / (1 + np.exp(x))", 1),
    "with a loop": (
        "return np.reshape([1 / (1 + np.exp(-v)) for v in np.ravel(x)], np.shape(x))",
        1,
    ),
    "leaving": ("import os; os._exit(0)", 1),
    "not Python": ("return (", 2),
}


@pytest.mark.parametrize("what", ONE)
def test_exit_code_of_one_answer(run, write, what):
    """A right answer exits with 0, a wrong one with 1, an unreadable one with 2."""
    body, code = ONE[what]
    write("sigmoid", body)
    done = run("check", "sigmoid")
    assert done.returncode == code, done.stdout
    assert done.stderr == ""


REFERENCES = {
    "raises": ("    return", "    raise ValueError('boom')\n    return"),
    "is wrong": ("1 + ", "2 + "),
    "is not there": ("def sigmoid", "def sigmoud"),
    "imports what is not there": ("import numpy", "import nowhere\nimport numpy"),
    "has a syntax error": ("def sigmoid(x)", "def sigmoid(x"),
    "is not UTF-8": ("import", "# \udcff\nimport"),
}


@pytest.fixture
def break_sigmoid(course):
    """Return a function that breaks the reference of `sigmoid` in one way."""

    def replace(what):
        solution = course / "solutions/numpy_basics/sigmoid.py"
        old, new = REFERENCES[what]
        text = solution.read_text("utf-8")
        assert old in text
        broken = text.replace(old, new).encode("utf-8", "surrogateescape")
        solution.write_bytes(broken)

    return replace


@pytest.mark.parametrize("what", REFERENCES)
def test_broken_reference(break_sigmoid, inside, write, what):
    """A broken reference is exit code 3 and "not your code"; others are judged."""
    break_sigmoid(what)
    write("sigmoid", "return 1 / (1 + np.exp(x))")
    write("L1", "return np.sum(np.abs(yhat - y))")
    done = inside("check", "sigmoid", "L1")
    assert done.returncode == 3
    assert "sigmoid   not your code" in done.stdout
    assert "✓ L1 " in done.stdout
    assert "Next: tell the course's author; your answer was not judged." in done.stdout


def test_cases_that_end_the_session(course, run, solve):
    """Hidden cases that end the session are exit code 3; others are judged."""
    solve("sigmoid", "L1")
    hidden = course / "tests/hidden/numpy_basics/test_sigmoid.py"
    hidden.write_text("import sys\nsys.exit(0)\n", "utf-8")
    done = run("check", "sigmoid", "L1")
    assert (done.returncode, done.stderr) == (3, "")
    assert "sigmoid   not your code" in done.stdout
    assert "✓ L1 " in done.stdout


def test_a_wall_that_is_not_there(run, env, solve):
    """Where a wall is asked for and there is none, the exit code is 3."""
    solve("L1")
    env["PATH"] = ""
    done = run("check", "L1", "--isolation", "bubblewrap")
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith(
        "The grader itself failed. This is not your code. "
        "The sandbox did not start: bubblewrap (not installed).\n"
        "Install bubblewrap"
    )


def test_process_wall(inside, solve):
    """A check without a kernel wall says so."""
    solve("L1")
    done = inside("check", "L1", "--isolation", "process")
    assert done.returncode == 0
    assert "wall: process" in done.stdout


def test_one_file_for_all(course, inside, exercises):
    """A file is checked for what it defines; the student's own files are not read."""
    text = course.joinpath("solutions/numpy_basics/L1.py").read_text("utf-8")
    course.joinpath("my answers.py").write_text(text, "utf-8")
    done = inside("check", "--file", "my answers.py")
    assert done.returncode == 0, done.stdout
    assert "✓ L1 " in done.stdout
    assert inside().stdout.count("not started") == len(exercises)


@pytest.mark.parametrize("kind", ["folder", "zip"])
def test_folder_for_all(course, inside, kind):
    """A folder or its zip is checked for what is found; two candidates are named."""
    alice = course / "alice"
    shutil.copytree(course / "solutions" / "numpy_basics", alice / "numpy_basics")
    for name in ("softmax", "sigmoid", "normalize_rows"):
        alice.joinpath("numpy_basics", f"{name}.py").unlink()
    for folder in ("old", "new"):
        solution = course / "solutions" / "numpy_basics" / "softmax.py"
        alice.joinpath(folder).mkdir()
        shutil.copy(solution, alice / folder)
    given = "alice"
    if kind == "zip":
        given = "alice.zip"
        shutil.make_archive(str(alice), "zip", course, "alice")
        shutil.rmtree(alice)
    found = json.loads(inside("check", "--file", given, "--format", "json").stdout)
    status = {one["name"]: one["status"] for one in found["exercises"]}
    assert status.pop("softmax") == "unreadable"
    assert len(status) == 5
    assert set(status.values()) == {"passed"}
    done = inside("check", "softmax", "--file", given)
    assert done.returncode == 2
    said = " ".join(done.stdout.split())
    assert (
        "`softmax` could be taken from alice/new/softmax.py or alice/old/softmax.py; "
        "keep the one that is meant." in said
    )


def test_link_to_the_solution(course, inside):
    """A student's file that is a link to the solution is told, and earns nothing."""
    stub = course / "exercises" / "numpy_basics" / "softmax.py"
    stub.unlink()
    stub.symlink_to("../../solutions/numpy_basics/softmax.py")
    done = inside("check", "softmax")
    assert done.returncode == 2
    assert (
        "softmax.py is a link that leads out of exercises; hand in the file itself."
        in done.stdout
    )
    assert "0 of 10 points" in done.stdout


def test_file_without_the_exercise(course, inside):
    """An exercise that a file does not define is missing, with exit code 1."""
    course.joinpath("mine.py").write_text("x = 1\n", "utf-8")
    done = inside("check", "L1", "--file", "mine.py")
    assert done.returncode == 1
    assert "L1   missing" in done.stdout
    assert done.stdout.endswith(
        "Next: define L1 in mine.py, then run: grader check L1 --file mine.py\n"
    )


def test_seed_is_printed_and_repeated(inside, write):
    """The seed that a check prints brings the same inputs back."""
    write("sigmoid", "return 3 if np.ndim(x) else float(1 / (1 + np.exp(-x)))")
    first = inside("check", "sigmoid").stdout
    seed = first.partition("seed ")[2].partition(",")[0]
    assert inside("check", "sigmoid", "--seed", seed).stdout == first


def test_reveal(inside, write):
    """Only with --reveal does a hidden case show what it expected."""
    # Right for the worked examples only.
    write(
        "sigmoid",
        "s = 1 / (1 + np.exp(-x))\nreturn s if np.all(np.abs(x) <= 3) and not "
        "np.any(np.asarray(x) % 1) else s + 1",
    )
    hidden = inside("check", "sigmoid", "--seed", 1).stdout
    assert "yours" in hidden
    assert "expected" not in hidden
    assert "expected" in inside("check", "sigmoid", "--seed", 1, "--reveal").stdout


def test_own_helpers(course, inside):
    """With --own-helpers a wrong helper of the student's own sinks who calls it."""
    text = (
        "def sigmoid(x):\n    return 1\n"
        "def sigmoid_derivative(x):\n    s = sigmoid(x)\n    return s * (1 - s)\n"
    )
    course.joinpath("mine.py").write_text(text, "utf-8")
    words = ("check", "sigmoid_derivative", "--file", "mine.py")
    assert inside(*words).returncode == 0
    assert inside(*words, "--own-helpers").returncode == 1


def test_alias(inside, solve):
    """The name an exercise had in the old course is as good as its own."""
    solve("normalize_rows")
    done = inside("check", "normalizeRows")
    assert done.returncode == 0
    assert "✓ normalize_rows" in done.stdout


def test_course_by_option(course, inside, solve, tmp_path):
    """With --course the program works from any folder."""
    solve("L1")
    done = inside("--course", course, "check", "L1", cwd=tmp_path)
    assert done.returncode == 0


def test_from_below(course, inside, solve):
    """The course is found from any folder inside it."""
    solve("L1")
    assert inside("check", "L1", cwd=course / "exercises/numpy_basics").returncode == 0


def test_next_action_works_where_it_is_read(course, inside, tmp_path):
    """The next action names a file and a command that work from the current folder."""
    done = inside("check", "L1", cwd=course / "exercises")
    assert " numpy_basics/L1.py:" in done.stdout
    done = inside("--course", "course", "check", "L1", "--own-helpers", cwd=tmp_path)
    assert "course/exercises/numpy_basics/L1.py:" in done.stdout
    assert "grader --course course check L1 --own-helpers" in done.stdout
    words = ("check", "--file", "a b.py", "--seed", 3, "--isolation", "process")
    course.joinpath("a b.py").write_text("def L1(yhat, y):\n    return 1\n", "utf-8")
    again = "then run: grader check L1 --file 'a b.py' --isolation process\n"
    assert inside(*words).stdout.endswith(again)


def test_what_is_left_where_it_is_read(inside, solve, tmp_path):
    """After a right answer the ways to what helps and what is next work from here."""
    solve("L1")
    done = inside("--course", "course", "check", "L1", cwd=tmp_path)
    assert done.stdout.endswith(
        "Compare with: grader --course course solution L1\n"
        "Next: open course/exercises/numpy_basics/L2.py,\n"
        "then run: grader --course course check L2\n"
    )


def test_kit(course, inside, solve):
    """Without solutions and hidden cases the visible cases are still checked."""
    solve("L1")
    for folder in ("solutions", "tests/hidden", "tests/misconceptions"):
        shutil.rmtree(course / folder)
    done = inside("check", "L1", "--format", "json")
    (found,) = json.loads(done.stdout)["exercises"]
    assert (done.returncode, found["status"]) == (0, "passed")
    assert {case["visibility"] for case in found["cases"]} == {"shown"}


def test_a_folder_with_notebooks_is_judged_by_its_py_files(inside, course, solve):
    """The notebooks that come with a course do not disturb a folder's check."""
    solve("softmax")
    assert course.joinpath("exercises/numpy_basics/numpy_basics.ipynb").is_file()
    done = inside("check", "softmax", "--file", course / "exercises")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("✓ softmax ")


def test_a_crash_is_not_told_as_a_count_that_failed(inside, write):
    """A function that raises is told of by its crash, not by its steps as well."""
    write("softmax", "return y")
    done = inside("check", "softmax", "--format", "json")
    (exercise,) = json.loads(done.stdout)["exercises"]
    assert exercise["status"] == "failed"
    assert exercise["findings"] == []
