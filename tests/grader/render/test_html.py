"""The block of HTML below a cell."""

import re

import msgspec
import pytest

from grader.render import html
from grader.render.markup import element
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

HOSTILE = "<script>alert('1')</script>&\x1b[2J\u202e"
SHOWN = "&lt;script&gt;alert(&#x27;1&#x27;)&lt;/script&gt;&amp;\\x1b[2J\\u202e"
CASE = Case(
    id=HOSTILE,
    name=HOSTILE,
    visibility=Visibility.SHOWN,
    status=CaseStatus.CRASHED,
    points=0.0,
    max_points=10.0,
    message=f"{HOSTILE}\n\n{HOSTILE}\n\n3 | x\ncalled as {HOSTILE}\nPython says: x",
    seconds=0.0,
    stdout=HOSTILE,
)
FINDING = Finding(
    rule="explicit-loop",
    message=HOSTILE,
    path="this cell",
    line=3,
    column=5,
    end_line=3,
    evidence=Evidence.STATIC,
    width=3,
    help=HOSTILE,
)
EXERCISE = Exercise(
    name="softmax",
    assignment="basics",
    status=Status.FAILED,
    points=0.0,
    max_points=10.0,
    message=HOSTILE,
    misconception=Misconception(name="a", message=HOSTILE),
    findings=(FINDING,),
    cases=(CASE, CASE),
)


def block(*exercises, here=False):
    """Return the block of a check of exercises."""
    result = Result(
        grader="0",
        course=HOSTILE,
        seed=7,
        isolation="landlock",
        submission=Submission(id="a", path="b", sha256="c"),
        points=0.0,
        max_points=10.0,
        exercises=exercises,
    )
    where = {"softmax": ("this cell", Spot(2))}.get
    return html.render(
        result, where, lambda _name, _one: HOSTILE, ["Next: do it."], here=here
    )


def changed(**fields):
    """Return the exercise with other fields."""
    return msgspec.structs.replace(EXERCISE, **fields)


def words(page):
    """Return what is read of a page, tags taken out."""
    return re.sub(r"<[^>]*>", "\n", page)


def test_every_text_is_escaped():
    """Names, prints, messages and code of a student are text, whatever they hold."""
    page = block(EXERCISE)
    assert "<script" not in page
    assert "\x1b" not in page
    assert "\u202e" not in page
    assert page.count(SHOWN) == 10


def test_a_failure():
    """The first failure is told in full, the others by name, findings with a mark."""
    said = words(block(EXERCISE))
    assert ": failed (this cell, line 2)" in said
    assert "✗ failed: " in said
    assert said.count("It printed:") == 1
    assert f"· not yet: {SHOWN}" in said
    assert ", this cell, line 3" in said
    assert "why: grader explain explicit-loop" in said
    assert said.strip().endswith(
        "0 of 10 points, seed 7, wall: landlock\n\nNext: do it."
    )


def test_loops():
    """Loops have their price; in a kit it is by their look."""
    loops = changed(status=Status.LOOPS, points=5.0, cases=(), misconception=None)
    assert "The loop costs 5 of the 10 points." in words(block(loops))
    assert "By its look, the loop costs" in words(block(loops, here=True))


def test_advice():
    """Advice is said to cost nothing, and marks no line."""
    one = msgspec.structs.replace(FINDING, evidence=Evidence.CASE)
    page = block(changed(status=Status.PASSED, findings=(one,), message="2 cases."))
    assert "passed, 2 cases." in words(page)
    assert "advice, costs no points" in page
    assert "^" not in page


def test_a_private_case():
    """A private case keeps its name to itself."""
    case = msgspec.structs.replace(CASE, visibility=Visibility.PRIVATE, name="secret")
    page = block(changed(cases=(case,)))
    assert "secret" not in page
    assert "a private case" in page


def test_many_findings():
    """Of many findings the first are shown, and how many more there are."""
    page = block(changed(findings=(FINDING,) * 8))
    assert page.count("explicit-loop</b>") == 5
    assert "… and 3 more" in page


def test_several_exercises():
    """One exercise is told in full, each other one in a line."""
    other = changed(name="L1", status=Status.PASSED, message="4 of 4 cases.", cases=())
    said = words(block(other, EXERCISE))
    assert "L1\n: 4 of 4 cases" in said
    assert ": failed (this cell, line 2)" in said


def test_without_a_case():
    """A verdict without a case has its sentence."""
    missing = changed(status=Status.UNREADABLE, cases=(), findings=(), message="No.")
    assert "unreadable (this cell, line 2)\n\nNo." in words(block(missing))


def test_what_was_not_run():
    """An answer that was not run, or that waits, is not called wrong."""
    message = "`softmax` waits for `exp`: not there."
    refused = words(block(changed(cases=())))
    waits = words(block(changed(cases=(), findings=(), message=message)))
    assert "not run (this cell, line 2)" in refused
    assert "waits for exp (this cell, line 2)" in waits
    assert message in waits


def test_a_problem():
    """What is wrong and what to do are two paragraphs; the second may be missing."""
    assert words(html.problem("<a>", "<b>")).split() == ["&lt;a&gt;", "&lt;b&gt;"]
    assert html.problem("a", "").count("<p") == 1


def test_elements():
    """An element holds texts and elements, and its style is escaped, too."""
    made = element("p", "a < b", element("b", "c"), style='"x"')
    assert made.html == '<p style="&quot;x&quot;">a &lt; b<b>c</b></p>'


@pytest.mark.usefixtures("chinese")
def test_in_chinese(chinese_screen, where, source):
    """The block is told in Chinese, words first."""
    name, result = chinese_screen
    said = re.sub(r"<[^>]+>", "", html.render(result, where, source, [], here=False))
    word = {
        "passed": "✓ softmax：通过，10 个用例全部通过，没有循环。",
        "loops": "explicit-loop，exercises/basics/softmax.py:36",
        "failed": "✗ 未通过：每一行之和为一",
        "crash": "Python 的原话：ValueError",
        "private": "✗ 未通过：一个隐藏用例",
        "not started": "· softmax：还没有开始（exercises/basics/softmax.py:22）",
        "missing": "✗ softmax：缺失",
        "import not allowed": "✗ softmax：没有运行",
        "several": "✓ sigmoid：这里的 13 个用例全部通过，没有循环",
    }[name]
    assert word in said
    assert "种子 7，沙箱：bubblewrap" in said
