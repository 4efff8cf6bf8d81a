"""`grader grade`: a class judged into a gradebook."""

import csv
import json
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import zipfile
from contextlib import closing
from pathlib import Path

import pexpect
import pytest
from kin import NURSERY, below, runs, workers

from grader.batch.gradebook import Gradebook
from grader.batch.reader import read
from grader.verdict import SCHEMA, Alike

NAMES = ("softmax", "L1")
ONLY = [word for name in NAMES for word in ("--only", name)]
WRONG = (
    "import numpy as np\ndef softmax(x):\n    return np.exp(x) / np.sum(np.exp(x))\n"
)
COPY = """\
import numpy as np

def HELPER(VALUES):
    a = 2.0
    b = VALUES * a
    return np.exp(b)

def softmax(VALUES):
    c = HELPER(VALUES)
    d = c.sum()
    return c / d
"""
ENDLESS = "def softmax(x):\n    while True:\n        pass\n"


@pytest.fixture
def group(tmp_path, course):
    """Return a folder with a small class: one of each kind."""
    root = tmp_path / "class"
    for name in ("anna", "empty", "started"):
        (root / name).mkdir(parents=True)
    for name in NAMES:
        shutil.copy(course / f"solutions/numpy_basics/{name}.py", root / "anna")
        shutil.copy(course / f"exercises/numpy_basics/{name}.py", root / "started")
    root.joinpath("wrong.py").write_text(WRONG)
    root.joinpath("broken.py").write_text("def softmax(x):\n    return (\n")
    root.joinpath("roster.csv").write_text("anna\n")
    with zipfile.ZipFile(root / "zipped.zip", "w") as archive:
        archive.write(course / "solutions/numpy_basics/L1.py", "L1.py")
    return root


@pytest.fixture
def grade(run, group, tmp_path):
    """Return a function that grades the class into a folder."""

    def start(*words, out="out", **options):
        folder = tmp_path / out
        words = ("grade", group, "--out", folder, "--seed", 3, *ONLY, *words)
        return run(*words, **options)

    return start


