"""Worked examples of dot_product, and a case that counts steps."""

import numpy as np
import pytest

from grader.cases import agree, numbers, same_work


def test_one_pair(dot_product):
    """of two single numbers it is their product"""
    agree(dot_product(np.array([3]), np.array([-4])), -12)


def test_one_number(dot_product):
    """returns one number"""
    numbers(dot_product(np.array([1, 2, 3]), np.array([4, 0, -1])), shape=())


def test_three_pairs(dot_product):
    """the products of three pairs are added up"""
    agree(dot_product(np.array([1, 2, 3]), np.array([4, 0, -1])), 1)


def test_worked_example(dot_product):
    """the products of fifteen pairs are added up"""
    a = np.array([9, 2, 5, 0, 0, 7, 5, 0, 0, 0, 9, 2, 5, 0, 0])
    b = np.array([9, 2, 2, 9, 0, 9, 2, 5, 0, 0, 9, 2, 5, 0, 0])
    agree(dot_product(a, b), 278)


@pytest.mark.steps
def test_elements_take_no_steps(dot_product, rng):
    """takes no more steps for more elements"""
    same_work(dot_product, "element", lambda n: tuple(rng.normal(size=(2, n))))
