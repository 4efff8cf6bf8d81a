"""What the program does around every command."""

import gc
import signal
import sys

import pytest

from grader import cli
from grader.cli import running


@pytest.fixture
def collector():
    """Give the streams, Python's search for garbage and Ctrl-C back as they were."""
    before, pressed = gc.get_threshold(), signal.getsignal(signal.SIGINT)
    streams = sys.stdout, sys.stderr
    yield
    sys.stdout, sys.stderr = streams
    signal.signal(signal.SIGINT, pressed)
    gc.set_threshold(*before)
    gc.unfreeze()


@pytest.mark.usefixtures("collector")
def test_what_is_loaded_is_no_garbage(monkeypatch):
    """Commands run with few looks for garbage, and leave with none and their code."""
    during = []

    def run():
        during.append((gc.get_threshold()[0], gc.isenabled()))
        assert signal.getsignal(signal.SIGINT) is signal.SIG_DFL
        return 3

    monkeypatch.setattr(cli, "run", run)
    with pytest.raises(SystemExit) as left:
        cli.main()
    assert left.value.code == 3
    assert during == [(cli.LOADING, True)]
    assert gc.get_freeze_count() > 0


@pytest.mark.usefixtures("collector")
def test_ctrl_c_while_a_command_is_loaded(capfd):
    """It ends the program with its code and no traceback."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    assert running.run(lambda: signal.raise_signal(signal.SIGINT)) == 130
    assert capfd.readouterr() == ("", "")
