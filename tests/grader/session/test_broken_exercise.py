"""What is the exercise's fault is `error`, never the student's failure."""

import gc
import signal

import pytest

RIGHT = "def double(x):\n    return 2 * x\n"
WRONG = "def double(x):\n    return 3 * x\n"
SOLUTION = "solutions/basics/double.py"
GOOD = (
    "from grader.cases import agree\n\ndef test_one(double):\n    agree(double(1), 2)\n"
)


def solution(body):
    return {
        SOLUTION: "def double(x):\n    ### BEGIN SOLUTION\n"
        f"    {body}\n    ### END SOLUTION\n"
    }


REFERENCES = {
    "raises": (
        solution("raise ValueError('boom')"),
        "double.py raised ValueError: boom",
    ),
    "is wrong": (solution("return 2.1 * x"), "does not pass the case “twice three"),
    "returns nothing": (solution("return None"), "does not pass the case “twice three"),
    "is not there": ({SOLUTION: "def dubble(x):\n    return 2 * x\n"}, "`double`"),
    "is no function": ({SOLUTION: "double = 3\n"}, "`double`"),
    "is empty": ({SOLUTION: ""}, "`double`"),
    "has a syntax error": ({SOLUTION: "def double(x:\n"}, "SyntaxError"),
    "imports what is not there": ({SOLUTION: "import nowhere\n"}, "nowhere"),
}
CASES = {
    "a syntax error": ("def test_one(double:\n", "SyntaxError"),
    "an import that fails": ("import nowhere\n" + GOOD, "nowhere"),
    "no case": ("X = 1\n", "has no cases"),
    "an unknown fixture": ("def test_one(dubble):\n    assert dubble(1)\n", "dubble"),
    "an unknown marker": (
        "import pytest\n@pytest.mark.nonsense\n" + GOOD.partition("\n\n")[2],
        "nonsense",
    ),
    "a case that raises": (
        "def test_one(double):\n    raise KeyError('mine')\n",
        "mine",
    ),
    "a case that skips": (
        "import pytest\ndef test_one(double):\n    pytest.skip('today')\n",
        "today",
    ),
    "a case marked to be skipped": (
        "import pytest\n@pytest.mark.skip\ndef test_one(double):\n    double(1)\n",
        "skip",
    ),
    "a case that leaves": (
        "import sys\ndef test_one(double):\n    sys.exit(0)\n",
        "The case “one” ends the session: SystemExit: 0.",
    ),
    "a case of another exercise": (
        "def test_one(double, quadruple):\n    quadruple(1)\n",
        "must not call `quadruple`",
    ),
    "a case that sends what cannot cross": (
        "def test_one(double):\n    double(1 << 10_000)\n",
        "an integer of more than a thousand bytes",
    ),
}


@pytest.mark.parametrize("what", REFERENCES)
def test_broken_reference(verdict, what):
    """A reference that is broken is not the student's code."""
    files, said = REFERENCES[what]
    found = verdict(WRONG, files=files)
    assert (found.status, found.points, found.cases) == ("error", 0, ())
    assert "It is not your code." in found.message
    assert said in found.message


@pytest.mark.parametrize("what", CASES)
def test_broken_hidden_cases(verdict, what):
    """A file of hidden cases that is broken is not the student's code."""
    hidden, said = CASES[what]
    found = verdict(WRONG, hidden=hidden)
    assert (found.status, found.points) == ("error", 0)
    assert "It is not your code." in found.message
    assert said in found.message


@pytest.mark.parametrize("what", CASES)
def test_right_answer_cannot_pass_broken_cases(verdict, what):
    """Not even a right answer passes where the hidden cases are broken."""
    assert verdict(RIGHT, hidden=CASES[what][0]).status == "error"


@pytest.mark.parametrize("points", ["('x')", "", "(0)", "(-1)", "(float('nan'))"])
def test_points_that_are_none(verdict, points):
    """A case whose points are no positive number is broken."""
    hidden = (
        f"import pytest\n@pytest.mark.points{points}\ndef test_a(double):\n    pass\n"
    )
    assert verdict(RIGHT, hidden=hidden).status == "error"


ENDS = {
    "import sys\nsys.exit(0)": "SystemExit: 0",
    "import pytest\npytest.exit('bye')": "Exit: bye",
    "raise KeyboardInterrupt": "KeyboardInterrupt",
}
WHERE = {
    "when it is loaded": "{}\n",
    "in a case": "def test_one(double):\n    {}\n",
    "in a fixture": (
        "import pytest\n@pytest.fixture\ndef x():\n    {}\n"
        "def test_one(double, x):\n    double(1)\n"
    ),
    "after a case": (
        "import pytest\n@pytest.fixture\ndef x():\n    yield\n    {}\n"
        "def test_one(double, x):\n    double(1)\n"
    ),
}


