"""`grader report`: a graded class as other programs read it."""

import csv
import io
import json
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from workflow_commands import read as read_commands

from grader import cli
from grader.cli.reports import file_name
from grader.render.text import printable

ONLY = ("--only", "softmax", "--only", "L1")
EVIL = """\
import numpy as np

def softmax(x):
    print("::error::injected")
    print("%0A]]><b>|`=1+1\\x1b[2J")
    return np.exp(x) / np.sum(np.exp(x))

def L1(a, b):
    total = 0
    for x, y in zip(a, b):
        total += abs(x - y)
    return total
"""
CANVAS = (
    "Student,ID,SIS User ID,SIS Login ID,Section,NumPy basics (7),Final Score\r\n"
    "    Points Possible,,,,,100,(read only)\r\n"
    '"Arc, Anna",11,,anna,A,,\r\n'
    '"Bow, Bea",12,,bea,A,,\r\n'
)
CLASSROOM = {
    "CLASSROOM": "nn",
    "ASSIGNMENT": "basics",
    "SUBMISSION_TAG": "submit/1",
    "COMMIT_URL": "https://example.org/{id}",
    "RELEASE_URL": "https://example.org/{id}/release",
}


@pytest.fixture(scope="module")
def graded(prepare, tmp_path_factory):
    """Return the folder of a graded class, and the place of the program."""
    place = prepare("reported")
    root = tmp_path_factory.mktemp("class")
    for name in ("anna", "=1+1"):
        (root / name).mkdir()
    for name in ("softmax", "L1"):
        shutil.copy(place.course / f"solutions/numpy_basics/{name}.py", root / "anna")
    root.joinpath("::evil, a%0A.py").write_text(EVIL)
    root.joinpath("broken.py").write_text("def softmax(x): return (\n")
    out = root.parent / f"{root.name}-out"
    done = place.run("grade", root, "--out", out, "--seed", 3, *ONLY)
    assert done.returncode == 0, done.stderr
    return out


@pytest.fixture
def report(graded, monkeypatch, capsys):
    """Return a function that reports the class, far from any course."""
    for name in ("COLUMNS", "GITHUB_STEP_SUMMARY", *CLASSROOM):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(graded.parent)

    def start(format_, *words):
        words = ("report", graded, "--format", format_, *words)
        monkeypatch.setattr(sys, "argv", ["grader", *map(str, words)])
        code = cli.run()
        told = capsys.readouterr()
        return subprocess.CompletedProcess(words, code, told.out, told.err)

    return start


def test_csv(report, graded):
    """The table is the one that grade writes; no cell is a formula."""
    done = report("csv")
    assert done.returncode == 0
    assert done.stdout == graded.joinpath("gradebook.csv").read_bytes().decode()
    rows = list(csv.reader(io.StringIO(done.stdout)))
    assert [row[0] for row in rows[1:]] == ["::evil, a%0A", "'=1+1", "anna", "broken"]


def test_json(report, graded):
    """One document holds the documents that grade writes, in their order."""
    found = json.loads(report("json").stdout)
    lines = graded.joinpath("results.jsonl").read_text("utf-8").splitlines()
    assert found["schema"] == "grader.class/1"
    assert found["exercises"] == ["softmax", "L1"]
    assert found["results"] == [json.loads(line) for line in lines]


def test_junit(report):
    """Every submission is a suite."""
    root = ET.fromstring(report("junit").stdout)  # noqa: S314 - our own
    assert [it.get("name") for it in root] == ["::evil, a%0A", "=1+1", "anna", "broken"]
    assert [int(it.get("failures")) > 0 for it in root] == [True, True, False, True]


def test_github(report, monkeypatch, tmp_path):
    """Marks are ours alone, and the summary of the job has a table for each."""
    summary = tmp_path / "summary.md"
    summary.write_text("before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    found = read_commands(report("github").stdout)
    assert {mark.name for mark in found} == {"error", "warning"}
    assert not any(mark.message == "injected" for mark in found)
    titles = {mark.properties["title"] for mark in found}
    assert "::evil, a%0A: L1" in titles
    text = summary.read_text("utf-8")
    assert text.startswith("before\n### ")
    assert text.count("### ") == 4


def test_a_summary_that_cannot_be_written(report, monkeypatch, tmp_path):
    """A summary that cannot be written is told."""
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "none/summary.md"))
    done = report("github")
    assert done.returncode == 2
    assert "It is what GITHUB_STEP_SUMMARY names." in done.stderr


