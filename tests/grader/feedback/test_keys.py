"""The keys that there are, where a call ended in one that is not."""

import pytest

from grader import language
from grader.feedback.keys import MAX_KEY, MAX_KEYS, held
from grader.sandbox.outcome import Place, Raised, Returned

PARAMETERS = {"W1": 1, "b1": 2, "W2": 3}
LINE = 'W = parameters["w1"]'


def told(*inputs, key="'w1'", line=LINE, kind="KeyError"):
    """Return what is said after a KeyError on a line."""
    outcome = Raised(kind, key, (Place("answer", 3, "f"),))
    return held(outcome, inputs, lambda _label, _line: line)


def test_the_keys_are_listed():
    """The dict that the function was given has these keys."""
    said = told(("x", 3), ("parameters", PARAMETERS))
    assert said == "`parameters` has the keys 'W1', 'b1' and 'W2'."


def test_one_or_none():
    """A dict of one key and an empty one have words of their own."""
    assert told(("d", {"a": 1})) == "`d` has one key: 'a'."
    assert told(("d", {})) == "`d` is empty."


def test_many_keys_are_cut():
    """Of many keys the first are told, and how many there are; a long one is cut."""
    said = told(("d", dict.fromkeys(range(100), 0)))
    assert said.startswith("`d` has 100 keys: 0, 1, 2, ")
    assert said.endswith(f"{MAX_KEYS - 1} …")
    assert f"'{'k' * (MAX_KEY - 1)}…" in told(("d", {"k" * 999: 1, "\n": 2}))
    assert "\n" not in told(("d", {"k" * 999: 1, "\n": 2}))


def test_the_dict_that_the_line_names():
    """Of several dicts those are told that the line is about; of none, the first."""
    two = ("cache", {"Z": 1}), ("parameters", PARAMETERS)
    assert told(*two).startswith("`parameters` has")
    assert told(*two, line="p[k]").startswith("`cache` has one key: 'Z'. `parameters`")
    assert "parameters" in told(*two, line="not_cache = parameters[k]")


def test_a_dict_that_has_the_key_is_not_told():
    """Where each dict of the call has the key, another one lacks it."""
    assert told(("parameters", PARAMETERS), key="'W1'") == ""


def test_nothing_else_is_told():
    """There is nothing to say after another exception, a value, or no call."""
    given = [("parameters", PARAMETERS)]
    assert told(*given, kind="IndexError") == ""
    assert held(Returned(1, ()), given, lambda *_: LINE) == ""
    assert held(None, given, lambda *_: LINE) == ""
    assert told(("x", [1])) == ""


def test_without_a_frame():
    """Where the guest names no line, all dicts are told."""
    outcome = Raised("KeyError", "'w1'", ())
    said = held(outcome, [("d", {"a": 1})], lambda *_: "")
    assert said == "`d` has one key: 'a'."


@pytest.mark.usefixtures("chinese")
def test_in_chinese():
    """The keys are listed in Chinese, too."""
    assert language.spoken() == "zh"
    assert told(("d", PARAMETERS)) == "`d` 有这些键：'W1'、'b1' 和 'W2'。"
    assert told(("d", {"a": 1})) == "`d` 只有一个键：'a'。"
    assert told(("d", {})) == "`d` 是空的。"
    many = told(("d", dict.fromkeys(range(20), 0)))
    assert many.startswith("`d` 有 20 个键：0、1、")
