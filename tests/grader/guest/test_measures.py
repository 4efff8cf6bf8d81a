"""Measures: all are taken, whatever comes of one, and then nobody knows of them."""

import pytest

from grader.guest.measures import Measure, take


def fail(error):
    """Raise an error."""
    raise error


@pytest.mark.parametrize(
    ("measures", "stands"),
    [
        ([], True),
        ([Measure(int, ("0",))], True),
        ([Measure(int, ("1",))], False),
        ([Measure(int, ("1",)), Measure(int, ("0",))], False),
        ([Measure(int, ("1",), 1)], True),
        ([Measure(int, ("1",), None)], True),
        ([Measure(fail, (OSError(),))], False),
        ([Measure(fail, (ValueError(),), None)], True),
    ],
)
def test_they_stand_if_each_came_to_what_it_had_to(measures, stands):
    """What has to come to something has to, and what may fail may."""
    assert take(measures) is stands


def test_all_are_taken_once():
    """One that fails keeps none from being taken, and none is there afterwards."""
    taken = []
    measures = [
        Measure(taken.append, (1,)),
        Measure(fail, (OSError(),)),
        Measure(taken.append, (2,), None),
    ]
    assert not take(measures)
    assert taken == [1, 2]
    assert measures == []
