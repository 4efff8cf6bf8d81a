"""A right answer that is far slower than the reference, seen in one quick look."""

import pytest

from grader.session.check import Options, check
from grader.session.slowness import Stopwatch
from grader.session.submitted import read_file

RIGHT = "e = np.exp(x - np.max(x, axis=1, keepdims=True))"
SUMS = "return e / np.sum(e, axis=1, keepdims=True)"


@pytest.fixture
def look(real, guests, tmp_path):
    """Return a function that checks a softmax and returns what was found."""

    def run(*lines):
        body = "".join(f"    {line}\n" for line in lines)
        file = tmp_path / "softmax.py"
        file.write_text(f"import numpy as np\ndef softmax(x):\n{body}", "utf-8")
        submission, entries = read_file(real, ["softmax"], file)
        watch = Stopwatch(real, guests)
        verdict = check(real, submission, entries, guests, Options(7, after=watch))
        return watch.found, verdict.exercises[0].status

    return run


def test_a_fast_answer_is_not_remarked_on(look):
    """The reference's own lines are not far slower than the reference."""
    assert look(RIGHT, SUMS) == (None, "passed")


def test_a_slow_answer_is_remarked_on(look):
    """An answer without a loop that sorts hundreds of times as much is far slower."""
    slow = "e = e + 0 * np.sum(np.sort(np.tile(e, (1, 300)), axis=1))"
    found, status = look(RIGHT, slow, SUMS)
    assert status == "passed"
    assert (found.size, found.unit) == (30_000, "row")
    assert found.times > 20


def test_a_wrong_answer_is_not_looked_at(look):
    """What does not pass has other worries."""
    slow = "np.sort(np.tile(x, (1, 1000)), axis=1)"
    assert look(slow, "return x") == (None, "failed")


def test_an_answer_that_fails_on_more_is_not_remarked_on(look):
    """What goes wrong in the look is no news."""
    assert look("assert len(x) < 1000", RIGHT, SUMS) == (None, "passed")
