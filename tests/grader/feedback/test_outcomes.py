"""What a call came to, as a sentence to the student."""

import signal

import pytest
from msgspec.structs import replace

from grader.compare.failure import Rung
from grader.feedback.outcomes import failure, raised_by_case
from grader.sandbox.outcome import (
    BrokeProtocol,
    Ended,
    Flooded,
    Place,
    Raised,
    Returned,
    TimedOut,
    Unsendable,
    WrongSignature,
)
from grader.spot import Spot
from grader.verdict import Case, CaseStatus, Visibility, crash_spot

LEFT = "instead of returning a value. Take os._exit and its like out."
LINES = {("a.py", 3): "    return np.expp(x)", ("a.py", 9): "    y = softmax(x)"}


def line(label, number):
    """Return a line of the student's file."""
    return LINES.get((label, number), "")


def told(outcome, call="softmax(x)"):
    """Return the failure that an outcome is."""
    return failure(outcome, "softmax", call, [], line)


@pytest.mark.parametrize(
    ("outcome", "status", "sentence"),
    [
        (TimedOut(5), CaseStatus.TIMED_OUT,
         "softmax(x) did not end within 5 s. Is there a loop that never ends?"),
        (TimedOut(0.5), CaseStatus.TIMED_OUT,
         "softmax(x) did not end within 0.5 s. Is there a loop that never ends?"),
        (Flooded(1 << 20), CaseStatus.FAILED,
         "softmax(x) printed more than 1 MB. Take the prints out."),
        (Ended(0), CaseStatus.CRASHED,
         "softmax(x) ended the whole Python process (exit code 0) " + LEFT),
        (Ended(3), CaseStatus.CRASHED,
         "softmax(x) ended the whole Python process (exit code 3) " + LEFT),
        (Ended(None), CaseStatus.CRASHED,
         ("softmax(x) ended the whole Python process instead of returning a value. "
         "Take os._exit and its like out.")),
        (Ended(-signal.SIGSEGV), CaseStatus.CRASHED,
         "softmax(x) crashed the Python process itself (SIGSEGV)."),
        (Ended(-signal.SIGABRT), CaseStatus.CRASHED,
         "softmax(x) crashed the Python process itself (SIGABRT)."),
        (Ended(-signal.SIGKILL), CaseStatus.CRASHED,
         ("softmax(x) was stopped by the system (SIGKILL): it used more memory or "
         "processor time than a check may.")),
        (Ended(-signal.SIGXCPU), CaseStatus.CRASHED,
         ("softmax(x) was stopped by the system (SIGXCPU): it used more memory or "
         "processor time than a check may.")),
        (Ended(-99), CaseStatus.CRASHED,
         ("softmax(x) was stopped by the system (signal 99): it used more memory or "
         "processor time than a check may.")),
        (BrokeProtocol("x"), CaseStatus.CRASHED,
         ("softmax(x) wrote to the grader's own connection instead of returning "
          "a value.")),
        (Unsendable("more than 128 MB"), CaseStatus.FAILED,
         "What `softmax` returned cannot be judged: more than 128 MB."),
        (WrongSignature("(x, y)"), CaseStatus.FAILED,
         "`softmax` takes 2 arguments, (x, y); it is called as softmax(x)."),
        (WrongSignature("(z)"), CaseStatus.FAILED,
         "`softmax` takes 1 argument, (z); it is called as softmax(x)."),
        (WrongSignature("()"), CaseStatus.FAILED,
         "`softmax` takes no arguments; it is called as softmax(x)."),
    ],
)  # fmt: skip
def test_each_outcome_has_its_sentence(outcome, status, sentence):
    """What happened is told in one sentence, with a case status that fits."""
    told_failure = told(outcome)
    assert (told_failure.status, told_failure.sentence) == (status, sentence)


def test_rungs_of_the_ladder_are_named():
    """A call that does not fit, and a value that cannot be judged, have a rung."""
    assert told(WrongSignature("()")).rung is Rung.SIGNATURE
    assert told(Unsendable("x")).rung is Rung.TYPE
    assert told(TimedOut(1)).rung is None


def test_a_crash_shows_the_line_the_call_and_python_s_own_words():
    """An exception has its line, what that means, and what Python says."""
    outcome = Raised(
        "AttributeError",
        "module 'numpy' has no attribute 'expp'",
        (Place("a.py", 9, "g"), Place("a.py", 3, "f")),
    )
    crash = told(outcome)
    assert crash.status is CaseStatus.CRASHED
    assert crash.sentence == "Line 3: `numpy` has no `expp`. Did you mean `np.exp`?"
    assert crash.details == (
        "   3 | return np.expp(x)\n"
        "called as softmax(x)\n"
        "Python says: AttributeError: module 'numpy' has no attribute 'expp'"
    )


def test_an_unknown_exception_is_told_as_it_is():
    """Without words of ours the exception is quoted once."""
    crash = told(Raised("ValueError", "no", (Place("a.py", 9, "g"),)))
    assert crash.sentence == "Line 9: It raised ValueError: no."
    assert crash.details == "   9 | y = softmax(x)\ncalled as softmax(x)"


@pytest.mark.parametrize(
    "frames", [(), (Place("a.py", 77, "f"),), (Place("/etc/passwd", 1, "f"),)]
)
def test_a_place_that_is_not_the_student_s_is_not_shown(frames):
    """A frame without a line in the submission is left out."""
    crash = told(Raised("ValueError", "no", frames))
    assert crash.sentence == "It raised ValueError: no."
    assert crash.details == "called as softmax(x)"


