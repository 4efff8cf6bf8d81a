"""Odd terminals, folders, environments and signals: a verdict or a sentence."""

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest
from kin import below

EVIL = "raise SystemExit('the current folder was imported')\n"
LOOP = "import numpy as np\n\n\ndef softmax(x):\n    while True:\n        pass\n"


@pytest.fixture
def solved(solve):
    """Solve one exercise."""
    solve("L1")


def passed(done):
    """Hold that a check of one exercise passed and complained of nothing."""
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr == ""
    assert "14 of 14 cases" in done.stdout
    return True


ENVIRONMENTS = {
    "nothing": dict.fromkeys(("HOME", "TERM", "TMPDIR")),
    "settings for pytest": {"PYTEST_ADDOPTS": "--garbage", "PYTEST_PLUGINS": "nowhere"},
    "settings for Python": {"PYTHONWARNINGS": "error", "PYTHONOPTIMIZE": "2"},
    "a plain locale": {"LC_ALL": "C", "LANG": "C"},
    "a temporary folder that is not there": {"TMPDIR": "/nowhere"},
    "a narrow screen": {"COLUMNS": "20", "TERM": "dumb", "NO_COLOR": "1"},
}


@pytest.mark.usefixtures("solved")
@pytest.mark.parametrize("what", ENVIRONMENTS)
def test_environment(run, env, what):
    """What the environment holds does not change the verdict."""
    for name, value in ENVIRONMENTS[what].items():
        env.pop(name, None)
        env |= {name: value} if value is not None else {}
    assert passed(run("check", "L1"))


@pytest.mark.usefixtures("solved")
@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_screen_without_the_symbols(run, env, encoding):
    """A screen that lacks a symbol gets another one for it, not a fault."""
    env["PYTHONIOENCODING"] = encoding
    assert passed(run("check", "L1", encoding=encoding))


