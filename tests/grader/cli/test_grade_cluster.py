"""`grader grade --cluster`: a class judged by the workers of a Dask scheduler."""

import contextlib
import os
import re
import shlex
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import pexpect
import psutil
import pytest

import grader
from grader.cli import judges

ONLY = ("--only", "softmax", "--only", "L1", "--seed", 3)
DOCS = Path(__file__).parents[3] / "docs" / "cluster.md"
WRONG = (
    "import numpy as np\ndef softmax(x):\n    return np.exp(x) / {} / np.exp(x).sum()\n"
)
PATIENCE = "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES"
LINE = 'if "grader.batch.apart" in sys.orig_argv:'
POISON = f"""\
import sys
{LINE}
    import os, signal, time
    from grader.batch import judging
    plain = judging.Judging.submission
    def submission(self, task):
        if task.id == "poison":
            os.kill(os.getpid(), signal.SIGKILL)
        if task.id == "plague":
            os.kill(os.getppid(), signal.SIGKILL)
            time.sleep(60)
        return plain(self, task)
    judging.Judging.submission = submission
"""
OTHER = """\
import importlib.metadata as metadata
plain = metadata.version
metadata.version = lambda name: "0.0.9" if name == "exercise-grader" else plain(name)
"""
BARE = f"""\
import sys
{LINE}
    from grader.sandbox import launcher
    launcher._is_there = lambda wall: wall is launcher.Wall.PROCESS
"""


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
def words(group, tmp_path):
    """Return a function that gives the words of a run into a folder."""
    return lambda out, *more: ("grade", group, "--out", tmp_path / out, *ONLY, *more)


@pytest.fixture
def dask(env, tmp_path):
    """Return a function that starts a command of Dask's in a group of its own."""
    started = []

    def start(*some, site=""):
        folder = tmp_path / f"site{len(started)}"
        folder.mkdir()
        folder.joinpath("sitecustomize.py").write_text(site)
        program = [str(Path(sys.executable).with_name("dask")), *map(str, some)]
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


@pytest.fixture
def scheduler(dask):
    """Return the address of a scheduler, and its process."""
    port = free_port()
    words = ("scheduler", "--host", "127.0.0.1", "--port", port, "--no-dashboard")
    return f"tcp://127.0.0.1:{port}", dask(*words)


@pytest.fixture
def worker(dask, scheduler):
    """Return a function that starts a worker; `site` is run first in its Pythons."""
    words = ("worker", scheduler[0], "--no-nanny", "--no-dashboard", "--nthreads", 1)
    return lambda site="": dask(*words, "--host", "127.0.0.1", site=site)


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


def runs(process):
    """Whether a process is still at work."""
    try:
        return process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def recorded(folder):
    """Return the ids on record in a gradebook that may be in use."""
    file = folder / "gradebook.sqlite"
    try:
        with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as database:
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


def test_the_commands_of_the_docs(run, dask, words, env, tmp_path):
    """Workers of a scheduler come to the bytes of a local run, and leave nothing."""
    assert run(*words("local", "--jobs", 1)).returncode == 0
    block = r"```sh\n(dask scheduler.*?)```"
    lines = re.search(block, DOCS.read_text("utf-8"), re.DOTALL)
    said = lines[1].replace("8786", str(free_port())).splitlines()
    for line in said[:2]:
        dask(*shlex.split(line)[1:])
    address = said[2].split()[-1]
    done = run(*words("out", "--cluster", address))
    assert done.returncode == 0, done.stderr
    assert "Dashboard: http://" in done.stderr
    assert done.stdout.startswith("6 submissions graded.\n")
    same(tmp_path / "local", tmp_path / "out")
    until(lambda: not judging(env["HOME"]))
    assert not list(Path(env["HOME"]).glob("dask-scratch-space/*/grader-*"))
    # What is known needs no cluster at all, and there is none at this address.
    again = run(*words("out", "--cluster", f"tcp://127.0.0.1:{free_port()}"))
    assert again.returncode == 2
    group = tmp_path / "class"
    for name in ("broken.py", "linked"):
        group.joinpath(name).unlink()
    again = run(*words("out", "--cluster", "tcp://127.0.0.1:1"))
    assert (again.returncode, again.stderr) == (0, "")


def test_a_worker_that_is_killed(spawn, run, worker, scheduler, words, more, tmp_path):
    """What a lost worker had goes to another one; nothing is judged twice."""
    more(60)
    workers = [worker(), worker()]
    program = spawn(*words("out", "--cluster", scheduler[0]))
    until(lambda: len(recorded(tmp_path / "out")) > 5)
    until(lambda: all(len(family(one.pid)) > 1 for one in workers))
    kill(workers[0])
    program.expect(r"Worker tcp://127.0.0.1:\d+ on \S+ was lost.")
    program.expect("66 submissions graded.")
    program.expect(pexpect.EOF)
    program.close()
    assert program.exitstatus == 0
    assert run(*words("local", "--jobs", 2)).returncode == 0
    same(tmp_path / "local", tmp_path / "out")


