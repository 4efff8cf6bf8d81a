"""Keys, as terminals send them."""

import os
import pty
import termios

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.watch.keys import PosixKeys, decode


@pytest.mark.parametrize(
    ("data", "keys"),
    [
        (b"n", ["n"]),
        (b"N?", ["n", "?"]),
        (b"\r\n", ["enter", "enter"]),
        (b"\x1b", ["escape"]),
        (b"\x1b[A\x1bOB", ["up", "down"]),
        (b"\x1b[5~\x1b[6~ ", ["page up", "page down", "page down"]),
        (b"\x1b[H\x1b[F", ["top", "bottom"]),
        (b"\x1b[1;5Cq", ["q"]),
        (b"\x1b[200~x", ["x"]),
        ("é€".encode(), []),
        (b"\x00\x7f\x01", []),
        (b"\x1b[", []),
    ],
)
def test_decode(data, keys):
    """Letters are keys in lower case; sequences are one key or none."""
    assert list(decode(data)) == keys


@given(st.binary(max_size=40))
def test_decode_anything(data):
    """Whatever a terminal sends, keys are printable words."""
    assert all(one and one.isprintable() for one in decode(data))


@pytest.fixture
def terminal(monkeypatch):
    """Yield both ends of a terminal, whose near end is stdin."""
    far, near = pty.openpty()
    with os.fdopen(near, "rb", buffering=0) as stream:
        monkeypatch.setattr("sys.stdin", stream)
        yield far, near
    os.close(far)


def test_single_keys(terminal):
    """Keys come without ENTER and unseen; afterwards all is as it was."""
    far, near = terminal
    before = termios.tcgetattr(near)
    keys = PosixKeys()
    keys.open()
    mode = termios.tcgetattr(near)[3]
    assert not mode & (termios.ECHO | termios.ICANON)
    assert mode & termios.ISIG
    os.write(far, b"n")
    assert keys.read() == ["n"]
    os.write(far, b"x")
    keys.flush()
    os.write(far, b"\xffy")
    assert keys.read() == ["y"]
    keys.close()
    assert termios.tcgetattr(near) == before
