"""What a hostile peer says on a guest's wire: an outcome, never an error of ours."""

import contextlib
import marshal
import socket
import struct
import threading
import tracemalloc

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.guest import wire
from grader.guest.bundle import together
from grader.guest.protocol import HEADER, MAGIC, Kind
from grader.guest.wire import Opaque
from grader.sandbox import channel
from grader.sandbox.channel import Channel, ProtocolError
from grader.sandbox.guest import Guest
from grader.sandbox.outcome import (
    BrokeProtocol,
    Ended,
    Flooded,
    Noted,
    Place,
    Raised,
    Returned,
    Timed,
    TimedOut,
    Unsendable,
    WrongSignature,
)
from grader.sandbox.reply import told
from grader.sandbox.unit import Job, Piece, Unit


def frame(body, nonce, kind=Kind.REPLY, index=0):
    """Return a frame of the guest's."""
    if not isinstance(body, bytes):
        body = wire.join(wire.encode(body))
    return HEADER.pack(MAGIC, kind, index, nonce, len(body)) + body


def read(peer):
    """Return the nonce and the body of a request."""
    *_, nonce, size = HEADER.unpack(peer.recv(HEADER.size))
    body = bytearray()
    while len(body) < size:
        body += peer.recv(size - len(body))
    return nonce, bytes(body)


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
        guest = Guest(Channel(near, output), lambda _wait: ends.append(1) or 0)
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
        (
            {"outcome": "raised", "frames": [["a", 1, "f", 2, 5]]},
            Raised("", "", (Place("a", 1, "f", 2, 5),)),
        ),
        (
            {
                "outcome": "raised",
                "frames": [
                    ["a", 1, "f", -1, 5],
                    ["a", 1, "f", 2, 1 << 21],
                    ["a", 1, "f", 2],
                    ["a", 1, "f", 2.0, 5],
                    ["a", 1, 2, 3, 4],
                ],
            },
            Raised("", "", (Place("a", 1, "f"), Place("a", 1, "f"))),
        ),
        (
            {"outcome": "returned", "value": 3, "noted": [["a", 1, "f", 2, 5, "m\nn"]]},
            Returned(3, (), (Noted(Place("a", 1, "f", 2, 5), "m n"),)),
        ),
        (
            {
                "outcome": "returned",
                "value": 3,
                "noted": [[], "x", None, ["a"], ["a", 1, "f", 2, 5, 7], [[], 1]],
            },
            Returned(3, (), (Noted(Place("a", 1, "f", 2, 5), ""),)),
        ),
        ({"outcome": "returned", "value": 3, "noted": "x"}, Returned(3, ())),
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
        {"outcome": np.float32(1), "value": 1},
        {"outcome": 1e400, "value": 1},
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


def test_many_and_long_warnings_are_cut(answered):
    """Of warnings the first are read, and of each the beginning."""
    row = ["a", 1, "f", 2, 5, "m" * 10_000]
    outcome = answered({"outcome": "returned", "value": 3, "noted": [row] * 100})
    assert [len(one.message) for one in outcome.noted] == [80] * 5


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
        return memoryview(b"more garbage")

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
    outcome = guest.call(0, (), {}, 0.3, lambda *_: memoryview(bytes(10_000))).outcome
    assert outcome == TimedOut(0.3)
    assert ends == [1]


def test_a_relayed_call_checks_its_reply(peered):
    """A helper's guest that answers another request is refused as well."""
    guest, _ = peered(lambda far: far.sendall(frame(b"N", read(far)[0] ^ 1)))
    with pytest.raises(ProtocolError):
        guest.relay(0, memoryview(b"N"), 5)


def test_a_peer_that_hangs_up_has_ended(peered):
    """A closed wire is the end of the process, with its status."""
    guest, ends = peered(lambda far: (read(far), far.close()))
    assert guest.call(0, (), {}, 5).outcome == Ended(0)
    assert ends == [1]


def test_a_guest_ends_once(peered):
    """Ending a guest again does nothing, and calling it says that it has ended."""
    guest, ends = peered(lambda far: far.recv(1))
    assert guest.end(wait=True) == 0
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
        told.append(marshal.loads(body))  # noqa: S302 - ours
        far.sendall(frame({"outcome": "defined", "found": ["callable"]}, nonce))

    guest, _ = peered(behave)
    guest.define([unit("x = 1\nf = len", ("g",))], ("g",), 7, 5)
    (request,) = told
    assert (request["ask"], request["seed"]) == (("g",), 7)
    (one,) = request["units"]
    assert (one["names"], one["uses"]) == (("f",), ("g",))
    label, source, keep, names = one["pieces"][0]
    assert (label, source, names) == ("answer.py", "x = 1\nf = len", ())
    assert keep == (0, 1)


def test_a_definition_of_many_statements_crosses(peered):
    """As many statements as a file may have can be defined."""
    told = []

    def behave(far):
        nonce, body = read(far)
        told.append(marshal.loads(body))  # noqa: S302 - ours
        far.sendall(frame({"outcome": "defined", "found": ["callable"]}, nonce))

    guest, _ = peered(behave)
    whole = Unit(("f",), (Piece("answer.py", "", tuple(range(500_000))),))
    assert guest.define([whole], (), 7, 5)[0] == ["callable"]
    assert len(told[0]["units"][0]["pieces"][0][2]) == 500_000


