"""Landlock holds files, TCP and signals, and is not claimed where there is none."""

import os
import socket
import sys

import pytest

from grader.guest import landlock
from grader.guest.measures import take
from grader.sandbox.launcher import Isolation, Sandbox
from grader.sandbox.outcome import Returned

LOOK = """
import ctypes, os, socket

def attempt(action):
    try:
        return action() or 'done'
    except OSError as error:
        return type(error).__name__

def f(path, port, name):
    return attempt(lambda: {work})
"""


@pytest.fixture(scope="module")
def held():
    """Yield a sandbox behind Landlock; its absence is a failure."""
    with Sandbox(Isolation.LANDLOCK, fence=False) as sandbox:
        yield sandbox


@pytest.fixture
def look(held, unit):
    """Return a function that returns what came of some work in a guest."""

    def work(expression, path="", port=0, name=""):
        guest = held.guest()
        guest.define([unit(LOOK.replace("{work}", expression))], (), 7, 10)
        outcome = guest.call(0, (str(path), port, name), {}, 10).outcome
        guest.end()
        assert isinstance(outcome, Returned), outcome
        return outcome.value

    return work


def in_child(action):
    """Return what `action` returns in a forked child: a number from 0 to 255."""
    child = os.fork()
    if child == 0:
        code = 255
        try:
            code = int(action())
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def attempts(tmp_path, *actions):
    """Return, in bits, which actions raise no OSError once only reading is allowed."""
    inside = tmp_path / "inside"
    inside.mkdir()
    inside.joinpath("file").write_text("text")
    tmp_path.joinpath("outside").write_text("text")

    def child():
        assert landlock.read_only([str(inside), "/nowhere"], [])
        got = 0
        for bit, action in enumerate(actions):
            try:
                action(tmp_path)
            except OSError:
                continue
            got |= 1 << bit
        return got

    return in_child(child)


def test_reading_is_allowed_where_said(tmp_path):
    """What lies in a readable folder is read and listed, a neighbour is not."""
    got = attempts(
        tmp_path,
        lambda root: root.joinpath("inside", "file").read_text(),
        lambda root: os.listdir(root / "inside"),  # noqa: PTH208 - a system call
        lambda root: root.joinpath("outside").read_text(),
        os.listdir,
    )
    assert got == 0b0011


def test_nothing_is_written(tmp_path):
    """Not even in a readable folder is a file written, made, moved or removed."""
    got = attempts(
        tmp_path,
        lambda root: root.joinpath("inside", "file").write_text("x"),
        lambda root: root.joinpath("inside", "new").touch(),
        lambda root: root.joinpath("inside", "file").unlink(),
        lambda root: root.joinpath("inside", "folder").mkdir(),
        lambda root: root.joinpath("inside", "file").rename(root / "inside" / "x"),
        lambda root: root.joinpath("inside", "link").symlink_to("file"),
        lambda root: os.truncate(root / "outside", 0),
    )
    assert got == 0
    assert tmp_path.joinpath("outside").read_text() == "text"


def test_names_alone(tmp_path):
    """Of a folder that is listed only names are told."""
    tmp_path.joinpath("file").write_text("text")

    def child():
        assert landlock.read_only([], [str(tmp_path)])
        assert os.listdir(tmp_path) == ["file"]  # noqa: PTH208 - a system call
        try:
            tmp_path.joinpath("file").read_text()
        except PermissionError:
            return 7
        return 0

    assert in_child(child) == 7


