"""`grader race`, as a student runs it, and the remark of a check."""

import json
import shutil

import pytest

RIGHT = "e = np.exp(x)\nreturn e / np.sum(e, axis=1, keepdims=True)"
LOOP = (
    "out = np.zeros(x.shape)\n"
    "for i, row in enumerate(x):\n"
    "    out[i] = np.exp(row) / np.sum(np.exp(row))\n"
    "return out"
)
# Right and without a loop, and thousands of times the work of the reference.
SLOW = (
    "w = np.zeros((dim, 1)) + 0 * np.sum(np.sort(np.tile(np.arange(10.0), 3 * dim)))\n"
    "return w, 0"
)
SMALL = ("--max-size", "100")


def test_from_the_stub_to_a_fast_answer(terminal, write):
    """Stub, loop, array expression: each is raced as far as it can be, and told."""
    stub = terminal("race", "softmax", *SMALL)
    assert stub.code == 1
    assert "Not started: `softmax`" in stub.text
    assert "  your version " not in stub.text
    assert stub.text.count("  the reference  ") == 2
    assert stub.lines[-1] == "then run: grader check softmax"

    write("softmax", LOOP)
    loop = terminal("race", "softmax", "--max-size", 10_000)
    assert loop.code == 0
    assert "10,000 rows" in loop.lines
    assert "Your loop takes " in loop.text
    assert "Next: replace the loop in exercises/numpy_basics/softmax.py:36" in loop.text

    write("softmax", RIGHT)
    fast = terminal("race", "softmax", "--max-size", 10_000)
    assert fast.code == 0
    assert fast.lines[0] == "softmax   seconds of one call for more and more rows"
    assert "The loop takes " in fast.text
    assert "at ten thousand rows." in fast.text
    assert fast.lines[-1].endswith("run: grader race softmax --plot softmax.png")
    assert max(map(len, fast.lines)) <= 80


def gained(course):
    """Return how many times as fast as its loop softmax is known to be, else 0."""
    file = course / ".grader/progress.json"
    if not file.exists():
        return 0
    return json.loads(file.read_text("utf-8"))["exercises"]["softmax"]["speed"]


def test_what_is_gained_is_kept(course, inside, write):
    """How much faster an answer is than the loop is kept; a loop has gained nothing."""
    file = write("softmax", LOOP)
    assert inside("race", "softmax", *SMALL).returncode == 0
    assert gained(course) == 0
    write("softmax", RIGHT)
    other = shutil.copy(file, course / "other.py")
    inside("race", "softmax", *SMALL, "--file", other)
    assert gained(course) == 0
    inside("race", "softmax", *SMALL)
    assert gained(course) > 0


def test_progress_is_shown_and_taken_away(terminal, write):
    """On a terminal it is shown who runs; at the end nothing of it is left."""
    write("softmax", RIGHT)
    screen = terminal("race", "softmax", *SMALL)
    assert b"racing softmax: the loop, 100 rows" in screen.raw
    assert "racing" not in screen.text


def test_without_a_terminal_there_is_no_progress(run, solve):
    """In a pipe there are the bars and nothing else, without colour."""
    solve("L1")
    done = run("race", "L1", *SMALL)
    assert (done.returncode, done.stderr) == (0, "")
    assert "\x1b" not in done.stdout
    assert "  your version   █" in done.stdout


def test_a_wrong_answer(inside, write):
    """What is something else than the reference is told; the others race."""
    write("softmax", "return x")
    done = inside("race", "softmax", *SMALL)
    assert done.returncode == 1
    assert "It returns something else than the reference." in " ".join(
        done.stdout.split()
    )
    assert done.stdout.count("  the loop  ") == 2
    assert "look at exercises/numpy_basics/softmax.py:22" in done.stdout


def test_an_answer_that_cannot_be_read(inside, write):
    """A file that is not Python is told, with the exit code of unreadable input."""
    write("softmax", "return (x")
    done = inside("race", "softmax", *SMALL)
    assert done.returncode == 2
    assert "is not closed" in " ".join(done.stdout.split())


def test_a_file_and_an_exercise_that_uses_another(inside, course):
    """`--file` races the function of that file; what it uses is supplied."""
    file = shutil.copy(course / "solutions/logistic_regression/predict.py", course)
    done = inside("race", "predict", "--file", file, *SMALL)
    assert done.returncode == 0, done.stdout
    assert "100 examples\n  your version   █" in done.stdout
    assert f"--file {file} --plot predict.png" in done.stdout


@pytest.mark.parametrize("name", ["race.png", "race.SVG"])
def test_a_plot(inside, course, solve, name):
    """`--plot` draws the race into a file, and says so."""
    solve("L1")
    done = inside("race", "L1", *SMALL, "--plot", name)
    assert done.returncode == 0, done.stderr
    assert f"The plot is in {name}.\n" in done.stdout
    start = {"race.png": b"\x89PNG", "race.SVG": b"<?xml"}[name]
    assert course.joinpath(name).read_bytes().startswith(start)