def test_gradescope(report, tmp_path):
    """Every submission has a file, by a name that any system can hold."""
    done = report("gradescope", "--out", tmp_path / "results")
    assert (done.stdout, done.returncode) == ("", 0)
    assert done.stderr == f"Wrote 4 files into {tmp_path}/results.\n"
    names = sorted(it.name for it in tmp_path.joinpath("results").iterdir())
    assert names == ["%3A%3Aevil, a%250A.json", "=1+1.json", "anna.json", "broken.json"]
    anna = json.loads(tmp_path.joinpath("results/anna.json").read_text("utf-8"))
    assert anna["score"] == sum(it.get("max_score", 0) for it in anna["tests"]) == 20


def test_classroom50(report, monkeypatch, tmp_path):
    """The environment is asked for what is not known, in one sentence."""
    done = report("classroom50", "--out", tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith(
        "classroom50 takes CLASSROOM, ASSIGNMENT, SUBMISSION_TAG, COMMIT_URL, "
        "RELEASE_URL from the environment, and they are not set.\n"
    )
    for name, value in CLASSROOM.items():
        monkeypatch.setenv(name, value)
    assert report("classroom50", "--out", tmp_path).returncode == 0
    anna = json.loads(tmp_path.joinpath("anna.json").read_text("utf-8"))
    assert (anna["score"], anna["commit"]) == (20, "https://example.org/anna")
    monkeypatch.setenv("COMMIT_URL", "https://example.org/one")
    done = report("classroom50", "--out", tmp_path)
    assert done.stderr == (
        "COMMIT_URL would be the same for every submission.\n"
        "Write {id} where the id of the submission belongs.\n"
    )


def test_canvas(report, tmp_path):
    """The instructor's file is filled in; who was left out is said, both ways."""
    file = tmp_path / "canvas.csv"
    file.write_bytes(CANVAS.encode("utf-8-sig"))
    out = tmp_path / "filled.csv"
    done = report("canvas", "--canvas", file, "--out", out)
    assert done.returncode == 0, done.stderr
    expected = CANVAS.replace(",anna,A,,", ",anna,A,20,")
    assert out.read_bytes() == expected.encode("utf-8-sig")
    assert done.stderr.splitlines() == [
        "Filled in 1 student: NumPy basics (7).",
        (
            "NumPy basics (7) has 100 points possible in Canvas; what was written "
            "is not scaled."
        ),
        "Submissions that nobody in Canvas matches: ::evil, a%0A, =1+1, broken.",
        "Students in Canvas without a submission: Bow, Bea.",
    ]
    assert report("canvas", "--canvas", file).stdout == "\ufeff" + expected
    assert file.read_bytes() == CANVAS.encode("utf-8-sig")


def test_html(report, graded, tmp_path):
    """The class page goes where it is told, and is the one that grade writes."""
    out = tmp_path / "a page"
    done = report("html", "--out", out)
    assert (done.stdout, done.returncode) == ("", 0)
    assert done.stderr == (
        f"Wrote the class page and 4 pages of students.\nNext: open {out}/index.html\n"
    )
    names = sorted(it.relative_to(out).as_posix() for it in out.glob("**/*.html"))
    assert names == [
        "index.html",
        "students/%3A%3Aevil, a%250A.html",
        "students/=1+1.html",
        "students/anna.html",
        "students/broken.html",
    ]
    for name in names:
        written = graded.joinpath("report", name).read_bytes()
        assert out.joinpath(name).read_bytes() == written
    assert "students/%253A%253Aevil%2C%20a%25250A.html" in out.joinpath(
        "index.html"
    ).read_text("utf-8")
    assert report("html").stderr.endswith(f"Next: open {graded}/report/index.html\n")


def test_feedback(report, tmp_path):
    """Every student has a page that leads nowhere, to be handed out."""
    assert report("feedback", "--out", tmp_path).returncode == 0
    page = tmp_path.joinpath("anna.html").read_text("utf-8")
    assert "20 of 20 points" in page
    assert "href" not in page
    assert len(list(tmp_path.iterdir())) == 4


def test_a_full_disk(place, graded):
    """A report that finds no room is told in a sentence, not taken for our fault."""
    with Path("/dev/full").open("w") as full:
        words = ("report", graded, "--format", "json")
        done = place.run(*words, capture_output=False, stdout=full, stderr=-1)
    assert done.returncode == 2
    assert done.stderr == (
        "Cannot write the report: No space left on device.\nTry --out FILE.\n"
    )


CALLS = {
    ("cvs",): "No format `cvs`.\nDid you mean `csv`?\n",
    ("pdf",): (
        "No format `pdf`.\n--format takes html, feedback, csv, json, junit, github, "
        "gradescope, classroom50 or canvas.\n"
    ),
    ("gradescope",): "gradescope is a file for each submission.\n"
    "Say where they go: --out DIR\n",
    ("canvas",): "canvas fills in the gradebook that Canvas exports.\n"
    "Download it there, and name it: --canvas gradebook.csv\n",
    ("csv", "--column", "x"): "--canvas and --column are for --format canvas.\n",
    ("canvas", "--canvas", "none.csv"): "No file none.csv.\n",
    ("csv", "--out", "."): ". is a folder.\nThis format is one file: --out FILE\n",
    ("csv", "--out", "none/x.csv"): "Cannot write none/x.csv: "
    "No such file or directory.\n",
}


@pytest.mark.parametrize("words", CALLS, ids=" ".join)
def test_usage(report, words):
    """What is wrong with the call is told in a sentence."""
    done = report(*words)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", CALLS[words])


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xff\xfea", "is not UTF-8 text."),
        (b"", "cannot be filled in: it does not begin with Student, ID,"),
        (b"\0\0\0", "cannot be filled in: it does not begin with Student, ID,"),
    ],
)
def test_a_file_that_is_not_of_canvas(report, tmp_path, data, said):
    """A file that is no gradebook of Canvas is refused."""
    file = tmp_path / "x.csv"
    file.write_bytes(data)
    done = report("canvas", "--canvas", file)
    assert done.returncode == 2
    assert said in done.stderr