def documents(folder):
    """Return the documents of a graded class by submission."""
    lines = folder.joinpath("results.jsonl").read_text("utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    return {one["submission"]["id"]: one for one in found}


def statuses(folder):
    """Return the status of each exercise of each submission."""
    return {
        name: [exercise["status"] for exercise in one["exercises"]]
        for name, one in documents(folder).items()
    }


STATUSES = {
    "anna": ["passed", "passed"],
    "broken": ["unreadable", "unreadable"],
    "empty": ["missing", "missing"],
    "started": ["not_started", "not_started"],
    "wrong": ["failed", "missing"],
    "zipped": ["missing", "passed"],
}


def test_a_class(grade, tmp_path):
    """Every submission has a verdict on every exercise, whatever it is."""
    done = grade()
    assert (done.returncode, done.stderr) == (0, "")
    out = tmp_path / "out"
    assert statuses(out) == STATUSES
    assert done.stdout.splitlines()[:3] == [
        "6 submissions graded.",
        "Verdicts: 3 passed, 1 failed, 2 not started, 4 missing, 2 unreadable.",
        "Left out: roster.csv.",
    ]
    assert done.stdout.endswith(
        f"\nThe same as a table: {out}/gradebook.csv, as data: {out}/results.jsonl\n"
        f"Next: open {out}/report/index.html\n"
    )
    assert {file.name for file in out.glob("report/students/*")} == {
        f"{name}.html" for name in STATUSES
    }
    anna = documents(out)["anna"]
    assert anna["schema"] == SCHEMA
    assert anna["points"] == anna["max_points"] == 20
    assert anna["submission"]["path"] == "anna"
    wrong = documents(out)["wrong"]["exercises"][0]
    assert wrong["misconception"]["name"] == "sums_whole_array"


def test_the_table(grade, tmp_path):
    """The table has a row for each submission: points, and how each came about."""
    grade()
    with tmp_path.joinpath("out/gradebook.csv").open(newline="") as file:
        rows = list(csv.reader(file))
    head = "submission,points,max_points,softmax,softmax status,L1,L1 status,alike"
    assert rows[0] == [*head.split(","), "alike, short answers"]
    short = "L1 group 1: 2 alike, 1 statement"
    assert rows[1] == ["anna", "20", "20", *["10", "passed"] * 2, "", short]
    assert [row[0] for row in rows[1:]] == sorted(STATUSES)


def test_cells_that_a_spreadsheet_would_compute(grade, group, tmp_path):
    """An id that begins like a formula is guarded in the table."""
    group.joinpath("=1+1").mkdir()
    grade()
    table = tmp_path.joinpath("out/gradebook.csv").read_text("utf-8")
    assert "\n'=1+1,0,20," in table


def test_copies(grade, group, tmp_path):
    """Copies under other names are alike; neither stubs nor other answers are."""
    for number, (x, helper) in enumerate([("x", "total"), ("rows", "add"), ("y", "g")]):
        text = COPY.replace("VALUES", x).replace("HELPER", helper)
        group.joinpath(f"copy{number}.py").write_text(f"# {number}\n{text}")
    group.joinpath("not.py").write_text(COPY.replace("2.0", "3.0"))
    shutil.copytree(group / "started", group / "also started")
    grade()
    with tmp_path.joinpath("out/gradebook.csv").open(newline="") as file:
        found = {row["submission"]: row["alike"] for row in csv.DictReader(file)}
    said = "softmax group 1: 3 alike, 6 statements"
    assert {one: told for one, told in found.items() if told} == {
        f"copy{number}": said for number in range(3)
    }
    with read(tmp_path / "out") as book:
        groups = book.groups().all()
    copies = Alike(
        exercise="softmax", submissions=("copy0", "copy1", "copy2"), statements=6
    )
    short = Alike(exercise="L1", submissions=("anna", "zipped"), statements=1)
    assert groups == (copies, short)


def test_the_same_bytes_again(grade, tmp_path):
    """Workers, order and what is known change nothing in what is written."""
    grade("--jobs", 1)
    grade("--jobs", 3, out="other")
    again = grade(out="other")
    assert "6 submissions graded, 5 of them known already.\n" in again.stdout
    pages = ("report/index.html", "report/students/anna.html")
    for name in ("results.jsonl", "gradebook.csv", *pages):
        first, other = (tmp_path / out / name for out in ("out", "other"))
        assert first.read_bytes() == other.read_bytes()


def test_the_class_page_is_left_alone(grade, group, tmp_path):
    """Pages are written where something changed, and for who is new or gone."""
    grade()
    report = tmp_path / "out/report"

    def written():
        return {file: file.stat().st_mtime_ns for file in report.glob("**/*.html")}

    before = written()
    grade()
    assert written() == before
    shutil.rmtree(group / "empty")
    report.joinpath("students/broken.html").unlink()
    grade()
    after = written()
    names = {file.name for file in before.keys() | after.keys() if
             before.get(file) != after.get(file)}  # fmt: skip
    # Those beside who is gone lead elsewhere.
    pages = {"index.html", "alike.html", "empty.html", "broken.html", "started.html"}
    assert names == pages
    assert not report.joinpath("students/empty.html").exists()


def test_a_page_of_somebody_elses(grade, tmp_path):
    """A page that grader did not write is not written over, and nothing is judged."""
    page = tmp_path / "out/report/index.html"
    page.parent.mkdir(parents=True)
    page.write_text("mine")
    done = grade()
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"{page} is there already, and grader did not write it.\n"
        "Move it away, or choose another --out: nothing is written over.\n"
    )
    assert page.read_text() == "mine"


def test_what_changed_is_judged_again(grade, group, course, tmp_path):
    """A changed answer, or a changed case, is judged again, and nothing else."""
    grade()
    shutil.copy(course / "solutions/numpy_basics/softmax.py", group / "wrong.py")
    assert "6 submissions graded, 4 of them known" in grade().stdout
    assert statuses(tmp_path / "out")["wrong"] == ["passed", "missing"]
    cases = course / "tests/hidden/numpy_basics/test_L1.py"
    cases.write_text(cases.read_text("utf-8") + "\n# changed\n", "utf-8")
    with Gradebook(tmp_path / "out") as book:
        before = book.verdicts("anna")
    assert "6 submissions graded.\n" in grade().stdout
    with Gradebook(tmp_path / "out") as book:
        after = book.verdicts("anna")
    # Seconds differ where a verdict was given anew.
    assert after["softmax"] == before["softmax"]
    assert after["L1"].exercise_key != before["L1"].exercise_key


