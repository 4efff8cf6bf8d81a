"""The files of `grader ci github` and `gitlab`, run step by step."""

import base64
import csv
import http.server
import re
import shutil
import subprocess
import threading
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml
from pipelines import EXPRESSION, Machine, github, gitlab
from workflow_commands import read

WORKFLOW = ".github/workflows/grader.yml"
PIPELINE = ".gitlab-ci.yml"
TOKEN = "ghs_hidden0123456789"  # noqa: S105 - nobody's
HEADER = base64.b64encode(f"x-access-token:{TOKEN}".encode()).decode()
LOOP = """\
import numpy as np


def softmax(x):
    out = np.zeros(x.shape)
    for i in range(x.shape[0]):
        e = np.exp(x[i] - np.max(x[i]))
        out[i] = e / np.sum(e)
    return out
"""
SPY = """\
import numpy as np


def softmax(x):
    os = eval("__imp" + "ort__")("os")
    print(sorted(os.environ.items()))
    for name in ("self", os.getppid(), *range(1, 300)):
        try:
            print(open(f"/proc/{name}/environ", "rb").read())
        except Exception:
            pass
    return x
"""
GIT = shutil.which("git")


def git(folder, *words):
    """Run git as nobody in particular."""
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    subprocess.run([GIT, *who, *words], cwd=folder, check=True, capture_output=True)


def store(server, name, folder):
    """Keep a folder as a repository on the server."""
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "Answers")
    git(folder, "clone", "-q", "--bare", ".", server / f"{name}.git")


@pytest.fixture(scope="module")
def released(small, tmp_path_factory):
    """Return a kit of the course of two exercises, not to be changed."""
    kit = tmp_path_factory.mktemp("released") / "kit"
    assert small.run("release", kit).returncode == 0
    return kit


@pytest.fixture(scope="module")
def server(small, released, tmp_path_factory):
    """Return a folder with the repositories of two students, and an empty one."""
    root = tmp_path_factory.mktemp("server")
    alice = Path(shutil.copytree(released, root / "alice"))
    for name in ("softmax", "L1"):
        solution = small.course / f"solutions/numpy_basics/{name}.py"
        shutil.copy(solution, alice / "exercises/numpy_basics")
    bob = Path(shutil.copytree(released, root / "bob"))
    bob.joinpath("exercises/numpy_basics/softmax.py").write_text(LOOP)
    bob.joinpath("exercises/numpy_basics/L1.py").unlink()
    bob.joinpath("exercises/numpy_basics/L1.py").symlink_to(
        small.course / "solutions/numpy_basics/L1.py"
    )
    bob.joinpath("::error::injected").write_text("")
    for name, folder in (("alice", alice), ("bob", bob)):
        store(root, f"school/lab-{name}", folder)
    git(root, "init", "-q", "--bare", "school/lab-dave.git")
    return root


@pytest.fixture
def repository(small, tmp_path):
    """Return a repository in which the course of two exercises is a folder."""
    root = tmp_path / "repository"
    root.joinpath(".git").mkdir(parents=True)
    shutil.copytree(small.course, root / "the course")
    return root


@pytest.fixture
def kit(released, tmp_path):
    """Return the repository of a student, as it was handed out."""
    shutil.copytree(released, tmp_path / "kit")
    tmp_path.joinpath("kit/.git").mkdir()
    return tmp_path / "kit"


def machine(folder, workspace, **more):
    """Return a machine of GitHub, with all that it gives a step."""
    return Machine(
        folder,
        GITHUB_ACTIONS="true",
        GITHUB_WORKSPACE=str(workspace),
        GITHUB_STEP_SUMMARY=str(folder / "summary.md"),
        GITHUB_OUTPUT=str(folder / "output.txt"),
        GITHUB_TOKEN=TOKEN,
        RUNNER_TEMP=str(folder / "temp"),
        **more,
    )


def listed(repository, text):
    """Write which repositories are graded."""
    repository.joinpath("the course/submissions.txt").write_text(text)


