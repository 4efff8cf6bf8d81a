"""What only a kernel wall keeps from a guest, and the command that builds it."""

import os
import socket
from pathlib import Path

import pytest

import grader
from grader.sandbox import bubblewrap, world
from grader.sandbox.launcher import Isolation, Sandbox
from grader.sandbox.outcome import Returned

ROOT = Path(grader.__file__).parent.parent

LOOK = """
import os, socket

def f(path, port):
    try:
        return {work}
    except OSError as error:
        return type(error).__name__
"""


SYSTEM = (
    "/home",
    "/root",
    "/tmp",  # noqa: S108 - not there
    "/var",
    "/run",
    "/etc/passwd",
    "/proc/self",
    "/sys",
    "/boot",
    "/bin",
    "/usr/bin",
    "/usr/share",
    "/dev/shm",  # noqa: S108 - as above
    "/opt",
)


@pytest.fixture(scope="module")
def kernel():
    """Yield a sandbox behind the kernel's wall; its absence is a failure."""
    with Sandbox(Isolation.BUBBLEWRAP, fence=False) as sandbox:
        yield sandbox


@pytest.fixture
def look(kernel, unit):
    """Return a function that returns what came of some work in a guest."""

    def work(expression, path="", port=0):
        guest = kernel.guest()
        guest.define([unit(LOOK.replace("{work}", expression))], (), 7, 10)
        outcome = guest.call(0, (str(path), port), {}, 10).outcome
        guest.end()
        assert isinstance(outcome, Returned), outcome
        return outcome.value

    return work


@pytest.mark.parametrize(
    "path",
    [
        ROOT,
        ROOT / "solutions" / "numpy_basics" / "softmax.py",
        ROOT / "tests",
        Path(grader.__file__),
        Path(pytest.__file__),
        Path.home(),
        *map(Path, SYSTEM),
    ],
    ids=str,
)
def test_nothing_of_the_system_is_there(look, path):
    """Neither the course nor homes, programs, processes or devices are seen."""
    seen = look(
        "sorted(os.listdir(path)) if os.path.isdir(path) else open(path).read(9)", path
    )
    # Python itself may lie in a home: then the way there is seen, nothing beside.
    inside = {world.python(), *world.python_folders()}
    way = {one.relative_to(path).parts[0] for one in inside if one.is_relative_to(path)}
    assert seen == (sorted(way) or "FileNotFoundError")


@pytest.mark.parametrize(
    "path", ["/", "/guest", "/guest/guest", "/guest/numpy", "/usr/lib", "/dev", "/lib"]
)
def test_nothing_can_be_changed(look, path):
    """No folder that a guest sees can be written to."""
    work = "open(path + '/left', 'w').write('x')"
    assert look(work, path) in ("OSError", "PermissionError", "FileNotFoundError")


def test_nothing_stays_in_the_package_folders(look):
    """The covers over installed packages are empty, and read-only as well."""
    for folder in world.package_folders():
        if folder.is_dir():
            assert look("os.listdir(path)", folder) in ([], "FileNotFoundError")
            written = look("open(path + '/left', 'w')", folder)
            assert written in ("OSError", "PermissionError", "FileNotFoundError")


def test_there_is_no_network(look):
    """A guest cannot reach a server on the same machine."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        work = "socket.create_connection(('127.0.0.1', port), 1)"
        refused = look(work, port=server.getsockname()[1])
    assert refused in ("ConnectionRefusedError", "OSError", "PermissionError")


def test_there_are_no_rights(look):
    """A guest is nobody, in a world of processes where it is the only one."""
    assert look("[os.getuid(), os.getgid(), os.getppid()]") == [65534, 65534, 0]
    assert look("os.setuid(0)") in ("OSError", "PermissionError")


def test_the_machine_s_name_is_not_the_host_s_to_change(look):
    """A guest may not even rename the machine that it sees."""
    assert look("socket.sethostname('x')") == "PermissionError"


def test_a_python_below_a_home_is_shown_alone(look):
    """The interpreter and its library are read-only wherever they lie."""
    assert look("os.access(path, os.R_OK)", world.python()) is True
    assert look("os.access(path, os.W_OK)", world.python()) is False


def test_the_command_shares_nothing(tmp_path, monkeypatch):
    """Bubblewrap is told to share no namespace, no environment, no terminal."""
    monkeypatch.setattr(bubblewrap, "program", lambda: "/somewhere/bwrap")
    words = bubblewrap.command(tmp_path / "numpy", tmp_path / "guest")
    assert words[0] == "/somewhere/bwrap"
    for flag in ("--unshare-all", "--die-with-parent", "--new-session", "--clearenv"):
        assert flag in words
    assert not any(word.startswith("--share") for word in words)
    assert "--bind" not in words
    assert "--proc" not in words


def test_the_libraries_of_numpy_come_along(tmp_path):
    """Where a wheel keeps its libraries beside NumPy, they are shown as well."""
    numpy = tmp_path / "numpy"
    assert "numpy.libs" not in " ".join(bubblewrap.command(numpy, tmp_path))
    (tmp_path / "numpy.libs").mkdir()
    assert str(tmp_path / "numpy.libs") in bubblewrap.command(numpy, tmp_path)


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_there_is_no_bubblewrap_elsewhere(monkeypatch, platform):
    """Only Linux has it, whatever is on the path."""
    monkeypatch.setattr(bubblewrap.sys, "platform", platform)
    assert bubblewrap.program() is None


def test_hidden_python_folders_exist():
    """What is bound into the guest's world is there."""
    for folder in world.python_folders():
        assert os.access(folder, os.R_OK)
