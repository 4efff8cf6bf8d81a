"""Steps are counted, the same each time, and nobody switches the count off unseen."""

import subprocess
import sys

import numpy as np
import pytest

from grader.guest.steps import Count, TooManySteps


def counted(source, *arguments):
    """Return what `f` of a source returns, and the steps of the call."""
    namespace = {"np": np, "sys": sys}
    exec(compile(source, "a.py", "exec"), namespace)  # noqa: S102 - a test's own
    return Count({"a.py"}).run(lambda: namespace["f"](*arguments))


def total(source, *arguments):
    """Return the number of steps of a call."""
    return counted(source, *arguments)[1].total


SOFTMAX = """
def f(x):
    e = np.exp(x - x.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)
"""
LOOP = """
def f(x):
    out = 0
    for row in x:
        out += row
    return out
"""


def test_value_comes_back():
    """A counted call returns what the function returns."""
    assert counted("def f(x): return x + 1", 2)[0] == 3


def test_array_expressions_take_the_same_steps():
    """A vectorised function takes as many steps for 3 rows as for 3,000."""
    assert total(SOFTMAX, np.ones((3, 2))) == total(SOFTMAX, np.ones((3000, 2)))


def test_loops_take_steps_for_each_turn():
    """Each further turn of a loop adds the same number of steps."""
    counts = [total(LOOP, range(n)) for n in (1, 2, 3, 13)]
    each = counts[1] - counts[0]
    assert each > 0
    assert counts[2] - counts[1] == each
    assert counts[3] - counts[2] == 10 * each


@pytest.mark.parametrize(
    "source",
    [
        "def f(x): return np.apply_along_axis(sum, 1, x)",
        "def f(x): return np.vectorize(lambda v: v + 1)(x)",
        "def f(x):\n def g(i): return g(i - 1) if i else 0\n return g(len(x))",
    ],
)
def test_disguises_take_steps(source):
    """NumPy's own loops, callbacks and recursion are counted like any other."""
    few, many = (total(source, np.ones((n, 2))) for n in (3, 30))
    assert many >= few + 27


def test_steps_belong_to_lines():
    """Steps in the submission's source are told line by line."""
    lines = counted(LOOP, range(9))[1].lines
    assert set(lines) == {("a.py", number) for number in (3, 4, 5, 6)}
    assert lines["a.py", 5] > lines["a.py", 6]


def test_printing_an_array_is_not_counted():
    """How an array is written out is no matter of the student's."""
    source = "def f(x): return len(str(x))"
    # The first time NumPy prepares itself.
    _, few, many = (total(source, np.ones(n)) for n in (3, 3, 300))
    assert many - few < 300 - 3


def test_an_error_ends_the_count():
    """What the call raises goes on, and counting is over."""
    with pytest.raises(ZeroDivisionError):
        counted("def f(x): return x / 0", 1)
    assert sys.gettrace() is None or "coverage" in sys.modules
    assert total("def f(x): return x", 1) > 0


def test_an_undisturbed_count_is_not_noticed():
    """Exceptions and generators inside a call are no interference."""
    source = """
def g(n):
    try:
        yield from range(n)
        raise ValueError
    except ValueError:
        return
def f(x): return list(g(x))
"""
    value, steps = counted(source, 3)
    assert (value, steps.noticed) == ([0, 1, 2], False)


def test_an_endless_count_ends():
    """A call that takes very many steps is not counted to its end."""
    with pytest.raises(TooManySteps):
        total("def f(x):\n    while True: pass", 1)
    assert total("def f(x): return x", 1) > 0


@pytest.mark.parametrize("enough", [1, 50, 400])
def test_no_more_than_enough_is_counted(enough):
    """A call that takes more steps goes on to its end, and nothing was interfered."""
    namespace = {}
    exec(compile(LOOP, "a.py", "exec"), namespace)  # noqa: S102 - a test's own
    value, steps = Count({"a.py"}, enough).run(lambda: namespace["f"](range(999)))
    assert value == sum(range(999))
    assert (steps.total, steps.noticed) == (enough, False)
    assert sum(steps.lines.values()) <= enough
    assert total("def f(x): return x", 1) > 0


def test_less_than_enough_is_counted_as_ever():
    """A call that takes fewer steps is counted to its end."""
    namespace = {}
    exec(compile(LOOP, "a.py", "exec"), namespace)  # noqa: S102 - a test's own
    counts = [
        Count({"a.py"}, enough).run(lambda: namespace["f"](range(9)))[1].total
        for enough in (0, 10_000)
    ]
    assert counts[0] == counts[1]


def test_what_is_not_counted_does_not_start_the_count_again():
    """After enough, what a supplied function does is no step and no interference."""
    count = Count({"a.py"}, 20)

    def work():
        for _ in range(100):
            pass
        return count.uncounted(lambda: [2 * one for one in range(100)])

    value, steps = count.run(work)
    assert len(value) == 100
    assert (steps.total, steps.noticed) == (20, False)


OFF = """
def f(x):
    if hasattr(sys, "monitoring"):
        sys.monitoring.set_events(3, 0)
    else:
        sys.settrace(None)
    for i in x: pass
"""


def test_switching_off_is_noticed():
    """Code that takes the count off is found out."""
    assert counted(OFF, range(9))[1].noticed


def test_counting_asks_for_nothing_that_the_fence_hears_of():
    """No object is asked for its `id`, which is an event: the fence is slow."""
    program = """
import collections, sys
from grader.guest.sites import Watch
from grader.guest.steps import Count

def own(x):
    return sum(abs(one) for one in x)

heard = collections.Counter()
count = Count({own.__code__.co_filename})
call = Watch().call
sys.addaudithook(lambda event, _: heard.update([event]))
count.run(lambda: own(range(500)))
for _ in range(500):
    call(("own", 1, 0, 1, 1), isinstance)
    call(("own", 1, 0, 1, 2), map)
print(heard["builtins.id"])
"""
    told = subprocess.check_output([sys.executable, "-c", program], text=True)
    assert int(told) == 0