def test_an_exception_without_a_message_is_its_type():
    """There is no colon after a type with nothing to say."""
    assert told(Raised("LookupError", "", ())).sentence == "It raised LookupError."


def test_long_messages_are_cut_to_one_line():
    """A message of many lines is one sentence, cut where it is long."""
    sentence = told(Raised("E", "line\nbreak " + "x" * 5000, ())).sentence
    assert sentence.startswith("It raised E: line break xxx")
    assert sentence.endswith("… (cut).")
    assert len(sentence) < 400
    assert "\n" not in sentence


def test_what_returned_is_no_failure():
    """A value is judged elsewhere."""
    with pytest.raises(TypeError):
        told(Returned(1, ()))


def test_in_a_notebook_a_crash_is_told_by_its_cell():
    """A line of joined cells is told as the student finds it; the next action too."""
    outcome = Raised("NameError", "name 'k' is not defined", (Place("a.py", 3, "f"),))
    told = failure(
        outcome, "softmax", "softmax(x)", [], line, lambda number: Spot(number - 2, 4)
    )
    assert told.sentence.startswith("Cell 4, line 1: The name `k` is not defined")
    assert told.details.startswith("   1 | return np.expp(x)\n")
    case = Case(
        id="a", name="a", visibility=Visibility.SHOWN, status=CaseStatus.CRASHED,
        points=0, max_points=1, message=told.sentence, seconds=0, stdout=""
    )  # fmt: skip
    assert crash_spot(case) == Spot(1, 4)
    in_a_file = replace(case, message="Line 12: It raised A.")
    assert crash_spot(in_a_file) == Spot(12)
    assert crash_spot(replace(case, message="It raised A.")) is None
    assert crash_spot(replace(in_a_file, status=CaseStatus.FAILED)) is None


def test_a_name_that_is_known_not_to_be_there():
    """What is known of a missing name is said of it, and of no other."""
    known = {"k": "`k` is a variable of the notebook."}
    for name, said in (("k", known["k"]), ("j", "The name `j` is not defined")):
        outcome = Raised("NameError", f"name '{name}' is not defined", ())
        told = failure(outcome, "f", "f(x)", [], line, absent=known)
        assert told.sentence.startswith(said)
    other = Raised("ValueError", "name 'k' is not defined", ())
    assert (
        "notebook" not in failure(other, "f", "f(x)", [], line, absent=known).sentence
    )


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize(
    ("outcome", "sentence"),
    [
        (TimedOut(0.5),
         "0.5 秒内没有结束：softmax(x)。是不是有一个永远不结束的循环？"),
        (Flooded(1 << 20), "打印的内容超过了 1 MB：softmax(x)。请去掉这些 print。"),
        (Ended(3),
         ("没有返回值，而是结束了整个 Python 进程（退出码 3）：softmax(x)。"
          "请去掉 os._exit 之类的调用。")),
        (Ended(-signal.SIGSEGV), "Python 进程本身崩溃了（SIGSEGV）：softmax(x)。"),
        (Ended(-99),
         ("被系统中止了（信号 99）：softmax(x)。"
          "它占用的内存或处理器时间超过了检查的上限。")),
        (BrokeProtocol("x"), "没有返回值，而是写入了检查程序自己的连接：softmax(x)。"),
        (Unsendable("more than 128 MB"), "`softmax` 返回的值无法评判：超过 128 MB。"),
        (WrongSignature("(x, y)"),
         "`softmax` 接受 2 个参数，即 (x, y)；而它的调用是 softmax(x)。"),
        (WrongSignature("()"), "`softmax` 不接受参数；而它的调用是 softmax(x)。"),
    ],
)  # fmt: skip
def test_each_outcome_has_its_sentence_in_chinese(outcome, sentence):
    """What happened is told in Chinese, the call where a sentence can hold it."""
    assert told(outcome).sentence == sentence


@pytest.mark.usefixtures("chinese")
def test_a_crash_in_chinese_is_found_by_its_line():
    """The sentence of a crash opens with its line, which is read from it again."""
    outcome = Raised(
        "AttributeError",
        "module 'numpy' has no attribute 'expp'",
        (Place("a.py", 3, "f"),),
    )
    crash = told(outcome)
    assert crash.sentence == "第 3 行：`numpy` 里没有 `expp`。你要写的是 `np.exp` 吗？"
    assert crash.details == (
        "   3 | return np.expp(x)\n"
        "调用：softmax(x)\n"
        "Python 的原话：AttributeError: module 'numpy' has no attribute 'expp'"
    )
    case = Case(
        id="a", name="a", visibility=Visibility.SHOWN, status=crash.status,
        points=0, max_points=1, message=crash.sentence, seconds=0, stdout=""
    )  # fmt: skip
    assert crash_spot(case) == Spot(3)
    assert crash_spot(replace(case, message="Line 5: It raised A.")) == Spot(5)
    unknown = told(Raised("ValueError", "x" * 500, (Place("a.py", 9, "g"),)))
    assert unknown.sentence.startswith("第 9 行：它抛出了 ValueError: xxx")
    assert unknown.sentence.endswith("x…（已截断）。")


@pytest.mark.usefixtures("chinese")
def test_what_a_case_raised_is_told_in_chinese():
    """What a case says itself stays as it is; the rest is told in Chinese."""
    assert raised_by_case(AssertionError("x 不对")).sentence == "x 不对"
    assert raised_by_case(AssertionError()).sentence == "这一条不成立。"
    assert raised_by_case(KeyError("w")).sentence == (
        "这个用例无法使用返回的值（KeyError: 'w'）。"
    )
