"""What the warm parent does before it forks guests."""

import gc
import sys
from collections.abc import Iterator

import pytest

from grader.guest.rehearsal import rehearse


@pytest.fixture(autouse=True)
def thawed() -> Iterator[None]:
    """Let what is frozen in this process be collected again."""
    yield
    gc.unfreeze()


def test_nothing_is_left_behind() -> None:
    """No module of the rehearsal is there for a submission to find."""
    before = set(sys.modules)
    rehearse()
    assert "submission" not in sys.modules
    assert not {name for name in set(sys.modules) - before if "rehears" in name}


def test_nobody_is_traced_afterwards() -> None:
    """Counting has ended."""
    traced = sys.gettrace()
    rehearse()
    assert sys.gettrace() in (traced, None)


def test_it_is_frozen() -> None:
    """Guests do not go through what the parent made: they would copy it."""
    before = gc.get_freeze_count()
    rehearse()
    assert gc.get_freeze_count() > before