def test_another_version(run, worker, scheduler, words):
    """A worker with another grader is named, with both versions; nothing is judged."""
    worker(site=OTHER)
    done = run(*words("out", "--cluster", scheduler[0]))
    assert done.returncode == 2
    assert re.search(
        r"Worker tcp://127.0.0.1:\d+ on \S+ has grader 0\.0\.9; here it is "
        + re.escape(grader.__version__),
        done.stderr,
    )
    assert "docs/cluster.md" in done.stderr


def test_no_wall(run, worker, scheduler, words):
    """A worker without kernel walls refuses to judge, and is named."""
    worker(site=BARE)
    done = run(*words("out", "--cluster", scheduler[0]))
    assert done.returncode == 3
    assert re.search(
        rf"Worker tcp://127.0.0.1:\d+ on {re.escape(socket.gethostname())}: "
        r"The sandbox did not start: bubblewrap \(not installed\)",
        done.stderr,
    )


def test_a_scheduler_that_is_killed(
    spawn, run, worker, scheduler, words, more, tmp_path
):
    """Without its scheduler a run ends in a sentence, and the next one goes on."""
    more(60)
    worker()
    program = spawn(*words("out", "--cluster", scheduler[0]), columns=200)
    until(lambda: len(recorded(tmp_path / "out")) > 5)
    os.killpg(scheduler[1].pid, signal.SIGKILL)
    program.expect(f"The Dask scheduler at {scheduler[0]} is gone.")
    program.expect(pexpect.EOF)
    program.close()
    assert program.exitstatus == 3
    known = recorded(tmp_path / "out")
    done = run(*words("out"))
    assert done.returncode == 0
    unknown = sum(one in known for one in ("broken", "linked"))
    assert f"{len(known) - unknown} of them known already" in done.stdout
    until(lambda: not judging(run.__self__.env["HOME"]))


def test_poison(run, words, env, more, tmp_path):
    """What takes a process or a worker along three times is told; others go on."""
    more(8)
    group = tmp_path / "class"
    for name in ("poison", "plague"):
        group.joinpath(f"{name}.py").write_text(WRONG.format(7))
    site = tmp_path / "site"
    site.mkdir()
    site.joinpath("sitecustomize.py").write_text(POISON)
    env["PYTHONPATH"] = str(site)
    done = run(*words("out", "--cluster", "local", "--jobs", 2))
    del env["PYTHONPATH"]
    assert done.returncode == 3, done.stderr
    assert "16 submissions graded." in done.stdout
    assert ": the process that judged poison was lost." in done.stderr
    assert not judging(env["HOME"])
    lines = tmp_path.joinpath("out/results.jsonl").read_text("utf-8").splitlines()
    told = "3 workers were lost while they judged this submission."
    assert sum(told in line for line in lines) == 2
    for name in ("poison", "plague"):
        group.joinpath(f"{name}.py").unlink()
    assert run(*words("out", "--jobs", 1)).returncode == 0
    assert run(*words("local", "--jobs", 1)).returncode == 0
    same(tmp_path / "local", tmp_path / "out")


def test_ctrl_c(spawn, words, more, env, tmp_path):
    """Ctrl-C ends what --cluster local started, and says that the rest is kept."""
    more(200)
    program = spawn(*words("out", "--cluster", "local", "--jobs", 1), columns=200)
    until(lambda: recorded(tmp_path / "out"))
    some = family(program.pid)[1:]
    assert any("grader.batch.apart" in one.cmdline() for one in some)
    program.sendintr()
    program.expect("Interrupted. What was judged is in the gradebook.")
    program.expect("Run the same command again.")
    program.expect(pexpect.EOF)
    program.close()
    assert program.exitstatus == 130
    assert "Traceback" not in program.before.decode()
    until(lambda: not any(map(runs, some)))
    assert not judging(env["HOME"])


def test_no_scheduler(run, words):
    """An address where nobody answers is told in a sentence."""
    done = run(*words("out", "--cluster", "tcp://127.0.0.1:1"))
    assert done.returncode == 2
    assert done.stderr.startswith("No Dask scheduler answers at tcp://127.0.0.1:1 (")
    assert "--cluster local starts one on this machine." in done.stderr


def test_somebody_else_answers(run, words):
    """What listens there and is no scheduler of Dask's is told in a sentence."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"tcp://127.0.0.1:{server.getsockname()[1]}"

        def answer():
            with server.accept()[0] as one:
                one.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

        thread = threading.Thread(target=answer)
        thread.start()
        done = run(*words("out", "--cluster", address))
        thread.join()
    assert done.returncode == 2
    assert done.stderr.startswith(f"No Dask scheduler answers at {address} (")


def test_without_dask(inside, words, monkeypatch):
    """Without Dask the command that installs it is told."""
    monkeypatch.setattr(judges, "find_spec", lambda _name: None)
    done = inside(*words("out", "--cluster", "local"))
    assert done.returncode == 2
    assert done.stderr == (
        "--cluster needs Dask, which is not installed.\n"
        "Run: pip install 'exercise-grader[cluster]'\n"
    )


def test_on_windows(inside, words, monkeypatch):
    """On Windows a cluster is refused."""
    monkeypatch.setattr(judges, "sys", type("sys", (), {"platform": "win32"}))
    done = inside(*words("out", "--cluster", "local"))
    assert done.returncode == 2
    assert done.stderr.startswith("--cluster needs Linux or macOS, here and on the")
