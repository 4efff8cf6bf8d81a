"""`grader solution`: opens once the answer passes."""

import shutil

RIGHT = "e = np.exp(x)\nreturn e / np.sum(e, axis=1, keepdims=True)"


def test_closed(inside):
    """Before the answer passes the screen says what opens the solution."""
    done = inside("solution", "softmax")
    assert done.returncode == 1
    assert done.stdout == (
        "The solution of `softmax` opens once your answer passes. Now it is not "
        "started.\n\n"
        "Next: look at exercises/numpy_basics/softmax.py:22,\n"
        "then run: grader check softmax\n"
    )


def test_both(inside, write):
    """Once it passes, the student's version comes first and the solution below."""
    write("softmax", RIGHT)
    inside("check", "softmax")
    done = inside("solution", "softmax")
    assert done.returncode == 0
    yours, _, reference = done.stdout.partition("\nsolution   solutions/")
    assert (
        "yours   exercises/numpy_basics/softmax.py:22\n\n    def softmax(x):\n" in yours
    )
    assert "        return e / np.sum(e, axis=1, keepdims=True)\n" in yours
    assert reference.startswith("numpy_basics/softmax.py:22\n\n    def softmax(x):\n")
    assert "BEGIN SOLUTION" not in reference
    assert reference.endswith(
        "Next: to see how fast each is, run: grader race softmax\n"
    )


def test_no_race(inside, solve):
    """Where there is nothing to race, the next exercise is next."""
    solve("dot_of_matrices")
    inside("check", "dot_of_matrices")
    done = inside("solution", "dot_of_matrices")
    assert done.stdout.endswith("grader check basic_sigmoid\n")


def test_colours(terminal, write):
    """In a terminal the source has colours, and nothing but colours is sent."""
    write("softmax", f"s = '\x1b[2J'\n{RIGHT}")
    assert terminal("check", "softmax").code == 0
    screen = terminal("solution", "softmax")
    assert b"\x1b[" in screen.raw
    assert b"\x1b[2J" not in screen.raw
    assert "        s = '\\x1b[2J'" in screen.lines


def test_in_a_kit(course, inside):
    """In a student kit the sentence says who has the solutions."""
    shutil.rmtree(course / "solutions")
    done = inside("solution", "softmax")
    assert done.returncode == 2
    assert done.stderr == (
        "The solution of `softmax` is not here: this folder is a student kit.\n"
        "Your instructor has the solutions.\n"
    )
