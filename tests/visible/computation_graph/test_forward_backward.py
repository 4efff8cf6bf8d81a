"""Worked examples of forward_backward."""

from grader.cases import agree


def test_ones(forward_backward):
    """at one, one and one"""
    expected = (6, {"da": 3, "db": 3, "dc": 3, "du": 3, "dv": 3})
    agree(forward_backward(1, 1, 1), expected)


def test_worked_example(forward_backward):
    """at five, three and two"""
    expected = (33, {"da": 3, "db": 6, "dc": 9, "du": 3, "dv": 3})
    agree(forward_backward(5, 3, 2), expected)
