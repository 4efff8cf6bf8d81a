"""Results as fixed records: what a renderer is given, made by hand."""

import pytest
from msgspec.structs import replace

from grader.spot import Spot
from grader.verdict import (
    Case,
    CaseStatus,
    Evidence,
    Exercise,
    Finding,
    Misconception,
    Result,
    Status,
    Submission,
    Visibility,
)

ARRAYS = """\
x         9  2  5  0  0
          7  5  0  0  0
yours     0.852  0.001  0.016  0.000  0.000    row sum 0.8688
          0.115  0.016  0.000  0.000  0.000    row sum 0.1312
expected  0.981  0.001  0.018  0.000  0.000    row sum 1
          0.879  0.119  0.001  0.001  0.001    row sum 1"""
WINDOW = """\
x              0:     1:     2:     3:     4:
     7:   0.12   1.40   2.25  -3.01   0.50
     8:   1.02   0.33  -2.10   4.00   1.11
     9:   0.98   0.10   0.75   0.25   3.90
     (rows 7–9, columns 0–4 of shape (12, 8))
yours     3.128  0.189"""
CRASH = """\
  36 | return e / np.sum(e, axis=1)
     |        ^^^^^^^^^^^^^^^^^^^^^
called as softmax(array (2, 5))
Python says: ValueError: operands could not be broadcast together with shapes (2,5) \
(2,)"""
X = "x         9  2  5  0  0\n          7  5  0  0  0"
EVIL = "\x1b[2J\x1b]0;title\x07\u202e\r\x00"


def case(name, status="passed", message="Passed.", **more):
    """Return a case that would weigh one point."""
    passed = status == "passed"
    fields = {
        "id": f"hidden/basics/softmax::test_{len(name)}",
        "visibility": Visibility.DESCRIBED,
        "points": float(passed),
        "max_points": 1.0,
        "seconds": 0.004,
        "stdout": "",
    }
    status = CaseStatus(status)
    return Case(name=name, status=status, message=message, **fields | more)


PASSED = case("returns an array of the same shape", visibility=Visibility.SHOWN)
LATER = case("each row is judged on its own", "failed", "The value differs.")
LOOP = Finding(
    rule="explicit-loop",
    message="a `for` loop over `enumerate(x)`: one Python step for each element; the "
    "exercise asks for array expressions.",
    path="exercises/basics/softmax.py",
    line=36,
    column=5,
    end_line=38,
    width=27,
    evidence=Evidence.STATIC,
    help="do it for the whole array: `x * 2`, `np.exp(x)`, `np.sum(x, axis=1)`",
)
COUNTED = replace(
    LOOP,
    message="a `for` loop over `x`: 62 steps for 3 rows, 251 for 12: about 21 per "
    "row; the exercise asks for array expressions.",
    line=40,
    end_line=41,
    width=13,
    evidence=Evidence.STEPS,
)
SUM = replace(
    LOOP,
    message="`sum`: 3 turns for 3 rows, 12 for 12: about 1 per row; the exercise asks "
    "for array expressions.",
    line=43,
    column=13,
    end_line=43,
    width=62,
    evidence=Evidence.STEPS,
    help="`np.sum(x)` takes the whole array, with `axis=1` each row on its own",
)
OPAQUE = replace(
    LOOP,
    rule="cannot-analyse",
    message="`eval` leads to code that cannot be looked at, so it is not known to be "
    "free of loops.",
    line=50,
    column=6,
    end_line=50,
    width=4,
    help="write the code where it stands",
)
SCIPY = Finding(
    rule="import-not-allowed",
    message="`scipy.special` is not allowed here: this exercise is done with `numpy` "
    "and `math`.",
    path="exercises/basics/softmax.py",
    line=3,
    column=1,
    end_line=3,
    width=33,
    evidence=Evidence.STATIC,
    help="write the formula with NumPy's functions, and leave the import out",
)
OVERFLOW = Finding(
    rule="overflow",
    message="The case “stays finite for large inputs” does not pass. 2 of 6 values are "
    "not finite (nan), the first at [0, 0].",
    path="exercises/basics/softmax.py",
    line=22,
    column=1,
    end_line=37,
    evidence=Evidence.CASE,
    help="rewrite the formula so that nothing large goes into `np.exp`",
)


