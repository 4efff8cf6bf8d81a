"""What stands in the place of a student's function."""

import pytest

from grader.compare.failure import Failure
from grader.session.subject import Direct, Unanswered


def test_reference_in_the_answers_place():
    """The reference can stand in the answer's place, and records no calls."""
    direct = Direct(lambda x: 2 * x)
    assert direct(x=3) == 6
    assert direct.calls == []
    direct.close()


def test_no_answer():
    """In the place of an answer that is not there every call says why."""
    with pytest.raises(Failure, match="There is no file"):
        Unanswered("There is no file.")(1)
