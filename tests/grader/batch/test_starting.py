"""How processes of workers are started, and how they end."""

import contextlib
import os
import time
from functools import partial
from multiprocessing import Pipe
from pathlib import Path
from types import SimpleNamespace

import msgspec
import psutil
import pytest
from kin import NURSERY, below, runs

from grader.batch import local, starting
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
READS = """
def answer(name):
    with open(name) as file:
        return file.read()
"""
FILES = """
def test_files(answer, files):
    '''it reads what it is given'''
    with open({seen!r}, "a") as file:
        file.write(f"{{files}}\\n")
    name = files / "one.txt"
    name.write_text("one")
    assert answer(str(name)) == "one"
"""
HANGS = "while True:\n    pass\n"
MARKS = """
import os

with open({mark!r}, "a") as file:
    file.write(f"{{os.getpid()}}\\n")

def test_marks(answer):
    '''it is twice as much'''
    assert answer(2) == 4
"""


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


def test_at_rest(start, job):
    """What starts workers ends when no more are needed, and begins again if one is."""
    before = set(below(word=NURSERY))
    worker = start.worker()
    assert told(worker, job).wall
    started = set(below(word=NURSERY)) - before
    worker.end()
    start.rest()
    deadline = time.monotonic() + SECONDS
    while any(map(runs, started)):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    worker = start.worker()
    assert told(worker, job).wall
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


def judged(worker, name):
    """Return the status that a worker gives an answer."""
    task = Task(name, name.encode(), {})
    worker.connection.send_bytes(msgspec.json.encode(task))
    assert worker.connection.poll(SECONDS)
    found = msgspec.json.decode(worker.connection.recv_bytes(), type=Judged)
    return msgspec.json.decode(found.verdicts["answer"])["status"]


@pytest.fixture
def marked(job, tmp_path):
    """Return the file that cases note in which process collects them."""
    mark = tmp_path / "mark"
    cases = Path(job.course) / "tests/hidden/basics/test_answer.py"
    cases.write_text(MARKS.format(mark=str(mark)), "utf-8")
    cases = Path(job.course) / "tests/visible/basics/test_answer.py"
    cases.write_text("def test_marks(answer): assert answer(1) == 2\n", "utf-8")
    Path(job.root, "answer.py").write_text("def answer(x): return 2 * x\n", "utf-8")
    Path(job.root, "wrong.py").write_text("def answer(x): return x\n", "utf-8")
    return mark


def test_collected_once(job, marked):
    """Cases are collected once for all workers, who judge for themselves."""
    with Nursery(soon=True) as nursery:
        some = [nursery.worker() for _ in range(3)]
        for worker in some:
            assert told(worker, job).fault == ""
        for worker in some:
            assert judged(worker, "answer.py") == "passed"
            assert judged(worker, "wrong.py") == "failed"
        assert len(marked.read_text("utf-8").split()) == 1


@pytest.mark.usefixtures("marked")
def test_a_worker_keeps_to_its_processor(job):
    """So do the parent of its guests and they; who is told nothing may move."""
    ours = sorted(os.sched_getaffinity(0))
    with Nursery(soon=True) as nursery:
        kept, free = nursery.worker(ours[-1]), nursery.worker()
        for worker in (kept, free):
            assert told(worker, job).fault == ""
            assert judged(worker, "answer.py") == "passed"
        for word in (NURSERY, "server.main"):
            some = [one.cpu_affinity() for one in below(word=word, recursive=True)]
            assert some.count(ours[-1:]) >= 1
            assert ours in some
    assert os.sched_getaffinity(0) == set(ours)


class _Asked:
    """Starts workers that end at once, and remembers what was asked for."""

    def __init__(self):
        self.asked = []

    def worker(self, processor=None):
        """Return one whose connection is closed on the other side."""
        self.asked.append(processor)
        near, far = Pipe()
        far.close()
        return SimpleNamespace(connection=near, end=near.close)


def test_who_takes_the_place_of_another_has_its_processor(job, monkeypatch):
    """A worker that is lost leaves no processor without one."""
    monkeypatch.setattr(local.processors, "kept", lambda count: [4, 7][:count])
    asked = _Asked()
    some = local.Processes(asked, job, 2)
    assert some.wait() == []
    assert sorted(asked.asked) == [4, 4, 7, 7]


@pytest.mark.usefixtures("marked")
def test_a_processor_that_is_not_there(job):
    """A worker whose processor was taken away has another one."""
    with Nursery(soon=True) as nursery:
        worker = nursery.worker(1023)
        assert told(worker, job).fault == ""
        assert judged(worker, "answer.py") == "passed"


def test_a_warm_parent_that_is_gone(job, marked):
    """Whoever branched off a parent that was killed starts one of its own."""
    with Nursery(soon=True) as nursery:
        first, second = nursery.worker(), nursery.worker()
        assert told(first, job).fault == ""
        assert told(second, job).fault == ""
        assert judged(first, "answer.py") == "passed"
        for one in below(word="server.main", recursive=True):
            with contextlib.suppress(psutil.NoSuchProcess):
                one.kill()
        third = nursery.worker()
        assert told(third, job).fault == ""
        for worker in (first, second, third):
            assert judged(worker, "answer.py") == "passed"
            assert judged(worker, "wrong.py") == "failed"
        assert len(marked.read_text("utf-8").split()) == 1


def test_files(job, tmp_path):
    """Each worker hands over files in a folder of its own, which is cleared away."""
    toml = Path(job.course) / "exercises/course.toml"
    toml.write_text(toml.read_text("utf-8") + "\nfiles = true\n", "utf-8")
    seen = tmp_path / "seen"
    cases = Path(job.course) / "tests/hidden/basics/test_answer.py"
    cases.write_text(FILES.format(seen=str(seen)), "utf-8")
    cases = Path(job.course) / "tests/visible/basics/test_answer.py"
    cases.write_text("def test_marks(answer): assert answer\n", "utf-8")
    Path(job.root, "answer.py").write_text(READS, "utf-8")
    with Nursery(soon=True) as nursery:
        some = [nursery.worker() for _ in range(2)]
        for worker in some:
            assert told(worker, job).fault == ""
        assert [judged(worker, "answer.py") for worker in some] == ["passed"] * 2
    folders = set(seen.read_text("utf-8").split())
    assert len(folders) == 2
    assert not any(Path(one).parent.parent.exists() for one in folders)


def test_early():
    """What a command line needs gets ready while the command is loaded."""
    before = set(below())
    with starting.early(["grade", "class", "--out", "nowhere"]):
        (found,) = set(below()) - before
        with starting.starting(soon=True) as taken:
            assert isinstance(taken, Nursery)
            assert set(below()) - before == {found}
        assert not runs(found)


def test_early_for_nobody():
    """What got ready while a command was loaded ends if the command takes no notice."""
    before = set(below())
    with starting.early(["grade", "class", "--out=nowhere", "--fresh"]):
        (found,) = set(below()) - before
    assert not runs(found)


@pytest.mark.parametrize(
    "words",
    [
        ["check", "grade"],
        ["grade", "class"],
        ["grade", "--out", "nowhere", "--help"],
        ["grade", "class", "--out", "nowhere", "--cluster", "local"],
        ["grade", "class", "--out", "known"],
        ["grade", "class", "--out=known", "--quiet"],
    ],
)
def test_not_early(words, tmp_path, monkeypatch):
    """Nothing gets ready for a command that may not need it."""
    monkeypatch.chdir(tmp_path)
    Path("known").mkdir()
    Path("known/gradebook.sqlite").touch()
    before = set(below())
    with starting.early(words):
        assert set(below()) == before


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
