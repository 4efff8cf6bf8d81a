"""Hidden cases of gradient_descent: fresh inputs, smallest first."""

import numpy as np
import pytest

from grader.cases import agree, numbers

# With x between -2 and 2 the error curves by at most 2 (1 + 4) = 10, so that with a
# rate below 0.2 rounding shrinks from step to step instead of growing.

X = np.array([338.0, 333, 328, 207, 226, 25, 179, 60, 208, 606])
Y = np.array([640.0, 633, 619, 393, 428, 27, 193, 66, 226, 1591])


def draw(rng, m):
    """Draw x, y and a start that is not the best line."""
    x = rng.uniform(-2, 2, size=m)
    y = 3 * x + 5 + rng.normal(size=m)
    return x, y, float(rng.normal()), float(rng.normal())


def test_one_step_one_point(gradient_descent, reference, rng):
    """one step on a single point"""
    data = draw(rng, 1)
    expected = reference.gradient_descent(*data, 0.05, 1)
    agree(gradient_descent(*data, 0.05, 1), expected)


@pytest.mark.parametrize("m", [2, 3, 7])
def test_one_step(gradient_descent, reference, rng, m):
    """one step moves slope and height"""
    data = draw(rng, m)
    expected = reference.gradient_descent(*data, 0.1, 1)
    agree(gradient_descent(*data, 0.1, 1), expected)


def test_step_follows_slopes(gradient_descent, reference, rng):
    """the first step goes against the slopes of the mean squared error"""
    x, y, w, b = draw(rng, 6)
    h = 1e-3

    def slope(dw, db):
        ahead = reference.mse(w + dw, b + db, x, y)
        return (ahead - reference.mse(w - dw, b - db, x, y)) / (2 * h)

    after = w - 0.1 * slope(h, 0), b - 0.1 * slope(0, h)
    losses = [reference.mse(w, b, x, y), reference.mse(*after, x, y)]
    # A central difference of a square is exact: what is left is the rounding of an
    # error below 1e3, over h: 1e-10.
    agree(
        gradient_descent(x, y, w, b, 0.1, 1),
        (*after, [w, after[0]], [b, after[1]], losses),
        rtol=1e-7,
        atol=1e-8,
    )


@pytest.mark.parametrize("steps", [2, 7, 30])
def test_steps(gradient_descent, reference, rng, steps):
    """the number of steps follows the argument, and the record has one entry more"""
    data = draw(rng, 5)
    expected = reference.gradient_descent(*data, 0.08, steps)
    agree(gradient_descent(*data, 0.08, steps), expected)


@pytest.mark.parametrize("rate", [0.001, 0.15])
def test_rates(gradient_descent, reference, rng, rate):
    """the length of the steps follows the learning rate"""
    data = draw(rng, 6)
    expected = reference.gradient_descent(*data, rate, 10)
    agree(gradient_descent(*data, rate, 10), expected)


def test_integers(gradient_descent, reference, rng):
    """points and start are whole numbers"""
    x = rng.permutation(np.arange(-2, 3))
    y = rng.integers(3, 9, size=5)
    expected = reference.gradient_descent(x, y, 1, -2, 0.1, 4)
    agree(gradient_descent(x, y, 1, -2, 0.1, 4), expected)


def test_best_line_is_kept(gradient_descent, rng):
    """a start on the line through all points is never left"""
    x, _, w, b = draw(rng, 5)
    expected = (w, b, [w] * 4, [b] * 4, [0.0] * 4)
    agree(gradient_descent(x, w * x + b, w, b, 0.1, 3), expected)


def test_picks_up_where_it_stopped(gradient_descent, reference, rng):
    """ten steps and five more end where fifteen steps end"""
    x, y, w, b = draw(rng, 6)
    halfway = reference.gradient_descent(x, y, w, b, 0.1, 10)
    w_end, b_end, *record = reference.gradient_descent(x, y, w, b, 0.1, 15)
    second = gradient_descent(x, y, halfway[0], halfway[1], 0.1, 5)
    agree(second, (w_end, b_end, *(history[10:] for history in record)))


def test_finds_best_line(gradient_descent, rng):
    """many steps lead to the line with the least squares"""
    x = rng.permutation(np.linspace(-1, 1, 9))
    y = rng.normal() * x + rng.normal() + rng.normal(scale=0.5, size=9)
    slope, height = np.polyfit(x, y, 1)
    answer = gradient_descent(x, y, 0.0, 0.0, 0.4, 60)
    ends = answer[:2] if isinstance(answer, tuple | list) else answer
    # Along each of the two directions a step leaves at most two thirds of the way
    # (1 - 0.4 * 2 * 0.4167): after 60 of them, 3e-11 of it.
    agree(ends, (float(slope), float(height)), rtol=1e-6, atol=1e-8)


def test_ten_points(gradient_descent, reference):
    """sixty steps on the ten points make the error smaller each time"""
    answer = gradient_descent(X, Y, -4.0, -120.0, 5e-6, 60)
    agree(answer, reference.gradient_descent(X, Y, -4.0, -120.0, 5e-6, 60))
    rises = np.maximum(np.diff(numbers(np.array(answer[4]), shape=(61,))), 0)
    agree(rises, np.zeros(60), what="rises of the error")
