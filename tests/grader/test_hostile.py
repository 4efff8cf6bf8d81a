"""Every file of tests/hostile gets the verdict that its header asks for.

The header of a hostile submission is its docstring and comments of the form
`# key: value`:

    exercise   the function that it defines
    must       the status it gets; several, separated by commas, are as good
    says       text that is in its message, or in that of one of its cases
    walls      the walls behind which it is run, all without it
    timeout    the seconds a call may take, in place of the exercise's own
    seconds    the seconds that the whole check may take
    repeat     NAME COUNT TEXT: NAME stands for COUNT times TEXT (escapes as in Python)
    start      what comes before the first line
    hole       why it does not get its verdict yet: the test has to fail
"""

import contextlib
import ctypes
import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import warnings
from pathlib import Path

import msgspec
import psutil
import pytest
from rich.console import Console

from grader import course as courses
from grader.course import Course
from grader.errors import Exit
from grader.render import json as as_json
from grader.render import terminal
from grader.sandbox import bubblewrap
from grader.sandbox.launcher import Isolation, Sandbox
from grader.session import submitted
from grader.session.check import Options, check
from grader.verdict import CaseStatus, Result, Status

ROOT = Path(__file__).parents[2]
HOSTILE = sorted((ROOT / "tests" / "hostile").glob("*.py"))
FOLDERS = ("exercises", "solutions", "tests/visible", "tests/hidden",
           "tests/misconceptions")  # fmt: skip

# Where CI runs, a missing wall is a failure; elsewhere its tests need not run.
WALLS = [Isolation.PROCESS]
if bubblewrap.program() or "CI" in os.environ:
    WALLS.insert(0, Isolation.BUBBLEWRAP)

SEED = 7
SECONDS = 12.0
MAX_MESSAGE = 1_000
MAX_SCREEN = 40_000
MAX_DOCUMENT = 400_000
END_SECONDS = 5
PR_SET_CHILD_SUBREAPER = 36


def header(path):
    """Return the header of a hostile submission as a dict, `repeat` as a list."""
    found = {"repeat": []}
    for line in path.read_text("utf-8").splitlines():
        key, colon, value = line.removeprefix("# ").partition(": ")
        if not line.startswith("# ") or not colon or " " in key:
            continue
        if key == "repeat":
            found["repeat"].append(value)
        else:
            found.setdefault(key, value)
    return found


def unescape(text):
    """Return text with the escapes of a Python literal put in."""
    return text.encode("ascii").decode("unicode_escape")


def content(path):
    """Return the bytes that are handed in: the file with its repeats written out."""
    head = header(path)
    text = path.read_text("utf-8")
    lines = [line for line in text.split("\n") if not line.startswith("# repeat: ")]
    text = "\n".join(lines)
    for rule in head["repeat"]:
        name, count, what = rule.split(" ", 2)
        text = text.replace(name, unescape(what) * int(count))
    return (unescape(head.get("start", "")) + text).encode("utf-8", "surrogateescape")


def runs():
    """Return each hostile submission with each wall that it is run behind."""
    found = []
    for path in HOSTILE:
        head = header(path)
        allowed = head.get("walls", "bubblewrap, process").split(", ")
        marks = []
        if "hole" in head:
            marks.append(pytest.mark.xfail(reason=head["hole"], strict=True))
        found += [
            pytest.param(path, wall, id=f"{path.stem}-{wall}", marks=marks)
            for wall in WALLS
            if wall.value in allowed
        ]
    return found


def digests(folder):
    """Return what is in a folder, by name; caches of Python's do not count."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(
            path.read_bytes() if path.is_file() else b""
        ).hexdigest()
        for path in folder.rglob("*")
        if "__pycache__" not in path.parts
    }


def adopt(*, wanted):
    """On Linux, have what descendants leave behind become children of this process."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, int(wanted), 0, 0, 0)


def alive():
    """Return the processes below this one."""
    found = {}
    for child in psutil.Process().children(recursive=True):
        with contextlib.suppress(psutil.Error):
            if child.status() != psutil.STATUS_ZOMBIE:
                found[child.pid] = " ".join(child.cmdline())
    return found


