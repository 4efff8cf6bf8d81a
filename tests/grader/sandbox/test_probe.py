"""The walls are tried for real, and what holds is told as it is."""

import os
from pathlib import Path

import pytest

import grader
from grader.errors import GraderError
from grader.sandbox import probe
from grader.sandbox.launcher import Isolation

COURSE = Path(grader.__file__).parent.parent / "exercises" / "course.toml"


def test_every_promise_is_tried(wall):
    """Each promise is tried once, behind the wall that was asked for."""
    name, attempts = probe.examine(wall, COURSE)
    assert name.partition("+")[0] == wall.value
    assert [one.promise for one in attempts] == list(probe.PROMISES.values())


def test_a_kernel_wall_keeps_every_promise(wall):
    """Behind the kernel's walls all promises hold; behind a process all but one."""
    _, attempts = probe.examine(wall, COURSE)
    broken = {one.promise for one in attempts if not one.held}
    allowed = {probe.PROMISES["read"]} if wall is Isolation.PROCESS else set()
    assert broken <= allowed


def test_the_secret_does_not_stay():
    """The variable that the guest looks for is gone afterwards."""
    probe.examine(Isolation.PROCESS, COURSE)
    assert probe.VARIABLE not in os.environ


def test_a_probe_that_fails_is_the_grader_s_failure(monkeypatch):
    """Where the attempts themselves do not run, no promise is said to hold."""
    monkeypatch.setattr(probe, "SOURCE", "def probe(*_): raise ValueError\n")
    with pytest.raises(GraderError, match="could not be tried"):
        probe.examine(Isolation.PROCESS, COURSE)