def test_garbage_of_every_kind_is_an_outcome(peered):
    """No bytes on the wire raise anything on the host."""
    rng = np.random.default_rng(7)
    for _ in range(40):
        data = rng.bytes(int(rng.integers(0, 200)))
        if rng.integers(2):
            data = MAGIC + struct.pack("<BBxx", 4, 0) + data
        guest, _ = peered(lambda far, data=data: (far.sendall(data), far.close()))
        assert isinstance(guest.call(0, (), {}, 2).outcome, BrokeProtocol | Ended)


REPLY = wire.join(wire.encode({"outcome": "returned", "value": 7}))


@st.composite
def conversations(draw):
    """Return what a guest sends, and whether it is questions and one reply."""
    nonces = draw(st.lists(st.integers(0, 2**64 - 1), max_size=4))
    said = [(Kind.ASK, nonce, b"N", 1) for nonce in nonces]
    for _ in range(draw(st.sampled_from([1, 1, 1, 0, 2]))):
        body = draw(st.sampled_from([REPLY, REPLY, REPLY[:-1], REPLY + b"N", b"N"]))
        kinds = [Kind.REPLY, Kind.REPLY, Kind.CALL, Kind.ANSWER, 9]
        nonce = draw(st.sampled_from([None, None, 0, 1]))
        size = draw(st.sampled_from([len(body), len(body), 10 << 30, 2**64 - 1]))
        said.append((draw(st.sampled_from(kinds)), nonce, body, size))
    first = [one for one in said if one[0] != Kind.ASK][:1]
    good = first == [(Kind.REPLY, None, REPLY, len(REPLY))]
    return said, good


@given(conversation=conversations(), second=st.booleans())
def test_only_a_reply_to_the_request_returns(conversation, second):
    """Whatever else a guest sends in whatever order is no return, and ends it."""
    said, good = conversation
    near, far = socket.socketpair()
    output, far_output = socket.socketpair()
    ended = []
    guest = Guest(Channel(near, output), lambda _wait: ended.append(1) or 0)

    def speak():
        nonce = read(far)[0]
        # The host may have hung up in the middle.
        with contextlib.suppress(OSError):
            for kind, own, body, size in said:
                number = nonce if own is None else own
                far.sendall(HEADER.pack(MAGIC, kind, 0, number, size) + body)
            far.shutdown(socket.SHUT_WR)

    with far, far_output:
        thread = threading.Thread(target=speak, daemon=True)
        thread.start()
        answer = guest.call(0, (), {}, 5, lambda *_: memoryview(b"N"))
        thread.join(5)
        assert (answer.outcome == Returned(7, ())) is good
        assert isinstance(answer.outcome, Returned | BrokeProtocol | Ended)
        if good and second:
            # Nothing, or a second reply: neither answers the next request.
            assert isinstance(guest.call(0, (), {}, 5).outcome, BrokeProtocol | Ended)
        assert bool(ended) is (not good or second)
        guest.end()


@pytest.mark.parametrize("size", [10 << 30, 2**63, 2**64 - 1, wire.MAX_BYTES + 1])
@pytest.mark.parametrize("kind", [Kind.REPLY, Kind.ASK])
def test_claims_cost_nothing(peered, size, kind):
    """A guest that announces gigabytes has them neither allocated nor waited for."""

    def claim(far):
        far.sendall(HEADER.pack(MAGIC, kind, 0, read(far)[0], size))
        # Until the host hangs up: it did not wait for more.
        far.recv(1)

    guest, ends = peered(claim)
    tracemalloc.start()
    answer = guest.call(0, (), {}, 60, lambda *_: memoryview(b""))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert answer.outcome == BrokeProtocol("a larger frame than may cross")
    assert ends == [1]
    assert peak < 1_000_000


@pytest.mark.parametrize("size", [0, 1, 3])
def test_an_outcome_that_is_an_array_is_not_compared(answered, size):
    """An array in place of an outcome's name is refused by its type alone."""
    outcome = answered({"outcome": np.zeros(size, bool), "value": 1})
    assert outcome == BrokeProtocol("a reply that is no outcome")


@pytest.mark.parametrize("letter", ["x", "é", "€", "\0"])
def test_prints_beyond_the_limit_are_a_flood(letter):
    """What was printed is counted in bytes, also if it came after the reply."""
    near, far = socket.socketpair()
    output, far_output = socket.socketpair()
    size = channel.MAX_OUTPUT + 10
    guest = Guest(Channel(near, output), lambda _wait: 0)

    def speak():
        nonce = read(far)[0]
        # The host may have hung up by the time of the reply.
        with contextlib.suppress(OSError):
            far_output.sendall((letter * size).encode()[:size])
            far.sendall(frame({"outcome": "returned", "value": 1}, nonce))

    with far, far_output:
        thread = threading.Thread(target=speak, daemon=True)
        thread.start()
        outcome = guest.call(0, (), {}, 5).outcome
        guest.end()
        thread.join(5)
    assert outcome == Flooded(channel.MAX_OUTPUT)


