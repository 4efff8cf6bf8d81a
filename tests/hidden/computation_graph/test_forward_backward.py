"""Hidden cases of forward_backward: fresh numbers, whole ones first."""

import numpy as np
import pytest

from grader.cases import agree


@pytest.mark.parametrize("signs", [(1, 1, 1), (-1, 1, -1), (1, -1, 1)])
def test_whole_numbers(forward_backward, reference, rng, signs):
    """whole numbers, positive and negative"""
    a, b, c = (
        sign * int(size)
        for sign, size in zip(signs, rng.permutation(np.arange(2, 9))[:3], strict=True)
    )
    agree(forward_backward(a, b, c), reference.forward_backward(a, b, c))


@pytest.mark.parametrize("draw", range(3))
def test_real_numbers(forward_backward, reference, rng, draw):
    """real numbers"""
    a, b, c = (float(number) for number in rng.uniform(-4, 4, size=3))
    agree(forward_backward(a, b, c), reference.forward_backward(a, b, c))


@pytest.mark.parametrize("zero", ["a", "b", "c"])
def test_zero(forward_backward, reference, rng, zero):
    """one of the inputs is zero"""
    a, b, c = (
        0 if name == zero else int(size)
        for name, size in zip("abc", rng.integers(2, 9, size=3), strict=True)
    )
    agree(forward_backward(a, b, c), reference.forward_backward(a, b, c))


def test_derivatives_are_slopes(forward_backward, reference, rng):
    """each derivative is how much J moves when its input does"""
    inputs = rng.uniform(-4, 4, size=3)
    h = 1e-3

    def result(shift):
        return float(reference.forward_backward(*(inputs + shift))[0])

    # J is linear in each input, so a central difference is its derivative, up to the
    # rounding of J (below 100) over h.
    da, db, dc = ((result(h * e) - result(-h * e)) / (2 * h) for e in np.eye(3))
    # v goes into J as a does, and u goes into v as a does.
    expected = {"da": da, "db": db, "dc": dc, "du": da, "dv": da}
    answer = forward_backward(*(float(number) for number in inputs))
    agree(answer, (result(0), expected), rtol=1e-6, atol=1e-8)