def exercise(status, message, cases=(), name="softmax", **more):
    """Return an exercise of ten points, of which one each passed case has won."""
    fields = {
        "assignment": "basics",
        "points": float(sum(one.points for one in cases)),
        "max_points": 10.0,
        "misconception": None,
        "findings": (),
    }
    status = Status(status)
    return Exercise(
        name=name, status=status, message=message, cases=tuple(cases), **fields | more
    )


def failed(first, **more):
    """Return an exercise of which one case passed, `first` failed, and one after."""
    cases = (PASSED, first, LATER)
    return exercise("failed", first.message.partition("\n\n")[0], cases, **more)


NAMED = Misconception(
    name="sums_whole_array",
    message="This is what you get when np.sum adds up the whole array instead of each "
    "row. Look at its axis and keepdims arguments.",
)
DIFFERS = "Shape and dtype are right. 10 of 10 values differ, most at [1, 0]."
DONE = exercise("passed", "10 of 10 cases, no loops.", points=10.0)
TODO = exercise(
    "not_started",
    "Not started: `softmax` in exercises/basics/softmax.py is still the stub.",
)

EXERCISES = {
    "passed": [DONE],
    "passed with private cases": [
        exercise("passed", "6 of 6 cases, 2 of them private, no loops.", points=10.0)
    ],
    "passed with advice": [
        exercise(
            "passed", "10 of 10 cases, no loops.", points=10.0, findings=(OVERFLOW,)
        )
    ],
    "loops": [
        exercise(
            "loops",
            "Every value is right, but see line 36: a `for` loop over `enumerate(x)`.",
            (PASSED, case("every row sums to one")),
            points=5.0,
            findings=(LOOP,),
        )
    ],
    "loops by steps": [
        exercise(
            "loops",
            "Every value is right, but see line 40: a `for` loop over `x`.",
            (PASSED, case("every row sums to one")),
            points=5.0,
            findings=(COUNTED,),
        )
    ],
    "many findings": [
        exercise(
            "loops",
            "Every value is right, but see line 36: a `for` loop over `enumerate(x)`.",
            (PASSED,),
            points=5.0,
            findings=(LOOP, COUNTED, SUM, OPAQUE, OPAQUE, LOOP),
        )
    ],
    "cannot be analysed": [
        exercise(
            "loops",
            "Every value is right, but see line 50: `eval` leads to code.",
            (PASSED,),
            points=5.0,
            findings=(OPAQUE, OVERFLOW),
        )
    ],
    "values": [
        failed(case("every row sums to one", "failed", f"{DIFFERS}\n\n{ARRAYS}"))
    ],
    "misconception": [
        failed(
            case("every row sums to one", "failed", f"{DIFFERS}\n\n{ARRAYS}"),
            misconception=NAMED,
        )
    ],
    "window": [failed(case("a tall matrix", "failed", f"It differs.\n\n{WINDOW}"))],
    "wrong and with a loop": [
        failed(
            case("one row", "failed", f"The value differs.\n\n{X}"), findings=(LOOP,)
        )
    ],
    "crashed": [
        failed(
            case(
                "every row sums to one",
                "crashed",
                "Line 36: Shapes (2, 5) and (2,) do not line up: from the right, each "
                f"pair of sizes must be equal, or one of them 1.\n\n{X}\n\n{CRASH}",
            )
        )
    ],
    "timed out": [
        failed(
            case(
                "every row sums to one",
                "timed_out",
                "softmax(array (2, 5)) did not end within 5 s. Is there a loop that "
                f"never ends?\n\n{X}",
            )
        )
    ],
    "printed": [
        failed(
            case(
                "every row sums to one",
                "failed",
                f"The value differs.\n\n{X}",
                stdout="".join(f"row {i}: {'ab' * i}\n" for i in range(30, 50)),
            )
        )
    ],
    "private": [
        failed(
            case(
                "never shown",
                "failed",
                "A private case did not pass.",
                visibility=Visibility.PRIVATE,
            )
        )
    ],
    "import not allowed": [
        exercise("failed", f"Not run: line 3: {SCIPY.message}", findings=(SCIPY,))
    ],
    "not started": [TODO],
    "missing": [exercise("missing", "There is no exercises/basics/softmax.py.")],
    "unreadable": [
        exercise(
            "unreadable",
            "softmax.py, line 36: it is not valid Python: the bracket `(` that opens "
            "here is not closed (SyntaxError: '(' was never closed).",
        )
    ],
    "broken exercise": [
        exercise(
            "error",
            "This exercise is broken. It is not your code. "
            "solutions/basics/softmax.py raised RuntimeError: boom",
        )
    ],
    "our own fault": [
        exercise(
            "error",
            "The grader itself failed. This is not your code. The sandbox did not "
            "start behind bubblewrap (no reason given).",
        )
    ],
    "several": [
        exercise("passed", "13 of 13 cases, no loops.", name="sigmoid", points=10.0),
        exercise("not_started", "Not started.", name="image2vector"),
        failed(case("every row sums to one", "failed", f"{DIFFERS}\n\n{ARRAYS}")),
        exercise(
            "passed",
            "18 of 18 cases, no loop but over `num_iterations`.",
            name="optimize",
            points=10.0,
        ),
        exercise("loops", "Every value is right, but there is a loop.", name="predict"),
        exercise("unreadable", "predict.py, line 3: not Python.", name="model"),
        exercise("missing", "There is no exercises/basics/L1.py.", name="L1"),
        exercise("error", "This exercise is broken. It is not your code.", name="L2"),
    ],
    "all passed": [
        exercise("passed", "13 of 13 cases, no loops.", name="sigmoid", points=10.0),
        DONE,
    ],
    "the rest is not started": [
        exercise("passed", "13 of 13 cases, no loops.", name="sigmoid", points=10.0),
        TODO,
    ],
    "escapes": [
        failed(
            case(
                f"a name {EVIL}",
                "failed",
                f"a sentence {EVIL}\n\nyours     {EVIL}",
                stdout=f"a print {EVIL}\n",
            ),
            misconception=Misconception(name="evil", message=f"a misconception {EVIL}"),
            findings=(
                Finding(
                    rule="explicit-loop",
                    message=f"a finding {EVIL}",
                    path="exercises/basics/softmax.py",
                    line=2,
                    column=1,
                    end_line=2,
                    evidence=Evidence.STATIC,
                    help=f"a help {EVIL}",
                ),
            ),
        ),
        exercise("error", f"a summary {EVIL}", name="model"),
    ],
}
LOOP_ZH = replace(
    LOOP,
    message="遍历 `enumerate(x)` 的 `for` 循环：每个元素走一步 Python；这道练习要求写"
    "数组表达式。",
    help="对整个数组来做：`x * 2`、`np.exp(x)`、`np.sum(x, axis=1)`",
)
OVERFLOW_ZH = replace(
    OVERFLOW,
    message="用例“大的输入也得到有限的值”没有通过。6 个值中有 2 个不是有限数（nan），"
    "第一个位于 [0, 0]。",
    help="改写公式，不让很大的数进入 `np.exp`",
)
SAME_ZH = case("返回形状相同的数组", visibility=Visibility.SHOWN)
LATER_ZH = case("每一行各自计算", "failed", "值不同。")
FAILED_ZH = case(
    "每一行之和为一",
    "failed",
    "形状和 dtype 都对。10 个值中有 10 个不同，差得最多的在 [1, 0]。\n\n"
    "x         9      2\n          7      5\n"
    "你的      0.852  0.001\n          0.115  0.016\n"
    "期望      0.981  0.001\n          0.879  0.119",
    stdout="行 0\n行 1\n",
)
CRASH_ZH = case(
    "每一行之和为一",
    "crashed",
    "第 36 行：形状 (2, 5) 与 (2,) 不能广播到一起：从右往左，每一对长度必须相等，"
    f"或者其中一个是 1。\n\n{X}\n\n  36 | return e / np.sum(e, axis=1)\n"
    "     |        ^^^^^^^^^^^^^^^^^^^^^\n"
    "调用：softmax(数组 (2, 5))\n"
    "Python 的原话：ValueError: operands could not be broadcast together with shapes "
    "(2,5) (2,)",
)
NAMED_ZH = Misconception(
    name="sums_whole_array",
    message="np.sum 把整个数组加在一起而不是逐行相加时，得到的就是这个结果。请看它的 "
    "axis 和 keepdims 参数。",
)
CHINESE = {
    "passed": [exercise("passed", "10 个用例全部通过，没有循环。", points=10.0)],
    "loops": [
        exercise(
            "loops",
            "所有的值都对，但请看第 36 行：遍历 `enumerate(x)` 的 `for` 循环。",
            (SAME_ZH, case("每一行之和为一")),
            points=5.0,
            findings=(LOOP_ZH, OVERFLOW_ZH),
        )
    ],
    "failed": [
        exercise(
            "failed",
            "10 个值中有 10 个不同。",
            (SAME_ZH, FAILED_ZH, LATER_ZH),
            misconception=NAMED_ZH,
        )
    ],
    "crash": [
        exercise("failed", "形状不能广播到一起。", (SAME_ZH, CRASH_ZH, LATER_ZH))
    ],
    "private": [
        exercise(
            "failed",
            "有一个隐藏用例没有通过。",
            (
                case(
                    "不显示",
                    "failed",
                    "有一个隐藏用例没有通过。",
                    visibility=Visibility.PRIVATE,
                ),
            ),
        )
    ],
    "not started": [
        exercise(
            "not_started",
            "还没有开始：exercises/basics/softmax.py 里的 `softmax` 仍然是空的框架。",
        )
    ],
    "missing": [exercise("missing", "没有 exercises/basics/softmax.py。")],
    "import not allowed": [
        exercise(
            "failed",
            "没有运行：第 3 行：这里不允许 `scipy.special`。",
            findings=(
                replace(
                    SCIPY,
                    message="这里不允许 `scipy.special`：这道练习用 `numpy` 和 `math` "
                    "完成。",
                    help="用 NumPy 的函数写出公式，去掉这个导入",
                ),
            ),
        )
    ],
    "several": [
        exercise(
            "passed",
            "这里的 13 个用例全部通过，没有循环；教师评判时还有 5 个。",
            name="sigmoid",
            points=10.0,
        ),
        exercise("not_started", "还没有开始。", name="image2vector"),
        exercise("unreadable", "不是合法的 Python。", name="model"),
        exercise("loops", "所有的值都对，但有一个循环。", name="predict"),
        exercise("error", "这道练习本身有错。", name="L2"),
    ],
}
LINES = {
    3: "from scipy.special import softmax",
    36: "    for i, row in enumerate(x):",
    40: "    for row in x:  # each of them",
    43: "    total = sum(np.exp(a_rather_long_name_of_a_row - largest_of_all_rows))",
    50: "\tx = eval('x + 1')",
    2: f"for i in x: # {EVIL}",
}


