"""`grader hint`: what opens the next hint is always said."""

import shutil

import pytest

HINTS = 3


def words(done):
    """Return what was printed, on one line."""
    return " ".join(done.stdout.split())


def test_the_first_hint(inside, exercises):
    """The first hint is open, and the sentence says what opens the second."""
    done = inside("hint", "softmax")
    (softmax,) = [one for one in exercises if one.name == "softmax"]
    assert done.returncode == 0
    assert done.stdout.startswith("softmax   hint 1 of 3\n\n  1. ")
    assert softmax.hints[0] in words(done)
    assert softmax.hints[1] not in words(done)
    assert "Hint 2 of 3 opens after another attempt: change your answer" in words(done)
    assert done.stdout.endswith(
        "Next: look at exercises/numpy_basics/softmax.py:22,\n"
        "then run: grader check softmax\n"
    )


def test_each_attempt_opens_one(inside, write):
    """A check of another content opens the next, the same content does not."""
    inside("hint", "softmax")
    for count, body in ((2, "return 1"), (2, "return 1"), (3, "return 2")):
        write("softmax", body)
        assert (
            f"Hint {count} of 3: grader hint softmax\n"
            in inside("check", "softmax").stdout
        )
        assert f"hint {count} of 3\n" in inside("hint", "softmax").stdout
    assert "opens after" not in inside("hint", "softmax").stdout


def test_without_a_name(inside, write):
    """Without a name the hint is on the exercise that was checked last."""
    assert inside("hint").stdout.startswith("basic_sigmoid   hint 1 of 3\n")
    write("L2", "return 3")
    inside("check", "L2")
    assert inside("hint").stdout.startswith("L2   hint 1 of 3\n")


def test_all_have_passed(course, inside, solve, tmp_path):
    """With nothing left to do, a hint needs a name."""
    toml = course / "exercises/course.toml"
    text = toml.read_text("utf-8")
    toml.write_text(text[: text.index("[[assignments.exercises]]", 400)], "utf-8")
    solve("basic_sigmoid")
    inside("check")
    done = inside("--course", "course", "hint", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr == (
        "Which exercise? All have passed.\n"
        "For any of them: grader --course course hint NAME\n"
    )


def test_an_exercise_that_passes(inside, solve):
    """Of an exercise that passes all hints are shown, and the solution is next."""
    solve("L1")
    inside("check", "L1")
    done = inside("hint", "L1")
    assert [f"\n  {number}. " in done.stdout for number in (1, 2, 3)] == [True] * 3
    assert "`L1` passes: all of its hints are open." in done.stdout
    assert done.stdout.endswith("run: grader solution L1\n")


def test_in_a_kit(course, inside):
    """A student kit has hints, too; there is no solution to go to."""
    shutil.rmtree(course / "solutions")
    shutil.rmtree(course / "tests/hidden")
    assert "hint 1 of 3" in inside("hint", "softmax").stdout


@pytest.mark.parametrize("command", ["hint", "inspect", "solution", "reset"])
def test_close_names(inside, command):
    """Each command suggests the name that is near."""
    done = inside(command, "sofmax")
    assert done.returncode == 2
    assert done.stderr == "No exercise `sofmax`.\nDid you mean `softmax`?\n"


@pytest.mark.parametrize("command", ["hint", "inspect", "solution", "reset", "list"])
def test_outside_a_course(inside, tmp_path, command):
    """Outside a course each command says what is missing and what to run."""
    names = [] if command == "list" else ["softmax"]
    done = inside(command, *names, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("No course here: ")
    assert "grader --course FOLDER" in done.stderr


def test_an_alias(inside):
    """An alias is as good as the name."""
    assert inside("hint", "normalizeRows").stdout.startswith("normalize_rows   hint 1")


def test_hints_of_code(course, inside):
    """A hint of several lines keeps them, with their indents, and sends no escapes."""
    toml = course / "exercises/course.toml"
    text = toml.read_text("utf-8")
    old = next(line for line in text.split("\n") if "Each row becomes" in line)
    hint = '"for row in x:\\n    ____\\u001b[2J",'
    toml.write_text(text.replace(old.strip(), hint), "utf-8")
    done = inside("hint", "softmax")
    assert "  1. for row in x:\n         ____\\x1b[2J\n" in done.stdout
