"""Hidden cases of optimize: fresh inputs, smallest first."""

import numpy as np
import pytest

from grader.cases import agree

# The data are of size one and the rates at most 0.3, so that gradient descent
# converges: rounding shrinks from step to step instead of growing, and the
# activations stay far enough from 0 and 1 for their logarithms.


def draw(rng, n_x, m):
    """Draw w, b, X and Y of this size, with labels of both kinds."""
    w = rng.normal(size=(n_x, 1))
    b = float(rng.normal())
    X = rng.normal(size=(n_x, m))
    Y = rng.permutation(np.arange(m) % 2).reshape(1, m)
    return w, b, X, Y


@pytest.mark.parametrize("label", [0, 1])
def test_one_step_one_example(optimize, reference, rng, label):
    """one step on one example"""
    w, b, X, _ = draw(rng, 1, 1)
    Y = np.array([[label]])
    expected = reference.optimize(w, b, X, Y, 1, 0.2)
    agree(optimize(w, b, X, Y, 1, 0.2), expected)


@pytest.mark.parametrize("shape", [(2, 2), (2, 5), (6, 3)])
def test_one_step(optimize, reference, rng, shape):
    """one step moves every weight and the bias"""
    w, b, X, Y = draw(rng, *shape)
    expected = reference.optimize(w, b, X, Y, 1, 0.1)
    agree(optimize(w, b, X, Y, 1, 0.1), expected)


@pytest.mark.parametrize("steps", [2, 7, 30])
def test_steps(optimize, reference, rng, steps):
    """the number of steps follows the argument"""
    w, b, X, Y = draw(rng, 3, 4)
    expected = reference.optimize(w, b, X, Y, steps, 0.05)
    agree(optimize(w, b, X, Y, steps, 0.05), expected)


@pytest.mark.parametrize("rate", [0.001, 0.3])
def test_rates(optimize, reference, rng, rate):
    """the length of the steps follows the learning rate"""
    w, b, X, Y = draw(rng, 2, 6)
    expected = reference.optimize(w, b, X, Y, 10, rate)
    agree(optimize(w, b, X, Y, 10, rate), expected)


def test_flat_place(optimize, rng):
    """a start where the gradient is zero is never left"""
    x = rng.normal(size=(3, 1))
    X = np.hstack([x, x])
    Y = np.array([[0, 1]])
    # The same example with both labels: the two pull equally far either way.
    expected = (
        {"w": np.zeros((3, 1)), "b": 0.0},
        {"dw": np.zeros((3, 1)), "db": 0.0},
        [np.log(2)],
    )
    agree(optimize(np.zeros((3, 1)), 0.0, X, Y, 5, 0.2), expected)


def test_picks_up_where_it_stopped(optimize, reference, rng):
    """thirty steps and twenty more end where fifty steps end"""
    w, b, X, Y = draw(rng, 3, 5)
    halfway, _, _ = reference.optimize(w, b, X, Y, 30, 0.1)
    _, cost = reference.propagate(halfway["w"], halfway["b"], X, Y)
    params, grads, _ = reference.optimize(w, b, X, Y, 50, 0.1)
    second = optimize(halfway["w"], halfway["b"], X, Y, 20, 0.1)
    agree(second, (params, grads, [cost]))


def test_printing(optimize, reference, rng):
    """printing the costs changes nothing in the answer"""
    w, b, X, Y = draw(rng, 2, 3)
    expected = reference.optimize(w, b, X, Y, 3, 0.1)
    agree(optimize(w, b, X, Y, 3, 0.1, True), expected)


@pytest.mark.parametrize("steps", [100, 101, 250])
def test_costs_every_hundred(optimize, reference, rng, steps):
    """the costs are those of the iterations 0, 100, 200 and so on"""
    w, b, X, Y = draw(rng, 3, 6)
    expected = reference.optimize(w, b, X, Y, steps, 0.02)
    agree(optimize(w, b, X, Y, steps, 0.02), expected)
