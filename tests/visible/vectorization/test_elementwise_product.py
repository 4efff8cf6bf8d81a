"""Worked examples of elementwise_product."""

import numpy as np

from grader.cases import agree, numbers


def test_vectors(elementwise_product):
    """two vectors are multiplied place by place"""
    a, b = np.array([1, 2, 3]), np.array([4, 0, -1])
    agree(elementwise_product(a, b), np.array([4, 0, -3]))


def test_same_shape(elementwise_product):
    """returns an array of the same shape"""
    a = np.array([[1, 2, 3], [4, 5, 6]])
    b = np.array([[2, 2, 2], [3, 3, 3]])
    numbers(elementwise_product(a, b), shape=(2, 3))


def test_worked_example(elementwise_product):
    """two matrices are multiplied place by place"""
    a, b = np.array([[1, 2], [3, 4]]), np.array([[5, 6], [7, 8]])
    agree(elementwise_product(a, b), np.array([[5, 12], [21, 32]]))
