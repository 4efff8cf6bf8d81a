"""What is seen of neuron_computes: that its answer is a letter."""

from grader.cases import choose


def test_a_choice(neuron_computes):
    """the answer is one of the letters a, b, c and d"""
    choose(neuron_computes(), "abcd")
