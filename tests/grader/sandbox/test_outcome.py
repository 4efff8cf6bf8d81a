"""What hostile and broken code comes to, for each wall; other guests go on."""

import os
import signal
import time

import numpy as np
import pytest

from grader.sandbox.channel import MAX_OUTPUT
from grader.sandbox.launcher import Isolation
from grader.sandbox.outcome import (
    ENDS_GUEST,
    BrokeProtocol,
    Ended,
    Flooded,
    Place,
    Raised,
    Returned,
    TimedOut,
    Unsendable,
    WrongSignature,
)

# The wire is a socket that anybody in the process can find, and so is the nonce.
WIRE = """
import os, socket, stat, struct, sys, time

def wire():
    for number in range(3, 4096):
        try:
            if stat.S_ISSOCK(os.fstat(number).st_mode):
                return socket.socket(fileno=os.dup(number))
        except OSError:
            continue

def nonce():
    frame = sys._getframe()
    while 'nonce' not in frame.f_locals or frame.f_code.co_name != 'answer':
        frame = frame.f_back
    return frame.f_locals['nonce']

def header(kind=4, nonce=1, size=0, magic=b'grd1'):
    return struct.pack('<4sBBxxQQ', magic, kind, 0, nonce, size)

def text(value):
    return b's' + struct.pack('<I', len(value)) + value

FORGED = b'd' + struct.pack('<I', 2) + text(b'outcome') + text(b'returned')
FORGED += text(b'value') + b'i' + struct.pack('<I', 1) + b'*'

def f(x=0):
    {statement}
    return 1
"""


@pytest.fixture
def ended(define, wall):
    """Return a function that calls `f`, and proves that the next guest is whole."""

    def run(source, *args, seconds=5.0):
        started = time.monotonic()
        answer = define(source).call(0, args, {}, seconds)
        assert time.monotonic() - started < seconds + 5
        # Elsewhere guests have an interpreter each: the next test's is the proof.
        if wall is Isolation.BUBBLEWRAP:
            assert define("f = abs").call(0, (-7,), {}, 10).outcome == Returned(7, ())
        return answer

    return run


@pytest.mark.parametrize(
    ("source", "args", "answer"),
    [
        ("def f(x): return x, None, 'é'", ([1, 2.5],), (([1, 2.5], None, "é"), ())),
        ("def f(x): x.append(1)", ([],), (None, ("0",))),
        ("def f(x): print('a'); return x", (1,), (1, ())),
        ("def f(x): return x\ndef g(): raise SystemExit", (True,), (True, ())),
    ],
)
def test_values_come_back_behind_each_wall(call, source, args, answer):
    """Values, changed arguments and prints come back alike behind all walls."""
    given = [*args]
    outcome, stdout = call(source, *args)
    assert outcome == Returned(*answer)
    assert stdout == ("a\n" if "print" in source else "")
    assert given == [*args]


@pytest.mark.parametrize(
    ("source", "outcome"),
    [
        (
            "def f():\n    raise ValueError('no')",
            Raised("ValueError", "no", (Place("answer.py", 2, "f", 4, 26),)),
        ),
        ("def f(x, y): return x", WrongSignature("(x, y)")),
        ("def f(): return bytes(200_000_000)", Unsendable("more than 128 MB")),
    ],
)
def test_failures_are_told_behind_each_wall(ended, source, outcome):
    """Exceptions, signatures and unsendable values are told alike behind all walls."""
    assert ended(source).outcome == outcome


def test_stand_ins_call_another_guest_behind_each_wall(define):
    """A supplied function runs in a guest of its own, and gives back a copy."""
    helper = define("def f(x, by=1):\n    x[0] = 0\n    return x * by")
    guest = define("def f(x): return g(x, by=2), x", "g")
    outcome = guest.call(
        0, (np.ones(2),), {}, 10, lambda _, body, left: helper.relay(0, body, left)
    ).outcome
    assert [one.tolist() for one in outcome.value] == [[0.0, 2.0], [1.0, 1.0]]


def test_an_unfinished_line_is_kept(call):
    """What is printed without a line end comes with the call that printed it."""
    answer = call("def f(): print('half', end=''); return 1")
    assert answer == (Returned(1, ()), "half")


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_much_output_is_kept(call, stream):
    """Hundreds of kilobytes on either stream neither block nor are lost."""
    source = f"import sys\ndef f(): sys.{stream}.write('x' * 400_000); return 1"
    answer = call(source, seconds=2)
    assert answer.outcome == Returned(1, ())
    assert answer.stdout == "x" * 400_000


