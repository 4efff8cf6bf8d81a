"""Imports pytest and skips the case."""
# kind: escape
# exercise: softmax
# must: failed


def softmax(x):
    import pytest

    pytest.skip("not today")
