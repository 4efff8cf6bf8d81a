"""`grader grade --cluster`: a class judged by the workers of a Dask scheduler."""

import os
import re
import shlex
import signal
import socket
import threading
from pathlib import Path

import pexpect
import pytest
from clusters import (
    WRONG,
    family,
    free_port,
    judging,
    kill,
    recorded,
    same,
    until,
)
from kin import runs

import grader
from grader.cli import judges

DOCS = Path(__file__).parents[3] / "docs" / "cluster.md"
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
def listen(dask):
    """Return a function that starts a scheduler at a port."""
    words = ("scheduler", "--host", "127.0.0.1", "--no-dashboard", "--port")
    return lambda port: dask(*words, port)


@pytest.fixture
def scheduler(listen):
    """Return the address of a scheduler, and its process."""
    port = free_port()
    return f"tcp://127.0.0.1:{port}", listen(port)


@pytest.fixture
def worker(dask, scheduler):
    """Return a function that starts a worker; `site` is run first in its Pythons."""
    words = ("worker", scheduler[0], "--no-nanny", "--no-dashboard", "--nthreads", 1)
    return lambda site="": dask(*words, "--host", "127.0.0.1", site=site)


def test_the_commands_of_the_docs(run, dask, grading, env, tmp_path):
    """Workers of a scheduler come to the bytes of a local run, and leave nothing."""
    assert run(*grading("local", "--jobs", 1)).returncode == 0
    block = r"```sh\n(dask scheduler.*?)```"
    lines = re.search(block, DOCS.read_text("utf-8"), re.DOTALL)
    said = lines[1].replace("8786", str(free_port())).splitlines()
    for line in said[:2]:
        dask(*shlex.split(line)[1:])
    address = said[2].split()[-1]
    done = run(*grading("out", "--cluster", address))
    assert done.returncode == 0, done.stderr
    assert "Dashboard: http://" in done.stderr
    assert done.stdout.startswith("6 submissions graded.\n")
    same(tmp_path / "local", tmp_path / "out")
    until(lambda: not judging(env["HOME"]))
    assert not list(Path(env["HOME"]).glob("dask-scratch-space/*/grader-*"))
    # What is known needs no cluster at all, and there is none at this address.
    again = run(*grading("out", "--cluster", f"tcp://127.0.0.1:{free_port()}"))
    assert again.returncode == 2
    group = tmp_path / "class"
    for name in ("broken.py", "linked"):
        group.joinpath(name).unlink()
    again = run(*grading("out", "--cluster", "tcp://127.0.0.1:1"))
    assert (again.returncode, again.stderr) == (0, "")


def test_a_worker_that_is_killed(
    spawn, run, worker, scheduler, grading, more, tmp_path
):
    """What a lost worker had goes to another one; nothing is judged twice."""
    more(60)
    workers = [worker(), worker()]
    program = spawn(*grading("out", "--cluster", scheduler[0]))
    until(lambda: len(recorded(tmp_path / "out")) > 5)
    until(lambda: all(len(family(one.pid)) > 1 for one in workers))
    kill(workers[0])
    program.expect(r"Worker tcp://127.0.0.1:\d+ on \S+ was lost.")
    program.expect("66 submissions graded.")
    program.expect(pexpect.EOF)
    program.close()
    assert program.exitstatus == 0
    assert run(*grading("local", "--jobs", 2)).returncode == 0
    same(tmp_path / "local", tmp_path / "out")


def test_another_version(run, worker, scheduler, grading):
    """A worker with another grader is named, with both versions; nothing is judged."""
    worker(site=OTHER)
    done = run(*grading("out", "--cluster", scheduler[0]))
    assert done.returncode == 2
    assert re.search(
        r"Worker tcp://127.0.0.1:\d+ on \S+ has grader 0\.0\.9; here it is "
        + re.escape(grader.__version__),
        done.stderr,
    )
    assert "docs/cluster.md" in done.stderr


