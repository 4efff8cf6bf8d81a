"""Each rule has a page that tells all, and whose examples are what they say."""

import re
from pathlib import Path

import numpy as np
import pytest

from grader import language
from grader.errors import UsageError
from grader.findings import again, imports, loops, unfilled, variables
from grader.rules.pages import SECTIONS, every, find
from grader.session.advice import INPUT_CHANGED
from grader.submission.extract import extract
from grader.submission.source import parse

CASES = Path(__file__).parents[2]
RULES = {rule.name: rule for rule in every()}


def section(name, title):
    """Return a section of a rule's page."""
    return RULES[name].page.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def example(name, title):
    """Return the first Python code in a section."""
    return re.search(r"```python\n(.*?)```", section(name, title), re.DOTALL)[1]


def run(code, name):
    """Return a function that an example defines."""
    names = {}
    exec(code, names)  # noqa: S102 - our own page
    return names[name]


def taken(code, name):
    """Return an example as an answer is read."""
    return extract(parse(code.encode(), "page.py"), (name,))


def test_every_rule_has_a_page():
    """What the package finds has a page, and so has what the course's cases advise."""
    rules = {loops.RULE, loops.CANNOT, imports.RULE, INPUT_CHANGED, again.RULE,
             unfilled.RULE, variables.RULE}  # fmt: skip
    for file in CASES.glob("hidden/*/test_*.py"):
        rules |= set(re.findall(r'mark\.advice\("(.*?)"\)', file.read_text("utf-8")))
    assert rules == set(RULES)


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.name)
def test_a_page_tells_all(rule):
    """A page has its name, one line, and every section with something in it."""
    lines = rule.page.split("\n")
    assert lines[:4] == [f"# {rule.name}", "", rule.summary, ""]
    assert rule.summary.endswith(".")
    titles = [line[3:] for line in lines if line.startswith("## ")]
    assert [title for title in titles if title in SECTIONS["en"]] == list(
        SECTIONS["en"]
    )
    assert all(section(rule.name, title).strip() for title in titles)


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.name)
def test_pages_are_as_wide_as_the_source(rule):
    """A page is as narrow as code, and its code fits on a screen of 80 columns."""
    assert max(map(len, rule.page.split("\n"))) <= 88
    blocks = re.findall(r"```\w+\n(.*?)```", rule.page, re.DOTALL)
    assert max(len(row) for code in blocks for row in code.split("\n")) <= 76


def test_the_example_of_a_loop_is_one():
    """The page's loop is found, what it says to use instead is none; both agree."""
    before = example("explicit-loop", "Example")
    after = example("explicit-loop", "Use instead")
    (finding,) = loops.find(taken(before, "spread"), "none", "page.py")
    assert finding.rule == "explicit-loop"
    assert loops.find(taken(after, "spread"), "none", "page.py") == []
    x = np.array([[3.0, 1.0, 2.0], [5.0, 5.0, 9.0]])
    assert run(before, "spread")(x).tolist() == run(after, "spread")(x).tolist()
    assert run(after, "spread")(x).tolist() == [2.0, 4.0]


def test_what_the_page_calls_no_loop_is_none():
    """What the page calls no loop over data is no finding."""
    heads = re.findall(r"`(for .* in .*)`", section("explicit-loop", "What it does"))
    assert len(heads) == 2
    for head in heads:
        code = f"def f(x):\n    {head}: print(x)\n    return x\n"
        assert loops.find(taken(code, "f"), "none", "page.py") == []


@pytest.mark.parametrize(
    "name",
    ["map", "filter", "sum", "min", "max", "any", "all", "sorted"],
)
def test_what_the_page_calls_a_loop_is_one(name):
    """A builtin that the page names is found where it goes through an argument."""
    assert f"`{name}`" in section("explicit-loop", "What it does")
    call = f"{name}(abs, x)" if name in ("map", "filter") else f"{name}(x)"
    code = f"def f(x):\n    return {call}\n"
    assert len(loops.find(taken(code, "f"), "none", "page.py")) == 1