def result(exercises):
    """Return the result of a check with these exercises."""
    return Result(
        grader="0.1.0",
        course="Neural-network programming basics",
        seed=7,
        isolation="bubblewrap",
        submission=Submission(id="alice", path="exercises", sha256="0" * 64),
        points=sum(one.points for one in exercises),
        max_points=sum(one.max_points for one in exercises),
        exercises=tuple(exercises),
    )


@pytest.fixture(params=EXERCISES)
def screen(request):
    """Return the name of each screen, and the result that it shows."""
    return request.param, result(EXERCISES[request.param])


@pytest.fixture(params=CHINESE)
def chinese_screen(request):
    """Return the name of each screen whose result is told in Chinese, and that."""
    return request.param, result(CHINESE[request.param])


@pytest.fixture
def names():
    """Return the names of all screens."""
    return set(EXERCISES)


@pytest.fixture
def chinese_names():
    """Return the names of the screens whose result is told in Chinese."""
    return set(CHINESE)


@pytest.fixture
def make():
    """Return a function that makes the result of a screen by name."""
    return lambda name: result(EXERCISES[name])


@pytest.fixture
def where():
    """Return what says where an exercise's definition is."""
    return lambda name: (f"exercises/basics/{name}.py", Spot(22))


@pytest.fixture
def source():
    """Return what says the text of a line of the source."""
    return lambda _, one: LINES.get(one.line, "")