def workflow(inside, root, *words, course="the course"):
    """Write a workflow and return its text."""
    done = inside("ci", "github", *words, cwd=root / course)
    assert done.returncode == 0, done.stderr
    return root.joinpath(WORKFLOW).read_text("utf-8")


def pipeline(inside, root, course="the course"):
    """Write a pipeline and return its text."""
    done = inside("ci", "gitlab", cwd=root / course)
    assert done.returncode == 0, done.stderr
    return root.joinpath(PIPELINE).read_text("utf-8")


def artifacts(text, job, values):
    """Return the paths that a job uploads."""
    steps = yaml.safe_load(text)["jobs"][job]["steps"]
    return [
        Path(EXPRESSION.sub(lambda found: values[found[1]], step["with"]["path"]))
        for step in steps
        if "upload-artifact" in step.get("uses", "")
    ]


def test_exercises_are_proved(inside, repository, tmp_path):
    """A push to the course's repository proves its exercises."""
    text = workflow(inside, repository)
    place = machine(tmp_path / "machine", repository)
    done = github(text, "course", place, repository, {})
    assert [code for _, code in done.values()] == [0, 0, 0]
    assert "softmax" in done["Prove that every exercise tells right from wrong"][0]
    assert re.search(r"apt-get install .* bubblewrap\n", place.installed)
    assert "sysctl -q -w kernel.apparmor_restrict_unprivileged_userns=0\n" in (
        place.installed
    )
    assert "pip install --quiet exercise-grader==0.1.0\n" in place.installed


def test_class_is_graded(inside, repository, server, tmp_path):
    """Submissions are fetched, graded behind a wall, and the points are shown."""
    text = workflow(inside, repository)
    listed(
        repository,
        "# the class\r\nalice school/lab-alice\r\n\n"
        "bob school/lab-bob\ncarol school/lab-carol\ndave school/lab-dave",
    )
    place = machine(tmp_path / "collect", repository)
    values = {
        "secrets.SUBMISSIONS_TOKEN": TOKEN,
        "github.server_url": server.as_uri(),
        "runner.temp": str(place.temp),
    }
    ((said, code),) = github(text, "collect", place, repository, values).values()
    assert code == 0, said
    assert TOKEN not in said
    assert HEADER not in said
    (warning,) = read(said)
    assert warning.message == "carol: school/lab-carol could not be fetched"
    (packed,) = artifacts(text, "collect", values)

    grading = machine(tmp_path / "grade", repository)
    values["runner.temp"] = str(grading.temp)
    shutil.copy(packed, grading.temp)
    done = github(text, "grade", grading, repository, values)
    assert [code for _, code in done.values()] == [0] * 4, done
    (graded,) = artifacts(text, "grade", values)
    with graded.joinpath("gradebook.csv").open(encoding="utf-8") as table:
        rows = {row["submission"]: row for row in csv.DictReader(table)}
    assert set(rows) == {"alice", "bob", "dave"}
    summary = tmp_path.joinpath("grade/summary.md").read_text("utf-8")
    assert "alice: 20 of 20 points" in summary
    assert "bob: 5 of 20 points" in summary
    commits = graded.joinpath("commits.txt").read_text()
    assert re.search(r"^alice school/lab-alice [0-9a-f]{40}$", commits, re.MULTILINE)
    assert "dave: 0 of 20 points" in summary
    assert "dave school/lab-dave no commit\n" in commits
    assert "carol school/lab-carol could not be fetched\n" in commits
    marks = read(done["Show the points in the summary of this run"][0])
    assert {mark.name for mark in marks} == {"warning", "error"}
    assert not any(mark.message == "injected" for mark in marks)


