"""Replies are what a guest of ours writes, exactly, or they break the protocol."""

import json
import struct

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from grader.guest import counted, wire
from grader.guest.bundle import together
from grader.guest.protocol import Kind
from grader.guest.sites import Watched
from grader.guest.steps import Steps
from grader.sandbox.channel import ProtocolError
from grader.sandbox.outcome import Counted, Site
from grader.sandbox.reply import MAX_COUNT, outcomes, told

LINE = ["a.py", 3, 8]
SITE = ["a.py", 3, 11, 3, 17, "sum", 12]
COUNT = {"steps": 8, "noticed": False, "lines": [LINE], "sites": [SITE]}


def count(written):
    """Return what comes of a reply that tells what was counted."""
    outcome = {"outcome": "counted", "count": written}
    return told(wire.join(wire.encode(outcome)), Kind.COUNT)


@given(parts=st.lists(st.binary(max_size=40), min_size=1, max_size=300))
def test_outcomes_are_told_apart(parts):
    """Outcomes that go together are those that come, empty ones too."""
    assert outcomes(memoryview(together(parts)), len(parts)) == parts


@given(body=st.binary(max_size=60))
@example(body=struct.pack("<I", 0))
@example(body=struct.pack("<I", 2**32 - 1))
@example(body=struct.pack("<III", 2, 2**32 - 1, 1))
def test_any_bytes_are_outcomes_or_break_the_protocol(body):
    """Nothing but ProtocolError comes of bytes that are none."""
    try:
        some = outcomes(memoryview(body), 5)
    except ProtocolError:
        return
    assert 1 <= len(some) <= 5
    assert together(some) == body


@pytest.mark.parametrize(
    "body",
    [
        together([]),
        together([b"x"] * 3),
        together([b"x"])[:-1],
        together([b"x"]) + b"x",
        together([b"x"])[:3],
    ],
)
def test_other_outcomes_than_were_asked_for(body):
    """None, more than calls, and more or fewer bytes than were announced."""
    with pytest.raises(ProtocolError):
        outcomes(memoryview(body), 2)


def test_a_count_is_read():
    """What the guest writes is what the host reads."""
    steps = Steps(8, {("a.py", 3): 8}, noticed=False)
    sites = {("a.py", 3, 11, 3, 17): Watched("sum", 12)}
    written = counted.written(steps, sites, noticed=True)
    site = Site("a.py", 3, 11, 3, 17, "sum")
    assert count(written) == Counted(8, {("a.py", 3): 8}, {site: 12}, noticed=True)


def test_a_name_that_is_no_text_crosses():
    """A name with half a character does not cost the count."""
    steps = Steps(0, {("\udcff", 1): 2}, noticed=False)
    sites = {("\udcff", 1, 2, 3, 4): Watched("\ud800", 5)}
    read = count(counted.written(steps, sites, noticed=False))
    assert read == Counted(0, {("?", 1): 2}, {Site("?", 1, 2, 3, 4, "?"): 5}, False)


def without(name):
    """Return a count that lacks a field."""
    return {key: value for key, value in COUNT.items() if key != name}


@pytest.mark.parametrize(
    "written",
    [
        *map(without, COUNT),
        COUNT | {"more": 1},
        COUNT | {"steps": -1},
        COUNT | {"steps": 1.0},
        COUNT | {"steps": "1"},
        COUNT | {"steps": True},
        COUNT | {"noticed": None},
        COUNT | {"noticed": 0},
        COUNT | {"lines": {}},
        COUNT | {"lines": [["a.py", 3]]},
        COUNT | {"lines": [["a.py", 3, -8]]},
        COUNT | {"lines": [[3, 3, 8]]},
        COUNT | {"lines": [[*LINE, 1]]},
        COUNT | {"sites": [SITE[:-1]]},
        COUNT | {"sites": [["a.py", 3, 11, 3, -17, "sum", 12]]},
        COUNT | {"sites": [["a.py", 3, 11, 3, 17, None, 12]]},
        COUNT | {"sites": [["a.py", 3, 11, 3, 17, "sum", 1e400]]},
        [COUNT],
        None,
    ],
    ids=repr,
)
def test_what_is_no_count_breaks_the_protocol(written):
    """A count has its four fields, all of their types, and no others."""
    assert isinstance(count(json.dumps(COUNT).encode()), Counted)
    assert count(json.dumps(written).encode()) is None


@pytest.mark.parametrize(
    "written",
    [
        b"",
        b"{",
        b"\xff",
        json.dumps(COUNT).encode()[:-1],
        json.dumps(COUNT).replace("sum", "\\ud800").encode(),
        json.dumps(COUNT).encode().replace(b"sum", b"\xff"),
        json.dumps(COUNT).replace("12", "9" * 5000).encode(),
        b"[" * 100_000,
        b'{"more": ' + b"[" * 100_000,
        json.dumps(COUNT).encode() + b" " * MAX_COUNT,
        json.dumps(COUNT),
        COUNT,
        [],
    ],
    ids=lambda one: repr(one)[:40],
)
def test_bytes_that_are_no_count_break_the_protocol(written):
    """Whatever is not JSON of a count, or too much, or no bytes at all."""
    assert count(written) is None


@given(written=st.binary(max_size=200))
def test_any_bytes_are_no_count(written):
    """Nothing is raised for bytes of anybody's."""
    assert count(written) is None
