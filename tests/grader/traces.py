"""What a submission may not leave: changed files, connections, processes, limits."""

import contextlib
import ctypes
import hashlib
import os
import resource
import shutil
import socket
import stat
import sys
import tempfile
from pathlib import Path

import psutil
from kin import below

PR_SET_CHILD_SUBREAPER = 36


def digests(folder):
    """Return what is in a folder, by name; caches of Python's do not count."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(
            path.read_bytes() if path.is_file() else b""
        ).hexdigest()
        for path in folder.rglob("*")
        if "__pycache__" not in path.parts
    }


def adopt(*, wanted):
    """On Linux, have what descendants leave behind become children of this process."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, int(wanted), 0, 0, 0)


def alive():
    """Return the processes below this one."""
    found = {}
    for one in below(recursive=True):
        with contextlib.suppress(psutil.NoSuchProcess):
            found[one.pid] = " ".join(one.cmdline())
    return found


def settings():
    """Return what another process could change about this one."""
    names = [name for name in dir(resource) if name.startswith("RLIMIT_")]
    limits = {name: resource.getrlimit(getattr(resource, name)) for name in names}
    order = os.getpriority(os.PRIO_PROCESS, 0), os.getpgid(0), os.getsid(0)
    return limits, order


class Canary:
    """A folder in which every change shows, and a port that nobody may call.

    In it are a file for everybody, one for its owner, a folder, a link, a named pipe
    and a socket: what submissions are told of, and none may touch.
    """

    def __init__(self, parent):
        self.folder = Path(tempfile.mkdtemp(prefix=".canary-", dir=parent))
        self.folder.joinpath("kept.txt").write_text("the canary's secret\n", "utf-8")
        self.folder.joinpath("shut.txt").write_text("the owner's secret\n", "utf-8")
        self.folder.joinpath("shut.txt").chmod(0o600)
        self.folder.joinpath("inner").mkdir()
        self.folder.joinpath("link").symlink_to("kept.txt")
        os.mkfifo(self.folder / "pipe")
        self.servers = [socket.create_server(("127.0.0.1", 0))]
        self.port = self.servers[0].getsockname()[1]
        self.name = f"grader-canary-{self.port}"
        names = [str(self.folder / "socket")]
        # Names that are no files are Linux's.
        names += ["\0" + self.name] if sys.platform == "linux" else []
        for name in names:
            self.servers.append(socket.socket(socket.AF_UNIX))
            self.servers[-1].bind(name)
        for server in self.servers:
            server.listen()
            server.setblocking(False)
        self.before = self.state()

    def state(self):
        """Return content, mode, owner, links and times of all that is in it."""
        found = {}
        for path in sorted([self.folder, *self.folder.rglob("*")]):
            told = path.lstat()
            text = path.read_bytes() if stat.S_ISREG(told.st_mode) else b""
            owner = told.st_mode, told.st_uid, told.st_gid, told.st_nlink
            # The time of the last change shows what has no field of its own.
            found[path.name] = text, *owner, told.st_mtime_ns, told.st_ctime_ns
        return found

    def calls(self):
        """Return how many connections were opened to it."""
        count = 0
        for server in self.servers:
            with contextlib.suppress(BlockingIOError):
                server.accept()[0].close()
                count += 1
        return count

    def remove(self):
        """Take it away again."""
        for server in self.servers:
            server.close()
        shutil.rmtree(self.folder)
