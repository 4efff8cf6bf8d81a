"""The grader as a wheel: one that pip takes, and that runs."""

import importlib.metadata
import io
import subprocess
import sys
import zipfile

import pytest

from grader import __version__
from grader.ci import wheel as wheels
from grader.errors import UsageError


def test_installs(tmp_path):
    """Pip installs it, with nothing else at hand, and it is the whole grader."""
    name, content = wheels.wheel()
    assert name == f"exercise_grader-{__version__}-py3-none-any.whl"
    file = tmp_path / name
    file.write_bytes(content)
    target = tmp_path / "target"
    words = ["-m", "pip", "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run(
        [sys.executable, *words, "--target", target, file],
        check=True,
        stderr=subprocess.DEVNULL,
    )
    done = subprocess.run(
        [sys.executable, "-c", "import grader.cli.app as a; print(a.__file__)"],
        env={"PYTHONPATH": str(target)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.startswith(str(target))
    assert target.joinpath("bin/grader").exists()
    assert target.joinpath("grader/rules/explicit-loop.md").exists()
    assert target.joinpath("grader/ci/templates/collect.sh").exists()


def test_no_litter():
    """What Python and editors leave behind is not in it, and every file is recorded."""
    with zipfile.ZipFile(io.BytesIO(wheels.wheel().content)) as archive:
        names = archive.namelist()
        rows = archive.read(names[-1]).decode().splitlines()
    assert not [name for name in names if "__pycache__" in name]
    assert [row.rsplit(",", 2)[0] for row in rows] == names


def test_same_bytes():
    """The same grader gives the same bytes."""
    assert wheels.wheel() == wheels.wheel()


def test_not_installed(monkeypatch):
    """A grader that is run without being installed says what to do."""

    def none(name):
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(wheels, "distribution", none)
    with pytest.raises(UsageError, match="is not installed here") as told:
        wheels.wheel()
    assert told.value.help.startswith("Install it in the environment")
