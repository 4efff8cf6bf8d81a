"""The real program in a copy of the real course, as a student runs it."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pexpect
import pyte
import pytest
from browser import collect_ignore
from clusters import dask, grading, group, machines, more  # noqa: F401 - by their names

from grader import cli
from grader import course as courses

# Where CI runs, machines that cannot be had are a failure.
if not machines() and "CI" not in os.environ:
    collect_ignore += ["test_grade_network.py"]

ROOT = Path(__file__).parents[3]
PROGRAM = str(Path(sys.executable).with_name("grader"))
FOLDERS = (
    "exercises",
    "solutions",
    "tests/visible",
    "tests/hidden",
    "tests/misconceptions",
    "tests/mutants",
    "tests/slow",
)
ROWS = 60
SECONDS = 60


class Screen(NamedTuple):
    """What a terminal shows when a program has ended, and what was sent to it."""

    lines: list[str]
    raw: bytes
    code: int | None

    @property
    def text(self) -> str:
        """The screen as one text."""
        return "\n".join(self.lines)


def environment(folder: Path) -> dict[str, str]:
    """Return what a program needs of an environment, and nothing of this one."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "TERM": "xterm-256color",
    }


def display(raw: bytes, columns: int) -> list[str]:
    """Return the lines of a terminal of this width that was sent `raw`."""
    screen = pyte.Screen(columns, ROWS)
    pyte.ByteStream(screen).feed(raw)
    lines = [line.rstrip() for line in screen.display]
    while lines and not lines[-1]:
        lines.pop()
    return lines


@pytest.fixture(scope="session")
def exercises():
    """Return what the course says of each exercise, in order."""
    return [place.exercise for place in courses.load(ROOT)]


@pytest.fixture(scope="session")
def pristine(tmp_path_factory):
    """Return a copy of the course as it is shipped, to be copied and not changed."""
    root = tmp_path_factory.mktemp("pristine")
    for folder in FOLDERS:
        shutil.copytree(
            ROOT / folder, root / folder, ignore=shutil.ignore_patterns("__pycache__")
        )
    return root


class Place:
    """A course of one's own, every exercise as it is shipped, and the program in it."""

    def __init__(self, pristine: Path, folder: Path) -> None:
        self.course = Path(shutil.copytree(pristine, folder / "course"))
        home = folder / "home"
        home.mkdir()
        self.env = environment(home)

    def run(self, *words, **options):
        """Run the program, in the course's folder unless told."""
        settings = {"capture_output": True, "text": True, "encoding": "utf-8"}
        settings |= {"cwd": self.course, "env": self.env, "timeout": SECONDS}
        program = [PROGRAM, *map(str, words)]
        return subprocess.run(program, check=False, **settings | options)

    def write(self, name, body):
        """Write the body of an answer into its stub; return the file."""
        (file,) = self.course.glob(f"exercises/*/{name}.py")
        region = r"(    # YOUR CODE STARTS HERE\n).*(    # YOUR CODE ENDS HERE)"
        lines = "".join(f"    {line}\n" for line in body.strip("\n").split("\n"))
        stub = file.read_text("utf-8")
        text = re.sub(region, lambda m: m[1] + lines + m[2], stub, flags=re.DOTALL)
        file.write_text(text, "utf-8")
        return file

    def solve(self, *names):
        """Copy solutions, by default all, into the student's files."""
        for name in names or ("*",):
            for file in self.course.glob(f"solutions/*/{name}.py"):
                shutil.copy(file, self.course / "exercises" / file.parent.name)


SMALL = """
title = "Small"

[[assignments]]
name = "numpy_basics"
title = "Python basics"

[[assignments.exercises]]
name = "softmax"
hints = ["a", "b", "c"]

[[assignments.exercises]]
name = "L1"
hints = ["a", "b", "c"]
"""


@pytest.fixture(scope="session")
def small(prepare):
    """Return a place with a course of two exercises, to be copied and not changed."""
    place = prepare("small")
    for kind in ("exercises", "solutions", "tests/visible", "tests/hidden"):
        for file in place.course.glob(f"{kind}/*/*"):
            if file.is_file() and not re.fullmatch(r"(test_)?(softmax|L1)", file.stem):
                file.unlink()
    place.course.joinpath("exercises/course.toml").write_text(SMALL)
    assert place.run("author", "build").returncode == 0
    return place


@pytest.fixture(scope="session")
def prepare(pristine, tmp_path_factory):
    """Return a function that makes a place for tests that share one."""
    return lambda name: Place(pristine, tmp_path_factory.mktemp(name))


@pytest.fixture
def place(pristine, tmp_path):
    """Return a place of the test's own."""
    return Place(pristine, tmp_path)


@pytest.fixture
def course(place):
    """Return the course's folder."""
    return place.course


@pytest.fixture
def env(place):
    """Return the environment of the program; change it in place."""
    return place.env


@pytest.fixture
def run(place):
    """Return the function that runs the program in the course's folder."""
    return place.run


@pytest.fixture
def write(place):
    """Return the function that writes the body of an answer into its stub."""
    return place.write


@pytest.fixture
def solve(place):
    """Return the function that copies solutions into the student's files."""
    return place.solve


@pytest.fixture
def spawn(course, env):
    """Return a function that starts the program in a terminal."""
    programs = []

    def start(*words, columns=80, cwd=course):
        program = pexpect.spawn(
            PROGRAM,
            [str(word) for word in words],
            cwd=str(cwd),
            env=env,
            dimensions=(ROWS, columns),
            timeout=SECONDS,
        )
        programs.append(program)
        return program

    yield start
    for program in programs:
        program.close(force=True)


@pytest.fixture
def terminal(spawn):
    """Return a function that runs the program in a terminal and reads the screen."""

    def start(*words, columns=80, **options):
        program = spawn(*words, columns=columns, **options)
        program.expect(pexpect.EOF)
        raw = program.before
        program.close()
        return Screen(display(raw, columns), raw, program.exitstatus)

    return start


@pytest.fixture
def inside(course, monkeypatch, capsys):
    """Return a function that runs the program in this process: fast, for sentences."""
    for name in ("COLUMNS", "LINES", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)

    def start(*words, cwd=course):
        monkeypatch.chdir(cwd)
        monkeypatch.setattr(sys, "argv", ["grader", *map(str, words)])
        code = cli.run()
        told = capsys.readouterr()
        return subprocess.CompletedProcess(words, code, told.out, told.err)

    return start