def test_the_arithmetic_of_the_page():
    """The rate that the page explains follows from its numbers."""
    text = section("explicit-loop", "How it is found")
    few, many, each = re.search(
        r"(\d+) steps for 3 rows, ([\d,]+) for 12: about (\d+) per row", text
    ).groups()
    further = int(many.replace(",", "")) - int(few)
    assert f"The 9 further rows took {further} further steps" in text
    assert round(further / 9) == int(each)


def test_the_example_that_cannot_be_analysed():
    """The page's `eval` is found, and not in what it says to use instead."""
    before = example("cannot-analyse", "Example")
    after = example("cannot-analyse", "Use instead")
    assert {
        one.rule for one in loops.find(taken(before, "spread"), "none", "page.py")
    } == {"cannot-analyse"}
    assert loops.find(taken(after, "spread"), "none", "page.py") == []
    x = np.array([[3.0, 1.0], [5.0, 9.0]])
    assert run(before, "spread")(x).tolist() == run(after, "spread")(x).tolist()


def test_the_example_of_an_import():
    """The page's import is found, and not in what it says to use instead."""
    before = taken(example("import-not-allowed", "Example"), "distance")
    code = example("import-not-allowed", "Use instead")
    (finding,) = imports.find(before, (), "page.py")
    assert finding.rule == "import-not-allowed"
    assert imports.find(taken(code, "distance"), (), "page.py") == []
    assert run(code, "distance")(np.array([0.0, 3.0]), np.array([4.0, 0.0])) == 5


def test_the_example_of_a_changed_input():
    """The page's function changes its argument, the other one does not."""
    x = np.array([[1.0, 2.0], [3.0, 6.0]])
    kept = x.copy()
    after = run(example("input-changed", "Use instead"), "centred")(x)
    assert x.tolist() == kept.tolist()
    assert run(example("input-changed", "Example"), "centred")(x).tolist() == (
        after.tolist()
    )
    assert x.tolist() != kept.tolist()


def test_the_example_of_an_overflow():
    """The page's formula overflows, the other one does not; else they agree."""
    before = run(example("overflow", "Example"), "log_sum_exp")
    after = run(example("overflow", "Use instead"), "log_sum_exp")
    small, large = np.array([0.5, -1.0]), np.array([1000.0, 999.0])
    assert before(small) == pytest.approx(after(small))
    with np.errstate(over="ignore"):
        assert before(large) == np.inf
    assert after(large) == pytest.approx(1000.3132616875182)


def test_unknown_rules():
    """An unknown rule is told with the nearest, else with where the names are."""
    for name in ("explicit_loop", "Explicit-Loop", "explicit-lop"):
        with pytest.raises(UsageError) as raised:
            find(name)
        assert raised.value.message == f"No rule `{name}`."
        assert raised.value.help == "Did you mean `explicit-loop`?"
    with pytest.raises(UsageError) as raised:
        find("../pages")
    assert raised.value.help == "`grader explain` lists the rules."


@pytest.fixture
def chinese(monkeypatch):
    """Return the pages in Chinese, by name."""
    monkeypatch.setenv(language.VARIABLE, "en")
    language.use("zh")
    yield {rule.name: rule for rule in every()}
    language.use("en")


def test_every_page_is_in_chinese_too(chinese):
    """Each rule has a page in Chinese with the same sections and the same code."""
    assert list(chinese) == list(RULES)
    for name, rule in chinese.items():
        titles = re.findall(r"^## (.*)$", rule.page, re.MULTILINE)
        assert [one for one in titles if one in SECTIONS["zh"]] == list(SECTIONS["zh"])
        assert len(titles) == len(re.findall(r"^## ", RULES[name].page, re.MULTILINE))
        assert rule.summary.endswith("。")
        code = re.compile(r"```python\n.*?```", re.DOTALL)
        assert code.findall(rule.page) == code.findall(RULES[name].page)
        kinds = re.compile(r'"(?:static|steps|case)"')
        assert set(kinds.findall(rule.page)) == set(kinds.findall(RULES[name].page))


def test_a_rule_that_there_is_not_is_told_in_chinese(chinese):
    """The sentence and its suggestion are in the language at hand."""
    with pytest.raises(UsageError) as told:
        find("explicit-lop")
    assert told.value.message == "没有名为 `explicit-lop` 的规则。"
    assert told.value.help == "你是想写 `explicit-loop` 吗？"
    assert chinese
