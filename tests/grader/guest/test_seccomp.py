"""The filter refuses what it says, allows the rest, and cannot be got around."""

import errno
import platform
import struct
import sys

import pytest

from grader.guest import seccomp
from grader.sandbox.outcome import Returned

ALLOW, REFUSE, KILL = 0x7FFF0000, 0x00050000 | errno.EPERM, 0x80000000
ARCHITECTURE = 0xC000003E


def judged(program, number, architecture=ARCHITECTURE):
    """Return what a filter answers to a system call, as the kernel would run it."""
    data = {0: number, 4: architecture}
    at = accumulator = 0
    while True:
        code, yes, no, value = struct.unpack_from("<HBBI", program, 8 * at)
        at += 1
        match code:
            case 0x20:
                accumulator = data[value]
            case 0x15:
                at += yes if accumulator == value else no
            case 0x35:
                at += yes if accumulator >= value else no
            case 0x06:
                return value


@pytest.mark.parametrize("refused", [[], [7], list(range(0, 200, 2))])
def test_exactly_the_named_calls_are_refused(refused):
    """Of all numbers those named are refused, first and last among them."""
    program = seccomp.program(ARCHITECTURE, refused)
    for number in range(1000):
        assert judged(program, number) == (REFUSE if number in refused else ALLOW)


@pytest.mark.parametrize("column", [0, 1])
def test_the_filter_fits_the_kernel_s_jumps(column):
    """No jump is longer than a byte can say, and no number stands twice."""
    numbers = [pair[column] for pair in seccomp._REFUSED.values()]
    numbers = [number for number in numbers if number is not None]
    assert len(numbers) == len(set(numbers)) < 250
    program = seccomp.program(ARCHITECTURE, numbers)
    assert len(program) % 8 == 0
    assert all(judged(program, number) == REFUSE for number in numbers)


def test_another_architecture_ends_the_process():
    """Calls by the numbers of another architecture are not judged by ours."""
    program = seccomp.program(ARCHITECTURE, [1])
    assert judged(program, 1, 0x40000003) == KILL


@pytest.mark.parametrize("number", [0x40000000, 0x40000001, 0x40000200, 0xFFFFFFFF])
def test_the_numbers_of_x32_are_refused(number):
    """The second set of numbers of x86-64 does not lead around the filter."""
    assert judged(seccomp.program(ARCHITECTURE, [1]), number) == REFUSE


def test_the_filter_is_for_known_systems(monkeypatch):
    """Elsewhere there is none, and none is claimed."""
    monkeypatch.setattr(platform, "machine", lambda: "riscv64")
    assert not seccomp.available()
    assert not seccomp.apply()
    monkeypatch.setattr(sys, "platform", "darwin")
    assert not seccomp.available()


TRIES = """
import ctypes, os, signal, socket, subprocess, threading

def attempt(action):
    try:
        return action() or 'done'
    except (OSError, RuntimeError, subprocess.SubprocessError) as error:
        return type(error).__name__

def f():
    return {
        'fork': attempt(os.fork),
        'thread': attempt(threading.Thread(target=print).start),
        'program': attempt(lambda: os.execv('/bin/true', ['true'])),
        'command': attempt(lambda: subprocess.run(['/bin/true'])),
        'socket': attempt(socket.socket),
        'pair': attempt(socket.socketpair),
        'signal': attempt(lambda: os.kill(os.getpid(), 0)),
        'session': attempt(os.setsid),
        'memfd': attempt(lambda: os.memfd_create('x')),
        'ptrace': attempt(lambda: ctypes.CDLL(None).ptrace(0, 0, 0, 0) + 1 or -1),
    }
"""


def test_what_is_refused_is_an_exception(call, sandbox):
    """Where the filter stands, a guest can neither start, reach nor signal anything."""
    outcome = call("def f(): return 1").outcome
    if "seccomp" in sandbox.wall:
        outcome = call(TRIES).outcome
        assert set(outcome.value.values()) <= {"PermissionError", "RuntimeError", -1}
    assert isinstance(outcome, Returned)


def test_numpy_works_behind_the_filter(call):
    """What answers compute with is not refused: algebra, chance, large arrays."""
    source = (
        "import numpy as np\n"
        "def f():\n"
        "    a = np.random.default_rng(7).normal(size=(200, 200))\n"
        "    big = np.ones(5_000_000)\n"
        "    return bool(np.allclose(a @ np.linalg.inv(a), np.eye(200))), big.sum()\n"
    )
    assert call(source).outcome == Returned((True, 5_000_000.0), ())
