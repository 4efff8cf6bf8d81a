"""Worked examples of flatten_images."""

import numpy as np

from grader.cases import agree


def test_one_pixel(flatten_images):
    """one image of one pixel becomes a column of three numbers"""
    images = np.array([[[[7, 8, 9]]]])
    agree(flatten_images(images), np.array([[7], [8], [9]]))


def test_worked_example(flatten_images):
    """two images become two columns"""
    images = np.array([[[[1, 2, 3], [4, 5, 6]]], [[[10, 20, 30], [40, 50, 60]]]])
    expected = np.array([[1, 10], [2, 20], [3, 30], [4, 40], [5, 50], [6, 60]])
    agree(flatten_images(images), expected)
