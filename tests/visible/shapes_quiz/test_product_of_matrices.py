"""What is seen of product_of_matrices: that its answer is a letter."""

from grader.cases import choose


def test_a_choice(product_of_matrices):
    """the answer is one of the letters a, b, c and d"""
    choose(product_of_matrices(), "abcd")
