"""What NumPy warns of in a guest: kept for words, and no part of any verdict."""

import numpy as np
import pytest

from grader.guest import wire
from grader.guest.protocol import MAX_NOTED, Kind
from grader.sandbox.launcher import Sandbox
from grader.sandbox.outcome import Noted, Place, Raised, Returned
from grader.sandbox.reply import told
from grader.sandbox.unit import Job

SOURCE = """import warnings
import numpy as np
{setting}
def f(x):
    a = np.exp(x)
    return a / np.sum(a)
"""
OVERFLOW = Noted(Place("answer.py", 5, "f", 8, 17), "overflow encountered in exp")
INVALID = Noted(
    Place("answer.py", 6, "f", 11, 24), "invalid value encountered in divide"
)
LARGE = np.array([1000.0, 1.0])


@pytest.fixture(scope="module")
def sandbox(best_wall):
    """Yield a sandbox behind the best wall, instead of one behind each."""
    with Sandbox(best_wall) as sandbox:
        yield sandbox


@pytest.mark.parametrize("setting", ["", "warnings.simplefilter('always')"])
def test_a_warning_comes_with_its_line(define, setting):
    """Each call tells what it was warned of, and nothing is printed."""
    guest = define(SOURCE.format(setting=setting))
    for _ in range(2):
        answer = guest.call(0, (LARGE,), {}, 10)
        assert answer.outcome.noted == (OVERFLOW, INVALID)
        assert np.isnan(answer.outcome.value[0])
        assert answer.stdout == ""
        assert guest.call(0, (np.zeros(2),), {}, 10).outcome.noted == ()


@pytest.mark.parametrize(
    "setting",
    ["np.seterr(all='ignore')", "warnings.filterwarnings('ignore')",
     "warnings.showwarning = None", "del warnings.filters[:]",
     "warnings.resetwarnings()"],
)  # fmt: skip
def test_who_switches_warnings_off_is_told_less(define, setting):
    """Settings of the student's own change no value, and are left alone."""
    outcome = define(SOURCE.format(setting=setting)).call(0, (LARGE,), {}, 10).outcome
    if isinstance(outcome, Returned):
        assert np.isnan(outcome.value[0])
        assert set(outcome.noted) <= {OVERFLOW, INVALID}
    else:
        # Python itself fails on such a hook.
        assert (outcome.type, "showwarning" in setting) == ("TypeError", True)


def test_warnings_that_are_errors_stay_errors(define):
    """Where the student makes warnings errors, they are raised as ever."""
    setting = "warnings.simplefilter('error')"
    outcome = define(SOURCE.format(setting=setting)).call(0, (LARGE,), {}, 10).outcome
    assert isinstance(outcome, Raised)
    assert outcome[:2] == ("RuntimeWarning", "overflow encountered in exp")


def test_the_line_is_the_student_s_where_numpy_warns(call):
    """A warning deep in NumPy is told of the line that called it."""
    source = "import numpy as np\ndef f(x):\n    return np.var(x)"
    noted = call(source, np.array([1e308, -1e308])).outcome.noted
    assert {one.place.line for one in noted} == {3}


def test_other_warnings_are_left_out(call):
    """What is no warning of numbers is neither kept nor printed."""
    source = (
        "import warnings\n"
        "class Own(RuntimeWarning): pass\n"
        "def f():\n"
        "    warnings.warn('mine')\n"
        "    warnings.warn(Own('mine'))\n"
    )
    answer = call(source)
    assert (answer.outcome.noted, answer.stdout) == ((), "")


def test_only_the_first_are_kept(call):
    """Many warnings, and long ones, are cut."""
    lines = [f"    warnings.warn('x' * 5000 + '{i}', RuntimeWarning)" for i in range(9)]
    source = "\n".join(["import warnings", "def f():", *lines])
    noted = call(source).outcome.noted
    assert len(noted) == MAX_NOTED
    assert all(len(one.message) <= 80 for one in noted)


def test_each_of_many_calls_tells_its_own(fresh, unit):
    """Calls made together are each told of what they warn of, and of nothing else."""
    values = [LARGE, LARGE, np.zeros(2), LARGE]
    calls = tuple([wire.join(wire.encode(((one,), {}))) for one in values])
    (came,) = fresh().calls([Job(unit(SOURCE.format(setting="")), calls)], (), 7, 10)
    warned = [told(one.body, Kind.CALL).noted for one in came.calls]
    assert warned == [(OVERFLOW, INVALID), (OVERFLOW, INVALID), (), (OVERFLOW, INVALID)]
