"""A class and a cluster of Dask's for tests, and what is to be seen of a run."""

import contextlib
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import psutil
import pytest

ONLY = ("--only", "softmax", "--only", "L1", "--seed", 3)
WRONG = (
    "import numpy as np\ndef softmax(x):\n    return np.exp(x) / {} / np.exp(x).sum()\n"
)
APART = ("unshare", "--user", "--map-root-user", "--net", "--mount")
"""How a program begins that has the network to itself, and may change it."""
DASK = Path(sys.executable).with_name("dask")
PATIENCE = "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES"


@pytest.fixture
def group(tmp_path, course):
    """Return a folder with a class of all kinds."""
    root = tmp_path / "class"
    for name in ("anna", "empty", "zipped"):
        (root / name).mkdir(parents=True)
    for name in ("softmax", "L1"):
        shutil.copy(course / f"solutions/numpy_basics/{name}.py", root / "anna")
    shutil.copy(root / "anna/L1.py", root / "zipped")
    shutil.make_archive(str(root / "zipped"), "zip", root / "zipped")
    shutil.rmtree(root / "zipped")
    root.joinpath("broken.py").write_text("def softmax(x):\n    return (\n")
    root.joinpath("linked").symlink_to(course / "solutions/numpy_basics")
    root.joinpath("anna/L2.py").symlink_to(course / "solutions/numpy_basics/L2.py")
    root.joinpath(os.fsdecode(b"raw\xff.py")).write_text(WRONG.format(1))
    return root


@pytest.fixture
def more(group):
    """Return a function that adds so many wrong answers to the class."""

    def add(count):
        for number in range(count):
            name = f"student{number:03}.py"
            group.joinpath(name).write_text(WRONG.format(number + 1))

    return add


@pytest.fixture
def grading(group, tmp_path):
    """Return a function that gives the words of a run into a folder."""
    return lambda out, *more: ("grade", group, "--out", tmp_path / out, *ONLY, *more)


@pytest.fixture
def dask(env, tmp_path):
    """Return a function that starts a command of Dask's in a group of its own."""
    started = []

    def start(*some, site="", within=()):
        folder = tmp_path / f"site{len(started)}"
        folder.mkdir()
        folder.joinpath("sitecustomize.py").write_text(site)
        program = [*within, str(DASK), *map(str, some)]
        log = folder.joinpath("log").open("wb")
        with log:
            process = subprocess.Popen(
                program,
                env={**env, "PYTHONPATH": str(folder), PATIENCE: "0"},
                cwd=tmp_path,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        started.append(process)
        return process

    yield start
    for process in reversed(started):
        kill(process)
        process.wait()


def machines():
    """Whether machines with networks of their own can be had here, as namespaces."""
    words = [*APART, "ip", "link", "add", "a", "type", "veth", "peer", "name", "b"]
    try:
        return subprocess.run(words, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


def free_port():
    """Return a port that nobody listens at."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def family(pid):
    """Return a process, if it is there, and all that it started."""
    try:
        process = psutil.Process(pid)
        return [process, *process.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []


def kill(process):
    """Kill a process and all that it started."""
    for one in family(process.pid):
        # A guest may have ended meanwhile.
        with contextlib.suppress(psutil.NoSuchProcess):
            one.kill()


def recorded(folder):
    """Return the ids on record in a gradebook that may be in use."""
    file = folder / "gradebook.sqlite"
    try:
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as database:
            return [one for (one,) in database.execute("SELECT id FROM submission")]
    except sqlite3.Error:
        return []


def until(true):
    """Wait until something is true."""
    deadline = time.monotonic() + 60
    while not (found := true()):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    return found


def judging(home):
    """Return the processes that judge for workers with this home."""
    found = []
    for one in psutil.process_iter():
        try:
            if "grader.batch.apart" in one.cmdline() and (
                one.environ().get("HOME") == str(home)
            ):
                found.append(one)
        except psutil.Error:
            continue
    return found


def same(one, other):
    """Hold that two runs wrote the same, to the byte."""
    for name in ("results.jsonl", "gradebook.csv", "report/index.html"):
        assert (one / name).read_bytes() == (other / name).read_bytes(), name
