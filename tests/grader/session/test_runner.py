"""The pytest session of a check is its own: nothing of the user's gets in or out."""

import os
import sys
from pathlib import Path

import pytest

from grader.session import runner

EVIL = "raise RuntimeError('loaded')\n"


def test_users_settings_do_not_count(verdict, monkeypatch):
    """Settings for pytest in the environment are not those of a check."""
    monkeypatch.setenv("PYTEST_ADDOPTS", "--garbage")
    monkeypatch.setenv("PYTEST_PLUGINS", "nowhere")
    assert verdict().status == "passed"


def test_environment_is_given_back(verdict, monkeypatch):
    """A check leaves the environment as it found it."""
    monkeypatch.setenv("PYTEST_ADDOPTS", "--garbage")
    before = dict(os.environ)
    verdict()
    assert dict(os.environ) == before


@pytest.mark.parametrize("folder", ["", "tests/", "tests/hidden/basics/", "exercises/"])
def test_users_plugins_are_not_loaded(verdict, folder):
    """A conftest.py or a pytest.ini in the course is not that of a check."""
    files = {
        f"{folder}conftest.py": EVIL,
        f"{folder}pytest.ini": "[pytest]\naddopts = --garbage\n",
    }
    assert verdict(files=files).status == "passed"


def test_current_folder_does_not_count(verdict, tmp_path, monkeypatch):
    """What lies in the current folder is neither settings nor a module."""
    for name in ("conftest.py", "numpy.py", "pytest.py", "grader.py"):
        tmp_path.joinpath(name).write_text(EVIL, "utf-8")
    tmp_path.joinpath("pytest.ini").write_text("[pytest]\naddopts = --no\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert verdict().status == "passed"


def test_what_lies_above_a_course_is_not_looked_at(verdict, tmp_path, monkeypatch):
    """Cases are found without a look into the folders that the course lies in."""
    listed, scandir = [], os.scandir

    def watched(path="."):
        listed.append(Path(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", watched)
    assert verdict().status == "passed"
    course = tmp_path / "course"
    assert course in listed
    assert not set(course.parents) & set(listed)


def test_prints_of_reference_and_cases_stay_inside(verdict, capfd):
    """What a reference or a case prints is not on the program's stdout."""
    files = {
        "solutions/basics/double.py": """
            print("loading")
            def double(x):
                ### BEGIN SOLUTION
                print("reference")
                return 2 * x
                ### END SOLUTION
            """
    }
    hidden = """
        print("collecting")
        def test_one(double, reference):
            print("case")
            assert double(1) == reference.double(1)
        """
    assert verdict(files=files, hidden=hidden).status == "passed"
    assert capfd.readouterr().out == ""


def test_interrupt_passes_through(small):
    """A key that interrupts while cases are judged ends the session."""

    def interrupted(_):
        raise KeyboardInterrupt

    course = small()
    with pytest.raises(KeyboardInterrupt):
        runner.run(course, 7, list(course), interrupted)


def test_our_own_fault_passes_through(small):
    """A fault of ours while cases are judged is raised, not printed."""

    def broken(_):
        raise ZeroDivisionError

    course = small()
    with pytest.raises(ZeroDivisionError):
        runner.run(course, 7, list(course), broken)


def test_cases_are_collected_once(small):
    """One session judges as often as it is asked to, on one collection."""
    course = small()
    place = course.places["double"]
    seen = []

    def judge(session):
        seen.extend(session.cases(place) for _ in range(2))

    runner.run(course, 7, [place], judge)
    assert [item.name for item in seen[0]] == ["test_three", "test_number"]
    assert seen[0] is seen[1]


def test_warnings_are_no_failures(verdict):
    """A warning of Python's or NumPy's changes nothing, where warnings are errors."""
    source = (
        "import warnings\nimport numpy as np\n"
        "def double(x):\n"
        "    warnings.warn('old')\n"
        "    np.log(np.zeros(1))\n"
        "    return 2 * x\n"
    )
    hidden = """
        import numpy as np
        def test_zero(double, reference):
            np.log(np.zeros(1))
            assert double(1) == 2
        """
    assert verdict(source, hidden=hidden).status == "passed"


def test_files_of_cases_are_forgotten(verdict):
    """A check leaves no file of cases behind for the next one to be taken for."""
    before = {name for name in sys.modules if name.startswith("tests.")}
    assert verdict().status == "passed"
    assert {name for name in sys.modules if name.startswith("tests.")} == before
