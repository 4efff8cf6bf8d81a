"""Hidden cases of predict: fresh inputs, smallest first."""

import numpy as np
import pytest

from grader.cases import agree

# A score of zero is a tie that rounding would decide, so scores are chosen first,
# at least 0.004 away from zero, and the data are made to fit them.


def with_scores(rng, scores, n_x, b=None):
    """Draw w, b and X such that w^T X + b gives these scores, up to rounding."""
    w = rng.uniform(0.5, 2, size=(n_x, 1)) * rng.choice([-1, 1], size=(n_x, 1))
    b = float(rng.normal()) if b is None else b
    X = rng.normal(size=(n_x, len(scores)))
    X += w * (scores - b - np.dot(w.T, X)) / np.sum(w**2)
    return w, b, X


def scores_of_both_signs(rng, m, low=0.05, high=3):
    """Draw m scores between low and high on either side of zero, in any order."""
    signs = rng.permutation(np.where(np.arange(m) % 2 == 0, 1, -1))
    return signs * rng.uniform(low, high, size=m)


@pytest.mark.parametrize("sign", [-1, 1])
def test_one_example(predict, reference, rng, sign):
    """one example with one feature"""
    w, b, X = with_scores(rng, sign * rng.uniform(0.1, 2, size=1), n_x=1)
    agree(predict(w, b, X), reference.predict(w, b, X))


@pytest.mark.parametrize("shape", [(1, 4), (2, 2), (3, 3), (2, 5), (6, 3)])
def test_sizes(predict, reference, rng, shape):
    """every example gets its own label, whatever the number of features"""
    n_x, m = shape
    w, b, X = with_scores(rng, scores_of_both_signs(rng, m), n_x)
    agree(predict(w, b, X), reference.predict(w, b, X))


@pytest.mark.parametrize("n_x", [2, 3])
def test_close_decisions(predict, rng, n_x):
    """a probability slightly above one half is label 1, slightly below is label 0"""
    scores = scores_of_both_signs(rng, 6, low=0.004, high=0.018)
    w, b, X = with_scores(rng, scores, n_x)
    agree(predict(w, b, X), (scores > 0).astype(int).reshape(1, 6))


@pytest.mark.parametrize("b", [-3.0, 3.0])
def test_bias_decides(predict, reference, rng, b):
    """the bias can turn a label round"""
    # Without b each score is at least 1.5 on the other side of zero.
    scores = np.sign(b) * rng.uniform(0.1, 1.5, size=4)
    w, b, X = with_scores(rng, scores, n_x=3, b=b)
    agree(predict(w, b, X), reference.predict(w, b, X))


def test_sure_decisions(predict, rng):
    """labels of examples that are far from the border"""
    scores = scores_of_both_signs(rng, 5, low=4, high=12)
    w, b, X = with_scores(rng, scores, n_x=4)
    agree(predict(w, b, X), (scores > 0).astype(int).reshape(1, 5))


def test_integers(predict, reference, rng):
    """integer weights and data"""
    w = rng.integers(1, 4, size=(3, 1))
    X = rng.integers(-3, 4, size=(3, 8))
    # Whole scores and a bias of one half: no score is closer to zero than that.
    agree(predict(w, 0.5, X), reference.predict(w, 0.5, X))


def test_many_examples(predict, reference, rng):
    """many examples at once"""
    m = int(rng.integers(150, 250))
    w, b, X = with_scores(rng, scores_of_both_signs(rng, m), n_x=5)
    agree(predict(w, b, X), reference.predict(w, b, X))
