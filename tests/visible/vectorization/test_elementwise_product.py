"""Worked examples of elementwise_product, and cases that count steps."""

import numpy as np
import pytest

from grader.cases import agree, numbers, same_work


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


@pytest.mark.steps
def test_elements_take_no_steps(elementwise_product, rng):
    """takes no more steps for more elements"""
    same_work(elementwise_product, "element", lambda n: tuple(rng.normal(size=(2, n))))


@pytest.mark.steps
def test_rows_take_no_steps(elementwise_product, rng):
    """takes no more steps for more rows"""
    same_work(elementwise_product, "row", lambda n: tuple(rng.normal(size=(2, n, 4))))


@pytest.mark.steps
def test_columns_take_no_steps(elementwise_product, rng):
    """takes no more steps for more columns"""
    same_work(
        elementwise_product, "column", lambda n: tuple(rng.normal(size=(2, 4, n)))
    )
