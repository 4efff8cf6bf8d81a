"""`grader list`: every exercise with its standing, minutes, points and attempts."""

import pytest


def row(done, name):
    """Return the line of an exercise."""
    return next(line for line in done.stdout.split("\n") if f" {name} " in line)


def test_every_exercise(inside, exercises):
    """The list has a line for each exercise, and no line is wider than 80 columns."""
    done = inside("list")
    assert done.returncode == 0
    lines = done.stdout.split("\n")
    assert sum("not started" in line for line in lines) == len(exercises)
    assert max(map(len, lines)) == 80
    assert lines[0] == ("Neural-network programming basics   0 of 43 exercises passed")
    assert done.stdout.endswith("grader check basic_sigmoid\n")


def test_a_row(inside, write):
    """A row counts attempts; before the first there is a line in their place."""
    write("softmax", "return 3")
    inside("check", "softmax")
    done = inside("list")
    assert row(done, "softmax") == (
        "  ✗ softmax                 not right yet"
        "                     15     10        1"
    )
    assert row(done, "L1").split() == ["·", "L1", "not", "started", "5", "10", "-"]


def test_one_assignment(inside):
    """Named assignments are listed alone, with what is next in them."""
    done = inside("list", "shapes_quiz")
    assert " softmax " not in done.stdout
    assert done.stdout.count("not started") == 7
    assert "exercises/shapes_quiz/" in done.stdout.split("\n")[-3]


def test_only_what_is_open(inside, solve):
    """What has passed is left out if that is asked for."""
    solve("L1")
    inside("check", "L1")
    assert " L1 " not in inside("list", "--open").stdout
    assert " L2 " in inside("list", "--open").stdout


def test_nothing_is_open(course, inside, solve):
    """Where all have passed the list says so."""
    toml = course / "exercises/course.toml"
    text = toml.read_text("utf-8")
    toml.write_text(text[: text.index("[[assignments.exercises]]", 400)], "utf-8")
    solve("basic_sigmoid")
    inside("check")
    done = inside("list", "--open")
    assert done.stdout == (
        "Neural-network programming basics   1 of 1 exercises passed\n\n"
        "None of these is open: all have passed.\n\n"
        "All done: every exercise has passed. Run `grader check` once more for all.\n"
    )


@pytest.mark.parametrize(
    ("name", "message", "help_"),
    [
        ("numpy_basic", "No assignment `numpy_basic`.", "Did you mean `numpy_basics`?"),
        (
            "softmax",
            "`softmax` is an exercise, not an assignment.",
            "It is in: grader list numpy_basics",
        ),
    ],
)
def test_other_names(inside, name, message, help_):
    """A name that is no assignment is told, with the one that may be meant."""
    done = inside("list", name)
    assert (done.returncode, done.stderr) == (2, f"{message}\n{help_}\n")


def test_an_empty_course(course, inside):
    """A course without exercises is told what to do."""
    text = 'title = "New"\n[[assignments]]\nname = "a"\ntitle = "A"\n'
    (course / "exercises/course.toml").write_text(text)
    done = inside("list")
    assert done.returncode == 0
    assert done.stdout.endswith("Start one: grader author new NAME\n")
    done = inside("hint")
    assert done.returncode == 2
