"""Paths as marks have them, from the root of a repository."""

import pytest

from grader.cli.workflow import below_workspace


@pytest.fixture
def root(tmp_path, monkeypatch):
    """Return a repository, which the environment names by a link to it."""
    folder = tmp_path / "repository"
    folder.joinpath("lab").mkdir(parents=True)
    tmp_path.joinpath("link").symlink_to(folder)
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path / "link"))
    return folder


def test_below(root):
    """A path from a folder in the repository is told from its root."""
    assert below_workspace(root / "lab", "exercises/a.py") == "lab/exercises/a.py"
    assert below_workspace(root, "./a.py") == "a.py"
    assert below_workspace(root / "lab", "../a.py") == "a.py"
    assert below_workspace(root.parent / "link" / "lab", "a.py") == "lab/a.py"
    assert below_workspace(root.parent, str(root / "lab/a.py")) == "lab/a.py"


@pytest.mark.parametrize("path", ["../../a.py", "/etc/passwd"])
def test_elsewhere(root, path):
    """What lies elsewhere is told as it was."""
    assert below_workspace(root / "lab", path) == path


def test_links_of_a_student(root):
    """A link in a submission is not followed."""
    root.joinpath("lab/a.py").symlink_to("/etc/passwd")
    assert below_workspace(root / "lab", "a.py") == "lab/a.py"


def test_no_workflow(root, monkeypatch):
    """Without a workflow, paths are as they are."""
    monkeypatch.delenv("GITHUB_WORKSPACE")
    assert below_workspace(root / "lab", "a.py") == "a.py"
