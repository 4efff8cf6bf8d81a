"""What is seen of matrix_plus_column: that its answer is a letter."""

from grader.cases import choose


def test_a_choice(matrix_plus_column):
    """the answer is one of the letters a, b, c and d"""
    choose(matrix_plus_column(), "abcd")
