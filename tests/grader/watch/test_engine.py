"""The engine: questions and verdicts, in a process of its own."""

import queue

import psutil
import pytest

from grader.sandbox.launcher import Isolation
from grader.verdict import Status
from grader.watch.engine import Engine
from grader.watch.warm import Answer, Ask, Doing, Fault, Job, Ready, Refused

SECONDS = 60
CASE = """
def test_value({name}):
    \"\"\"returns one more\"\"\"
    assert {name}(1) == 2
"""
RIGHT = "def {name}(x):\n    return x + 1\n"


@pytest.fixture
def root(write_course):
    """Return the folder of a course of two exercises, the first one right."""
    root = write_course("one", "two")
    for name in ("one", "two"):
        case = CASE.format(name=name)
        root.joinpath(f"tests/hidden/basics/test_{name}.py").write_text(case, "utf-8")
        visible = root / f"tests/visible/basics/test_{name}.py"
        visible.write_text(case, "utf-8")
        solution = root / f"solutions/basics/{name}.py"
        solution.write_text(RIGHT.format(name=name), "utf-8")
    (root / "exercises/basics/one.py").write_text(RIGHT.format(name="one"), "utf-8")
    return root


class Listening:
    """An engine whose words are kept."""

    def __init__(self, root, file="", first=""):
        self.told = queue.SimpleQueue()
        job = Job(str(root), file, 7, Isolation.PROCESS, first)
        self.engine = Engine(job, self.told.put)

    def next(self):
        """Return what it tells next, but for what it is doing."""
        while isinstance(told := self.told.get(timeout=SECONDS), Doing):
            pass
        return told

    def ask(self, number, *names):
        """Ask, and return the answer."""
        self.engine.ask(Ask(number, names))
        return self.next()


@pytest.fixture
def start():
    """Return a function that starts an engine, which is ended after the test."""
    started = []

    def listen(*words):
        started.append(Listening(*words))
        return started[-1]

    yield listen
    for one in started:
        one.engine.end()


def statuses(answer):
    """Return the verdicts of an answer by exercise."""
    assert isinstance(answer, Answer)
    return {one.name: one.status for one in answer.result.exercises}


def test_question_after_question(start, root):
    """The same engine judges what the file holds now, and all on request."""
    engine = start(root)
    ready = engine.next()
    assert isinstance(ready, Ready)
    assert ready.wall.startswith("process")
    answer = engine.ask(1, "one")
    assert (answer.number, statuses(answer)) == (1, {"one": Status.PASSED})
    assert answer.shown["one"].spot.line == 1
    file = root / "exercises/basics/one.py"
    file.write_text("\n\ndef one(x):\n    return x\n", "utf-8")
    again = engine.ask(2, "one")
    assert statuses(again) == {"one": Status.FAILED}
    assert again.shown["one"].spot.line == 3
    assert again.contents != answer.contents
    file.unlink()
    found = statuses(engine.ask(4))
    assert found == {"one": Status.MISSING, "two": Status.MISSING}


def test_the_first_verdict_does_not_wait_for_other_cases(start, root):
    """Cases of other exercises are collected when they are asked for."""
    broken = root / "tests/hidden/basics/test_two.py"
    broken.write_text("raise ValueError('not yet')", "utf-8")
    solution = root / "exercises/basics/two.py"
    solution.write_text(RIGHT.format(name="two"), "utf-8")
    engine = start(root, "", "one")
    assert isinstance(engine.next(), Ready)
    assert statuses(engine.ask(1, "one")) == {"one": Status.PASSED}
    both = {"one": Status.PASSED, "two": Status.ERROR}
    assert statuses(engine.ask(2)) == both
    assert statuses(engine.ask(3, "two")) == {"two": Status.ERROR}


def test_file_handed_in(start, root):
    """Of a file handed in only its functions are judged; without one it says so."""
    file = root / "mine.py"
    file.write_text(RIGHT.format(name="two"), "utf-8")
    engine = start(root, str(file))
    assert isinstance(engine.next(), Ready)
    assert statuses(engine.ask(1)) == {"two": Status.PASSED}
    file.write_text("x = 1\n", "utf-8")
    told = engine.ask(2)
    assert isinstance(told, Refused)
    assert "defines no function of this course" in told.message


def test_course_that_does_not_load(start, tmp_path):
    """An engine that cannot begin says why, and is gone."""
    engine = start(tmp_path)
    told = engine.next()
    assert isinstance(told, Fault)
    assert "No course in" in told.message
    assert engine.next() is None


def test_killed(start, root):
    """An engine that is killed is heard of, and a question to it raises nothing."""
    engine = start(root)
    engine.next()
    psutil.Process(engine.engine.pid).kill()
    assert engine.next() is None
    engine.engine.ask(Ask(1, ("one",)))


def test_end(start, root):
    """An engine that is ended leaves no process behind, and says nothing more."""
    engine = start(root)
    engine.next()
    process = psutil.Process(engine.engine.pid)
    all_ = [process, *process.children(recursive=True)]
    engine.engine.end()
    assert psutil.wait_procs(all_, timeout=10)[1] == []
    assert engine.told.empty()
