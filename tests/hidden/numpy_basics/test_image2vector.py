"""Hidden cases of image2vector: fresh images, smallest first."""

import numpy as np
import pytest

from grader.cases import agree, numbers


@pytest.mark.parametrize("shape", [(1, 3, 2), (2, 2, 2), (2, 3, 4), (5, 4, 3)])
def test_any_size(image2vector, reference, rng, shape):
    """an image of any size becomes one column"""
    image = rng.normal(size=shape)
    agree(image2vector(image), reference.image2vector(image))


def test_one_colour(image2vector, reference, rng):
    """an image of one colour"""
    image = rng.normal(size=(4, 3, 1))
    agree(image2vector(image), reference.image2vector(image))


def test_bytes(image2vector, reference, rng):
    """whole numbers from 0 to 255 stay as they are"""
    image = rng.integers(0, 256, size=(3, 5, 4), dtype=np.uint8)
    agree(image2vector(image), reference.image2vector(image))


def test_nothing_lost(image2vector, rng):
    """every number of the image is in the column once"""
    shape = (int(rng.integers(6, 9)), int(rng.integers(3, 6)), 2)
    image = rng.normal(size=shape)
    column = numbers(image2vector(image), shape=(image.size, 1))
    agree(np.sort(column[:, 0]), np.sort(image, axis=None), what="sorted numbers")
