"""Where numbers overflowed: on the screen of a failure, and in advice."""

import pytest

FAILS = """import numpy as np
def softmax(x):
    e = np.exp(1000 * x)
    return e / np.sum(e, axis=1, keepdims=True)
"""
PASSES = FAILS.replace("1000 * ", "")


def test_a_failure_says_which_line_overflowed(judge):
    """The sentence begins with the line; below the arrays stands its text."""
    (verdict,) = judge(FAILS, "softmax").exercises
    case = next(one for one in verdict.cases if one.status != "passed")
    assert case.status == "failed"
    sentence, _, rows = case.message.split("\n\n")
    assert sentence.startswith(
        "Line 3: np.exp overflowed: a number became larger than the largest float (the "
        "largest input is 9). "
    )
    assert " values are not finite (nan), the first at [0, 0]." in sentence
    assert rows == "   3 | e = np.exp(1000 * x)\n     |     ^^^^^^^^^^^^^^^^"
    assert verdict.message == sentence


def test_advice_points_at_the_line(judge):
    """Advice on an overflow is about the line, and costs nothing as before."""
    (verdict,) = judge(PASSES, "softmax").exercises
    assert (verdict.status, verdict.points) == ("passed", 10)
    (finding,) = verdict.findings
    assert (finding.rule, finding.line, finding.end_line) == ("overflow", 3, 3)
    assert "does not pass. np.exp overflowed: " in finding.message
    assert "(the largest input is 1000)" in finding.message


def test_warnings_switched_off_change_words_only(judge):
    """Without warnings the verdict is the same; the line is not told."""
    silent = PASSES.replace("    e =", "    np.seterr(all='ignore')\n    e =")
    (verdict,) = judge(silent, "softmax").exercises
    assert (verdict.status, verdict.points) == ("passed", 10)
    (finding,) = verdict.findings
    assert (finding.rule, "overflowed" in finding.message) == ("overflow", False)


def test_a_private_case_tells_no_line(verdict):
    """Of a private case it is not told where numbers overflowed."""
    hidden = (
        "import numpy as np\nimport pytest\nfrom grader.cases import agree\n\n"
        "@pytest.mark.private\ndef test_large(double):\n"
        "    agree(double(np.array([1000.0])), np.array([2000.0]))\n"
    )
    found = verdict("import numpy as np\ndef double(x):\n    return np.exp(x) * "
                    "(x > 9) + 2 * x\n", hidden=hidden)  # fmt: skip
    assert found.cases[-1].message == "A private case did not pass."
    assert "overflow" not in found.message


@pytest.mark.usefixtures("chinese")
def test_a_verdict_is_told_in_chinese(judge):
    """What passed, what is advised and why it does not pass are told in Chinese."""
    (verdict,) = judge(PASSES, "softmax").exercises
    assert verdict.message.endswith(" 个用例全部通过，没有循环。")
    (finding,) = verdict.findings
    assert finding.message.startswith("用例“")
    assert "”没有通过。np.exp 溢出了：" in finding.message
    assert finding.help == "改写公式，不让很大的数进入 `np.exp`"
    changes = PASSES.replace("    e =", "    x -= np.max(x, 1, keepdims=True)\n    e =")
    (verdict,) = judge(changes, "softmax").exercises
    assert [one.message for one in verdict.findings] == [
        "函数就地修改了它的参数 `x`；调用者的数组已经不是原来的样子。"
    ]
