"""Which processors workers have."""

import os

import pytest

from grader import processors


@pytest.fixture
def have(monkeypatch):
    """Return a function that gives this process some processors of a machine."""

    def give(*numbers):
        ours = set(numbers)
        monkeypatch.setattr(
            os, "sched_getaffinity", lambda _process: ours, raising=False
        )
        monkeypatch.setattr(processors.sys, "platform", "linux")

    return give


def test_only_those_that_are_ours_count(have):
    """A machine may have more of them than we may use."""
    have(3, 5, 6)
    assert processors.count() == 3


@pytest.mark.parametrize("number", [None, 4])
def test_elsewhere_all_of_the_machine_count(monkeypatch, number):
    """Where nobody can ask for ours, there is at least one."""
    monkeypatch.setattr(processors.sys, "platform", "darwin")
    monkeypatch.setattr(os, "cpu_count", lambda: number)
    assert processors.count() == (number or 1)
    assert processors.kept(2) == [None, None]


def test_as_many_workers_as_processors_keep_to_one_each(have):
    """Fewer may move out of the way of others, and more are moved as there is need."""
    have(6, 3)
    assert processors.kept(2) == [3, 6]
    assert processors.kept(1) == [None]
    assert processors.kept(3) == [None, None, None]