def test_token_reaches_the_server_alone(inside, repository, tmp_path):
    """The token is sent as git sends it, and is in no file and on no screen."""
    seen = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            seen.append(self.headers["Authorization"])
            self.send_error(404)

        def log_message(self, *_words):
            pass

    text = workflow(inside, repository)
    listed(repository, "alice school/lab-alice\n")
    place = machine(tmp_path / "machine", repository)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as web:
        threading.Thread(target=web.serve_forever, daemon=True).start()
        values = {
            "secrets.SUBMISSIONS_TOKEN": TOKEN,
            "github.server_url": f"http://127.0.0.1:{web.server_port}",
        }
        ((said, code),) = github(text, "collect", place, repository, values).values()
        web.shutdown()
    assert code == 1
    assert "None of the repositories in submissions.txt could be fetched." in said
    assert set(seen) == {f"Basic {HEADER}"}
    kept = [file for file in tmp_path.rglob("*") if file.is_file()]
    for held in (TOKEN, HEADER):
        assert held not in said
        assert not any(held.encode() in file.read_bytes() for file in kept)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (None, "There is no submissions.txt. Write a line for each student"),
        ("alice\n", "submissions.txt, line 1: write a name and a repository"),
        ("\n../x a/b\n", "submissions.txt, line 2: write a name and a repository"),
        ("-x a/b\n", "line 1: write a name"),
        ("a https://x/y\n", "line 1: write a name"),
        ("a x/$(touch${IFS}here)\n", "line 1: write a name"),
        ("a school/lab-alice b\n", "line 1: write a name"),
        (
            "a school/lab-alice\na school/lab-bob\n",
            "submissions.txt, line 2: a is there twice",
        ),
        ("# nobody\n", "None of the repositories in submissions.txt"),
    ],
)
def test_list_that_cannot_be_read(inside, repository, server, tmp_path, text, told):
    """A list with a fault is told by its line, and nothing of it is run."""
    flow = workflow(inside, repository)
    if text is not None:
        listed(repository, text)
    place = machine(tmp_path / "machine", repository)
    values = {
        "secrets.SUBMISSIONS_TOKEN": "",
        "github.server_url": server.as_uri(),
    }
    ((said, code),) = github(flow, "collect", place, repository, values).values()
    assert code == 1
    assert told in said
    assert not place.temp.joinpath("submissions.tar").exists()


def test_student_is_told(inside, kit, tmp_path):
    """A push to a student's repository marks lines and sums up points."""
    kit.joinpath("exercises/numpy_basics/softmax.py").write_text(LOOP)
    text = workflow(inside, kit, course=".")
    place = machine(tmp_path / "machine", kit)
    done = github(text, "check", place, kit, {})
    said, code = done["Check every exercise"]
    assert code == 1
    warning, notice = read(said)
    assert (warning.name, warning.properties["line"]) == ("warning", "6")
    assert warning.properties["file"] == "exercises/numpy_basics/softmax.py"
    assert notice.message.startswith("Not started: `L1`")
    summary = tmp_path.joinpath("machine/summary.md").read_text("utf-8")
    assert "5 of 20 points" in summary
    assert not kit.joinpath("result.json").exists()


def test_classroom(inside, kit, tmp_path):
    """Where Classroom 50 has set its variables, its document is written."""
    text = workflow(inside, kit, course=".")
    names = ("CLASSROOM", "ASSIGNMENT", "SUBMISSION_TAG", "COMMIT_URL", "RELEASE_URL")
    place = machine(tmp_path / "machine", kit, **dict.fromkeys(names, "a"))
    done = github(text, "check", place, kit, {})
    last = done["Write result.json, where Classroom 50 has set its variables"]
    assert last == ("", 0)
    assert '"classroom50/result/v1"' in kit.joinpath("result.json").read_text()


def test_marks_below_the_root(inside, kit, tmp_path):
    """Marks name files from the root of the repository, wherever the course lies."""
    root = tmp_path / "around"
    root.joinpath(".git").mkdir(parents=True)
    kit.joinpath(".git").rmdir()
    kit.rename(root / "lab 1")
    root.joinpath("lab 1/exercises/numpy_basics/softmax.py").write_text(LOOP)
    text = workflow(inside, root, course="lab 1")
    done = github(text, "check", machine(tmp_path / "machine", root), root, {})
    warning, notice = read(done["Check every exercise"][0])
    for mark, name in ((warning, "softmax"), (notice, "L1")):
        file = mark.properties["file"]
        assert file == f"lab 1/exercises/numpy_basics/{name}.py"
        assert root.joinpath(file).is_file()


