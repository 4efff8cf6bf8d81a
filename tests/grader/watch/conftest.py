"""What the tests of a watch share."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from answers import make_answer


@pytest.fixture(scope="session")
def answer():
    """Return the function that makes answers."""
    return make_answer