@pytest.fixture
def timed(peered):
    """Return a function that times calls of a guest which replies with what is given.

    The deadline is five seconds.
    """

    def ask(body):
        guest, ends = peered(lambda far: far.sendall(frame(body, read(far)[0])))
        answer = guest.time(0, (1,), 0.01, 5)
        assert bool(ends) == isinstance(answer.outcome, BrokeProtocol)
        return answer.outcome

    return ask


def test_a_time_is_read(timed):
    """A time is the seconds that the guest says."""
    assert timed({"outcome": "timed", "seconds": 0.25}) == Timed(0.25)


@pytest.mark.parametrize(
    "seconds",
    [None, 1, True, "1", -0.5, float("nan"), float("inf"), 5.5, np.float64(1), [1.0]],
    ids=repr,
)
def test_what_is_no_time_breaks_the_protocol(timed, seconds):
    """A time is a float, and no longer than the guest had."""
    assert isinstance(timed({"outcome": "timed", "seconds": seconds}), BrokeProtocol)


@pytest.mark.parametrize(
    "reply",
    [
        {"outcome": "timed", "seconds": 0.25},
        {
            "outcome": "counted",
            "count": b'{"steps": 1, "lines": [], "sites": [], "noticed": false}',
        },
    ],
    ids=lambda reply: reply["outcome"],
)
def test_a_reply_to_another_request_breaks_the_protocol(answered, reply):
    """A call does not come to a time or a count."""
    assert isinstance(answered(reply), BrokeProtocol)


DEFINED = wire.join(wire.encode({"outcome": "defined", "found": ["callable"]}))
RETURNED = wire.join(wire.encode({"outcome": "returned", "value": 1}))
CALLS = tuple(wire.join(wire.encode(((number,), {}))) for number in (1, 2))
JOB = Job(Unit(("f",), (Piece("a.py", "f = print", (0,)),)), CALLS)


@pytest.mark.parametrize(
    "reply",
    [
        lambda nonce: frame(together([RETURNED]), nonce + 1),
        lambda nonce: frame(together([RETURNED]), nonce, kind=Kind.ASK),
        lambda nonce: frame(together([RETURNED, RETURNED]), nonce),
        lambda nonce: frame(together([]), nonce),
        lambda nonce: frame(together([RETURNED])[:-1], nonce),
        lambda nonce: frame(together([RETURNED]) + b"x", nonce),
        lambda nonce: frame([RETURNED], nonce),
        lambda nonce: frame(b"", nonce),
        lambda _: b"no frame at all, but long enough to be one",
    ],
)
def test_other_replies_than_calls_are_none(peered, reply):
    """Of calls made together each is answered, once, or the guest is ended."""

    def behave(far):
        nonce, _ = read(far)
        far.sendall(frame(together([DEFINED, RETURNED]), nonce))
        far.sendall(reply(nonce))

    guest, ends = peered(behave)
    (came,) = guest.calls([JOB], (), 7, 5)
    (one,) = came.calls
    assert one.body == RETURNED
    assert guest.ended
    assert ends


@pytest.mark.parametrize("first", [RETURNED, b"", wire.join(wire.encode({}))])
def test_replies_of_what_is_not_defined_are_none(peered, first):
    """What a guest says of a function that it did not define is left out."""

    def behave(far):
        nonce, _ = read(far)
        some = [first, *[RETURNED] * 2, DEFINED, *[RETURNED] * 2]
        far.sendall(frame(together(some), nonce))

    guest, _ = peered(behave)
    replies = guest.calls([JOB, JOB], (), 7, 5)
    assert [len(one.calls) for one in replies] == [0, 2]
    assert guest.ended


def test_replies_that_take_more_memory_than_they_may(peered, monkeypatch):
    """What calls made together reply is not all there at once if it is too much."""
    monkeypatch.setattr("grader.sandbox.guest.MAX_REPLIES", 1000)

    def behave(far):
        nonce, _ = read(far)
        far.sendall(frame(together([DEFINED, bytes(2000)]), nonce))

    guest, _ = peered(behave)
    (came,) = guest.calls([JOB], (), 7, 5)
    assert len(came.calls) == 1
    assert guest.ended


@pytest.mark.parametrize(
    "body", [b"", b"x", wire.join(wire.encode(3)), wire.join(wire.encode({}))]
)
def test_a_reply_that_no_guest_sends_is_not_told(body):
    """Bytes that are no outcome of a call are nothing that can be used."""
    assert told(body, Kind.CALL) is None


def test_a_reply_is_told():
    """A reply is told as the outcome of a call is, with a value of its own."""
    body = wire.join(wire.encode({"outcome": "returned", "value": np.ones(2)}))
    one, two = told(body, Kind.CALL), told(body, Kind.CALL)
    one.value[0] = 5
    assert two.value.tolist() == [1, 1]
