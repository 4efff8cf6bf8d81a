"""Hidden cases of adagrad: fresh inputs, smallest first."""

import numpy as np
import pytest

from grader.cases import agree

# All points lie high above the start, so no gradient of b is near zero there, and
# with x from 1 to 3 none of w: a first gradient of zero would be divided by itself.

X = np.array([338.0, 333, 328, 207, 226, 25, 179, 60, 208, 606])
Y = np.array([640.0, 633, 619, 393, 428, 27, 193, 66, 226, 1591])


def draw(rng, m):
    """Draw x, y and a start below the points."""
    x = rng.uniform(1, 3, size=m)
    y = 3 * x + 5 + rng.uniform(-1, 1, size=m)
    return x, y, float(rng.uniform(-1, 1)), float(rng.uniform(-1, 1))


def test_one_step_one_point(adagrad, reference, rng):
    """one step on a single point"""
    data = draw(rng, 1)
    agree(adagrad(*data, 0.5, 1), reference.adagrad(*data, 0.5, 1))


def test_first_step(adagrad, reference, rng):
    """the first step is as long as the learning rate, for both parameters"""
    x, y, w, b = draw(rng, 4)
    rate = float(rng.uniform(0.1, 0.5))
    after = w + rate, b + rate
    losses = [reference.mse(w, b, x, y), reference.mse(*after, x, y)]
    agree(
        adagrad(x, y, w, b, rate, 1),
        (*after, [w, after[0]], [b, after[1]], losses),
    )


@pytest.mark.parametrize("m", [2, 3, 7])
def test_two_steps(adagrad, reference, rng, m):
    """the second step is shorter than the first"""
    data = draw(rng, m)
    agree(adagrad(*data, 0.5, 2), reference.adagrad(*data, 0.5, 2))


@pytest.mark.parametrize("steps", [3, 7, 30])
def test_steps(adagrad, reference, rng, steps):
    """the number of steps follows the argument, and the record has one entry more"""
    data = draw(rng, 5)
    agree(adagrad(*data, 0.3, steps), reference.adagrad(*data, 0.3, steps))


@pytest.mark.parametrize("rate", [0.01, 0.8])
def test_rates(adagrad, reference, rng, rate):
    """the length of the steps follows the learning rate"""
    data = draw(rng, 6)
    agree(adagrad(*data, rate, 10), reference.adagrad(*data, rate, 10))


def test_integers(adagrad, reference, rng):
    """points and start are whole numbers"""
    x = rng.permutation(np.arange(1, 6))
    y = rng.integers(20, 30, size=5)
    agree(adagrad(x, y, 1, -2, 0.5, 4), reference.adagrad(x, y, 1, -2, 0.5, 4))


def test_scale_does_not_matter(adagrad, reference, rng):
    """points and start that are ten times as high need steps ten times as long"""
    x, y, w, b = draw(rng, 5)
    w_end, b_end, ws, bs, losses = reference.adagrad(x, y, w, b, 0.4, 6)
    expected = (
        10 * w_end,
        10 * b_end,
        [10 * one for one in ws],
        [10 * one for one in bs],
        [100 * one for one in losses],
    )
    agree(adagrad(x, 10 * y, 10 * w, 10 * b, 4.0, 6), expected)


def test_finds_best_line(adagrad, rng):
    """many steps lead to the line with the least squares"""
    x = rng.permutation(np.linspace(-1, 1, 9))
    y = rng.normal() * x + rng.normal() + rng.normal(scale=0.5, size=9)
    slope, height = np.polyfit(x, y, 1)
    answer = adagrad(x, y, -3.0, -3.0, 2.0, 100)
    ends = answer[:2] if isinstance(answer, tuple | list) else answer
    # Of 300 draws none was further away than 5e-12 from it.
    agree(ends, (float(slope), float(height)), rtol=1e-6, atol=1e-7)


def test_ten_points(adagrad, reference):
    """forty steps on the ten points"""
    expected = reference.adagrad(X, Y, -4.0, -120.0, 10.0, 40)
    agree(adagrad(X, Y, -4.0, -120.0, 10.0, 40), expected)
