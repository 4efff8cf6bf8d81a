"""Workflows and pipelines: valid, and nothing of a stranger's where it could act."""

import itertools
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from grader.ci import github, gitlab

CHECKER = Path(sys.executable).with_name("check-jsonschema")
BASH = shutil.which("bash")
FOLDERS = [".", "courses/a b", "odd\"'$(touch x)`", "ünï 🐍: #"]
WHEEL = "exercise_grader-0.1.0-py3-none-any.whl"


@pytest.fixture(params=[False, True], ids=["course", "student"])
def student(request):
    """Each of the two kinds."""
    return request.param


@pytest.fixture
def flow(course, student):
    """Return a workflow as GitHub reads it."""
    return yaml.safe_load(github.workflow(course, ".", "", student=student))


@pytest.mark.parametrize(
    ("kind", "make", "options"),
    [
        ("vendor.github-workflows", github.workflow, []),
        ("vendor.gitlab-ci", gitlab.pipeline, ["--data-transform", "gitlab-ci"]),
    ],
)
def test_valid(course, tmp_path, kind, make, options):
    """Both follow the published schemas, whatever the course's folder is called."""
    files = []
    for words in itertools.product(FOLDERS, ["", WHEEL], [False, True]):
        files.append(tmp_path / f"{len(files)}.yml")
        folder, wheel, student = words
        files[-1].write_text(make(course, folder, wheel, student=student), "utf-8")
    done = subprocess.run(
        [CHECKER, "--builtin-schema", kind, *options, *files],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("folder", FOLDERS)
def test_folder(course, student, folder):
    """The name of the course's folder is kept as it is."""
    flow = yaml.safe_load(github.workflow(course, folder, "", student=student))
    assert flow["defaults"]["run"]["working-directory"] == folder
    text = gitlab.pipeline(course, folder, "", student=student)
    job = yaml.safe_load(text)["check" if student else ".grader"]
    script = f'cd() {{ printf %s "$1"; }}\n{job["before_script"][-1]}'
    done = subprocess.run(
        [BASH, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout == folder


def test_no_expression_in_a_script(flow):
    """No script holds an expression: a branch may be called `$(curl …)`."""
    for job in flow["jobs"].values():
        for step in job["steps"]:
            assert "${{" not in step.get("run", "")


def test_events(flow, student):
    """No event gives a stranger's code what belongs to the repository."""
    # YAML 1.1 reads the key `on` as true.
    events = set(flow[True])
    assert events <= {"push", "pull_request", "workflow_dispatch"}
    assert "workflow_dispatch" in events
    assert flow["permissions"] == {"contents": "read"}
    assert not any("permissions" in job for job in flow["jobs"].values())
    if student:
        assert "pull_request" not in events


def test_checkout(flow):
    """No checkout leaves a token behind, and every action is named by commit."""
    for job in flow["jobs"].values():
        assert job["timeout-minutes"] > 0
        used = [step for step in job["steps"] if "uses" in step]
        assert used[0]["uses"].startswith("actions/checkout@")
        assert used[0]["with"] == {"persist-credentials": False}
        for step in used:
            assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", step["uses"])


def test_secrets(flow, student):
    """Only the job that runs nothing of a student's is given a secret."""
    holding = [name for name, job in flow["jobs"].items() if "secrets" in str(job)]
    assert holding == ([] if student else ["collect"])
    if not student:
        job = flow["jobs"]["collect"]
        assert "grader" not in " ".join(step.get("run", "") for step in job["steps"])
        assert flow["jobs"]["grade"]["needs"] == "collect"


def test_strict(course, student):
    """Student code is only run behind a wall of the kernel."""
    for make in (github.workflow, gitlab.pipeline):
        text = make(course, ".", "", student=student)
        runs = re.findall(r"(?m)^[^#\n]*grader (?:check|grade) .*$", text)
        assert runs
        assert all("--isolation strict" in one for one in runs)


def test_gitlab_secret(course):
    """The token of GitLab is for the environment of the one job that fetches."""
    flow = yaml.safe_load(gitlab.pipeline(course, ".", "", student=False))
    assert flow["collect"]["environment"]["name"] == "submissions"
    assert "environment" not in flow["grade"]
    assert "SUBMISSIONS_TOKEN" not in json.dumps(flow["grade"])
    assert "grader" not in " ".join(flow["collect"]["before_script"])


def test_installed(course, student):
    """What is installed is this version, or a wheel, and what answers may import."""
    for make in (github.workflow, gitlab.pipeline):
        text = make(course, ".", "", student=student)
        assert "pip install --quiet exercise-grader==0.1.0 h5py\n" in text
        text = make(course, ".", WHEEL, student=student)
        assert f'/grader/{WHEEL}" h5py\n' in text
