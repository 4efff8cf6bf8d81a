"""What a hostile peer says on a guest's wire: an outcome, never an error of ours."""

import socket
import struct
import threading

import numpy as np
import pytest

from grader.guest import wire
from grader.guest.protocol import HEADER, MAGIC, Kind
from grader.guest.wire import Opaque
from grader.sandbox.channel import Channel, ProtocolError
from grader.sandbox.guest import Guest
from grader.sandbox.outcome import (
    BrokeProtocol,
    Ended,
    Place,
    Raised,
    Returned,
    TimedOut,
    Unsendable,
    WrongSignature,
)


def frame(body, nonce, kind=Kind.REPLY, index=0):
    """Return a frame of the guest's."""
    if not isinstance(body, bytes):
        body = wire.join(wire.encode(body))
    return HEADER.pack(MAGIC, kind, index, nonce, len(body)) + body


def read(peer):
    """Return the nonce and the body of a request."""
    *_, nonce, size = HEADER.unpack(peer.recv(HEADER.size, socket.MSG_WAITALL))
    return nonce, peer.recv(size, socket.MSG_WAITALL) if size else b""


@pytest.fixture
def peered():
    """Return a function that makes a guest whose process is a function in a thread."""
    made = []

    def make(behave):
        near, far = socket.socketpair()
        output, far_output = socket.socketpair()
        far.settimeout(5)
        ends = []

        def run():
            try:
                behave(far)
            except OSError:
                # The host has hung up, as it should.
                far.close()

        thread = threading.Thread(target=run, daemon=True)
        thread.start()
        guest = Guest(Channel(near, output), lambda: ends.append(1) or 0)
        made.append((guest, far, far_output, thread))
        return guest, ends

    yield make
    for guest, far, output, thread in made:
        guest.end()
        thread.join(5)
        far.close()
        output.close()


@pytest.fixture
def answered(peered):
    """Return a function that calls a guest which replies with what is given."""

    def ask(body):
        guest, ends = peered(lambda far: far.sendall(frame(body, read(far)[0])))
        answer = guest.call(0, (1,), {}, 5)
        assert bool(ends) == isinstance(answer.outcome, BrokeProtocol)
        return answer.outcome

    return ask


@pytest.mark.parametrize(
    ("reply", "outcome"),
    [
        ({"outcome": "returned", "value": 3}, Returned(3, ())),
        ({"outcome": "returned", "value": None}, Returned(None, ())),
        (
            {"outcome": "returned", "value": 3, "changed": ["0", "b"]},
            Returned(3, ("0", "b")),
        ),
        (
            {
                "outcome": "raised",
                "type": "E",
                "message": "m",
                "frames": [["a", 1, "f"]],
            },
            Raised("E", "m", (Place("a", 1, "f"),)),
        ),
        ({"outcome": "raised"}, Raised("", "", ())),
        (
            {"outcome": "raised", "type": 3, "message": b"", "frames": 1},
            Raised("", "", ()),
        ),
        (
            {"outcome": "raised", "frames": [["a", "1", "f"], 3, ["a"], [None] * 3]},
            Raised("", "", ()),
        ),
        ({"outcome": "signature", "signature": "(x)"}, WrongSignature("(x)")),
        ({"outcome": "signature"}, WrongSignature("")),
        ({"outcome": "unsendable", "why": "deep"}, Unsendable("deep")),
        ({"outcome": "unsendable", "why": {}}, Unsendable("")),
    ],
)
def test_replies_are_read_strictly(answered, reply, outcome):
    """Each field of a reply has its type or counts as empty."""
    assert answered(reply) == outcome


@pytest.mark.parametrize(
    "reply",
    [
        None,
        3,
        [],
        "returned",
        {},
        {"outcome": "passed"},
        {"outcome": None},
        {"outcome": ["returned"]},
        {"outcome": "returned"},
        {"outcome": np.ones(1, bool), "value": 1},
        {"outcome": np.zeros(3), "value": 1},
        {"outcome": np.zeros(0), "value": 1},
        {"outcome": np.float64(1)},
        {"outcome": Opaque("str"), "value": 1},
        b"",
        b"z",
        b"NN",
        b"d\1\0\0\0",
        wire.join(wire.encode({"outcome": "returned", "value": 1}))[:-1],
    ],
    ids=repr,
)
def test_what_is_no_outcome_breaks_the_protocol(answered, reply):
    """A reply that is not exactly an outcome is one, and ends the guest."""
    assert isinstance(answered(reply), BrokeProtocol)


def test_long_replies_are_cut(answered):
    """Texts and frames beyond their limits are cut."""
    place = ["a", 1, "f"]
    outcome = answered(
        {
            "outcome": "raised",
            "type": "T" * 10_000,
            "message": "m" * 10_000,
            "frames": [place] * 10_000,
        }
    )
    assert [len(part) for part in outcome] == [200, 2_000, 50]


@pytest.mark.parametrize("name", ["²", "9" * 5_000, "x" * 10**6, "a\x1b[31m", 7, None])
def test_changed_names_are_positions_or_names(answered, name):
    """What a guest says it changed is a short position or name, or is left out."""
    outcome = answered({"outcome": "returned", "value": 1, "changed": ["0", name]})
    assert isinstance(outcome, Returned)
    for one in outcome.changed:
        assert len(one) <= wire.MAX_NAME
        assert one.isidentifier() or (one.isascii() and one.isdigit())


