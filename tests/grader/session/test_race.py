"""Races in small courses: who runs, how far, and why a version does not."""

import pytest

from grader.session import inputs as growing
from grader.session import race as races
from grader.session.race import race
from grader.session.reference import ExerciseError
from grader.session.runner import run as run_cases
from grader.session.submitted import read_file
from grader.timing import Who

STEPS = """
    import numpy as np
    import pytest
    from grader.cases import agree, same_work

    @pytest.mark.steps
    def test_steps(double):
        '''takes no more steps for more numbers'''
        same_work(double, "number", lambda n: (np.arange(n) + 0.5,))

    def test_number(double, reference, rng):
        '''any number'''
        x = rng.normal()
        agree(double(x), reference.double(x))
    """
SLOW = """
    import numpy as np

    def double(x):
        result = np.zeros(len(x))
        for i in range(len(x)):
            result[i] = 2 * x[i]
        return result
    """
RIGHT = "def double(x):\n    return 2 * x\n"
LOOP = {"tests/slow/basics/double.py": SLOW}


@pytest.fixture
def run(small, guests, tmp_path):
    """Return a function that races an answer to `double` in a small course."""

    def start(source=RIGHT, *, files=LOOP, hidden=STEPS, largest=100, **options):
        course = small(files, hidden=hidden, keys=options.pop("keys", ""))
        file = tmp_path / "answer.py"
        file.write_text(source, "utf-8")
        _, (entry,) = read_file(course, ["double"], file)
        return race(course, entry, guests, largest, **options)

    return start


def test_three_run_to_the_largest_size(run):
    """The version, the loop and the reference have a time for each power of ten."""
    told = run(largest=1500)
    assert (told.exercise, told.unit) == ("double", "number")
    assert told.sizes == (10, 100, 1000)
    assert [one.who for one in told.runs] == list(Who)
    assert all(len(one.seconds) == 3 for one in told.runs)
    assert told.fault == ""
    assert not told.loops
    assert {one.stopped for one in told.runs} == {""}


def test_two_run_without_a_loop_version(run):
    """Without the author's loop the version races the reference."""
    told = run(files={})
    assert [one.who for one in told.runs] == [Who.YOURS, Who.REFERENCE]


def test_a_version_with_a_loop_is_told_as_one(run):
    """What shows a loop in the source is called one."""
    assert run("def double(x):\n    return x * [2 for _ in x]").loops


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("def double(x):\n    return 3 * x", "It returns something else than the"),
        ("def double(x):\n    return None", "It returns something else than the"),
        ("def double(x):\n    return x[99]", "Line 2: "),
        ("def double(x):\n    raise SystemExit", "Line 2: It calls exit()"),
        ("import os\ndef double(x):\n    os._exit(3)", "ended the whole Python"),
        ("def double():\n    return 3", "`double` takes no arguments"),
        ("def double(x):\n    while True: pass", "did not end within 0.5 s"),
        ("n = 1 / 0\ndef double(x):\n    return n * x", "Line 1: "),
    ],
)
def test_the_others_run_without_a_version_that_fails(run, source, said):
    """A version that is wrong, crashes or never ends is told, and the others race."""
    told = run(source, keys="timeout = 0.5")
    assert said in told.fault
    assert [one.who for one in told.runs] == [Who.LOOP, Who.REFERENCE]
    assert all(len(one.seconds) == 2 for one in told.runs)


def test_a_version_that_fails_later_stops(run):
    """What a larger size leads to stops the version's series there, with a reason."""
    source = "def double(x):\n    assert len(x) < 50\n    return 2 * x"
    yours, *others = run(source, largest=1000).runs
    assert len(yours.seconds) == 1
    assert yours.stopped == "stopped: it raised AssertionError"
    assert all(len(one.seconds) == 3 for one in others)


def test_a_version_that_never_ends_later_stops(run):
    """A time-out at a larger size is told with its seconds."""
    source = "def double(x):\n    while len(x) > 50: pass\n    return 2 * x"
    yours, *_ = run(source, keys="timeout = 0.5").runs
    assert len(yours.seconds) == 1
    assert yours.stopped == "stopped: a call did not end within 0.5 s"


def test_a_slow_version_is_not_tried_with_more(run):
    """After a call of more than a second no larger size is tried."""
    source = (
        "import time\ndef double(x):\n    time.sleep(1.1 * (len(x) > 50))\n"
        "    return 2 * x"
    )
    yours, *_ = run(source, largest=10_000).runs
    assert len(yours.seconds) == 2
    assert yours.stopped.startswith("not run: the call before took 1.")


def test_progress_names_who_runs(run):
    """Before each series of calls it is told who runs, and with how much."""
    told = []
    run(largest=10, starting=told.append)
    assert list(dict.fromkeys(told)) == [f"double: {who}, 10 numbers" for who in Who]


def test_nothing_to_race(run):
    """Without a case on steps there is no race."""
    hidden = "def test_three(double):\n    assert double(3) == 6"
    assert run(hidden=hidden) is None


def test_a_loop_version_that_is_wrong_is_the_courses_fault(run):
    """A wrong loop version breaks the exercise, not the student's version."""
    wrong = {"tests/slow/basics/double.py": SLOW.replace("2 * x", "3 * x")}
    with pytest.raises(ExerciseError, match=r"tests/slow/basics/double\.py: "):
        run(files=wrong)


def test_a_reference_that_fails_is_the_courses_fault(run):
    """A reference that does not take the input breaks the exercise."""
    broken = {"solutions/basics/double.py": "def double(x):\n    return x[99]"}
    with pytest.raises(ExerciseError, match=r"solutions/basics/double\.py: "):
        run(files=broken)


def test_a_case_that_makes_no_input_is_the_courses_fault(run):
    """What a case raises while it makes an input breaks the exercise."""
    hidden = STEPS.replace("np.arange(n)", "np.arange([3, n, 1/0][n > 3 and 2])")
    with pytest.raises(ExerciseError, match="makes no input with 10 numbers"):
        run(hidden=hidden)


def test_inputs_that_grow_with_the_square_end_in_time(run, monkeypatch):
    """A size whose input could not cross is not even made."""
    monkeypatch.setattr(races.wire, "MAX_BYTES", 10_000_000)
    hidden = STEPS.replace("np.arange(n) + 0.5", "np.zeros((n, n))")
    assert run(hidden=hidden, files={}, largest=10**6).sizes == (10, 100, 1000)


@pytest.mark.parametrize(
    ("name", "unit"),
    [("softmax", "row"), ("optimize", "example"), ("basic_sigmoid", None)],
)
def test_inputs_are_those_of_the_cases(real, name, unit):
    """The inputs are the first that a loop may not go through."""
    place = real.places[name]
    found = []
    run_cases(real, 7, [place], lambda run: found.append(growing.find(run, place)))
    assert [one and one.unit for one in found] == [unit]
