"""Worked examples of flatten_images, and cases that count steps."""

import numpy as np
import pytest

from grader.cases import agree, same_work


def test_one_pixel(flatten_images):
    """one image of one pixel becomes a column of three numbers"""
    images = np.array([[[[7, 8, 9]]]])
    agree(flatten_images(images), np.array([[7], [8], [9]]))


def test_worked_example(flatten_images):
    """two images become two columns"""
    images = np.array([[[[1, 2, 3], [4, 5, 6]]], [[[10, 20, 30], [40, 50, 60]]]])
    expected = np.array([[1, 10], [2, 20], [3, 30], [4, 40], [5, 50], [6, 60]])
    agree(flatten_images(images), expected)


@pytest.mark.steps
def test_images_take_no_steps(flatten_images, rng):
    """takes no more steps for more images"""
    same_work(
        flatten_images,
        "image",
        lambda n: (rng.integers(256, size=(n, 2, 3, 3), dtype=np.uint8),),
    )


@pytest.mark.steps
def test_rows_take_no_steps(flatten_images, rng):
    """takes no more steps for more rows"""
    same_work(
        flatten_images,
        "row",
        lambda n: (rng.integers(256, size=(2, n, 3, 3), dtype=np.uint8),),
    )


@pytest.mark.steps
def test_columns_take_no_steps(flatten_images, rng):
    """takes no more steps for more columns"""
    same_work(
        flatten_images,
        "column",
        lambda n: (rng.integers(256, size=(2, 3, n, 3), dtype=np.uint8),),
    )
