"""Trials of wrong answers: what cases reject, and which reject nothing."""

from grader.author.trial import idle


def test_a_case_that_another_one_covers_is_idle():
    """A case is idle if another rejects all that it does."""
    trials = [("first",), ("first", "second"), ("third",)]
    found = dict(idle(["first", "second", "third"], trials))
    assert found == {"second": "first"}


def test_of_two_alike_the_later_one_is_idle():
    """Of two cases that reject the same, one is left."""
    found = list(idle(["first", "second"], [("first", "second")]))
    assert found == [("second", "first")]


def test_a_case_that_rejects_nothing_is_idle():
    """A case that never decides anything is named, beside one that does."""
    assert list(idle(["a", "b"], [("b",)])) == [("a", "b")]


def test_a_case_alone_is_never_idle():
    """There has to be another one."""
    assert list(idle(["a"], [])) == []