@pytest.mark.parametrize("where", WHERE)
@pytest.mark.parametrize("statement", ENDS)
def test_cases_that_end_the_session(small, judge, capfd, statement, where):
    """Hidden cases that end the session spoil their own exercise alone."""
    hidden = WHERE[where].format(statement.replace("\n", "; "))
    source = RIGHT + "def quadruple(x):\n    return 4 * x\n"
    result = judge(source, course=small(hidden=hidden))
    assert [one.status for one in result.exercises] == ["error", "passed"]
    message = result.exercises[0].message
    assert "This exercise is broken. It is not your code." in message
    assert ENDS[statement] in message
    assert "INTERNALERROR" not in capfd.readouterr().err


def test_own_key_is_no_fault_of_the_exercise(small, judge):
    """A Ctrl-C that comes while cases are loaded is the user's, and interrupts."""
    hidden = "import os, signal\nos.kill(os.getpid(), signal.SIGINT)\n" + GOOD
    handler = signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        judge(RIGHT, course=small(hidden=hidden))
    assert signal.getsignal(signal.SIGINT) is handler


def test_no_address_in_a_message(verdict):
    """What is said of a broken case is the same in every run: it holds no address."""
    found = verdict(RIGHT, hidden="def test_one(double):\n    assert double is None\n")
    assert found.status == "error"
    assert " at 0x" not in found.message


def test_broken_exercise_in_sentences(verdict):
    """What is said of a broken exercise is sentences, from capital to full stop."""
    hidden = CASES["a case of another exercise"][0]
    reason = verdict(RIGHT, hidden=hidden).message.partition("not your code. ")[2]
    assert reason[0].isupper()
    assert reason.endswith(".")


def test_visible_case_with_the_reference(verdict):
    """A visible case that uses the reference is broken: a kit has no reference."""
    visible = "def test_one(double, reference):\n    reference.double(1)\n"
    found = verdict(RIGHT, visible=visible)
    assert found.status == "error"
    assert "A visible case must not use the reference" in found.message


def test_reference_of_no_exercise(verdict):
    """A case that asks for the reference of no exercise is broken."""
    hidden = "def test_one(double, reference):\n    reference.treble(1)\n"
    assert verdict(RIGHT, hidden=hidden).status == "error"


def test_only_advice(verdict):
    """An exercise whose cases are all advice decides nothing and is broken."""
    text = (
        "import pytest\n@pytest.mark.advice('a')\ndef test_a(double):\n    double(1)\n"
    )
    found = verdict(RIGHT, visible=text, hidden=text)
    assert found.status == "error"
    assert "no case that decides anything" in found.message


def test_other_exercises_are_judged(small, judge):
    """A broken exercise does not keep the others from their verdict."""
    course = small(hidden="def test_one(double:\n")
    source = RIGHT + "def quadruple(x):\n    return 4 * x\n"
    result = judge(source, course=course)
    assert [one.status for one in result.exercises] == ["error", "passed"]
    assert (result.points, result.max_points) == (4, 12)


def test_next_exercise_after_a_broken_reference(small, judge):
    """A right answer after a broken exercise passes with all points."""
    visible = GOOD + "\ndef test_two(double):\n    agree(double(2), 4)\n"
    course = small(solution("return 2.1 * x"), visible=visible)
    quadruple = course.root / "solutions/basics/quadruple.py"
    quadruple.write_text("def quadruple(x):\n    return 4 * x\n", "utf-8")
    source = WRONG + "def quadruple(x):\n    return 4 * x\n"
    result = judge(source, course=course)
    assert [one.status for one in result.exercises] == ["error", "passed"]
    assert result.points == 4


def test_broken_reference_of_what_is_supplied(small, judge):
    """A supplied function that raises is not the fault of who calls it."""
    course = small(solution("raise ValueError('boom')"))
    source = "def quadruple(x):\n    return double(double(x))\n"
    (found,) = judge(source, course=course).exercises
    assert found.status == "error"
    assert "double.py raised ValueError: boom" in found.message


def test_supplied_function_that_does_not_load(small, judge):
    """A supplied function that does not load is not the fault of who calls it."""
    course = small({SOLUTION: "import nowhere\n"})
    source = "def quadruple(x):\n    return double(double(x))\n"
    (found,) = judge(source, course=course).exercises
    assert found.status == "error"
    # A guest that was left over shows here, as a warning that is an error.
    gc.collect()


def test_right_answer_asks_nothing_of_the_reference(verdict):
    """An answer that passes every case passes, whatever state the reference is in."""
    found = verdict(RIGHT, files=solution("raise ValueError"), hidden=GOOD)
    assert found.status == "passed", found.message
