"""Which walls the tests stand behind: all that there are, or the one of `--wall`."""

import os

import pytest

from grader.guest import landlock
from grader.sandbox import bubblewrap
from grader.sandbox.launcher import Isolation

# Where CI runs, a missing wall is a failure; elsewhere its tests need not run.
_THERE = {
    Isolation.BUBBLEWRAP: bubblewrap.program() is not None or "CI" in os.environ,
    Isolation.LANDLOCK: landlock.version() > 0 or "CI" in os.environ,
    Isolation.PROCESS: True,
}
WALLS = [wall for wall, there in _THERE.items() if there]
"""The walls that can be had here, the best first; all of them in CI."""


def pytest_addoption(parser):
    """Let one wall be chosen."""
    parser.addoption(
        "--wall",
        choices=[wall.value for wall in WALLS],
        help="of the tests that stand behind a wall, run those behind this one",
    )


def chosen_only(config, items):
    """Leave out the tests behind other walls than the chosen one."""
    chosen = config.getoption("wall")
    if chosen is None:
        return
    others = [item for item in items if _wall(item) not in (None, chosen)]
    config.hook.pytest_deselected(items=others)
    items[:] = [item for item in items if _wall(item) in (None, chosen)]


def _wall(item: pytest.Item):
    callspec = getattr(item, "callspec", None)
    return callspec.params.get("wall") if callspec else None
