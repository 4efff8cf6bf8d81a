"""What a worker of a cluster does for a run, without Dask."""

import errno
import os
import subprocess
import sys
import time
from types import SimpleNamespace

import msgspec
import pytest
from kin import below, runs

from grader import course as courses
from grader.batch import crate, desk, keys, parcel
from grader.batch.crate import Crate
from grader.batch.messages import Batch, Opened, Opening, Reply
from grader.batch.worker import Job, Judged, Task
from grader.sandbox.launcher import Isolation

TOKEN = "run"  # noqa: S105 - of no secret
RIGHT = "import numpy as np\ndef double(x):\n    return 2 * np.asarray(x)\n"
CASE = "def test_two(double):\n    assert double(1) == 2\n"


@pytest.fixture
def course(write_course):
    """Return a course of one exercise with a case."""
    root = write_course("double")
    for kind in ("visible", "hidden"):
        root.joinpath(f"tests/{kind}/basics/test_double.py").write_text(CASE)
    return courses.load(root)


@pytest.fixture
def one(course, tmp_path, best_wall):
    """Yield a desk that is open."""
    beside = tmp_path / "worker"
    beside.mkdir()
    job = Job("", "", ("double",), 7, best_wall, 9)
    one = desk.Desk(Opening(TOKEN, job, crate.pack(course)), beside)
    desk._desks[TOKEN] = one
    yield one
    desk.close_desk(TOKEN)


@pytest.fixture
def task(tmp_path):
    """Return a function that packs an answer to be judged."""

    def pack(name, text=RIGHT):
        tmp_path.joinpath(f"{name}.py").write_text(text)
        packed = parcel.pack(tmp_path, f"{name}.py")
        return msgspec.json.encode(Task(name, f"{name}.py".encode(), {}, packed))

    return pack


def judge(*tasks):
    """Return what came of a batch."""
    told = desk.judge(msgspec.msgpack.encode(Batch(TOKEN, tasks)))
    return msgspec.msgpack.decode(told, type=Reply)


def processes():
    """Return the processes that judge for this one."""
    return below(word="grader.batch.apart")


def test_a_full_disk(course, tmp_path, monkeypatch):
    """A worker without room for the course says so, and where room can be had."""

    def full(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Crate, "unpack", full)
    worker = SimpleNamespace(local_directory=str(tmp_path))
    monkeypatch.setattr("distributed.get_worker", lambda: worker)
    job = Job("", "", ("double",), 7, Isolation.PROCESS, 9)
    told = msgspec.msgpack.encode(Opening("full", job, crate.pack(course)))
    opened = msgspec.msgpack.decode(desk.open_desk(told), type=Opened)
    assert opened.fault == "The course could not be unpacked: No space left on device."
    assert "another --local-directory" in opened.help
    assert not list(tmp_path.glob("grader-*"))


def test_a_run_that_has_ended(course):
    """A worker that is to open a desk when its run has ended opens none."""
    desk.close_desk("ended")
    job = Job("", "", ("double",), 7, Isolation.PROCESS, 9)
    told = msgspec.msgpack.encode(Opening("ended", job, crate.pack(course)))
    opened = msgspec.msgpack.decode(desk.open_desk(told), type=Opened)
    assert opened.fault == "The run has ended."
    assert not processes()


def test_a_run(one, course, task, tmp_path):
    """The course is its owner's alone; submissions are judged, and nothing is left."""
    opened = one.welcome()
    assert opened.fault == ""
    assert opened.keys == keys.of_exercises(course, ["double"], 7, one._job.isolation)
    (folder,) = tmp_path.joinpath("worker").iterdir()
    assert folder.stat().st_mode & 0o77 == 0
    reply = judge(task("right"), task("wrong", "def double(x):\n    return x\n"))
    found = [msgspec.json.decode(told, type=Judged) for told in reply.judged]
    statuses = [msgspec.json.decode(one.verdicts["double"])["status"] for one in found]
    assert statuses == ["passed", "failed"]
    assert [one.path for one in found] == ["right.py", "wrong.py"]
    (process,) = processes()
    # What it judges when it is killed is not there, nor what comes after that.
    process.kill()
    assert judge(task("right"), task("other")).judged == ()
    assert len(judge(task("right")).judged) == 1
    desk.close_desk(TOKEN)
    assert not processes()
    assert not folder.exists()
    assert judge(task("right")).unknown


def test_a_desk_that_is_forgotten(one, monkeypatch, tmp_path):
    """A desk that has had nothing to do for long is closed."""
    monkeypatch.setattr(desk, "IDLE", 0.1)
    other = desk.Desk(Opening("other", one._job, crate.Crate({})), tmp_path / "worker")
    desk._desks["other"] = other
    deadline = time.monotonic() + 30
    while "other" in desk._desks:
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_a_course_that_is_none(tmp_path):
    """What keeps a process from judging is told, with what to do."""
    job = Job("", "", ("double",), 7, Isolation.PROCESS, 9)
    one = desk.Desk(Opening(TOKEN, job, crate.Crate({})), tmp_path)
    opened = one.welcome()
    one.close()
    assert opened.fault.startswith("No course in ")


def test_a_process_whose_worker_is_gone(course, task, best_wall):
    """A process ends when nobody waits for it any more, whatever it judges by then."""
    toml = course.root / "exercises/course.toml"
    toml.write_text(toml.read_text() + "\ntimeout = 600\n")
    root = str(course.root)
    job = msgspec.json.encode(Job(root, root, ("double",), 7, best_wall, 900))
    told = task("endless", "def double(x):\n    while True:\n        pass\n")
    code = (
        "import os, time, msgspec\n"
        "from grader.batch import desk\n"
        "from grader.batch.worker import Job\n"
        f"one = desk._Process(msgspec.json.decode({job!r}, type=Job))\n"
        "assert not one.ready().fault\n"
        f"one.connection.send_bytes({told!r})\n"
        "time.sleep(1)\n"
        "print(one._process.pid, flush=True)\n"
        "os._exit(0)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    deadline = time.monotonic() + 60
    while runs(int(done.stdout)):
        assert time.monotonic() < deadline
        time.sleep(0.05)
