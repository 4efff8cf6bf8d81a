"""What the program does around every command."""

import gc

import pytest

from grader import cli


@pytest.fixture
def collector():
    """Give Python's search for garbage back as it was."""
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


@pytest.mark.usefixtures("collector")
def test_what_is_loaded_is_no_garbage(monkeypatch):
    """Commands run with few looks for garbage, and leave with none and their code."""
    during = []

    def run():
        during.append((gc.get_threshold()[0], gc.isenabled()))
        return 3

    monkeypatch.setattr(cli, "run", run)
    with pytest.raises(SystemExit) as left:
        cli.main()
    assert left.value.code == 3
    assert during == [(cli.LOADING, True)]
    assert gc.get_freeze_count() > 0
