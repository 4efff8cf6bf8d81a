"""The solution opens once the answer passes, and stands beside it."""

import shutil

import pytest

from grader.errors import UsageError
from grader.student.listing import Standing
from grader.student.solution import solution
from grader.verdict import Status

ANSWER = '''import numpy as np

UNUSED = 3
TWO = 2


@staticmethod
def softmax(x):
    """Return
    twice x.
    """
    # YOUR CODE STARTS HERE
    # twice
    return TWO * x
    # YOUR CODE ENDS HERE
'''


def test_closed_until_it_passes(course, judged, write):
    """Nothing of the solution is told before the answer passes as it is now."""
    assert solution(course, "softmax") == ("softmax", Standing.NOT_STARTED, None, None)
    write("softmax", ANSWER)
    for status in (Status.FAILED, Status.LOOPS):
        judged("softmax", status)
        assert solution(course, "softmax").reference is None
    judged("softmax", Status.PASSED)
    write("softmax", ANSWER + "\n")
    assert solution(course, "softmax") == ("softmax", Standing.CHANGED, None, None)


def test_both_versions(course, judged, write):
    """Both are shown with what they need, without imports, docstrings and markers."""
    write("softmax", ANSWER)
    judged("softmax", Status.PASSED)
    told = solution(course, "softmax")
    assert told.yours.text == (
        "TWO = 2\n\n@staticmethod\ndef softmax(x):\n    # twice\n    return TWO * x"
    )
    assert told.yours.line == 8
    assert told.reference.text == "def softmax(x):\n    return 2 * np.asarray(x)"
    assert told.reference.file == course.places["softmax"].solution


@pytest.mark.parametrize(
    "text",
    [
        'def softmax(x): "doubles"; return 2 * x',
        'def softmax(x):\n    "doubles"; return 2 * x',
        'def softmax(x):\n    "doubles"',
    ],
)
def test_a_docstring_beside_code_stays(course, judged, write, text):
    """No code is left out with a docstring."""
    write("softmax", text)
    judged("softmax", Status.PASSED)
    assert solution(course, "softmax").yours.text == text


def test_a_kit_has_none(course):
    """In a student kit the instructor is the one to ask."""
    shutil.rmtree(course.root / "solutions")
    with pytest.raises(UsageError, match="is not here") as raised:
        solution(course, "softmax")
    assert raised.value.help == "Your instructor has the solutions."


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"def softmax(", "softmax.py"),
        (b"\xff", "softmax.py"),
        (b"x = 1", "solutions/basics/softmax.py does not define `softmax`"),
    ],
)
def test_a_broken_solution(course, judged, write, data, said):
    """A solution that cannot be read is told by its file."""
    write("softmax", ANSWER)
    judged("softmax", Status.PASSED)
    course.places["softmax"].solution.write_bytes(data)
    with pytest.raises(UsageError) as raised:
        solution(course, "softmax")
    assert said in raised.value.message