@pytest.mark.parametrize(
    "spoil",
    ["sys.stdout = None", "sys.stdout.close()", "sys.stdout = sys.__stdout__ = 3"],
)
def test_spoilt_streams_do_not_matter(call, spoil):
    """A function may replace or close its streams and still returns its value."""
    source = f"import sys\ndef f():\n    {spoil}\n    return 1"
    assert call(source).outcome == Returned(1, ())


@pytest.mark.parametrize(
    "source",
    [
        "def f():\n    while True: pass",
        "import time\ndef f(): time.sleep(60)",
        "def f(): return sum(range(10**12))",
        (
            "import signal\n"
            "def f():\n"
            "    signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())\n"
            "    while True: pass"
        ),
        (
            "def f():\n"
            "    while True:\n"
            "        try: f()\n"
            "        except BaseException: pass"
        ),
        (
            "import threading\n"
            "def f():\n"
            "    lock = threading.Lock()\n"
            "    lock.acquire()\n"
            "    lock.acquire()"
        ),
        "import os\ndef f():\n    read, write = os.pipe()\n    os.read(read, 1)",
    ],
    ids=["loop", "sleep", "in C", "signals blocked", "catches all", "lock", "pipe"],
)
def test_what_never_ends_is_ended(ended, source):
    """A call without an end is over at its deadline, whatever it does to stay."""
    assert ended(source, seconds=0.15).outcome == TimedOut(0.15)


def test_a_stopped_guest_is_ended(ended):
    """A process that stops itself is ended at the deadline, or may not do so."""
    source = "import os, signal\ndef f(): os.kill(os.getpid(), signal.SIGSTOP)"
    outcome = ended(source, seconds=0.3).outcome
    assert outcome == TimedOut(0.3) or outcome.type == "PermissionError"


def test_a_file_that_never_loads_is_ended(fresh, unit):
    """Loading has a deadline as well, and what was printed until then is kept."""
    guest = fresh()
    source = "print('loading')\nwhile True: pass"
    kinds, answer = guest.define([unit(source)], (), 7, 0.3)
    assert (kinds, answer) == ([], (TimedOut(0.3), "loading\n"))


def test_what_was_printed_before_an_endless_loop_is_kept(ended):
    """The prints of a call that is ended are there to find the loop with."""
    source = "def f():\n    print('step', 1)\n    while True: pass"
    assert ended(source, seconds=0.3) == (TimedOut(0.3), "step 1\n")


@pytest.mark.parametrize(
    ("statement", "status"),
    [
        ("os._exit(0)", 0),
        ("os._exit(3)", 3),
        ("ctypes.string_at(0)", -signal.SIGSEGV),
    ],
)
def test_a_process_that_ends_says_how(ended, statement, status):
    """A guest that is gone in the middle of a call has its exit status told."""
    source = f"import ctypes, os\ndef f():\n    print('here')\n    {statement}"
    assert ended(source) == (Ended(status), "here\n")


def test_a_process_that_ends_while_it_loads_says_how(fresh, unit):
    """A source that ends the process when it is defined is told so."""
    guest = fresh()
    answer = guest.define([unit("import os\nos._exit(4)")], (), 7, 10)
    assert answer == ([], (Ended(4), ""))


def test_an_abort_harms_only_the_guest(ended):
    """A guest that aborts its process has ended, or was not allowed to."""
    outcome = ended("import os\ndef f(): os.abort()").outcome
    assert isinstance(outcome, Ended)
    assert outcome.status < 0


def test_a_group_of_its_own(define):
    """A guest that signals its whole process group reaches no other guest."""
    # Only if the group is not ours: a broken wall must not end the tests themselves.
    source = (
        "import os\ndef f(host):\n    assert os.getpgrp() != host\n    os.kill(0, 9)"
    )
    neighbour = define("def f(): return 1")
    outcome = define(source).call(0, (os.getpgrp(),), {}, 5).outcome
    assert isinstance(outcome, Ended) or outcome.type == "PermissionError"
    assert neighbour.call(0, (), {}, 5).outcome == Returned(1, ())


@pytest.mark.parametrize("statement", ["sys.exit(0)", "raise SystemExit", "quit_()"])
def test_exits_of_python_are_exceptions(ended, statement):
    """sys.exit() does not end the guest."""
    source = f"import sys\nquit_ = sys.exit\ndef f():\n    {statement}"
    assert ended(source).outcome.type == "SystemExit"


@pytest.mark.parametrize(
    "expression",
    [
        "np.ones(2**34)",
        "bytearray(2**34)",
        "'x' * 2**34",
        "np.zeros((2**31, 2**31))",
    ],
)
def test_memory_is_bounded(ended, expression):
    """Code that asks for more memory than there is gets an exception."""
    outcome = ended(f"import numpy as np\ndef f(): return {expression}").outcome
    assert isinstance(outcome, Raised)
    assert outcome.type in ("MemoryError", "_ArrayMemoryError", "ValueError")


