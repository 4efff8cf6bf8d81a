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


def begins(shell, course):
    """Take what a new student is told to do: a course, and a watch in it."""
    shell.press("grader init course\r")
    shell.until("43 exercises in 6 assignments", "Next: cd course && grader watch")
    shell.press("cd course && grader watch\r")
    shell.settled("· basic_sigmoid   not started", "0 of 43 passed", "h hint")
    answered(course, "basic_sigmoid", "    return 1 / (1 + np.exp(-x))\n")
    shell.settled("`np` is not defined", "0 of 43 passed")
    answered(course, "basic_sigmoid", "    return 1 / (1 + math.exp(-x))\n")
    shell.settled("✓ basic_sigmoid   11 of 11 cases", "Next: press n for sigmoid.")


def looks_around(shell):
    """Open the page of keys and the list, and go to another exercise from there."""
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


def has_a_loop(shell, course):
    """Be told of a loop, take a hint, look at the input, begin anew, mend it."""
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
    assert b"checking" in shell.quiet(1.0)
    shell.settled("✓ L1   14 of 14 cases", "2 of 43 passed")


def does_elsewhere(shell, course, names):
    """Do exercises without looking at the watch, then have it check everything."""
    for name in names:
        answered(course, name)
    shell.press("c")
    shell.settled("✓ basic_sigmoid ", f"{len(names) + 2} of 43 passed")
    shell.press(ESCAPE)


def does(shell, course, names):
    """Do the exercises that are left one after the other."""
    for number, name in enumerate(names, 43 - len(names) + 1):
        shell.settled(f"n next: {name}")
        shell.press("n")
        shell.settled(f"· {name}   not started")
        answered(course, name)
        shell.settled(f"✓ {name}   ", f"{number} of 43 passed")
    shell.press("c")
    shell.settled("✓ basic_sigmoid ", "✓ matrix_times_column ")
    shell.press(ESCAPE)
    shell.settled(f"✓ {names[-1]}   ", "n finish")


def test_from_init_to_the_done_screen(shell, exercises):
    """Init, a minute's exercise, mistakes, each key, every exercise, own numbers."""
    course = shell.folder / "course"
    begins(shell, course)
    looks_around(shell)
    has_a_loop(shell, course)
    names = [one.name for one in exercises]
    at = names.index("L1")
    does_elsewhere(shell, course, names[at + 2 :])
    # n leads through all that is open, in the course's order from here.
    does(shell, course, [names[at + 1], *names[1:at]])
    shell.press("n")
    shell.settled("✓ Every exercise has passed", "loops removed           1")
    shell.until("exercises               43", "hints opened            1")
    shell.press("q")
    shell.until("here>")
    shell.press("grader\r")
    shell.until("43 of 43 exercises passed")
