"""How processes of workers are started, and how they end."""

import time
from functools import partial
from pathlib import Path

import msgspec
import pytest
from kin import below, runs

from grader.batch import starting
from grader.batch.starting import Interpreters, Nursery
from grader.batch.worker import Job, Judged, Ready, Task
from grader.sandbox.launcher import Isolation

SECONDS = 30
LOOKS = '''
import gc

def test_garbage(answer):
    """it is looked for"""
    assert gc.isenabled()
    assert gc.get_threshold()[0] == 20_000
    assert gc.get_freeze_count() > 10_000
'''
HANGS = "while True:\n    pass\n"


@pytest.fixture(
    params=[partial(Nursery, soon=True), partial(Nursery, soon=False), Interpreters]
)
def start(request):
    """Return what starts workers, each kind there is."""
    with request.param() as made:
        yield made


@pytest.fixture
def job(write_course, tmp_path):
    """Return what a worker is for: one exercise, without a wall of the kernel's."""
    root = str(write_course("answer"))
    return Job(root, str(tmp_path), ("answer",), 7, Isolation.AUTO, 60)


def told(worker, job):
    """Return what a worker says once it is up."""
    worker.connection.send_bytes(msgspec.json.encode(job))
    assert worker.connection.poll(SECONDS)
    return msgspec.json.decode(worker.connection.recv_bytes(), type=Ready)


def test_workers(start, job):
    """Each worker is a process of its own, which says when it is up."""
    for worker in [start.worker(), start.worker()]:
        ready = told(worker, job)
        assert (ready.fault, list(ready.keys)) == ("", ["answer"])
        assert ready.wall
        worker.end()


def test_a_fault(start, job, tmp_path):
    """A worker says why it cannot begin."""
    worker = start.worker()
    ready = told(worker, msgspec.structs.replace(job, course=str(tmp_path / "no")))
    assert str(tmp_path / "no") in ready.fault
    worker.end()


def test_garbage(start, job):
    """A worker that is up has garbage looked for, but not in what it loaded."""
    for folder in ("visible", "hidden"):
        cases = Path(job.course) / "tests" / folder / "basics/test_answer.py"
        cases.write_text(LOOKS, "utf-8")
    Path(job.root, "answer.py").write_text("def answer(x): return 2 * x\n", "utf-8")
    worker = start.worker()
    told(worker, job)
    task = Task("answer.py", b"answer.py", {})
    worker.connection.send_bytes(msgspec.json.encode(task))
    assert worker.connection.poll(SECONDS)
    judged = msgspec.json.decode(worker.connection.recv_bytes(), type=Judged)
    found = msgspec.json.decode(judged.verdicts["answer"])
    assert found["status"] == "passed", found["message"]
    worker.end()


def test_one_that_hangs(start, job):
    """A worker that hears nothing any more is ended, too."""
    cases = Path(job.course) / "tests/hidden/basics/test_answer.py"
    cases.write_text(HANGS, "utf-8")
    before = set(below(recursive=True))
    worker = start.worker()
    worker.connection.send_bytes(msgspec.json.encode(job))
    deadline = time.monotonic() + SECONDS
    # Its sandbox is there, so it loads its cases next.
    while not below(word="server.main", recursive=True):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    worker.end()
    start.__exit__()
    while set(below(recursive=True)) - before - set(below(word="resource_tracker")):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_not_needed():
    """What got ready for nobody ends at once."""
    before = set(below())
    with Nursery(soon=True):
        (found,) = set(below()) - before
    assert not runs(found)


def test_not_yet():
    """What may not be needed does not get ready."""
    before = set(below())
    with Nursery(soon=False):
        assert set(below()) == before


def test_a_nursery_that_is_gone(job):
    """A nursery that was killed is replaced when the next worker is asked for."""
    before = set(below())
    with Nursery(soon=True) as nursery:
        assert told(nursery.worker(), job).wall
        (found,) = set(below()) - before
        found.kill()
        found.wait()
        assert told(nursery.worker(), job).wall


@pytest.mark.parametrize(
    ("system", "kind"), [("linux", Nursery), ("darwin", Interpreters)]
)
def test_by_system(monkeypatch, system, kind):
    """Only Linux forks workers: elsewhere what is loaded may not outlive that."""
    monkeypatch.setattr(starting.sys, "platform", system)
    assert isinstance(starting.starting(soon=False), kind)
