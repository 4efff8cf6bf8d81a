"""Why a value cannot be judged, as the guest says it and as a student reads it."""

import numpy as np
import pytest

from grader.feedback.unsendable import reason
from grader.guest import values, wire


class Layer:
    """Something that does not cross."""


def deep(times):
    """Return a list within a list, so many times."""
    value = []
    for _ in range(times):
        value = [value]
    return value


def refused(monkeypatch):
    """Yield what the wire says of values that may not cross."""
    monkeypatch.setattr("grader.guest.writer.MAX_BYTES", 1 << 20)
    monkeypatch.setattr("grader.guest.writer.MAX_TEXT", 1 << 20)
    monkeypatch.setattr("grader.guest.writer.MAX_ITEMS", 2_000)
    monkeypatch.setattr(values, "MAX_BYTES", 1 << 21)
    for value in (
        "x" * (2 << 20),
        np.zeros(1 << 18),
        np.zeros(1 << 20),
        [0] * 3_000,
        deep(500),
        2**9000,
        Layer(),
        dict.fromkeys(range(1_500)),
    ):
        with pytest.raises(wire.WireError) as caught:
            wire.encode(value, strict=type(value) is Layer)
        yield str(caught.value)


def test_in_english_it_is_said_as_the_guest_says_it(monkeypatch):
    """The host has a text for each reason that the guest gives."""
    for why in refused(monkeypatch):
        assert reason(why) == why


@pytest.mark.usefixtures("chinese")
def test_every_reason_is_said_in_chinese(monkeypatch):
    """No reason that the guest gives is left in English."""
    told = [reason(why) for why in refused(monkeypatch)]
    assert [one for one in told if one.isascii()] == []
    assert told[0] == "超过 1 MB 的文本"
    assert "类型为 `Layer` 的值无法传递" in told


@pytest.mark.usefixtures("chinese")
def test_what_no_guest_says_stays_as_it_is():
    """A guest that was taken over may send any word: it is shown, not understood."""
    assert reason("{0} no reason") == "{0} no reason"