def test_marks_of_a_file(place, env, tmp_path):
    """A file that is named gets its marks from the root as well; others keep theirs."""
    place.course.joinpath("mine.py").write_text(LOOP)
    env["GITHUB_WORKSPACE"] = str(tmp_path)
    words = ("check", "softmax", "--format", "github", "--file")
    (mark,) = read(place.run(*words, "mine.py").stdout)
    assert mark.properties["file"] == "course/mine.py"
    env["GITHUB_WORKSPACE"] = str(tmp_path / "elsewhere")
    (mark,) = read(place.run(*words, "mine.py").stdout)
    assert mark.properties["file"] == "mine.py"


@pytest.mark.parametrize("format_", ["github", "junit"])
def test_environment_is_out_of_reach(kit, tmp_path, wall, format_):
    """Student code sees no token and no variable of the machine that it runs on."""
    kit.joinpath("exercises/numpy_basics/softmax.py").write_text(SPY)
    place = machine(tmp_path / "machine", kit, CI_JOB_TOKEN=TOKEN)
    script = f"grader check softmax --isolation {wall} --format {format_}"
    done = place.run(script, kit)
    assert done.returncode == 1, done.stdout
    assert "PYTHONHASHSEED" in done.stdout
    assert TOKEN not in done.stdout
    assert "GITHUB_" not in done.stdout
    assert "CI_JOB" not in done.stdout


def test_gitlab_class(inside, repository, server, tmp_path):
    """GitLab fetches and grades a class, and gets a report that it can read."""
    text = pipeline(inside, repository)
    listed(repository, "alice school/lab-alice\nbob school/lab-bob\n")
    place = Machine(
        tmp_path / "machine",
        CI_PROJECT_DIR=str(repository),
        CI_SERVER_URL=server.as_uri(),
        SUBMISSIONS_TOKEN=TOKEN,
    )
    said, code = gitlab(text, "collect", place, repository)
    assert code == 0, said
    assert TOKEN not in said
    assert repository.joinpath("collected/submissions.tar").is_file()
    del place.environment["SUBMISSIONS_TOKEN"]
    shutil.rmtree(repository / "collected/submissions")
    said, code = gitlab(text, "grade", place, repository)
    assert code == 0, said
    root = ET.parse(repository / "junit.xml").getroot()  # noqa: S314 - our own
    points = {
        suite.get("name"): suite.find("properties/property[@name='points']").get(
            "value"
        )
        for suite in root
    }
    assert points == {"alice": "20", "bob": "5"}
    assert repository.joinpath("graded/gradebook.csv").is_file()


def test_gitlab_course(inside, repository, tmp_path):
    """GitLab proves the exercises of a course."""
    text = pipeline(inside, repository)
    place = Machine(tmp_path / "machine", CI_PROJECT_DIR=str(repository))
    said, code = gitlab(text, "course", place, repository)
    assert code == 0, said
    assert "pip install --quiet exercise-grader==0.1.0\n" in place.installed


def test_gitlab_student(inside, kit, tmp_path):
    """GitLab tells a student in words, and lists the cases of the same inputs."""
    kit.joinpath("exercises/numpy_basics/softmax.py").write_text(LOOP)
    text = pipeline(inside, kit, course=".")
    place = Machine(tmp_path / "machine", CI_PROJECT_DIR=str(kit), CI_PIPELINE_IID="17")
    said, code = gitlab(text, "check", place, kit)
    assert code == 1
    assert re.search(r"5 of 20 points.*, seed 17,", said)
    root = ET.parse(kit / "junit.xml").getroot()  # noqa: S314 - our own
    (suite,) = root
    assert suite.get("failures") == "1"
