"""What a guest can see, reach and change behind each wall."""

import json
from pathlib import Path

import pytest

import grader
from grader.sandbox.launcher import Sandbox
from grader.sandbox.outcome import Returned
from grader.sandbox.parent import environment

ROOT = Path(grader.__file__).parent.parent

LOOK = """
import os, sys

def attempt(work):
    try:
        return work() or 'done'
    except BaseException as error:
        return type(error).__name__

def f(path):
    return attempt(lambda: {work})
"""


def look(call, work, path=""):
    """Return what came of some work in a guest."""
    outcome = call(LOOK.replace("{work}", work), str(path)).outcome
    assert isinstance(outcome, Returned), outcome
    return outcome.value


ABSENT = (
    "grader grader.cases pytest _pytest msgspec rich typer hypothesis h5py pip "
    "setuptools guest.session solutions"
)
PRESENT = (
    "numpy numpy.linalg numpy.random numpy.fft math json dataclasses typing fractions "
    "statistics itertools decimal ctypes"
)


def test_nothing_but_python_and_numpy_is_importable(call):
    """A guest cannot import the grader, pytest or anything installed beside NumPy."""
    work = "{one: attempt(lambda: __import__(one) and 1) for one in path.split()}"
    assert look(call, work, ABSENT) == dict.fromkeys(
        ABSENT.split(), "ModuleNotFoundError"
    )
    assert look(call, work, PRESENT) == dict.fromkeys(PRESENT.split(), 1)


def test_numpy_s_own_libraries_work(call):
    """The libraries that NumPy brings along are found."""
    work = "float(__import__('numpy').linalg.svd([[3.0, 0.0], [0.0, 4.0]])[1][0])"
    assert look(call, work) == 4.0


def test_no_module_of_the_host_is_loaded(call):
    """A guest holds its own modules: no reference, no case, no pytest is in memory."""
    modules = look(call, "[name.partition('.')[0] for name in sys.modules]")
    assert not {"grader", "pytest", "_pytest", "msgspec", "hypothesis"} & set(modules)


def test_the_environment_is_bare(wall, unit, monkeypatch):
    """Tokens and paths of the host's environment do not reach a guest."""
    monkeypatch.setenv("GITHUB_TOKEN", "secret")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("PYTHONSTARTUP", "/x")
    with Sandbox(wall) as sandbox:
        guest = sandbox.guest()
        guest.define([unit("import os\ndef f(): return dict(os.environ)")], (), 7, 10)
        seen = guest.call(0, (), {}, 10).outcome.value
        guest.end()
    assert set(seen) - {"PWD", "LC_CTYPE"} == set(environment())
    assert "secret" not in json.dumps(seen)


def test_numpy_computes_as_on_the_host(monkeypatch):
    """The choice of OpenBLAS's kernels is the host's, and there is one thread."""
    monkeypatch.setenv("OPENBLAS_CORETYPE", "Haswell")
    assert environment()["OPENBLAS_CORETYPE"] == "Haswell"
    assert environment()["OPENBLAS_NUM_THREADS"] == "1"
    assert environment()["PYTHONHASHSEED"] == "0"


def test_no_path_of_the_course_is_in_the_guest(call):
    """Neither the path, nor the arguments, nor the folder tells where the grader is."""
    told = look(call, "repr((sys.path, sys.argv, os.getcwd()))")
    assert str(ROOT) not in told


def test_a_guest_has_its_wire_and_nothing_more(call):
    """Beside standard streams, one descriptor is open in a guest."""
    work = "[n for n in range(3, 9999) if attempt(lambda: os.fstat(n) and 1) == 1]"
    assert len(look(call, work)) == 1


def test_standard_input_is_empty(call):
    """Reading from the keyboard ends at once."""
    assert look(call, "input()") == "EOFError"
    assert look(call, "[os.read(0, 9)]") == [b""]


@pytest.mark.parametrize("place", ["left.txt", "/tmp/left.txt", "/dev/shm/left.txt"])  # noqa: S108 - it must fail
def test_nothing_can_be_written(call, place):
    """A guest can write no file, not even for itself."""
    work = "open(path, 'w').write('x' * 10000)"
    assert look(call, work, place) in (
        "OSError",
        "PermissionError",
        "FileNotFoundError",
    )
    file = Path(place)
    if file.is_absolute() and file.exists():
        assert file.stat().st_size == 0
        file.unlink()