def test_fresh(grade):
    """What is known can be forgotten."""
    grade()
    assert "known" not in grade("--fresh").stdout


def test_killed(grade, group, course, env, tmp_path):
    """A run that is killed loses what was on its way; the next one goes on."""
    for number in range(30):
        shutil.copytree(group / "anna", group / f"copy{number:02}")
    words = ["grade", group, "--out", tmp_path / "out", "--seed", 3, "--jobs", 1, *ONLY]
    program = str(Path(sys.executable).with_name("grader"))
    process = subprocess.Popen(
        [program, *map(str, words)], cwd=course, env=env, stdout=subprocess.DEVNULL
    )
    file = tmp_path / "out/gradebook.sqlite"
    deadline = time.monotonic() + 60
    while not (file.exists() and len(recorded(file)) > 3):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    process.send_signal(signal.SIGKILL)
    process.wait()
    known = recorded(file)
    done = grade()
    assert done.returncode == 0, done.stderr
    unknown = 36 - sum(name != "broken" for name in known)
    assert f"36 submissions graded, {36 - unknown} of them known" in done.stdout
    assert len(statuses(tmp_path / "out")) == 36


def test_a_worker_that_is_killed(spawn, group, tmp_path):
    """A worker that is lost is replaced; every submission has its verdict."""
    for number in range(30):
        shutil.copytree(group / "anna", group / f"copy{number:02}")
    words = ("--out", tmp_path / "out", "--seed", 3, "--jobs", 2, *ONLY)
    program = spawn("grade", group, *words)
    file = tmp_path / "out/gradebook.sqlite"
    deadline = time.monotonic() + 60
    while not (file.exists() and recorded(file)):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    workers(program.pid)[0].kill()
    program.expect("36 submissions graded.")
    program.expect(pexpect.EOF)
    program.close()
    assert program.exitstatus == 0
    found = statuses(tmp_path / "out")
    assert len(found) == 36
    assert {name: found[name] for name in STATUSES} == STATUSES


def test_a_worker_that_is_killed_while_it_starts(spawn, group, tmp_path):
    """A worker that never began is replaced as well."""
    words = ("--out", tmp_path / "out", "--seed", 3, "--jobs", 2, *ONLY)
    program = spawn("grade", group, *words)
    deadline = time.monotonic() + 60
    found = []
    while not found:
        assert time.monotonic() < deadline
        found = workers(program.pid)
    found[0].kill()
    program.expect("6 submissions graded.")
    program.expect(pexpect.EOF)
    assert statuses(tmp_path / "out") == STATUSES


def test_a_nursery_that_is_killed(spawn, group, tmp_path):
    """What forks workers is replaced with them; nothing of the class is lost."""
    for number in range(30):
        shutil.copytree(group / "anna", group / f"copy{number:02}")
    words = ("--out", tmp_path / "out", "--seed", 3, "--jobs", 2, *ONLY)
    program = spawn("grade", group, *words)
    judging(program, tmp_path / "out")
    for one in below(program.pid, NURSERY):
        one.kill()
    program.expect("36 submissions graded.")
    program.expect(pexpect.EOF)
    found = statuses(tmp_path / "out")
    assert len(found) == 36
    assert {name: found[name] for name in STATUSES} == STATUSES


