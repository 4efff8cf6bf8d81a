"""Long sources are parsed in a process of its own first; only harmless ones pass."""

import subprocess
import sys

import pytest

from grader.errors import GraderError
from grader.submission import parser, vetting
from grader.submission.source import UnreadableError, parse
from grader.submission.vetting import SHORT_BYTES, complaint


@pytest.fixture
def started(monkeypatch):
    """Record the processes that are started."""
    found = []
    run = subprocess.run

    def recorded(words, **options):
        found.append(words)
        return run(words, **options)

    monkeypatch.setattr(subprocess, "run", recorded)
    return found


def test_short_sources_start_no_process(started):
    """A source as students write it costs no process, one byte more does."""
    assert complaint("#" * SHORT_BYTES) is None
    assert not started
    assert complaint("#" * (SHORT_BYTES + 1)) is None
    assert len(started) == 1


LONG = 20_000
HARMLESS = {
    "statements": "x = 1\n" * LONG,
    "a list": "x = [" + "1," * LONG * 2 + "]\n",
    "functions": "def f(x):\n    y = x + 1\n    return y\n" * 3_000,
    "a string": "x = '" + "é" * LONG + "'\n",
    "a comment": "#" * LONG,
    "a mistake": "x = 1\n" * LONG + "y = = 1\n",
    "an open string": "x = '" + "a" * LONG,
    "too long an integer": "x = " + "1" * LONG,
}


@pytest.mark.parametrize("what", HARMLESS)
def test_what_is_only_long_may_be_parsed(what):
    """Length is no fault, and of mistakes the host tells itself."""
    assert complaint(HARMLESS[what]) is None


HARMFUL = {
    "statements": ("x\n" * 50_000, "holds too much code to be read"),
    "an endless chain": ("x" + ".a" * LONG, "is nested too deep to be read"),
    "an endless sum": ("x" + "+x" * LONG, "is nested too deep to be read"),
    "signs": ("-" * LONG + "x", "is nested too deep to be read"),
}


@pytest.mark.parametrize("what", HARMFUL)
def test_what_hurts_is_told_in_words(what):
    """A source that must not be parsed here is refused with the reason."""
    text, message = HARMFUL[what]
    assert complaint(text) == message
    with pytest.raises(UnreadableError, match=message):
        parse(text.encode(), "a.py")


def stand_in(monkeypatch, tmp_path, text):
    """Have another program parse, and do `text`."""
    program = tmp_path / "parser.py"
    program.write_text(text, "utf-8")
    monkeypatch.setattr(parser, "__file__", str(program))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", vetting._BROKEN),
        ("import os; os.abort()", vetting._BROKEN),
        ("raise SystemExit(1)", vetting._BROKEN),
        ("1 / 0", vetting._BROKEN),
        ("raise SystemExit(3)", "is nested too deep to be read"),
        ("raise SystemExit(4)", "holds too much code to be read"),
        ("print('fine' * 10**6)", None),
        ("import sys; sys.stdin.close()", None),
    ],
)
def test_only_one_end_is_good(monkeypatch, tmp_path, text, message):
    """A parser that crashes, or ends as was not foreseen, never lets a source pass."""
    stand_in(monkeypatch, tmp_path, text)
    assert complaint("#" * 100_000) == message


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_time_is_limited_inside():
    """A source that takes the parser long is given up after so many CPU seconds."""
    # Python reads the parts of an f-string, and the bounds of types, in n² time.
    text = "def f(x):\n    return f'" + "{x}" * 40_000 + "'\n"
    assert vetting._vet(text.encode(), 0, 60, 10**9) == "takes too long to be read"


def test_time_is_limited_outside(monkeypatch, tmp_path):
    """A parser that uses no CPU and never ends is killed."""
    stand_in(monkeypatch, tmp_path, "import time; time.sleep(60)")
    assert vetting._vet(b"", 9, 0.5, 9) == "takes too long to be read"


def test_a_process_that_cannot_start_is_not_the_students_fault(monkeypatch):
    """Without a process to vet in, the grader says so, and parses nothing."""
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(GraderError, match="No process can be started"):
        parse(b"#" * 100_000, "a.py")


def test_nothing_beside_is_imported(monkeypatch, tmp_path):
    """Files and settings of the folder that a student works in do not matter."""
    for name in ("ast", "threading", "sitecustomize", "usercustomize"):
        tmp_path.joinpath(f"{name}.py").write_text("import os; os._exit(7)", "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setenv("PYTHONSTARTUP", str(tmp_path / "ast.py"))
    assert complaint("#" * 100_000) is None