def test_no_tcp():
    """No port is bound and no connection opened, to this machine neither."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]

        def child():
            assert landlock.read_only([], [])
            refused = 0
            for name in ("connect", "bind"):
                with socket.socket() as one:
                    try:
                        getattr(one, name)(("127.0.0.1", port + (name == "bind")))
                    except PermissionError:
                        refused += 1
            return refused

        assert in_child(child) == 2


def test_alone():
    """A process that is alone signals itself and no other."""

    def child():
        assert landlock.read_only([], [])
        assert take(landlock.alone())
        os.kill(os.getpid(), 0)
        try:
            os.kill(os.getppid(), 0)
        except PermissionError:
            return 7
        return 0

    assert in_child(child) == 7


def test_abstract_sockets():
    """A name that is no file does not lead out either."""
    name = f"\0grader-{os.getpid()}"
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(name)
        server.listen()

        def child():
            assert take(landlock.alone())
            with socket.socket(socket.AF_UNIX) as one:
                try:
                    one.connect(name)
                except PermissionError:
                    return 7
            return 0

        assert in_child(child) == 7


def test_none_elsewhere(monkeypatch):
    """On another system there is none, and none is claimed."""
    monkeypatch.setattr(sys, "platform", "darwin")
    assert landlock.version() == 0
    assert not landlock.read_only(["/"], [])


@pytest.mark.parametrize("known", [1, 2, 3, 4, 5, 6, 7, 8])
def test_older_kernels_are_asked_for_what_they_know(monkeypatch, known):
    """A kernel is handed the fields and the rights that its version has."""
    asked = []

    def call(number, *arguments):
        asked.append((number, arguments))
        return known if number == 444 and arguments[0] is None else -1

    monkeypatch.setattr(landlock, "_syscall", call)
    assert not landlock.read_only([], [])
    number, (attributes, size, _) = asked[1]
    assert (number, len(attributes)) == (444, size)
    assert size == {1: 8, 2: 8, 3: 8, 4: 16, 5: 16}.get(known, 24)
    rights = int.from_bytes(attributes[:8], sys.byteorder)
    assert rights == 2 ** {1: 13, 2: 14, 3: 15, 4: 15}.get(known, 16) - 1


def test_the_wall_is_named(held):
    """Reports say what stands: Landlock, and the filter of system calls."""
    assert held.wall == "landlock+seccomp"


@pytest.mark.parametrize(
    "path",
    ["/etc/passwd", "/proc/1/environ", "/proc/self/mem", __file__, pytest.__file__],
)
def test_nothing_of_the_system_is_read(look, path):
    """Neither settings, nor processes, nor the course or its libraries are read."""
    assert look("open(path).read(9)", path) in ("PermissionError", "FileNotFoundError")


@pytest.mark.parametrize("path", ["/", "/home", "/tmp", "/proc", "/etc", "/dev/shm"])  # noqa: S108 - it must fail
def test_no_folder_is_listed(look, path):
    """What lies in folders of others is not told."""
    assert look("os.listdir(path)", path) == "PermissionError"


def test_properties_are_not_changed(look, tmp_path):
    """Modes, times, owners and attributes, which Landlock leaves, are refused too."""
    file = tmp_path / "file"
    file.write_text("text")
    before = file.stat()
    for work in (
        "os.chmod(path, 0o777)",
        "os.utime(path, (1, 1))",
        "os.chown(path, 1, 1)",
        "os.setxattr(path, 'user.left', b'x')",
        "os.truncate(path, 0)",
        "os.unlink(path)",
    ):
        assert look(work, file) == "PermissionError"
    assert file.stat() == before


def test_no_connection(look):
    """Neither a port of this machine nor a name is reached."""
    name = f"\0grader-wall-{os.getpid()}"
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.socket(socket.AF_UNIX) as named,
    ):
        named.bind(name)
        named.listen()
        port = server.getsockname()[1]
        work = "socket.create_connection(('127.0.0.1', port), 1)"
        assert look(work, port=port) == "PermissionError"
        work = "socket.socket(socket.AF_UNIX).connect(name)"
        assert look(work, name=name) == "PermissionError"


def test_the_host_is_not_traced(look):
    """The memory of the host's process is out of reach."""
    assert look("ctypes.CDLL(None).ptrace(0x4206, port, 0, 0)", port=os.getpid()) == -1


def test_no_powers(look):
    """Whoever runs the grader, a guest has no power of root's."""
    source = (
        "[(lambda s: ctypes.CDLL(None).capget(bytes.fromhex('22050820') + bytes(4), s)"
        " or s.raw)(ctypes.create_string_buffer(24))]"
    )
    assert look(source) == [bytes(24)]


def test_guests_do_not_reach_each_other(held, unit):
    """One guest cannot signal another, nor see its memory."""
    source = (
        "import os\n"
        "def f(): return os.getpid()\n"
        "def g(pid):\n"
        "    try:\n"
        "        os.kill(pid, 0)\n"
        "    except OSError as error:\n"
        "        return type(error).__name__\n"
    )
    first, second = held.guest(), held.guest()
    first.define([unit(source)], (), 7, 10)
    second.define([unit(source, name="g")], (), 7, 10)
    number = first.call(0, (), {}, 10).outcome.value
    assert second.call(0, (number,), {}, 10).outcome.value == "PermissionError"
    assert first.call(0, (), {}, 10).outcome == Returned(number, ())
    first.end()
    second.end()
