"""The filter refuses what it says, allows the rest, and cannot be got around."""

import errno
import os
import platform
import struct
import sys

import pytest

from grader.guest import seccomp
from grader.sandbox.outcome import Returned

ALLOW, REFUSE, KILL = 0x7FFF0000, 0x00050000 | errno.EPERM, 0x80000000
ARCHITECTURE = 0xC000003E


def judged(program, number, architecture=ARCHITECTURE, arguments=()):
    """Return what a filter answers to a system call, as the kernel would run it."""
    data = {0: number, 4: architecture}
    for index in range(6):
        value = arguments[index] if index < len(arguments) else 0
        data[16 + 8 * index] = value & 0xFFFFFFFF
        data[20 + 8 * index] = value >> 32
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
            case 0x45:
                at += yes if accumulator & value else no
            case 0x06:
                return value


def numbers(column):
    """Return the numbers of all refused calls, and those of calls looked into."""
    refused = [pair[column] for pair in seccomp._REFUSED.values()]
    looked = [rule.numbers[column] for rule in seccomp._RULES]
    return [[one for one in some if one is not None] for some in (refused, looked)]


@pytest.mark.parametrize("column", [0, 1])
def test_exactly_the_named_calls_are_refused(column):
    """Of all numbers those named are refused, first and last among them."""
    program = seccomp.program(ARCHITECTURE, column)
    refused, _ = numbers(column)
    for number in range(1000):
        assert judged(program, number) == (REFUSE if number in refused else ALLOW)


@pytest.mark.parametrize("column", [0, 1])
def test_the_filter_fits_the_kernel_s_jumps(column):
    """No jump is longer than a byte can say, and no number stands twice."""
    refused, looked = numbers(column)
    assert len(refused) == len(set(refused)) < 250
    assert not set(refused) & set(looked)
    assert len(seccomp.program(ARCHITECTURE, column)) % 8 == 0


ARGUMENTS = {
    "open to read": (2, (0, os.O_RDONLY | os.O_CLOEXEC), ALLOW),
    "open to write": (2, (0, os.O_WRONLY), REFUSE),
    "open for both": (2, (0, os.O_RDWR | os.O_CLOEXEC), REFUSE),
    "open to create": (2, (0, os.O_RDONLY | os.O_CREAT), REFUSE),
    "open to empty": (2, (0, os.O_RDONLY | os.O_TRUNC), REFUSE),
    "openat to read": (257, (0, 0, os.O_RDONLY | os.O_DIRECTORY), ALLOW),
    "openat to write": (257, (0, 0, os.O_WRONLY | os.O_APPEND), REFUSE),
    "openat with rubbish above": (257, (0, 0, 1 << 40), ALLOW),
    "own limits": (302, (0, 7), ALLOW),
    "another's limits": (302, (4711, 7), REFUSE),
    "terminal's size": (16, (1, 0x5413), ALLOW),
    "typing at a terminal": (16, (1, 0x5412), REFUSE),
    "typing, with rubbish above": (16, (1, 0x5412 | 1 << 32), REFUSE),
    "sending": (44, (3, 0, 0, 0x4000), ALLOW),
    "sending out of band": (44, (3, 0, 0, 0x4001), REFUSE),
    "receiving": (45, (3, 0, 0, 0), ALLOW),
    "receiving out of band": (45, (3, 0, 0, 1), REFUSE),
    "a larger buffer": (54, (3, 1, 7), ALLOW),
    "a program on a socket": (54, (3, 1, 26), REFUSE),
    "not waiting": (72, (3, 4, 0o4000), ALLOW),
    "a signal to somebody": (72, (3, 8, 4711), REFUSE),
    "which signal": (72, (3, 10, 9), REFUSE),
    "a hint that stays": (72, (3, 1036, 0), REFUSE),
    "a lock": (72, (3, 6, 0), REFUSE),
    "closing on exec": (72, (3, 2, 1), ALLOW),
    "a signal by ioctl": (16, (3, 0x8901), REFUSE),
    "flags of a file": (16, (3, 0x40086602), REFUSE),
    "waiting or not, by ioctl": (16, (3, 0x5421), ALLOW),
    "own name": (157, (15,), ALLOW),
    "outliving the host": (157, (1, 0), REFUSE),
}


@pytest.mark.parametrize("what", ARGUMENTS)
def test_arguments_are_looked_at(what):
    """Calls that are needed are refused only with arguments that are not."""
    number, arguments, answer = ARGUMENTS[what]
    program = seccomp.program(ARCHITECTURE, 0)
    assert judged(program, number, arguments=arguments) == answer


def test_another_architecture_ends_the_process():
    """Calls by the numbers of another architecture are not judged by ours."""
    assert judged(seccomp.program(ARCHITECTURE, 0), 1, 0x40000003) == KILL


@pytest.mark.parametrize("number", [0x40000000, 0x40000001, 0x40000200, 0xFFFFFFFF])
def test_the_numbers_of_x32_are_refused(number):
    """The second set of numbers of x86-64 does not lead around the filter."""
    assert judged(seccomp.program(ARCHITECTURE, 0), number) == REFUSE


def test_the_filter_is_for_known_systems(monkeypatch):
    """Elsewhere there is none, and none is claimed."""
    monkeypatch.setattr(platform, "machine", lambda: "riscv64")
    assert not seccomp.available()
    monkeypatch.setattr(sys, "platform", "darwin")
    assert not seccomp.available()


TRIES = """
import ctypes, os, resource, signal, socket, subprocess, threading

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
        'write': attempt(lambda: open('/tmp/left', 'w')),
        'update': attempt(lambda: open('/dev/null', 'r+')),
        'mode': attempt(lambda: os.chmod('/dev/null', 0o666)),
        'times': attempt(lambda: os.utime('/dev/null')),
        'folder': attempt(lambda: os.mkdir('/tmp/left')),
        'remove': attempt(lambda: os.unlink('/tmp/left')),
        'limits': attempt(lambda: resource.prlimit(os.getppid() or 1, 0, (1, 1))),
        'priority': attempt(lambda: os.setpriority(0, 0, 5)),
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