def test_nobody_is_left(spawn, group, tmp_path):
    """What judges ends with the program, also with one that something kills."""
    for number in range(60):
        shutil.copytree(group / "anna", group / f"copy{number:02}")
    program = spawn("grade", group, "--out", tmp_path / "out", "--jobs", 2, *ONLY)
    judging(program, tmp_path / "out")
    left = below(program.pid, recursive=True)
    assert len(left) > 3
    program.kill(signal.SIGKILL)
    deadline = time.monotonic() + 20
    while any(map(runs, left)):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_cases_that_hang(spawn, course, group, tmp_path):
    """Nobody is left collecting cases, whatever ends the program."""
    cases = course / "tests/hidden/numpy_basics/test_L1.py"
    cases.write_text("while True:\n    pass\n")
    for number in (signal.SIGINT, signal.SIGKILL):
        program = spawn("grade", group, "--out", tmp_path / f"{number}", *ONLY)
        deadline = time.monotonic() + 60
        while not below(program.pid, "server.main", recursive=True):
            assert time.monotonic() < deadline
            time.sleep(0.05)
        left = below(program.pid, recursive=True)
        program.kill(number)
        while any(map(runs, left)):
            assert time.monotonic() < deadline
            time.sleep(0.05)
        program.wait()


def judging(program, out):
    """Wait until a run has recorded its first submission."""
    deadline = time.monotonic() + 60
    while not (out.joinpath("gradebook.sqlite").exists()
               and recorded(out / "gradebook.sqlite")):  # fmt: skip
        assert time.monotonic() < deadline
        time.sleep(0.05)
    assert workers(program.pid)


def recorded(file):
    """Return the ids on record in a gradebook that may be in use."""
    try:
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as database:
            return [one for (one,) in database.execute("SELECT id FROM submission")]
    except sqlite3.Error:
        return []


def test_ctrl_c(spawn, group, tmp_path):
    """Ctrl-C says that what was judged is kept."""
    for number in range(60):
        shutil.copytree(group / "anna", group / f"copy{number:02}")
    program = spawn("grade", group, "--out", tmp_path / "out", "--jobs", 1, *ONLY)
    file = tmp_path / "out/gradebook.sqlite"
    deadline = time.monotonic() + 60
    while not (file.exists() and recorded(file)):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    program.sendintr()
    program.expect("Interrupted. What was judged is in the gradebook.")
    program.expect("Run the same command again.")
    program.wait()
    assert program.exitstatus == 130


def test_an_endless_loop_holds_up_nobody(grade, group, tmp_path):
    """An answer that never ends fails; the others have their verdicts."""
    group.joinpath("endless.py").write_text(ENDLESS)
    assert grade("--jobs", 2).returncode == 0
    found = statuses(tmp_path / "out")
    assert found.pop("endless") == ["failed", "missing"]
    assert found == STATUSES


def test_two_at_once(grade, tmp_path):
    """A gradebook that is in use is refused."""
    tmp_path.joinpath("out").mkdir()
    with Gradebook(tmp_path / "out"):
        done = grade()
    assert done.returncode == 2
    assert done.stderr.startswith(f"Another grader works in {tmp_path}/out.\n")


def test_quiet(grade):
    """Asked to be quiet, it prints nothing."""
    done = grade("--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize(
    ("out", "said"),
    [
        ("class/out", "lies within the submissions."),
        ("class/wrong.py/out", "lies within the submissions."),
        ("file/out", "Cannot make the folder "),
    ],
)
def test_where_no_gradebook_can_be(grade, tmp_path, out, said):
    """A folder that cannot be used for the gradebook is refused in a sentence."""
    tmp_path.joinpath("file").write_text("x")
    done = grade(out=out)
    assert done.returncode == 2
    assert said in done.stderr


def test_in_a_kit(grade, course):
    """A student kit has nothing to grade with."""
    shutil.rmtree(course / "solutions")
    done = grade()
    assert done.returncode == 2
    assert "grade is for the folder of the course itself." in done.stderr


def test_an_exercise_that_is_broken(grade, course, tmp_path):
    """A case that does not load is the exercise's fault: error, exit code 3."""
    course.joinpath("tests/hidden/numpy_basics/test_L1.py").write_text("1 / 0\n")
    done = grade()
    assert done.returncode == 3
    assert statuses(tmp_path / "out")["anna"] == ["passed", "error"]


def test_links_are_not_followed(grade, group, course, tmp_path):
    """A submission that is a link to the solutions is unreadable."""
    group.joinpath("linked").symlink_to(course / "solutions/numpy_basics")
    grade()
    assert statuses(tmp_path / "out")["linked"] == ["unreadable", "unreadable"]
