"""Worked examples of basic_sigmoid."""

from grader.cases import agree


def test_zero(basic_sigmoid):
    """zero gives one half"""
    agree(basic_sigmoid(0), 0.5)


def test_worked_example(basic_sigmoid):
    """one gives 0.731"""
    agree(basic_sigmoid(1), 0.7310585786300049)
