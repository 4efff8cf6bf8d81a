"""Hidden cases of model: fresh inputs, smallest first."""

import numpy as np
import pytest

from grader.cases import agree

# Continuous data: a score so near to zero that rounding would decide the label
# turns up less than once in a billion runs. Rates are small enough to converge.


def draw(rng, n_x, m_train, m_test):
    """Draw X_train, Y_train, X_test and Y_test of these sizes, labels of both kinds."""
    X_train = rng.normal(size=(n_x, m_train))
    X_test = rng.normal(size=(n_x, m_test))
    Y_train = rng.permutation(np.arange(m_train) % 2).reshape(1, m_train)
    Y_test = rng.permutation(np.arange(m_test) % 2).reshape(1, m_test)
    return X_train, Y_train, X_test, Y_test


def test_one_example(model, reference, rng):
    """one step on one example, one example to test"""
    data = draw(rng, 1, 1, 1)
    agree(model(*data, 1, 0.1), reference.model(*data, 1, 0.1))


@pytest.mark.parametrize("sizes", [(2, 2, 1), (2, 3, 5), (3, 3, 4), (5, 4, 2)])
def test_sizes(model, reference, rng, sizes):
    """sets of any number of features and examples"""
    data = draw(rng, *sizes)
    agree(model(*data, 20, 0.1), reference.model(*data, 20, 0.1))


@pytest.mark.parametrize(("steps", "rate"), [(1, 0.3), (7, 0.05), (60, 0.01)])
def test_settings(model, reference, rng, steps, rate):
    """steps and learning rate follow the arguments and are recorded"""
    data = draw(rng, 3, 6, 4)
    agree(model(*data, steps, rate), reference.model(*data, steps, rate))


def test_printing(model, reference, rng):
    """printing the costs changes nothing in the answer"""
    data = draw(rng, 2, 5, 3)
    agree(model(*data, 15, 0.2, True), reference.model(*data, 15, 0.2))


def test_test_labels_do_not_matter(model, reference, rng):
    """other test labels lead to the same answer"""
    X_train, Y_train, X_test, Y_test = draw(rng, 3, 5, 5)
    expected = reference.model(X_train, Y_train, X_test, Y_test, 30, 0.1)
    agree(model(X_train, Y_train, X_test, 1 - Y_test, 30, 0.1), expected)


def test_imperfect_fit(model, reference, rng):
    """data that no straight border can separate"""
    X_train, _, X_test, Y_test = draw(rng, 2, 40, 15)
    # Labels that lean to one side, with every fourth of them turned round.
    Y_train = (X_train[:1] > 0).astype(int)
    Y_train[0, ::4] = 1 - Y_train[0, ::4]
    data = X_train, Y_train, X_test, Y_test
    agree(model(*data, 50, 0.1), reference.model(*data, 50, 0.1))


@pytest.mark.parametrize("steps", [101, 250])
def test_costs(model, reference, rng, steps):
    """the costs are those of every hundredth iteration on the training set"""
    data = draw(rng, 4, 9, 6)
    agree(model(*data, steps, 0.05), reference.model(*data, steps, 0.05))