def test_a_plot_without_matplotlib(run, env, tmp_path):
    """Without matplotlib `--plot` says what to install, before anything is run."""
    hidden = tmp_path / "hidden"
    hidden.mkdir()
    hidden.joinpath("matplotlib.py").write_text("raise ImportError('none')", "utf-8")
    env["PYTHONPATH"] = str(hidden)
    done = run("race", "L1", "--plot", "a.png")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "--plot needs matplotlib, which is not installed.\n"
        "Install it with: pip install 'exercise-grader[plot]'\n"
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("basic_sigmoid",), "There is nothing to race in basic_sigmoid: it takes no"),
        (("softmaxx",), "No exercise `softmaxx`."),
        (("L1", "--plot", "a.pdf"), "Cannot draw a.pdf: a plot is a .png or an .svg"),
        (("L1", "--plot", "no/a.png"), "Cannot write no/a.png: there is no folder no."),
        (("L1", "--max-size", "9"), "9 is not in the range"),
        ((), "Missing argument 'NAME'"),
    ],
)
def test_wrong_usage(inside, words, said):
    """What cannot be raced or drawn is said, with exit code 2."""
    done = inside("race", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_a_plot_that_cannot_be_written(inside, course, solve):
    """A plot that cannot be written is told with the system's reason."""
    solve("L1")
    course.joinpath("a.png").mkdir()
    done = inside("race", "L1", "--max-size", 10, "--plot", "a.png")
    assert done.returncode == 2
    assert done.stderr.startswith("Cannot write a.png: Is a directory.")


@pytest.mark.parametrize("folder", ["solutions", "tests/hidden"])
def test_a_student_kit(inside, course, folder):
    """Without a reference and inputs there is nothing to race against."""
    shutil.rmtree(course / "solutions")
    if folder == "tests/hidden":
        shutil.rmtree(course / folder)
    done = inside("race", "softmax")
    assert done.returncode == 2
    assert done.stderr.startswith("There is no reference of `softmax` here")


def test_a_broken_loop_version(inside, course):
    """A loop version that is wrong is the exercise's fault, exit code 3."""
    slow = course / "tests/slow/numpy_basics/L1.py"
    slow.write_text(slow.read_text("utf-8").replace("total +=", "total -="), "utf-8")
    done = inside("race", "L1")
    assert done.returncode == 3
    assert done.stderr.startswith("This exercise is broken. It is not your code.")
    assert "tests/slow/numpy_basics/L1.py" in done.stderr


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("def L1(yhat, y):\n    return 3\n", "the version with a loop is not right: "),
        (
            "def L1(yhat, y):\n    return abs(y - yhat).sum()\n",
            "no loop is found in the version with a loop",
        ),
        ("", "the version with a loop: L1.py does not define `L1`."),
    ],
)
def test_author_check_of_a_loop_version(inside, course, source, said):
    """`author check` holds that the version with a loop is right and has one."""
    course.joinpath("tests/slow/numpy_basics/L1.py").write_text(source, "utf-8")
    done = inside("author", "check", "L1")
    assert done.returncode == 1
    assert said in done.stdout


def test_a_check_remarks_on_a_slow_answer(terminal, write):
    """On a terminal, a right answer that is far slower is told how much."""
    write("initialize_with_zeros", SLOW)
    screen = terminal("check", "initialize_with_zeros")
    assert screen.code == 0
    at = next(i for i, one in enumerate(screen.lines) if "times as long as" in one)
    assert screen.lines[at].startswith("It takes ")
    assert screen.lines[at].endswith(" the reference for 30,000 features:")
    assert screen.lines[at + 1] == "grader race initialize_with_zeros"


def test_a_check_does_not_remark_on_a_fast_answer(terminal, write):
    """An answer as fast as the reference is told nothing."""
    write("softmax", RIGHT)
    assert "times as long" not in terminal("check", "softmax").text


def test_a_check_remarks_only_on_a_screen(run, write):
    """The remark is in no record, and not where nobody reads along."""
    write("initialize_with_zeros", SLOW)
    name = "initialize_with_zeros"
    told = [run("check", name, "--seed", 7, "--format", "json") for _ in "ab"]
    assert "times as long" not in told[0].stdout
    first, second = (json.loads(one.stdout) for one in told)
    for record in (first, second):
        for case in record["exercises"][0]["cases"]:
            del case["seconds"]
    assert first == second
    assert "times as long" not in run("check", name).stdout


def test_files_are_not_raced(inside):
    """An exercise that reads files has no arrays to grow."""
    done = inside("race", "load_dataset")
    assert done.returncode == 2
    assert done.stderr == "There is nothing to race in load_dataset: it reads files.\n"
