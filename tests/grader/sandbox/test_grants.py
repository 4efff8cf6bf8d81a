"""Packages and files that an exercise allows can be used, and nothing beside them."""

import pytest

from grader.course import Exercise
from grader.errors import GraderError
from grader.sandbox.grants import Grants, hold, installed, needed, third_party
from grader.sandbox.launcher import Sandbox
from grader.sandbox.outcome import Returned

# Pure Python, and there wherever these tests run.
PACKAGE, NEIGHBOUR = "pluggy", "pytest"

LOOK = f"""
def attempt(work):
    try:
        return work() or "done"
    except (OSError, ImportError) as error:
        return type(error).__name__

def f(path):
    return [
        attempt(lambda: __import__("{PACKAGE}").__name__),
        attempt(lambda: __import__("{NEIGHBOUR}").__name__),
        attempt(lambda: open(path).read()),
        attempt(lambda: open(path, "w")),
    ]
"""


@pytest.mark.parametrize("fence", [True, False])
def test_what_is_granted_and_nothing_else(wall, unit, fence):
    """Behind each wall a granted package is imported and a file read, not written."""
    with Sandbox(wall, Grants((PACKAGE,), files=True), fence=fence) as sandbox:
        file = sandbox.files / "numbers.txt"
        guest = sandbox.guest()
        file.write_text("7", "utf-8")
        guest.define([unit(LOOK)], (), 7, 10)
        outcome = guest.call(0, (str(file),), {}, 10).outcome
        guest.end()
        assert isinstance(outcome, Returned), outcome
        imported, neighbour, read, written = outcome.value
        assert (imported, neighbour, read) == (PACKAGE, "ModuleNotFoundError", "7")
        assert written in ("PermissionError", "OSError")
        assert file.read_text("utf-8") == "7"
        folder = sandbox.files
    assert not folder.exists()


def test_nothing_is_granted_unasked(call):
    """Without a grant the package is not there."""
    assert call(f"def f():\n    import {PACKAGE}").outcome.type == "ModuleNotFoundError"


def test_files_have_to_be_asked_for(sandbox):
    """A sandbox without files has no folder for them."""
    with pytest.raises(GraderError, match="does not say"):
        _ = sandbox.files


def test_what_exercises_need():
    """Of what exercises import, packages beyond Python and NumPy are granted."""
    some = [
        Exercise(name="a", imports=("copy", "numpy.linalg", "h5py")),
        Exercise(name="b", imports="any"),
        Exercise(name="c", imports=("h5py.h5", "os.path"), files=True),
    ]
    assert needed(some) == Grants(("h5py",), files=True)
    assert needed(some[:2]) == Grants(("h5py",), files=False)
    assert third_party(["numpy", "math", "sys"]) == ()


def test_what_is_not_installed():
    """A package that is not there is no reason to fail until it is needed."""
    assert installed(("no_such_package",)) == []
    hold(Exercise(name="a", imports=(PACKAGE, "copy")))
    with pytest.raises(GraderError, match="pip install no_such_package"):
        hold(Exercise(name="a", imports=("no_such_package",)))
