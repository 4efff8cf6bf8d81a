"""Hidden cases of outer_product: fresh vectors, shortest first."""

import numpy as np
import pytest

from grader.cases import agree, numbers


@pytest.mark.parametrize(("n", "m"), [(1, 1), (1, 3), (3, 1), (2, 2)])
def test_small(outer_product, reference, rng, n, m):
    """a small table, with one row or one column too"""
    a, b = rng.normal(size=n), rng.normal(size=m)
    agree(outer_product(a, b), reference.outer_product(a, b))


@pytest.mark.parametrize(("n", "m"), [(3, 3), (2, 5), (6, 3)])
def test_tables(outer_product, reference, rng, n, m):
    """square, wide and tall tables"""
    a, b = rng.normal(scale=3, size=n), rng.normal(scale=3, size=m)
    agree(outer_product(a, b), reference.outer_product(a, b))


@pytest.mark.parametrize(("n", "m"), [(2, 3), (4, 4)])
def test_integers(outer_product, reference, rng, n, m):
    """whole numbers, positive, negative and zero"""
    a, b = rng.integers(-9, 10, size=n), rng.integers(-9, 10, size=m)
    a[0] = b[-1] = 0
    agree(outer_product(a, b), reference.outer_product(a, b))


def test_row_sums(outer_product, rng):
    """each row adds up to a value of a times the sum of b"""
    a, b = rng.normal(size=4), rng.normal(size=int(rng.integers(5, 9)))
    rows = numbers(outer_product(a, b), shape=(len(a), len(b))).sum(axis=1)
    agree(rows, a * np.sum(b), what="row sums")


def test_sum_of_vectors(outer_product, reference, rng):
    """with a sum of vectors it is the sum of the tables"""
    a, b = rng.normal(size=(2, 3))
    c = rng.normal(size=4)
    expected = reference.outer_product(a, c) + reference.outer_product(b, c)
    agree(outer_product(a + b, c), expected)
