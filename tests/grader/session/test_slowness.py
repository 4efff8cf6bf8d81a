"""A right answer that is far slower than the reference, seen in one quick look."""

import pytest

from grader.session import slowness
from grader.session.check import Options, check
from grader.session.slowness import Stopwatch
from grader.session.submitted import read_file

# Thousands of times the work of the reference, which sets an array to zero.
SLOW = "w = w + 0 * np.sum(np.sort(np.tile(np.arange(10.0), 3 * dim)))"
RIGHT = "w = np.zeros((dim, 1))"


@pytest.fixture
def look(real, guests, tmp_path, monkeypatch):
    """Return a function that checks `initialize_with_zeros`, and what was found."""

    def run(*lines, seconds=20.0):
        # A busy machine has the time that it needs.
        monkeypatch.setattr(slowness, "MAX_SECONDS", seconds)
        name = "initialize_with_zeros"
        body = "".join(f"    {line}\n" for line in (*lines, "return w, 0"))
        file = tmp_path / "answer.py"
        file.write_text(f"import numpy as np\ndef {name}(dim):\n{body}", "utf-8")
        submission, entries = read_file(real, [name], file)
        watch = Stopwatch(real, guests)
        verdict = check(real, submission, entries, guests, Options(7, after=watch))
        return watch.found, verdict.exercises[0].status

    return run


def test_a_fast_answer_is_not_remarked_on(look):
    """The reference's own lines are not far slower than the reference."""
    assert look(RIGHT) == (None, "passed")


def test_a_slow_answer_is_remarked_on(look):
    """An answer without a loop that sorts what nobody needs is far slower."""
    found, status = look(RIGHT, SLOW)
    assert status == "passed"
    assert (found.size, found.unit) == (30_000, "feature")
    assert found.times > 20


def test_an_answer_that_is_not_waited_for_is_remarked_on(look):
    """What takes longer than the look is told as "more than"."""
    endless = "w = w + 0 * (3 ** (dim ** 2) % 2)"
    found, status = look(RIGHT, endless, seconds=6.0)
    assert status == "passed"
    assert found.at_least


def test_a_wrong_answer_is_not_looked_at(look):
    """What does not pass has other worries."""
    assert look("w = np.ones((dim, 1))", SLOW) == (None, "failed")


def test_an_answer_that_fails_on_more_is_not_remarked_on(look):
    """What goes wrong in the look is no news."""
    assert look("assert dim < 1000", RIGHT) == (None, "passed")
