"""The answers with explicit loops in tests/slow: right, and found to loop."""

from pathlib import Path

import pytest

SLOW = Path(__file__).parents[2] / "slow"
FILES = sorted(SLOW.glob("*/*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_right_but_slow(judge, path):
    """Every value of the loop is right, and the loop is what costs points."""
    (verdict,) = judge(path.read_text("utf-8"), path.stem).exercises
    assert verdict.status == "loops", verdict.message
    assert {case.status for case in verdict.cases} == {"passed"}