def test_no_wall(run, worker, scheduler, grading):
    """A worker without kernel walls refuses to judge, and is named."""
    worker(site=BARE)
    done = run(*grading("out", "--cluster", scheduler[0]))
    assert done.returncode == 3
    assert re.search(
        rf"Worker tcp://127.0.0.1:\d+ on {re.escape(socket.gethostname())}: "
        r"The sandbox did not start: bubblewrap \(not installed\)",
        done.stderr,
    )


def test_a_scheduler_that_is_started_anew(
    spawn, run, worker, scheduler, listen, grading, more, tmp_path
):
    """With it a run and its workers end; with another one the same command goes on."""
    more(30)
    address, process = scheduler
    first = worker()
    program = spawn(*grading("out", "--cluster", address), columns=200)
    until(lambda: len(recorded(tmp_path / "out")) > 5)
    os.killpg(process.pid, signal.SIGKILL)
    program.expect(f"The Dask scheduler at {address} is gone.")
    program.expect(pexpect.EOF)
    program.close()
    assert program.exitstatus == 3
    process.wait()
    first.wait()
    until(lambda: not judging(run.__self__.env["HOME"]))
    known = recorded(tmp_path / "out")
    assert len(known) < 36
    listen(address.rpartition(":")[2])
    worker()
    done = run(*grading("out", "--cluster", address))
    assert done.returncode == 0, done.stderr
    unknown = sum(one in known for one in ("broken", "linked"))
    assert f"{len(known) - unknown} of them known already" in done.stdout
    assert run(*grading("local", "--jobs", 2)).returncode == 0
    same(tmp_path / "local", tmp_path / "out")


def test_poison(run, grading, env, more, tmp_path):
    """What takes a process or a worker along three times is told; others go on."""
    more(8)
    group = tmp_path / "class"
    for name in ("poison", "plague"):
        group.joinpath(f"{name}.py").write_text(WRONG.format(7))
    site = tmp_path / "site"
    site.mkdir()
    site.joinpath("sitecustomize.py").write_text(POISON)
    env["PYTHONPATH"] = str(site)
    done = run(*grading("out", "--cluster", "local", "--jobs", 2))
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
    assert run(*grading("out", "--jobs", 1)).returncode == 0
    assert run(*grading("local", "--jobs", 1)).returncode == 0
    same(tmp_path / "local", tmp_path / "out")


def test_ctrl_c(spawn, grading, more, env, tmp_path):
    """Ctrl-C ends what --cluster local started, and says that the rest is kept."""
    more(200)
    program = spawn(*grading("out", "--cluster", "local", "--jobs", 1), columns=200)
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


def test_no_scheduler(run, grading):
    """An address where nobody answers is told in a sentence."""
    done = run(*grading("out", "--cluster", "tcp://127.0.0.1:1"))
    assert done.returncode == 2
    assert done.stderr.startswith("No Dask scheduler answers at tcp://127.0.0.1:1 (")
    assert "--cluster local starts one on this machine." in done.stderr


def test_somebody_else_answers(run, grading):
    """What listens there and is no scheduler of Dask's is told in a sentence."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"tcp://127.0.0.1:{server.getsockname()[1]}"

        def answer():
            with server.accept()[0] as one:
                one.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

        thread = threading.Thread(target=answer)
        thread.start()
        done = run(*grading("out", "--cluster", address))
        thread.join()
    assert done.returncode == 2
    assert done.stderr.startswith(f"No Dask scheduler answers at {address} (")


def test_without_dask(inside, grading, monkeypatch):
    """Without Dask the command that installs it is told."""
    monkeypatch.setattr(judges, "find_spec", lambda _name: None)
    done = inside(*grading("out", "--cluster", "local"))
    assert done.returncode == 2
    assert done.stderr == (
        "--cluster needs Dask, which is not installed.\n"
        "Run: pip install 'exercise-grader[cluster]'\n"
    )


def test_on_windows(inside, grading, monkeypatch):
    """On Windows a cluster is refused."""
    monkeypatch.setattr(judges, "sys", type("sys", (), {"platform": "win32"}))
    done = inside(*grading("out", "--cluster", "local"))
    assert done.returncode == 2
    assert done.stderr.startswith("--cluster needs Linux or macOS, here and on the")