def test_a_reply_with_a_wrong_nonce_breaks_the_protocol(peered):
    """A reply to a request that was not made is refused."""
    reply = {"outcome": "returned", "value": 1}
    guest, _ = peered(lambda far: far.sendall(frame(reply, read(far)[0] ^ 1)))
    assert isinstance(guest.call(0, (), {}, 5).outcome, BrokeProtocol)


def test_a_reply_ahead_of_its_request_breaks_the_protocol(peered):
    """A reply that lies ready before the call is not taken for its own."""
    reply = {"outcome": "returned", "value": 1}
    guest, _ = peered(lambda far: far.sendall(frame(reply, 1)))
    assert isinstance(guest.call(0, (), {}, 5).outcome, BrokeProtocol)


def test_a_second_reply_breaks_the_protocol(peered):
    """The second of two replies to one request is noticed at the next call."""
    reply = {"outcome": "returned", "value": 1}

    def twice(far):
        nonce, _ = read(far)
        far.sendall(frame(reply, nonce) * 2)
        read(far)

    guest, _ = peered(twice)
    assert guest.call(0, (), {}, 5).outcome == Returned(1, ())
    assert isinstance(guest.call(0, (), {}, 5).outcome, BrokeProtocol)


def test_a_question_without_a_helper_breaks_the_protocol(peered):
    """A guest may ask only where something is supplied."""
    guest, _ = peered(lambda far: far.sendall(frame(((), {}), read(far)[0], Kind.ASK)))
    assert isinstance(guest.call(0, (), {}, 5).outcome, BrokeProtocol)


def test_questions_are_passed_on_undecoded(peered):
    """The helper gets a question's bytes as they are, and its answer goes back so."""
    asked = []

    def behave(far):
        nonce, _ = read(far)
        far.sendall(frame(b"garbage", 77, Kind.ASK, index=2))
        answer = read(far)
        far.sendall(frame({"outcome": "returned", "value": [*answer]}, nonce))

    def helper(index, body, seconds):
        asked.append((index, bytes(body), 0 < seconds <= 5))
        return bytearray(b"more garbage")

    guest, _ = peered(behave)
    outcome = guest.call(0, (), {}, 5, helper).outcome
    assert outcome == Returned([77, b"more garbage"], ())
    assert asked == [(2, b"garbage", True)]


def test_endless_questions_end_at_the_deadline(peered):
    """A guest that asks and asks, and reads no answer, is stopped in time."""

    def behave(far):
        read(far)
        while True:
            far.sendall(frame(b"x" * 1000, 1, Kind.ASK))

    guest, ends = peered(behave)
    outcome = guest.call(0, (), {}, 0.3, lambda *_: bytearray(10_000)).outcome
    assert outcome == TimedOut(0.3)
    assert ends == [1]


def test_a_relayed_call_checks_its_reply(peered):
    """A helper's guest that answers another request is refused as well."""
    guest, _ = peered(lambda far: far.sendall(frame(b"N", read(far)[0] ^ 1)))
    with pytest.raises(ProtocolError):
        guest.relay(0, bytearray(b"N"), 5)


def test_a_peer_that_hangs_up_has_ended(peered):
    """A closed wire is the end of the process, with its status."""
    guest, ends = peered(lambda far: (read(far), far.close()))
    assert guest.call(0, (), {}, 5).outcome == Ended(0)
    assert ends == [1]


def test_a_guest_ends_once(peered):
    """Ending a guest again does nothing, and calling it says that it has ended."""
    guest, ends = peered(lambda far: far.recv(1))
    assert guest.end() == 0
    assert guest.end() is None
    assert ends == [1]
    assert isinstance(guest.call(0, (), {}, 5).outcome, Ended)


@pytest.mark.parametrize("found", [None, "callable", [], ["callable"] * 2, 7])
def test_a_definition_says_one_thing_a_unit(peered, unit, found):
    """A guest that does not say what each unit came to has defined nothing."""
    reply = {"outcome": "defined", "found": found}
    guest, _ = peered(lambda far: far.sendall(frame(reply, read(far)[0])))
    assert guest.define([unit("f = 1")], (), 7, 5)[0] == []


def test_a_definition_is_plain_data(peered, unit):
    """What a guest is told to define crosses as texts and numbers."""
    told = []

    def behave(far):
        nonce, body = read(far)
        told.append(wire.decode(body))
        far.sendall(frame({"outcome": "defined", "found": ["callable"]}, nonce))

    guest, _ = peered(behave)
    guest.define([unit("x = 1\nf = len", ("g",))], ("g",), 7, 5)
    (request,) = told
    assert (request["ask"], request["seed"]) == (("g",), 7)
    (one,) = request["units"]
    assert (one["names"], one["uses"]) == (("f",), ("g",))
    assert one["pieces"][0][:3] == ("answer.py", "x = 1\nf = len", (0, 1))


def test_garbage_of_every_kind_is_an_outcome(peered):
    """No bytes on the wire raise anything on the host."""
    rng = np.random.default_rng(7)
    for _ in range(40):
        data = rng.bytes(int(rng.integers(0, 200)))
        if rng.integers(2):
            data = MAGIC + struct.pack("<BBxx", 4, 0) + data
        guest, _ = peered(lambda far, data=data: (far.sendall(data), far.close()))
        assert isinstance(guest.call(0, (), {}, 2).outcome, BrokeProtocol | Ended)