@pytest.mark.parametrize(
    "statement",
    ["print('x' * 1000)", "os.write(1, b'x' * 1000)", "os.write(2, b'x' * 1000)"],
)
def test_floods_are_stopped(ended, statement):
    """Code that prints without an end is stopped when it printed too much."""
    source = f"import os\ndef f():\n    while True:\n        {statement}"
    answer = ended(source, seconds=3)
    assert answer.outcome == Flooded(MAX_OUTPUT)
    assert answer.stdout == "x" * 1000 + answer.stdout[1000:]
    assert len(answer.stdout) == MAX_OUTPUT


@pytest.mark.parametrize(
    "statement",
    [
        "wire().send(b'garbage' * 10)",
        "wire().send(b'\\n')",
        "wire().send(header(magic=b'grd2') + b'N')",
        "wire().send(header(kind=1))",
        "wire().send(header(kind=3))",
        "wire().send(header(kind=9))",
        "wire().send(header(size=2**63))",
        "wire().send(header(nonce=nonce()))",
        "wire().send(header(nonce=nonce(), size=1) + b'N')",
        "wire().send(header(nonce=nonce() ^ 1, size=len(FORGED)) + FORGED)",
        "wire().send(header(kind=5))",
        "wire().send(header(nonce=nonce(), size=5) + b'd\\xff\\xff\\xff\\xff')",
    ],
)
def test_garbage_on_the_wire_ends_the_guest(ended, statement):
    """Student code that writes frames of its own has broken the protocol."""
    assert isinstance(
        ended(WIRE.replace("{statement}", statement)).outcome, BrokeProtocol
    )


@pytest.mark.parametrize(
    "statement",
    [
        "wire().send(header(nonce=nonce(), size=99)); time.sleep(60)",
        "wire().send(header()[:9]); time.sleep(60)",
    ],
)
def test_half_a_frame_ends_at_the_deadline(ended, statement):
    """A frame that is begun and left is waited for until the deadline only."""
    outcome = ended(WIRE.replace("{statement}", statement), seconds=0.15).outcome
    assert outcome == TimedOut(0.15)


@pytest.mark.parametrize(
    "statement",
    [
        "wire().send(header()[:9]); os._exit(5)",
        "wire().send(header(nonce=nonce(), size=99)); os._exit(5)",
    ],
)
def test_half_a_frame_and_an_exit_is_an_end(ended, statement):
    """A process that ends within a frame has ended, with its status."""
    assert ended(WIRE.replace("{statement}", statement)).outcome == Ended(5)


def test_a_closed_wire_is_an_end(ended):
    """A process that closes its wire and lives on is ended, without a wait."""
    source = "import os, time\ndef f():\n    os.closerange(3, 4096)\n    time.sleep(60)"
    started = time.monotonic()
    assert isinstance(ended(source, seconds=10).outcome, Ended)
    assert time.monotonic() - started < 3


def test_a_forged_reply_is_worth_one_value(define):
    """A reply that student code forges counts as its own, and the second is noticed."""
    statement = "wire().send(header(nonce=nonce(), size=len(FORGED)) + FORGED)"
    guest = define(WIRE.replace("{statement}", f"if x: {statement}"))
    assert guest.call(0, (0,), {}, 5).outcome == Returned(1, ())
    assert guest.call(0, (1,), {}, 5).outcome == Returned(42, ())
    assert isinstance(guest.call(0, (0,), {}, 5).outcome, BrokeProtocol)


def test_a_guest_that_never_reads_does_not_block(define):
    """A call whose arguments the guest does not take up ends at its deadline."""
    source = (
        "import signal\n"
        "def hold(*_): sum(range(10**12))\n"
        "def f(x):\n"
        "    signal.signal(signal.SIGALRM, hold)\n"
        "    signal.setitimer(signal.ITIMER_REAL, 0.05)"
    )
    guest = define(source)
    assert guest.call(0, (1,), {}, 5).outcome == Returned(None, ())
    time.sleep(0.3)
    assert guest.call(0, (np.zeros(1_000_000),), {}, 0.3).outcome == TimedOut(0.3)


def test_a_lost_guest_stays_lost(define):
    """A guest that was ended answers no more, at once."""
    guest = define("def f():\n    while True: pass")
    assert isinstance(guest.call(0, (), {}, 0.2).outcome, ENDS_GUEST)
    started = time.monotonic()
    assert isinstance(guest.call(0, (), {}, 5).outcome, Ended)
    assert time.monotonic() - started < 1
