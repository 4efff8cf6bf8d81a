"""Arguments of calls, one by one and many at once, and what a call changed of them."""

import struct

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.guest import wire
from grader.guest.arguments import MAX_COMPARED, decoded, read, written

SOME = [
    ((1, 2.5, True, None, "é", b"xy", 3j), {}),
    ((np.arange(6.0).reshape(2, 3), np.array(4), np.zeros((0, 2))), {}),
    ((np.array([True]), np.arange(3, dtype=np.int8), np.float32([1, 2])), {}),
    (([np.ones(2), {"w": 1.0}],), {}),
    ((np.float64(2), 1 << 200), {}),
    ((1.0,), {"axis": np.arange(2)}),
    ((), {}),
]


def encoded(call):
    """Return a call as it crosses alone."""
    return wire.join(wire.encode(call, strict=True))


def same(one, other):
    """Whether values would cross as the same bytes."""
    return wire.join(wire.encode(one)) == wire.join(wire.encode(other))


@given(data=st.data())
def test_many_are_what_each_is(values, data):
    """Whatever may cross alone is the same among others."""
    calls = [
        (tuple(one), {})
        for one in data.draw(st.lists(st.lists(values, max_size=4), max_size=4))
    ]
    found = list(read(written([wire.join(wire.encode(one)) for one in calls])))
    assert len(found) == len(calls)
    for arguments, call in zip(found, calls, strict=True):
        alone = decoded(memoryview(bytearray(wire.join(wire.encode(call)))))
        assert same((arguments.args, arguments.kwargs), (alone.args, alone.kwargs))


@pytest.mark.parametrize("number", [0.0, -0.0, float("nan"), float("inf"), 1e-320])
def test_numbers_to_the_last_bit(number):
    """No number of a case's is another one in a guest."""
    odd = struct.unpack("<d", struct.pack("<Q", 0xFFF8DEADBEEF0001))[0]
    (only,) = read(written([encoded(((number, odd), {}))]))
    assert struct.pack("<2d", *only.args) == struct.pack("<2d", number, odd)


@pytest.mark.parametrize("call", SOME, ids=range(len(SOME)))
def test_memory_of_their_own(call):
    """What one call does to its arrays no other call sees; they can be changed."""
    first, second = read(written([encoded(call)] * 2))
    for one in [*first.args, *first.kwargs.values()]:
        if isinstance(one, np.ndarray):
            assert one.flags.writeable
            assert one.flags.aligned
            one[...] = 0
    assert same((second.args, second.kwargs), call)
    assert second.changed() == []


# Newer versions of NumPy would rather not have it done.
@pytest.mark.filterwarnings("ignore:Setting the shape:DeprecationWarning")
@pytest.mark.parametrize("many", [True, False])
def test_what_was_changed_is_named(many):
    """Content, shape, parts of lists and what came by name."""
    call = (np.arange(4.0), np.arange(6.0), 3, [1]), {"b": np.ones(2)}
    plain = (np.arange(4.0), np.arange(6.0), 3), {}

    def made(one):
        body = encoded(one)
        return (
            next(read(written([body])))
            if many
            else decoded(memoryview(bytearray(body)))
        )

    arguments = made(plain)
    assert arguments.changed() == []
    arguments.args[0][1] = 1.0
    assert arguments.changed() == []
    arguments.args[0][1] = 7.0
    assert arguments.changed() == ["0"]
    arguments.args[1].shape = (2, 3)
    assert arguments.changed() == ["0", "1"]
    arguments = made(call)
    assert arguments.changed() == []
    arguments.args[3].append(2)
    arguments.kwargs["b"] *= 2
    assert arguments.changed() == ["3", "b"]


@pytest.mark.parametrize("many", [True, False])
def test_large_ones_are_not_compared(many):
    """It would take as long as the call."""
    body = encoded(((np.zeros(MAX_COMPARED // 8 + 1),), {}))
    one = next(read(written([body]))) if many else decoded(memoryview(bytearray(body)))
    one.args[0][:] = 1
    assert one.changed() == []
