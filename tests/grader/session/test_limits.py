"""Answers that hang, leave, flood or eat memory: a sentence, and nobody else waits."""

import time

import pytest

# Cases in order: the guest is lost at the first and needed again by the others.
HIDDEN = """
    import pytest

    @pytest.mark.parametrize("x", [1, 2, 4, 5])
    def test_number(double, x):
        '''a number'''
        assert double(x) == 2 * x
    """
KEYS = "timeout = 0.4"


def answer(line):
    """Return an answer that does something else than the rest at three."""
    return f"import os, sys\ndef double(x):\n    if x == 3: {line}\n    return 2 * x\n"


LOST = {
    "os._exit(0)": ("crashed", "ended the whole Python process (exit code 0)"),
    "os._exit(7)": ("crashed", "ended the whole Python process (exit code 7)"),
    "os.abort()": ("crashed", "SIGSEGV"),
    "os.kill(os.getpid(), 11)": ("crashed", ""),
    "sys.exit()": ("crashed", "It calls exit()"),
    "raise SystemExit('bye')": ("crashed", "It calls exit()"),
    "raise KeyboardInterrupt": ("crashed", "KeyboardInterrupt"),
    "raise GeneratorExit": ("crashed", "GeneratorExit"),
    "exit()": ("crashed", ""),
    "return double(x)": ("crashed", "calls itself without an end"),
    "return bytearray(10 << 30)": ("crashed", "more memory than a check may use"),
    "return 'y' * (140 << 20)": ("failed", "cannot be judged"),
    "print('y' * (2 << 20))": ("failed", "printed more than 1 MB"),
    "sys.stdout.close()": ("passed", "Passed."),
    "os.close(1)": ("passed", "Passed."),
}


@pytest.mark.parametrize("line", LOST)
def test_lost_guest(verdict, line):
    """A guest that is lost fails the case at hand; the others get a fresh one."""
    status, said = LOST[line]
    found = verdict(answer(line), hidden=HIDDEN)
    first, *others = found.cases
    assert first.status == status, first.message
    assert said in first.message
    assert {case.status for case in others} == {"passed"}


def test_endless_loop(verdict):
    """An endless loop fails its case by the clock; the other cases still pass."""
    found = verdict(answer("\n        while True: pass"), hidden=HIDDEN, keys=KEYS)
    first, *others = found.cases
    assert first.status == "timed_out"
    assert "did not end within 0.4 s" in first.message
    assert {case.status for case in others} == {"passed"}


def test_time_is_limited_for_all_cases(verdict):
    """An answer that hangs is given up after two cases, in words without a clock."""
    started = time.monotonic()
    found = verdict("def double(x):\n    while True: pass\n", hidden=HIDDEN, keys=KEYS)
    assert time.monotonic() - started < 8 * 0.4
    assert {case.status for case in found.cases} == {"timed_out"}
    first, second, *others = (case.message for case in found.cases)
    assert "did not end within 0.4 s" in first
    assert "did not end within 0.4 s" in second
    assert all(said.startswith("Not run: the cases before it") for said in others)


def test_endless_loop_at_load(verdict):
    """A file that hangs while it is loaded fails every case, with one wait."""
    started = time.monotonic()
    source = "def count():\n    while True: pass\nn = count()\n"
    source += "def double(x):\n    return n * x\n"
    found = verdict(source, hidden=HIDDEN, keys=KEYS)
    assert time.monotonic() - started < 8 * 0.4
    assert {case.status for case in found.cases} == {"timed_out"}
    assert "the file, when it is loaded, did not end" in found.message


def test_crash_at_load(verdict):
    """A file that raises in what the answer needs fails with line and reason."""
    found = verdict("n = 1 / 0\ndef double(x):\n    return n * x\n")
    assert {case.status for case in found.cases} == {"crashed"}
    assert found.message == "Line 1: A number is divided by zero."


def test_no_state_is_shared_between_exercises(small, judge):
    """What one exercise leaves behind is not there for the next."""
    source = (
        "import numpy as np\n"
        "def double(x):\n    np.seen = True\n    return 2 * x\n"
        "def quadruple(x):\n    return 0 if hasattr(np, 'seen') else 4 * x\n"
    )
    result = judge(source, course=small())
    assert [one.status for one in result.exercises] == ["passed", "passed"]


def test_liar(verdict):
    """An object that says it equals everything is judged by its type alone."""
    source = (
        "import numpy as np\n"
        "np.allclose = np.array_equal = lambda *a, **k: True\n"
        "class Yes(float):\n"
        "    def __eq__(self, other): return True\n"
        "    def __sub__(self, other): return 0\n"
        "    __hash__ = None\n"
        "def double(x):\n    return Yes(1)\n"
    )
    found = verdict(source)
    assert (found.status, found.points) == ("failed", 0)
    assert "`Yes`" in found.message