@pytest.mark.usefixtures("solved")
def test_modules_in_the_current_folder(course, run, env):
    """`python -m grader` imports nothing from the current folder."""
    for name in ("numpy", "pytest", "_pytest", "typer", "rich", "msgspec", "json"):
        course.joinpath(f"{name}.py").write_text(EVIL, "utf-8")
    course.joinpath("conftest.py").write_text(EVIL, "utf-8")
    course.joinpath("pytest.ini").write_text("[pytest]\naddopts = --no\n", "utf-8")
    assert passed(run("check", "L1"))
    done = subprocess.run(
        [sys.executable, "-m", "grader", "check", "L1"],
        cwd=course,
        env=env,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert passed(done)


@pytest.mark.parametrize("name", ["two words.py", "lösung 🐱.py", "a.b.c.py", "none"])
def test_odd_file_names(course, inside, name):
    """A file is checked whatever its name, and the next command is quoted."""
    course.joinpath(name).write_text("def L1(yhat, y):\n    return 3\n", "utf-8")
    done = inside("check", "--file", name)
    assert done.returncode == 1
    quoted = name if re.fullmatch(r"[\w.]+", name, re.ASCII) else f"'{name}'"
    assert f"grader check L1 --file {quoted}" in done.stdout.replace("\n", " ")


def test_stdout_that_is_closed_early(run):
    """A reader that has enough ends the program without a word on stderr."""
    for words in ((), ("check",), ("check", "--format", "json")):
        read, write = os.pipe()
        os.close(read)
        with os.fdopen(write, "w") as stdout:
            done = run(*words, capture_output=False, stdout=stdout, stderr=-1)
        assert done.returncode in (0, 1)
        assert done.stderr == ""


@pytest.mark.usefixtures("solved")
def test_input_that_is_closed(run):
    """A check needs no standard input."""
    assert passed(run("check", "L1", stdin=subprocess.DEVNULL))


@pytest.mark.usefixtures("solved")
def test_two_checks_at_once(course, env, run):
    """Two checks of one course at the same time come to the same verdict."""
    words = [sys.executable, "-m", "grader", "check", "L1", "--seed", "1"]
    programs = [
        subprocess.Popen(
            words,
            cwd=course,
            env=env,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        for _ in range(2)
    ]
    first, second = (program.communicate()[0] for program in programs)
    assert [program.returncode for program in programs] == [0, 0]
    assert first == second
    assert run().stdout.count("passed") == 2


@pytest.fixture
def looping(course, env):
    """Yield a function that starts a check which hangs in an endless loop."""
    course.joinpath("loop.py").write_text(LOOP, "utf-8")
    toml = course / "exercises/course.toml"
    text = toml.read_text("utf-8").replace('"softmax"', '"softmax"\ntimeout = 1')
    toml.write_text(text.replace('"L1"', '"L1"\nimports = ["time"]'), "utf-8")
    programs, processes = [], []

    def start(*words):
        program = subprocess.Popen(
            [sys.executable, "-m", "grader", "check", "--file", "loop.py", *words],
            cwd=course,
            env=env,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        programs.append(program)
        busy = None
        while busy is None:
            assert program.poll() is None, program.communicate()
            time.sleep(0.05)
            found = below(program.pid, recursive=True)
            busy = next((one for one in found if used(one) > 0.2), None)
        processes.extend(found)
        return program, found, busy

    yield start
    for program in programs:
        program.kill()
        program.communicate()
    for process in processes:
        with contextlib.suppress(psutil.NoSuchProcess):
            process.kill()


def used(process):
    """Return the seconds that a process took; none of one that ended meanwhile."""
    with contextlib.suppress(psutil.NoSuchProcess):
        return process.cpu_times().user
    return 0.0


SLOW = """
import time
import numpy as np

def L1(yhat, y):
    end = time.process_time() + 0.6
    while np.size(y) == 1 and time.process_time() < end:
        pass
    return np.sum(np.abs(yhat - y))
"""


def test_killed_sandbox(course, looping):
    """A sandbox that something kills is not held against a right answer."""
    course.joinpath("loop.py").write_text(SLOW, "utf-8")
    program, below, _ = looping("--format", "json", "--isolation", "auto")
    below[0].kill()
    out, err = program.communicate(timeout=60)
    (found,) = json.loads(out)["exercises"]
    assert found["status"] != "failed", found["message"]
    assert err == ""


def test_killed_guest(course, looping):
    """A guest that something kills fails its case; the other cases are judged."""
    course.joinpath("loop.py").write_text(SLOW, "utf-8")
    program, _, busy = looping("--format", "json")
    busy.kill()
    out, err = program.communicate(timeout=60)
    (found,) = json.loads(out)["exercises"]
    assert (program.returncode, err, found["status"]) == (1, "", "failed")
    statuses = [case["status"] for case in found["cases"]]
    assert statuses == ["crashed", *["passed"] * 13]


@pytest.mark.parametrize(
    ("name", "wall"),
    [("SIGINT", "auto"), ("SIGHUP", "auto"), ("SIGTERM", "process")],
)
def test_interrupted(looping, env, name, wall):
    """A check that is ended leaves no process and no folder; Ctrl-C is told."""
    program, below, _ = looping("--isolation", wall)
    program.send_signal(getattr(signal, name))
    out, err = program.communicate(timeout=20)
    assert out == ""
    assert "Traceback" not in err
    assert program.returncode == 128 + getattr(signal, name)
    assert "Interrupted." in err
    _, alive = psutil.wait_procs(below, timeout=3)
    assert [one for one in alive if one.status() != psutil.STATUS_ZOMBIE] == []
    assert list(Path(env["TMPDIR"]).iterdir()) == []


def test_narrow_terminal(terminal, write):
    """In a narrow terminal our own sentences are wrapped at words."""
    write("softmax", "e = np.exp(x)\nreturn e / np.sum(e)")
    screen = terminal("check", "softmax", columns=40)
    assert "    Shape and dtype are right. 10 of 10" in screen.lines
    assert "    values differ, most at [1, 0]." in screen.lines


def test_next_command_is_whole(terminal):
    """At 80 columns the command to run next stands on one line."""
    check = r"grader check basic_sigmoid\b"
    for words, command in (
        ((), r"grader watch\b"),
        (("check",), check),
        (("check", "basic_sigmoid"), check),
    ):
        assert any(re.search(command, line) for line in terminal(*words).lines)


ESCAPE = "\x1b[31m\x07\u202e"
SAYS = {
    "prints": f"print({ESCAPE!r})\n    return 0",
    "raises": f"raise ValueError({ESCAPE!r})",
    "returns text": f"return {ESCAPE!r}",
    "returns a dict": f"return {{{ESCAPE!r}: 1}}",
    "has a type": f"return type({ESCAPE!r}, (), {{}})()",
    "raises a type": f"raise type({ESCAPE!r}, (Exception,), {{}})('x')",
}


@pytest.mark.parametrize("what", SAYS)
def test_escapes_are_shown(course, inside, what):
    """What an answer says cannot drive the terminal: escapes are shown, not sent."""
    source = f"def L1(yhat, y):\n    {SAYS[what]}\n"
    course.joinpath("evil.py").write_text(source, "utf-8")
    done = inside("check", "--file", "evil.py")
    assert done.returncode == 1
    assert not set("\x1b\x07\u202e") & set(done.stdout + done.stderr)


def test_escapes_in_a_file_name(course, run):
    """A file's name cannot drive the terminal either."""
    name = "a\x1b[31mb.py"
    source = "def L1(yhat, y):\n    return [a for a in y]\n"
    course.joinpath(name).write_text(source, "utf-8")
    done = run("check", "--file", name)
    assert done.returncode == 1
    assert "\x1b" not in done.stdout


def test_file_name_that_is_not_text(course, run):
    """A file whose name is not UTF-8 is judged, as a document too."""
    name = os.fsdecode(b"a\xff.py")
    course.joinpath(name).write_text("def L1(yhat, y):\n    return 3\n", "utf-8")
    done = run("check", "--file", name, "--format", "json")
    assert done.returncode == 1
    assert json.loads(done.stdout)["exercises"][0]["status"] == "failed"


def test_no_colour_without_a_terminal(run, write):
    """What goes to a file holds no escape codes."""
    write("softmax", "return 3")
    assert "\x1b" not in run("check", "softmax").stdout
    assert "\x1b" not in run().stdout


def test_readable_without_colour(terminal, env, write):
    """Without colour the screen holds the same words; a dumb one gets no escapes."""
    write("softmax", "return x")
    words = ("check", "softmax", "--seed", "1")
    coloured = terminal(*words)
    env["NO_COLOR"] = "1"
    plain = terminal(*words)
    env["TERM"] = "dumb"
    dumb = terminal(*words)
    assert coloured.lines == plain.lines == dumb.lines
    assert not re.search(rb"\x1b\[\d*;?3\dm", plain.raw)
    assert b"\x1b" not in dumb.raw
