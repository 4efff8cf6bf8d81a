"""Processes that write beside another: what they write, how they fail, how they end.

They are forked, which a process with threads does not do: each test has one of its own.
"""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from kin import below, runs

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="nothing is forked")

SECONDS = 60
BEGIN = """\
import json, os, signal, sys, threading, time
from pathlib import Path
from grader.cli.writers import Writers
from grader.errors import GraderError, UsageError

folder = Path(sys.argv[1])

def write(sent):
    name = sent.decode()
    if name == "full":
        raise UsageError("Cannot write full.", "Make room.")
    if name == "fault":
        raise ZeroDivisionError
    if name == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    folder.joinpath(name).write_text(str(os.getpid()))

def hand(writers, *names):
    for name in names:
        while not (free := writers.free()):
            pass
        writers.hand(free, name.encode())

def told(*names):
    try:
        with Writers(write, 2) as writers:
            hand(writers, *names)
            writers.finish()
    except (GraderError, UsageError) as error:
        return type(error).__name__, error.message, error.help
"""


@pytest.fixture
def start(tmp_path):
    """Return a function that starts a program, and the folder that it writes into."""
    started = []

    def begin(program):
        words = (sys.executable, "-c", BEGIN + program, str(tmp_path))
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
        one = subprocess.Popen(words, start_new_session=True, **pipes)
        started.append(one)
        return one

    yield begin
    for one in started:
        one.kill()
        one.communicate()


@pytest.fixture
def says(start):
    """Return a function that runs a program; it returns what that says, and errors."""

    def run(program):
        said, errors = start(program).communicate(timeout=SECONDS)
        return json.loads(said), errors

    return run


def test_all_is_written(says):
    """Each file is there once all is told to be written, by processes that are gone."""
    said, errors = says(
        """
names = [str(number) for number in range(500)]
failed = told(*names)
found = {name: int(folder.joinpath(name).read_text()) for name in names}
print(json.dumps([failed, os.getpid(), found]))
"""
    )
    failed, own, found = said
    assert (failed, errors, len(found)) == (None, "", 500)
    assert own not in found.values()
    assert not any(runs(one) for one in set(found.values()))


def test_what_cannot_be_written(says):
    """A failure is told in the words that it was told in there."""
    said, errors = says('print(json.dumps(told("a", "full")))')
    assert (said, errors) == (["UsageError", "Cannot write full.", "Make room."], "")


def test_failures_on_the_way(says):
    """It is told as well if there is more to write by then."""
    said, errors = says('print(json.dumps(told(*"ab", "full", *"cdefghijkl" * 50)))')
    assert (said, errors) == (["UsageError", "Cannot write full.", "Make room."], "")


@pytest.mark.parametrize(("name", "shown"), [("killed", ""), ("fault", "ZeroDivision")])
def test_a_process_that_is_lost(says, name, shown):
    """Pages that nobody wrote are the grader's fault; a fault of ours is shown."""
    said, errors = says(f'print(json.dumps(told("a", "{name}")))')
    assert said == [
        "GraderError",
        "A process that writes pages ended before they were written.",
        "If memory is short, use fewer of them: --jobs 1.",
    ]
    assert shown in errors
    assert bool(shown) == bool(errors)


def test_threads(says):
    """Beside a thread nothing is forked: it could hold what a process waits for."""
    said, _ = says(
        """
done = threading.Event()
thread = threading.Thread(target=done.wait)
thread.start()
with Writers(write, 2) as writers:
    free = writers.free()
    writers.finish()
done.set()
thread.join()
# The kernel's part of it may take a moment more.
while len(os.listdir("/proc/self/task")) > 1:
    time.sleep(0.01)
print(json.dumps([free, told("a")]))
"""
    )
    assert said == [None, None]