@pytest.fixture(scope="module", autouse=True)
def before(tmp_path_factory):
    """Keep what there was before the first hostile submission ran."""
    tmp_path_factory.getbasetemp()
    folder = tempfile.mkdtemp()
    kept, tempfile.tempdir = tempfile.tempdir, folder
    adopt(wanted=True)
    yield {
        "processes": set(alive()),
        "course": {name: digests(ROOT / name) for name in FOLDERS},
        "temporary": folder,
    }
    adopt(wanted=False)
    tempfile.tempdir = kept
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """Return a copy of the bundled course, for answers to be handed in."""
    root = tmp_path_factory.mktemp("course")
    for name in FOLDERS:
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, root / name, ignore=ignored)
    return courses.load(root)


@pytest.fixture(scope="module")
def sandboxes():
    """Give one sandbox for each wall, in which all submissions are run in turn."""
    opened = {}

    def sandbox(wall):
        if wall not in opened:
            opened[wall] = Sandbox(wall)
        return opened[wall]

    yield sandbox
    for sandbox in opened.values():
        sandbox.close()


def within(course, seconds):
    """Return the course with another time-out for every exercise."""
    assignments = [
        msgspec.structs.replace(
            assignment,
            exercises=tuple(
                msgspec.structs.replace(exercise, timeout=seconds)
                for exercise in assignment.exercises
            ),
        )
        for assignment in course.assignments
    ]
    return Course(course.root, course.title, assignments, course.loop_penalty)


def judge(course, exercise, data, sandbox):
    """Hand in `data` for an exercise and return the result of the check."""
    place = course.places[exercise]
    shipped = place.stub.read_bytes()
    place.stub.write_bytes(data)
    try:
        submission, entries = submitted.read_course(course, [place])
        return check(course, submission, entries, sandbox, Options(SEED)), entries[0]
    finally:
        place.stub.write_bytes(shipped)


def screen(result, entry):
    """Return the screen of a check as text."""
    out = Console(
        file=io.StringIO(), width=80, color_system=None, markup=False, highlight=False
    )

    def line(_name, number):
        return entry.extract.source.line(number) if entry.extract else ""

    terminal.render(result, out, lambda _name: (entry.path, entry.line), line)
    return out.file.getvalue()


@pytest.mark.parametrize(("path", "wall"), runs())
def test_hostile_submission(path, wall, course, sandboxes):
    """A hostile submission gets its verdict, in time and in one harmless sentence."""
    head = header(path)
    if "timeout" in head:
        course = within(course, float(head["timeout"]))
    started = time.monotonic()
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        result, entry = judge(course, head["exercise"], content(path), sandboxes(wall))
    seconds = time.monotonic() - started
    exercise = result.exercises[0]
    message = exercise.message

    assert exercise.status in [Status(one) for one in head["must"].split(", ")], message
    assert message.strip()
    assert len(message.splitlines()) == 1
    assert len(message) <= MAX_MESSAGE
    told = [message, *(case.message for case in exercise.cases)]
    assert any(head.get("says", "") in one for one in told), told[:2]
    assert all(case.status is not CaseStatus.ERROR for case in exercise.cases)
    if exercise.status is not Status.PASSED:
        assert exercise.points < exercise.max_points
    assert seconds < float(head.get("seconds", SECONDS))
    assert not warned, [str(one.message) for one in warned]

    document = as_json.render(result)
    assert len(document) < MAX_DOCUMENT
    assert msgspec.json.decode(document, type=Result) == result
    shown = screen(result, entry)
    assert len(shown) < MAX_SCREEN
    assert all(one == "\n" or one.isprintable() for one in shown)


@pytest.mark.parametrize("path", HOSTILE, ids=lambda path: path.stem)
def test_header(path, course):
    """A hostile submission says what it attempts and which verdict it must get."""
    head = header(path)
    text = path.read_text("utf-8")
    assert text.count("\n") <= 40
    assert text.removeprefix("# -*- coding: ").partition('"""')[2].partition('"""')[0]
    assert head["exercise"] in course.places
    assert all(Status(one) for one in head["must"].split(", "))
    known = {"exercise", "must", "says", "walls", "timeout", "seconds", "repeat",
             "start", "hole", "-*- coding"}  # fmt: skip
    assert set(head) <= known


