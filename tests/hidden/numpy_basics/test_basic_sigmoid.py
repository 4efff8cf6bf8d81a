"""Hidden cases of basic_sigmoid: fresh numbers, nearest to zero first."""

import numpy as np
import pytest

from grader.cases import agree, numbers


def test_positive(basic_sigmoid, reference, rng):
    """a positive number"""
    x = float(rng.uniform(0.5, 4))
    agree(basic_sigmoid(x), reference.basic_sigmoid(x))


def test_negative(basic_sigmoid, reference, rng):
    """a negative number"""
    x = -float(rng.uniform(0.5, 4))
    agree(basic_sigmoid(x), reference.basic_sigmoid(x))


@pytest.mark.parametrize("x", [-1, 2, -3, 5])
def test_whole_number(basic_sigmoid, reference, x):
    """a whole number"""
    agree(basic_sigmoid(x), reference.basic_sigmoid(x))


def test_between_zero_and_one(basic_sigmoid, rng):
    """the result lies between zero and one"""
    x = float(rng.uniform(-6, 6))
    result = numbers(basic_sigmoid(x), shape=())
    beyond = result - np.clip(result, 0, 1)
    agree(beyond, 0.0, what="distance from the range 0 to 1")


@pytest.mark.parametrize("sign", [-1, 1])
def test_far_from_zero(basic_sigmoid, reference, rng, sign):
    """a number far from zero"""
    x = sign * float(rng.uniform(6, 12))
    agree(basic_sigmoid(x), reference.basic_sigmoid(x))
