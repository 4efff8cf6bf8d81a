"""Hidden cases of initialize_with_zeros: fresh sizes, smallest first."""

import pytest

from grader.cases import agree


@pytest.mark.parametrize("dim", [1, 2, 4])
def test_small(initialize_with_zeros, reference, dim):
    """a few features start at zero"""
    agree(initialize_with_zeros(dim), reference.initialize_with_zeros(dim))


def test_any_number_of_features(initialize_with_zeros, reference, rng):
    """the number of weights follows the argument"""
    dim = int(rng.integers(5, 60))
    agree(initialize_with_zeros(dim), reference.initialize_with_zeros(dim))


def test_as_many_as_a_picture_has(initialize_with_zeros, reference):
    """a picture of 16 by 16 pixels in three colours gets 768 weights"""
    dim = 16 * 16 * 3
    agree(initialize_with_zeros(dim), reference.initialize_with_zeros(dim))