@pytest.mark.parametrize("wall", WALLS)
def test_right_answer_afterwards(wall, course, sandboxes):
    """After all of them the same sandbox still gives a right answer full points."""
    for place in course:
        data = place.solution.read_bytes()
        result, _ = judge(course, place.exercise.name, data, sandboxes(wall))
        assert result.exercises[0].status is Status.PASSED
        assert result.points == result.max_points


@pytest.mark.parametrize("wall", WALLS)
def test_neighbours(wall, course, tmp_path):
    """One hostile file of several does not change the verdicts on the others."""
    root = tmp_path / "course"
    shutil.copytree(course.root, root)
    course = within(courses.load(root), 0.5)
    chosen = {
        "sigmoid": "exit_at_import",
        "softmax": "hundred_thousand_brackets",
        "L1": "endless_import",
        "initialize_with_zeros": "crossed_wires",
    }
    for place in course:
        name = place.exercise.name
        data = place.solution.read_bytes()
        if name in chosen:
            path = ROOT / "tests" / "hostile" / f"{chosen[name]}.py"
            asked = header(path)["exercise"].encode()
            data = content(path).replace(asked, name.encode())
        place.stub.write_bytes(data)
    places = list(course)
    with Sandbox(wall) as sandbox:
        submission, entries = submitted.read_course(course, places)
        result = check(course, submission, entries, sandbox, Options(SEED))
    for exercise in result.exercises:
        passed = exercise.status is Status.PASSED
        assert passed is (exercise.name not in chosen), exercise


END = "import os\nos._exit(0)\n"
BESIDE = {
    "conftest.py": END,
    "evil.py": END,
    "msgspec.py": END,
    "numpy.py": END,
    "pyproject.toml": "[tool.pytest.ini_options]\naddopts = '--collect-only'\n",
    "pytest.ini": "[pytest]\naddopts = --collect-only -p evil\n",
    "sitecustomize.py": END,
    "test_softmax.py": "def test_all():\n    pass\n",
    "tox.ini": "[pytest]\naddopts = --collect-only\n",
    "usercustomize.py": END,
}


@pytest.mark.parametrize("program", ["grader", "python -m grader"])
def test_files_beside(program, course, tmp_path):
    """Settings, conftest.py and modules beside an answer are neither read nor run."""
    root = tmp_path / "course"
    shutil.copytree(course.root, root)
    folder = root / "exercises" / "numpy_basics"
    for place in (folder, root):
        for name, text in BESIDE.items():
            place.joinpath(name).write_text(text, "utf-8")
    folder.joinpath("softmax.py").write_text("def softmax(x):\n    return x\n", "utf-8")
    first, *rest = program.split()
    words = [Path(sys.executable).with_name(first), *rest]
    words += ["check", "softmax", "--format", "json", "--seed", str(SEED)]
    ran = subprocess.run(
        words, cwd=folder, capture_output=True, timeout=60, check=False
    )
    assert ran.returncode == Exit.STUDENT, ran.stderr
    assert json.loads(ran.stdout)["exercises"][0]["status"] == Status.FAILED


def test_nothing_is_left(before, course, sandboxes):
    """No process, descriptor or file is left, and nothing of the course has changed."""
    for wall in WALLS:
        sandboxes(wall).close()
    until = time.monotonic() + END_SECONDS
    while time.monotonic() < until:
        left = {
            pid: said for pid, said in alive().items() if pid not in before["processes"]
        }
        if not left:
            break
        time.sleep(0.05)
    assert not left
    assert {name: digests(ROOT / name) for name in FOLDERS} == before["course"]
    for name in FOLDERS:
        assert digests(course.root / name) == before["course"][name]
    assert os.listdir(before["temporary"]) == []  # noqa: PTH208 - names are all there is


@pytest.mark.parametrize("wall", WALLS)
def test_descriptors(wall, course):
    """A sandbox that lost guests to hostile submissions gives every descriptor back."""
    course = within(course, 0.5)
    data = [content(ROOT / "tests" / "hostile" / f"{name}.py")
            for name in ("exit_at_once", "crossed_wires", "closed_wire")]  # fmt: skip

    def run():
        with Sandbox(wall) as sandbox:
            for one in data:
                judge(course, "initialize_with_zeros", one, sandbox)
        return psutil.Process().num_fds()

    assert run() == run()
