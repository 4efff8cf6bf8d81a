"""A student's way through the whole course, in one terminal, with every key."""

import os
import shutil
import sys
from pathlib import Path

import pexpect
import pytest

sys.path.insert(0, str(Path(__file__).parent))
from window import Window

ROOT = Path(__file__).parents[3]
COLUMNS, ROWS = 80, 60
BEGIN, END = "    # YOUR CODE STARTS HERE\n", "    # YOUR CODE ENDS HERE"
UP, DOWN, ESCAPE, ENTER = "\x1b[A", "\x1b[B", "\x1b", "\r"
LOOP = """\
    total = 0
    for i in range(len(y)):
        total += abs(y[i] - yhat[i])
    return total
"""


@pytest.fixture
def shell(env, tmp_path):
    """Return a shell in a terminal, in an empty folder, that finds the program."""
    folder = tmp_path / "mine"
    folder.mkdir()
    path = f"{Path(sys.executable).parent}{os.pathsep}{env['PATH']}"
    child = pexpect.spawn(
        "/bin/sh",
        cwd=str(folder),
        env=env | {"PATH": path, "PS1": "here> "},
        dimensions=(ROWS, COLUMNS),
    )
    window = Window(child, COLUMNS, ROWS)
    window.folder = folder
    yield window.until("here>")
    child.close(force=True)


def answered(course, name, body=None):
    """Write an answer into its stub, by default the solution; return the file."""
    (file,) = course.glob(f"exercises/*/{name}.py")
    if body is None:
        (solution,) = ROOT.glob(f"solutions/*/{name}.py")
        shutil.copy(solution, file)
        return file
    before, _, rest = file.read_text("utf-8").partition(BEGIN)
    file.write_text(before + BEGIN + body + END + rest.partition(END)[2], "utf-8")
    return file


def test_from_init_to_the_done_screen(shell, exercises):
    """Init, a minute's exercise, mistakes, each key, every exercise, own numbers."""
    names = [one.name for one in exercises]
    course = shell.folder / "course"
    shell.press("grader init course\r")
    shell.until("43 exercises in 6 assignments", "Next: cd course && grader watch")
    shell.press("cd course && grader watch\r")
    shell.settled("· basic_sigmoid   not started", "0 of 43 passed", "h hint")

    # A minute's exercise: a name that is not there, then the right one.
    answered(course, names[0], "    return 1 / (1 + np.exp(-x))\n")
    shell.settled("`np` is not defined", "0 of 43 passed")
    answered(course, names[0], "    return 1 / (1 + math.exp(-x))\n")
    shell.settled("✓ basic_sigmoid   11 of 11 cases", "Next: press n for sigmoid.")

    # The page of keys, the list, and to another exercise and back.
    shell.press("?")
    shell.until("Save the file: it is checked", "esc   back to the verdict")
    shell.press(ESCAPE)
    shell.until("✓ basic_sigmoid   11 of 11 cases")
    shell.press("l")
    shell.until("> ✓ basic_sigmoid", "enter go there")
    shell.press(*[DOWN] * 7, UP, "j", "k")
    shell.until("> · L1")
    shell.press(ENTER)
    shell.settled("· L1   not started")

    # A loop is right and costs; hints open one by one; the stub comes back on request.
    answered(course, "L1", LOOP)
    shell.settled("! explicit-loop", "The loop costs 5 of the 10 points.")
    shell.press("h")
    shell.settled("L1   hint 1 of 3")
    shell.press(ESCAPE, "i")
    shell.until("L1")
    shell.press(ESCAPE, "x")
    shell.until("Put the stub of L1 back?")
    shell.press("y")
    shell.settled("· L1   not started", "What it held is kept:")
    answered(course, "L1")
    shell.settled("✓ L1   14 of 14 cases", "2 of 43 passed")
    shell.press("r")
    shell.settled("✓ L1   14 of 14 cases", "2 of 43 passed")

    # n leads through all that is open, in the course's order from here.
    order = [*names[names.index("L1") + 1 :], *names[: names.index("L1")]]
    left = [name for name in order if name != names[0]]
    for number, name in enumerate(left, 3):
        shell.settled(f"n next: {name}")
        shell.press("n")
        shell.settled(f"· {name}   not started")
        answered(course, name)
        shell.settled(f"✓ {name}   ", f"{number} of 43 passed")
    shell.press("c")
    shell.settled("✓ basic_sigmoid ", "✓ matrix_times_column ")
    shell.press(ESCAPE)
    shell.settled(f"✓ {left[-1]}   ", "n finish")

    # The done screen has the student's own numbers.
    shell.press("n")
    shell.settled("✓ Every exercise has passed", "loops removed           1")
    shell.until("exercises               43", "hints opened            1")
    shell.press("q")
    shell.until("here>")
    shell.press("grader\r")
    shell.until("43 of 43 exercises passed")
