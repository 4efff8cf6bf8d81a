"""A course for what is written about one."""

from pathlib import Path

import pytest

from grader import course as courses

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="session")
def course():
    """Return the course of this repository."""
    return courses.load(ROOT)