def test_nobody_is_left(says):
    """Whatever ends the other one, they end first, and write what they have."""
    said, errors = says(
        """
try:
    with Writers(write, 2) as writers:
        hand(writers, "a", "b")
        raise KeyboardInterrupt
except KeyboardInterrupt:
    pass
found = [int(folder.joinpath(name).read_text()) for name in "ab"]
print(json.dumps(found))
"""
    )
    assert errors == ""
    assert not any(map(runs, said))


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
def test_who_starts_them_ends(start, number):
    """They end with a process that is killed, and print nothing at Ctrl-C."""
    program = start(
        """
signal.signal(signal.SIGINT, lambda *_: os._exit(3))
with Writers(write, 2):
    print("up", flush=True)
    time.sleep(60)
"""
    )
    assert program.stdout.readline() == "up\n"
    writers = below(program.pid)
    assert len(writers) == 2
    # A terminal sends Ctrl-C to all of them.
    everybody = number == signal.SIGINT
    (os.killpg if everybody else os.kill)(program.pid, number)
    assert program.wait(SECONDS) == (3 if everybody else -number)
    deadline = time.monotonic() + SECONDS
    while any(map(runs, writers)):
        assert time.monotonic() < deadline
    assert program.stderr.read() == ""


PAGES = """
sys.path.insert(0, sys.argv[2])
from classes import HOSTILE, WRITTEN, alike, hostile, roll, student
from grader.batch.export import line
from grader.cli import pages

some = [student(f"s{n:03}", "passed", "loops", "failed") for n in range(250)]
some.append(hostile(WRITTEN))
told = roll(*some)

def save(out, jobs):
    with pages.writers(out, told, jobs) as writers:
        free = writers.free()
        pages.save(out, told, map(line, some), [alike("mse", 3, "a", "b")], writers)
    return free is not None

def content(out):
    return {file.name: file.read_bytes() for file in out.glob("**/*.html")}
"""


def pages(program):
    """Return a program that writes pages."""
    tests = str(Path(__file__).parent.parent)
    return PAGES.replace("sys.argv[2]", repr(tests)) + program


def test_the_same_pages(says):
    """The pages of a class are the same, whoever writes them."""
    said, errors = says(
        pages(
            """
shared = [save(folder / str(jobs), jobs) for jobs in (1, 2, 3)]
one, two, three = (content(folder / str(jobs)) for jobs in (1, 2, 3))
print(json.dumps([shared, len(one), one == two == three]))
"""
        )
    )
    assert (said, errors) == ([[False, True, True], 253, True], "")


def test_unchanged_pages(says):
    """No page of a student is written again, by whomever."""
    said, errors = says(
        pages(
            """
times = []
for jobs in (2, 3, 1):
    save(folder, jobs)
    times.append({file.name: file.stat().st_mtime_ns for file in folder.glob("s*/*")})
print(json.dumps([len(times[0]), times[0] == times[1] == times[2]]))
"""
        )
    )
    assert (said, errors) == ([251, True], "")


def test_few_pages(says):
    """For a few students no process is started."""
    said, _ = says(
        pages(
            """
told = roll(*some[:99])
with pages.writers(folder, told, 8) as writers:
    print(json.dumps(writers.free()))
"""
        )
    )
    assert said is None


@pytest.mark.parametrize("at", [0, 100, 249])
def test_a_page_of_somebody_else(says, at):
    """A page that grader did not write is refused in the same words, whoever finds it.

    Of the pages of the class none is there then that leads to it.
    """
    said, errors = says(
        pages(
            f"""
mine = folder / "students/s{at:03}.html"
mine.parent.mkdir()
mine.write_text("mine")
said = []
for jobs in (1, 2, 3):
    try:
        save(folder, jobs)
    except UsageError as error:
        said.append(error.message)
print(json.dumps([said, mine.read_text(), (folder / "index.html").exists()]))
"""
        )
    )
    told, text, index = said
    assert len(told) == 3
    assert len(set(told)) == 1
    assert told[0].endswith(
        f"s{at:03}.html is there already, and grader did not write it."
    )
    assert (text, index, errors) == ("mine", False, "")
