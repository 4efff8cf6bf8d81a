"""What is seen of loop_as_expression: that its answer is a letter."""

from grader.cases import choose


def test_a_choice(loop_as_expression):
    """the answer is one of the letters a, b, c and d"""
    choose(loop_as_expression(), "abcd")
