"""What is seen of loss_of_example: that its answer is a letter."""

from grader.cases import choose


def test_a_choice(loss_of_example):
    """the answer is one of the letters a, b, c and d"""
    choose(loss_of_example(), "abcd")
