"""Python's own fence: what it refuses says so, and what answers need is not refused."""

import pytest

from grader.sandbox.launcher import Isolation, Sandbox
from grader.sandbox.outcome import Raised, Returned


@pytest.fixture(scope="module")
def fenced():
    """Yield a sandbox with nothing but a process and the fence."""
    with Sandbox(Isolation.PROCESS) as sandbox:
        yield sandbox


@pytest.fixture(scope="module")
def attempt(fenced, unit):
    """Return a function that runs statements in one guest and returns the outcome."""
    source = (
        "def f(code):\n    names = {}\n    exec(code, names)\n"
        "    return names.get('got')"
    )
    guest = fenced.guest()
    guest.define([unit(source)], (), 7, 10)
    yield lambda code: guest.call(0, (code,), {}, 10).outcome
    guest.end()


REFUSED = {
    "open('/etc/passwd')": "read files",
    "open('relative')": "read files",
    "open(b'/etc/passwd')": "read files",
    "open('/usr/lib/../../etc/passwd')": "read files",
    "import os; os.open('/etc/passwd', os.O_RDONLY)": "read files",
    "import pathlib; pathlib.Path('/etc/passwd').read_bytes()": "read files",
    "import numpy as np; np.fromfile('/etc/passwd', np.uint8)": "read files",
    "import numpy as np; np.loadtxt('/etc/passwd', dtype=str)": "read files",
    "import linecache, tokenize; tokenize.open('/etc/passwd')": "read files",
    "import os; open(os.__file__, 'a')": "write files",
    "import os; os.open(os.__file__, os.O_RDWR)": "write files",
    "import os; os.listdir('/')": "look into folders",
    "import os; os.scandir('/home')": "look into folders",
    "import os; os.remove('/tmp/left')": "change files",
    "import os; os.rename('/tmp/left', '/tmp/right')": "change files",
    "import os; os.mkdir('/tmp/left')": "change files",
    "import os; os.symlink('/etc', '/tmp/left')": "change files",
    "import os; os.chmod('/tmp', 0o777)": "change files",
    "import os; os.system('true')": "start or signal processes",
    "import os; os.fork()": "start or signal processes",
    "import os; os.kill(os.getpid(), 0)": "start or signal processes",
    "import os; os.execv('/bin/true', ['true'])": "start or signal processes",
    "import subprocess; subprocess.run(['true'])": "start or signal processes",
    "import socket; socket.socket()": "use the network",
    "import socket; socket.getaddrinfo('localhost', 1)": "use the network",
    "import ctypes; ctypes.CDLL(None)": "reach into memory with ctypes",
    "import ctypes; ctypes.pythonapi.Py_GetVersion": "reach into memory with ctypes",
    "import ctypes; ctypes.string_at(1)": "reach into memory with ctypes",
    "import resource; resource.setrlimit(0, (1, 1))": "change the system's settings",
    "import mmap; mmap.mmap(-1, 9)": "reach into memory with ctypes",
    "import gc; gc.get_objects()": "search the interpreter's objects",
    "import gc; gc.get_referrers(len)": "search the interpreter's objects",
    "import readline": "read files",
    "import _posixshmem": "change files",
    "import _tkinter": "read files",
}


@pytest.mark.parametrize("code", REFUSED)
def test_refused(attempt, code):
    """What no answer needs raises an error that says what a submission may not do."""
    outcome = attempt(code)
    assert isinstance(outcome, Raised), outcome
    # Where a hook's own exception is swallowed, Python gives its own.
    assert outcome.type == "PermissionError"
    assert outcome.message == f"a submission may not {REFUSED[code]}"


PATCHED = {
    "paths": "import os; os.path.realpath = os.path.normpath = lambda _: os.__file__",
    "strings": "class S(str):\n    def startswith(*_): return True\nfile = S(file)",
    "events": "import sys; sys.audit = lambda *_: None",
    "more hooks": "import sys; sys.addaudithook(lambda *_: None)",
    "tables": (
        "import sys\n"
        "for name, value in vars(sys.modules['guest.audit']).items():\n"
        "    if name.startswith(('_REFUSED', '_PLACES')): value.clear()"
    ),
    "own path": (
        "class P:\n"
        "    def __init__(self): self.n = 0\n"
        "    def __fspath__(self):\n"
        "        self.n += 1\n"
        "        import os\n"
        "        return '/etc/passwd' if self.n > 1 else os.__file__\n"
        "file = P()"
    ),
}


@pytest.mark.parametrize("what", PATCHED)
def test_patching_does_not_help(attempt, what):
    """What student code can reach and replace is not what the fence relies on."""
    code = (
        f"file = '/etc/passwd'\n{PATCHED[what]}\n"
        "import os\ntry:\n    got = os.read(os.open(file, os.O_RDONLY), 5)\n"
        "except PermissionError:\n    got = None"
    )
    outcome = attempt(code)
    assert isinstance(outcome, Returned), outcome
    assert outcome.value != b"root:"


ALLOWED = (
    "import json, decimal, fractions, statistics, inspect, sqlite3, unittest.mock",
    "import numpy as np; np.linalg.svd(np.eye(3)); np.fft.fft([1.0]); np.random.rand()",
    "import numpy.polynomial, numpy.ma, numpy.testing",
    "import numpy as np; np.array([1.0]).ctypes.shape",
    "import traceback\ntry: 1 / 0\nexcept ArithmeticError: traceback.format_exc()",
    "import warnings; warnings.warn('look', stacklevel=1)",
    "import random, time, datetime; datetime.datetime.now(); time.localtime()",
    "import tempfile",
    "print('still there')",
)


@pytest.mark.parametrize("code", ALLOWED)
def test_allowed(attempt, code):
    """Python and NumPy work as ever: modules are found, errors are formatted."""
    assert isinstance(attempt(code), Returned), attempt(code)


def test_packages_beside_numpy_are_not_loaded(attempt):
    """A path of one's own does not make a package beside NumPy importable."""
    code = (
        "import os, sys, numpy\n"
        "sys.path.append(os.path.dirname(os.path.dirname(numpy.__file__)))\n"
        "try:\n    import pytest\n    got = 1\n"
        "except ImportError:\n    got = 0\n"
    )
    outcome = attempt(code)
    assert outcome == Returned(0, ()) or outcome.type == "PermissionError"