def test_what_is_read_is_not_written_over(report, graded, tmp_path):
    """Neither the gradebook nor the file from Canvas is replaced."""
    file = tmp_path / "canvas.csv"
    file.write_text(CANVAS)
    done = report("canvas", "--canvas", file, "--out", file)
    assert done.stderr == f"{file} is read here.\nChoose another --out FILE.\n"
    done = report("csv", "--out", graded / "gradebook.sqlite")
    assert "gradebook.sqlite is read here." in done.stderr
    assert report("csv").returncode == 0


def test_out_is_a_file(report, tmp_path):
    """A folder that is a file is refused."""
    file = tmp_path / "x"
    file.touch()
    done = report("gradescope", "--out", file)
    assert done.stderr == f"Cannot make the folder {file}: File exists.\n"


@pytest.mark.parametrize(
    "one",
    [
        "../x",
        "a/b",
        "..",
        ".hidden",
        "con",
        "NUL.x",
        "a:b",
        "😀" * 50,
        "x" * 300,
        "\n",
        "a\\b",
        "\udcff",
    ],
)
def test_names_of_files(one):
    """An id cannot lead elsewhere, nor be a name that some system refuses."""
    name = file_name(one)
    assert name.endswith(".json")
    assert not set(name) & set('/\\:*?"<>|\n')
    assert not name.startswith((".", "-", " "))
    assert len(name) <= 150
    assert name.partition(".")[0].lower() not in {"con", "nul"}


@pytest.mark.parametrize("format_", ["junit", "github", "gradescope", "classroom50"])
def test_a_single_result(place, format_):
    """check prints one result in each of these formats, and its exit code stays."""
    place.env.update(CLASSROOM)
    place.env["GITHUB_STEP_SUMMARY"] = str(place.course / "summary.md")
    place.course.joinpath("answers.py").write_text(EVIL)
    words = ("check", "softmax", "L1", "--file", "answers.py", "--format", format_)
    done = place.run(*words)
    assert (done.returncode, done.stderr) == (1, "")
    if format_ == "junit":
        (suite,) = ET.fromstring(done.stdout)  # noqa: S314 - our own
        assert suite.get("name") == "answers"
    elif format_ == "github":
        found = read_commands(done.stdout)
        assert [mark.name for mark in found] == ["error", "warning"]
        assert found[0].properties == {
            "file": "answers.py",
            "line": "3",
            "title": "softmax",
        }
        assert place.course.joinpath("summary.md").read_text().startswith("### answers")
    else:
        assert json.loads(done.stdout)["score"] == 8


def test_a_submission_that_cannot_be_read(inside, course):
    """Gradescope gets a document with the reason; the exit code says usage."""
    course.joinpath("x.zip").write_bytes(b"no zip")
    done = inside("check", "--file", "x.zip", "--format", "gradescope")
    assert done.returncode == 2
    found = json.loads(done.stdout)
    assert found["score"] == 0
    assert printable(found["output"]) == done.stderr.splitlines()[0]


def test_what_classroom50_lacks_is_told_first(inside):
    """A variable that is not set is told before anything is judged."""
    done = inside("check", "softmax", "--format", "classroom50")
    assert done.returncode == 2
    assert done.stderr.startswith("classroom50 takes CLASSROOM, ")
