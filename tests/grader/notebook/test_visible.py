"""Visible cases run in a kernel, and what they print."""

import pytest

from grader import language

CASES = '''
import numpy as np
from grader.cases import agree
from grader.notebook import show_visible


def test_one(double):
    """one gives two"""
    agree(double(1), 2)


def test_array(double):
    """an array is doubled"""
    agree(double(np.array([1.0, 2.0])), np.array([2.0, 4.0]))


show_visible("double", test_one, test_array)
'''
STUB = '''
def double(x):
    """Return twice x."""
    # YOUR CODE STARTS HERE
    ...
    # YOUR CODE ENDS HERE
'''


@pytest.fixture
def show(run, capsys):
    """Return a function that answers and runs the check cell; what it printed."""

    def start(body=None, cases=CASES):
        run(STUB if body is None else STUB.replace("...", body))
        run(cases)
        return capsys.readouterr().out

    return start


def test_all_right(show):
    """A right answer has a line for each case, and how many there are."""
    assert show("return 2 * x") == (
        "✓ one gives two\n✓ an array is doubled\n\nVisible cases passed: 2 of 2.\n"
    )


def test_a_stub_is_not_started(show):
    """A stub says so, and what to do next."""
    assert show() == (
        "· double   not started: write it between the two comments, "
        "then run both cells.\n"
    )


def test_a_function_that_is_not_there(run, capsys):
    """A cell that was not run is named."""
    run(CASES)
    assert capsys.readouterr().out == (
        "· double   not defined: run the cell with its function first.\n"
    )


def test_the_first_failure_is_told_in_full(show):
    """Yours and expected are shown as grader check shows them, the rest as names."""
    assert show("return x + 1") == (
        "✓ one gives two\n"
        "✗ an array is doubled\n"
        "\n"
        "    x         1.000  2.000\n"
        "    yours     2.000  3.000\n"
        "    expected  2.000  4.000\n"
        "\n"
        "    Shape and dtype are right. 1 of 2 values differs, at [1].\n"
        "\n"
        "\n"
        "Visible cases passed: 1 of 2. Next: change double, then run both cells again."
        "\n"
    )


def test_cases_after_the_first_failure(show):
    """A case that fails after the first is not told yet."""
    said = show("return None")
    assert "    The function returned None: does it end with `return`" in said
    assert "· an array is doubled   not yet\n" in said
    assert "Visible cases passed: 0 of 2." in said


PARAMETRIZED = '''
import pytest
from grader.cases import agree
from grader.notebook import show_visible


@pytest.mark.parametrize("sign", [1, pytest.param(-1)])
@pytest.mark.parametrize(("x", "twice"), [(1, 2), (3, 6)])
def test_many(double, x, twice, sign):
    """a number is doubled"""
    agree(double(sign * x), sign * twice)


show_visible("double", test_many)
'''


def test_parametrized_cases(show):
    """A case that is written once for many has a line for each, in pytest's order."""
    assert show("return 2 * x", PARAMETRIZED) == (
        "✓ a number is doubled [1, 2, 1]\n"
        "✓ a number is doubled [1, 2, -1]\n"
        "✓ a number is doubled [3, 6, 1]\n"
        "✓ a number is doubled [3, 6, -1]\n"
        "\n"
        "Visible cases passed: 4 of 4.\n"
    )


FIXTURES = '''
from types import SimpleNamespace
from grader.cases import agree
from grader.notebook import show_visible


def test_file(double, files):
    """reads a folder of its own"""
    (files / "x").write_text("1")
    assert [one.name for one in files.iterdir()] == ["x"]
    agree(double(1), 2)


def test_random(double, rng):
    """random numbers"""
    x = rng.normal(size=3)
    agree(double(x), 2 * x)


def test_work(double):
    """many numbers are no more work than few"""
    raise ValueError


# What pytest.mark.steps leaves on a function.
test_work.pytestmark = [SimpleNamespace(name="steps")]


def test_other(double, something):
    raise ValueError


show_visible("double", test_file, test_random, test_work, test_other)
'''


def test_what_cases_may_ask_for(show):
    """A case gets files and random numbers; what a kernel cannot do is left out."""
    assert show("return 2 * x", FIXTURES) == (
        "✓ reads a folder of its own\n"
        "✓ random numbers\n"
        "· many numbers are no more work than few   in grader check only\n"
        "· other   in grader check only\n"
        "\n"
        "Visible cases passed: 2 of 2.\n"
    )


def test_the_exercise_s_own_tolerance(show):
    """What is near enough in the exercise is near enough here, and only then."""
    near = "return 2 * x + 0.01"
    assert "passed: 0 of 2" in show(near)
    wide = CASES.replace("test_array)", "test_array, rtol=0.1)")
    assert "passed: 2 of 2" in show(near, wide)
    assert "passed: 0 of 2" in show(near)


def test_a_case_that_cannot_use_the_answer(show):
    """An exception in the case itself is told as one of the value."""
    cases = CASES.replace("agree(double(1), 2)", "double(1).shape")
    said = show("return 2 * x", cases)
    assert "    The case could not use what was returned (AttributeError:" in said


@pytest.mark.usefixtures("chinese")
def test_a_cell_of_a_chinese_notebook_speaks_chinese(show):
    """The language stands in the call, whatever the kernel's environment says."""
    language.use(language.ENGLISH)
    chinese = CASES.replace("test_array)", 'test_array, language="zh")')
    assert show(cases=chinese) == (
        "· double   还没有开始：请写在两行注释之间，然后运行这两个单元格。\n"
    )
    assert show("return 2 * x", chinese).endswith("可见用例：通过 2 个，共 2 个。\n")
    assert show("return 3 * x", chinese).endswith(
        "可见用例：通过 0 个，共 2 个。"
        "下一步：修改 double，然后重新运行这两个单元格。\n"
    )
