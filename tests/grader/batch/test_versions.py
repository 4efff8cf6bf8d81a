"""Versions that decide a verdict."""

import numpy as np
import pytest

import grader
from grader.batch import versions

OURS = {"grader": "0.1.0", "Python": "3.11", "NumPy": "2.1.0"}
TOLD = {"python": "3.11.7.final.0", "numpy": "2.1.0", "exercise-grader": "0.1.0"}


def test_here():
    """What this program is made of is known by name."""
    found = versions.here()
    assert list(found) == list(OURS)
    assert (found["grader"], found["NumPy"]) == (grader.__version__, np.__version__)


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({}, ""),
        ({"python": "3.11.9.final.0"}, ""),
        ({"python": "(3, 11, 7, 'final', 0)"}, ""),
        ({"exercise-grader": None, "grader": "0.1.0"}, ""),
        ({"exercise-grader": "0.0.9"}, "has grader 0.0.9; here it is 0.1.0."),
        ({"exercise-grader": None}, "has no grader; here it is 0.1.0."),
        ({"numpy": "1.26.4"}, "has NumPy 1.26.4; here it is 2.1.0."),
        ({"numpy": None}, "has no NumPy; here it is 2.1.0."),
        ({"python": "3.12.1.final.0"}, "has Python 3.12; here it is 3.11."),
    ],
)
def test_difference(other, said):
    """The first version that differs is told with ours; of Python only the minor."""
    theirs = versions.there({**TOLD, **other})
    assert versions.difference(OURS, theirs) == said
