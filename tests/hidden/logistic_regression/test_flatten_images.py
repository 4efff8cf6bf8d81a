"""Hidden cases of flatten_images: fresh inputs, smallest first."""

import numpy as np
import pytest

from grader.cases import agree


def draw(rng, m, h, w):
    """Draw m images of h times w pixels, as files hold them."""
    return rng.integers(0, 256, size=(m, h, w, 3), dtype=np.uint8)


def test_one_image(flatten_images, reference, rng):
    """one image becomes one column"""
    images = draw(rng, 1, 1, 2)
    agree(flatten_images(images), reference.flatten_images(images))


@pytest.mark.parametrize(
    "size", [(2, 2, 2), (3, 3, 3), (2, 4, 3), (5, 2, 6), (12, 2, 2)]
)
def test_sizes(flatten_images, reference, rng, size):
    """every image has its own column, whatever the number and size of images"""
    images = draw(rng, *size)
    agree(flatten_images(images), reference.flatten_images(images))


def test_column_is_image(flatten_images, rng):
    """a column holds the numbers of one image, each of them once"""
    m = int(rng.integers(3, 6))
    # Each image is of one colour: one number that no other image has.
    colours = rng.permutation(200)[:m]
    images = np.full((m, 3, 2, 3), colours.reshape(m, 1, 1, 1))
    agree(flatten_images(images), np.tile(colours, (18, 1)))


def test_order_within_image(flatten_images, rng):
    """a column keeps the order: rows, then pixels, then red, green and blue"""
    h, w = int(rng.integers(2, 5)), int(rng.integers(5, 8))
    images = np.arange(h * w * 3).reshape(1, h, w, 3)
    agree(flatten_images(images), np.arange(h * w * 3).reshape(h * w * 3, 1))


def test_fractions(flatten_images, reference, rng):
    """numbers that are not whole are kept as they are"""
    images = rng.uniform(size=(3, 2, 5, 3))
    agree(flatten_images(images), reference.flatten_images(images))


def test_size_of_data_set(flatten_images, reference, rng):
    """images of 64 times 64 pixels become columns of 12288 numbers"""
    images = draw(rng, int(rng.integers(5, 9)), 64, 64)
    agree(flatten_images(images), reference.flatten_images(images))
