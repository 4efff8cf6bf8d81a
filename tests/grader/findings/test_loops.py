"""Explicit loops are found where the graded function reaches them, and located."""

import ast
import textwrap

import pytest

from grader.course import Over
from grader.findings.growth import Evidence as Counted
from grader.findings.growth import Growth
from grader.findings.loops import RULE, find, parameters, renamed
from grader.findings.words import instead, without
from grader.guest.sites import place
from grader.submission.extract import extract
from grader.submission.source import parse
from grader.verdict import EXPLICIT_LOOP, Evidence

OVER = Over(over="n")


def found(text, policy="none", parameter=None):
    """Return the findings of the function `f` in a text."""
    source = parse(textwrap.dedent(text).encode(), "a.py")
    return find(extract(source, ("f",)), policy, "work/a.py", parameter)


def lines(text, policy="none", parameter=None):
    """Return the lines of the findings."""
    return [finding.line for finding in found(text, policy, parameter)]


KINDS = {
    "for i in range(len(x)): pass": "a `for` loop over `range(len(x))`",
    "for i in x: pass": "a `for` loop over `x`",
    "while x: pass": "a `while` loop",
    "while True: break": "a `while` loop",
    "while 1: break": "a `while` loop",
    "while x is None: pass": "a `while` loop",
    "return [i for i in x]": "a list comprehension over `x`",
    "return {i for i in x}": "a set comprehension over `x`",
    "return {i: 1 for i in x}": "a dict comprehension over `x`",
    "return sum(i for i in x)": "a generator expression over `x`",
    "for a, b in zip(x, x): pass": "a `for` loop over `zip(x, x)`",
    "for i in (1, *x): pass": "a `for` loop over `(1, *x)`",
    "for i in [*x]: pass": "a `for` loop over `[*x]`",
    "for i in x.a_very_long_name_of_an_attribute_of_an_array: pass": "a `for` loop",
}


@pytest.mark.parametrize(("statement", "what"), KINDS.items())
def test_each_kind_of_loop_is_found(statement, what):
    """Loops, comprehensions and generators are found, and named."""
    (finding,) = found(f"def f(x):\n    {statement}")
    each = "turn" if "while" in what else "element"
    assert finding.message == (
        f"{what}: one Python step for each {each}; "
        "the exercise asks for array expressions."
    )
    assert finding.help == instead(what)
    assert (finding.rule, finding.evidence) == ("explicit-loop", Evidence.STATIC)


def test_async_loops_are_found():
    """A loop is one in an async function too."""
    assert lines(
        "async def f(x):\n    async for i in x: pass\n    [i async for i in x]"
    ) == [2, 3]


@pytest.mark.parametrize(
    "statement",
    [
        "for name in ('w', 'b'): print(name)",
        "for letter in 'abc': print(letter)",
        "for n in x.shape: print(n)",
        "for axis in range(x.ndim): print(axis)",
        "assert all(n > 0 for n in x.shape)",
        "raise ValueError([i for i in x])",
        "return f(x[None, :])",
        "for a, b in [(x, 1), (x, 2)]: pass",
        "for one in {1, 2}: pass",
        "for one in (): pass",
        "return [one + 1 for one in (x, x)]",
        "return tuple(one for one in [x, x])",
        "while False: pass",
        "while 0: pass",
        "while None: pass",
        "while '': pass",
        "return x.sum(axis=1)",
        "return 'for i in x: pass'",
        "# for i in x: pass\n    return x",
        "if x: return 1",
        "with x: pass",
        "try: pass\n    finally: pass",
        "return (lambda y: y)(x)",
        "forward = while_ = x",
        "return x[:, None] * x[None, :]",
    ],
)
def test_what_is_no_loop_over_data_is_innocent(statement):
    """Fixed tuples, dead loops and words that look like loops are no findings."""
    assert found(f"def f(x):\n    {statement}") == []


def test_a_fixed_tuple_inside_a_loop_does_not_hide_it():
    """Of nested loops and clauses each is judged on its own."""
    assert lines("def f(x):\n    for a in (1, 2):\n        for b in x: pass") == [3]
    assert lines("def f(x):\n    return [b for a in (1, 2) for b in x]") == [2]
    assert lines("def f(x):\n    return [[c for c in b] for b in x]") == [2, 2]


def test_findings_have_their_place():
    """A finding has path, line, column and last line, counted from 1."""
    text = "\nimport os\n\ndef f(x):\n    y = 1\n    for i in x:\n        y += i\n"
    (finding,) = found(text)
    assert (finding.path, finding.cell) == ("work/a.py", None)
    assert (finding.line, finding.column, finding.end_line) == (6, 5, 7)
    (finding,) = found("def f(x):\n    return sum(\n        i\n        for i in x)")
    assert (finding.line, finding.column, finding.end_line) == (2, 15, 4)


HEADS = {
    "for i in x: pass": "for i in x:",
    "for i in x:  # each\n        pass": "for i in x:",
    "for i in x : # '": "for i in x :",
    "while x > '#': # end": "while x > '#':",
    "return [i for i in x]  # all": "[i for i in x]",
    "return max(  # all\n        [i for i in (1, 2)])": "max(",
    "return tuple(i\n        for i in x)": "(i",
    "for i in (x,\n        *x): pass": "for i in (x,",
}


@pytest.mark.parametrize(("statement", "head"), HEADS.items())
def test_width_is_that_of_the_head(statement, head):
    """What is meant of the first line ends before a body and before a comment."""
    body = "\n        pass" if "# '" in statement or "# end" in statement else ""
    text = f"def f(x):\n    {statement}{body}"
    finding = found(text)[0]
    line = text.split("\n")[finding.line - 1]
    start = finding.column - 1
    assert line[start : start + finding.width] == head


def test_help_for_what_cannot_be_analysed():
    """What leads to other code is told with what to do without it."""
    finding = found("def f(x):\n    return eval('x')")[0]
    assert (finding.rule, finding.help) == ("cannot-analyse", without("eval"))
    assert finding.help != ""


def test_the_rule_is_the_one_that_screens_know():
    """Screens tell a loop from what cannot be analysed by this name."""
    assert RULE == EXPLICIT_LOOP


def test_columns_count_characters():
    """A column is a place in the line as it is read, also behind accents."""
    (finding,) = found("def f(x):\n    é = 'ééé'; y = [i for i in x]\n    return y")
    assert finding.column == 20


def test_findings_are_in_the_order_of_the_source():
    """Whatever the order of definitions, findings go from top to bottom."""
    text = """
        def h(x):
            return [i for i in x]
        def f(x):
            while x: pass
            for i in x: pass
            return g(x) + h(x)
        def g(x):
            return sum(i for i in x)
    """
    assert lines(text) == [3, 5, 6, 9]


def test_only_what_is_reached_is_judged():
    """A helper with a loop counts if the graded function needs it, else not."""
    text = """
        def unused(x):
            for i in x: pass
        def used(x):
            for i in x: pass
        def f(x):
            return {call}
        for i in range(3): print(i)
        print([f(i) for i in range(3)])
    """
    assert lines(text.replace("{call}", "used(x)")) == [5]
    assert lines(text.replace("{call}", "x")) == []


@pytest.mark.parametrize(
    "text",
    [
        "def g(x):\n    for i in x: pass\nf = g",
        "def g(x):\n    for i in x: pass\ndef h(x): return g(x)\ndef f(x): return h(x)",
        "class A:\n def m(self, x):\n  for i in x: pass\ndef f(x): return A().m(x)",
        "def f(x):\n    def g():\n        for i in x: pass\n    return g()",
        "def d(g):\n def h(x):\n  for i in x: pass\n return h\n@d\ndef f(x): return x",
        "f = lambda x: [i for i in x]",
        "def f(x, g=lambda x: [i for i in x]): return g(x)",
    ],
)
def test_hidden_loops_are_found(text):
    """Aliases, chains, methods, inner functions and decorators hide nothing."""
    assert len(found(text)) == 1


def test_any_loop_may_be_allowed():
    """An exercise without a policy has no findings."""
    assert found("def f(x):\n    for i in x: pass", "any") == []


LOOP = "def f(x, n):\n    for i in {over}:\n        x = x - i\n    return x"


@pytest.mark.parametrize(
    "over",
    [
        "range(n)",
        "range(1, n + 1)",
        "range(0, n, 100)",
        "range(int(n))",
        "tqdm(range(n))",
    ],
)
def test_the_loop_over_the_parameter_is_allowed(over):
    """One loop over what the policy names is no finding, however it is written."""
    assert lines(LOOP.replace("{over}", over), OVER) == []


@pytest.mark.parametrize(
    "over", ["range(100)", "x", "range(len(x))", "range(m)", "range(nn)"]
)
def test_another_loop_is_not_allowed(over):
    """A loop over anything else is a finding that says which loop is allowed."""
    (finding,) = found(LOOP.replace("{over}", over), OVER)
    assert finding.message == (
        f"a `for` loop over `{over}`: one Python step for each element; "
        "the only loop allowed here is the one over `n`."
    )


def test_a_while_loop_may_be_the_allowed_one():
    """Counting up to the parameter is a loop over it."""
    text = "def f(x, n):\n    i = 0\n    while i < n:\n        i += 1\n    return x"
    assert lines(text, OVER) == []
    assert lines(text.replace("i < n", "i < 9"), OVER) == [3]


def test_only_the_first_loop_over_the_parameter_is_allowed():
    """A second loop over it, beside or inside, is a finding."""
    text = """
        def f(x, n):
            for i in range(n):
                for j in range(n): pass
            for i in range(n): pass
            return [i for i in range(n)]
    """
    assert lines(text, OVER) == [4, 5, 6]


def test_a_comprehension_is_not_the_allowed_loop():
    """Only a statement can be the loop of an iteration."""
    assert lines("def f(x, n): return [i for i in range(n)]", OVER) == [1]


def test_a_loop_inside_the_allowed_one_is_found():
    """Over the examples no loop is allowed, wherever it stands."""
    text = "def f(x, n):\n    for i in range(n):\n        for row in x: pass"
    assert lines(text, OVER) == [3]


def test_a_renamed_parameter_is_the_same():
    """The policy follows the parameter by its position."""
    text = "def f(x, steps):\n    for i in range(steps): pass"
    assert lines(text, OVER) == [2]
    assert lines(text, OVER, "steps") == []


def first(text):
    """Return the first statement of a text."""
    return ast.parse(text).body[0]


@pytest.mark.parametrize(
    ("definition", "name"),
    [
        ("def f(w, n, r): pass", "n"),
        ("def f(a, b, c): pass", "b"),
        ("def f(a, /, b, c=3): pass", "b"),
        ("def f(a): pass", None),
        ("def f(*a): pass", None),
        ("f = abs", None),
        ("class f: pass", None),
    ],
)
def test_parameters_are_found_by_position(definition, name):
    """What a submission calls a parameter of the reference is at the same position."""
    assert renamed(first(definition), first("def f(w, n, rate): pass"), "n") == name


def test_an_unknown_parameter_has_no_other_name():
    """A policy over a name that the reference has not is not followed."""
    assert renamed(first("def f(a, b): pass"), first("def f(a, b): pass"), "n") is None


def test_parameters_are_the_positional_ones():
    """Parameters come in order, positional-only ones first."""
    assert parameters(first("def f(a, /, b, *c, d, **e): pass")) == ["a", "b"]
    assert parameters(first("f = 1")) == []


@pytest.mark.parametrize("count", [100, 600, 900])
def test_deep_expressions_are_no_hindrance(count):
    """A loop over an endless expression is a loop, told in few words."""
    (finding,) = found(f"def f(x):\n    for i in x{' + x' * count}: pass")
    assert finding.line == 2
    assert len(finding.message) < 200


def weighed(text, sites=(), policy="none", steps=(46, 46, 46), unit="row", **more):
    """Return rule and line of the findings of a text, weighed with three calls.

    `sites` are expressions with the name of what iterates there and its counts.
    """
    source = parse(textwrap.dedent(text).encode(), "a.py")
    taken = extract(source, ("f",))
    places = {}
    for node in ast.walk(source.tree):
        if isinstance(node, ast.expr):
            written = ast.get_source_segment(source.text, node)
            places.setdefault(written, place("a.py", node))
            places.setdefault(f"loop: {written}", place("a.py", node, looping=True))
    seen = {places[written]: (name, counts) for written, name, counts in sites}
    loaded = {places[key]: value for key, value in more.pop("loaded", {}).items()}
    growth = Growth(unit, (50, 3, 300), steps, more.pop("lines", {}), seen, **more)
    over = policy.over if isinstance(policy, Over) else ""
    evidence = Counted((growth,), loaded, over)
    return [
        (finding.rule, finding.line)
        for finding in find(taken, policy, "a.py", evidence=evidence)
    ]


ROWS = (50, 3, 300)
FOR = "def f(x):\n    for i in x.parts: pass"
LOOPING = [("explicit-loop", 2)]
UNKNOWN = [("cannot-analyse", 1)]


def test_a_loop_that_is_as_long_for_all_is_innocent():
    """What ran decides, not how it looks."""
    assert weighed(FOR, [("loop: x.parts", "loop", (4, 4, 4))]) == []
    assert weighed(FOR, [("loop: x.parts", "loop", ROWS)]) == LOOPING
    assert weighed(FOR) == LOOPING


def test_what_the_source_does_not_show_is_found():
    """A function that iterates is found under any name, if it goes further for more."""
    text = "def f(x, go=sum):\n    return go(x)"
    assert weighed(text, [("go(x)", "sum", ROWS)]) == LOOPING
    assert weighed(text, [("go(x)", "sum", (2, 2, 2))]) == []
    assert weighed(text, [("go(x)", "np.vectorize", (0, 0, 0))]) == LOOPING
    assert weighed(text, [("go(x)", "exec", (0, 0, 0))]) == [("cannot-analyse", 2)]


def test_calls_that_are_made_more_often_are_found():
    """A recursion is its own loop; a function for large inputs only is none."""
    text = "def f(x):\n    return g(x)\ndef g(x): return x"
    assert weighed(text, [("g(x)", "()", (0, 0, 4))]) == LOOPING
    assert weighed(text, [("g(x)", "()", (0, 0, 1))]) == []


def test_steps_alone_are_located_at_the_busiest_line():
    """Steps that grow are a loop, whatever it looks like."""
    lines = {("a.py", 2): (500, 30, 3000), ("a.py", 1): (9, 9, 9)}
    text = "def f(x):\n    return x.split()"
    assert weighed(text, steps=(1000, 60, 6000), lines=lines) == LOOPING
    assert weighed(text, steps=(1000, 60, 6000)) == [("explicit-loop", 1)]


def test_what_cannot_be_counted_is_said():
    """Interference and failure are never called clean."""
    text = "def f(x):\n    return x"
    assert weighed(text, noticed=True) == UNKNOWN
    assert weighed(text, failed="it raised ValueError") == UNKNOWN


def test_names_put_together_are_innocent_where_they_ran():
    """What a look-up leads to is seen if a call came to it."""
    text = "def f(x):\n    return getattr(x, x.name)"
    assert weighed(text) == [("cannot-analyse", 2)]
    assert weighed(text, lines={("a.py", 2): (5, 5, 5)}) == []


def test_a_table_made_at_load_is_small():
    """Twenty numbers are a table, five thousand are a loop."""
    text = "table = [i for i in range(n)]\ndef f(x): return table"
    for size, expected in ((20, []), (5000, [("explicit-loop", 1)])):
        loaded = {"loop: range(n)": ("loop", size)}
        assert weighed(f"n = 1; {text}", loaded=loaded) == expected


def test_the_allowed_loop_is_told_by_how_it_ran():
    """A loop that does not name the parameter may still be the one over it."""
    text = "def f(x, n):\n    while True: pass"
    sites = [("loop: True", "loop", ROWS)]
    steps = (1000, 60, 6000)
    assert weighed(text, sites, OVER, steps, "n") == []
    assert weighed(text, sites, OVER, steps, "row") == LOOPING


def test_steps_over_the_parameter_need_its_loop():
    """Recursion is not the one loop that is allowed."""
    text = "def f(x, n):\n    return g(x, n)\ndef g(x, n): return x"
    found = weighed(text, [], OVER, (1000, 60, 6000), "n")
    assert [rule for rule, _ in found] == ["explicit-loop"]


IN_CHINESE = {
    "for i in x: pass": "遍历 `x` 的 `for` 循环：每个元素都要走一步 Python；"
    "这道练习要求写数组表达式。",
    "while x: pass": "`while` 循环：每一轮都要走一步 Python；"
    "这道练习要求写数组表达式。",
    "return f(x[1:])": "`f` 用数组的一部分调用自身：每一部分都要调用一次 Python；"
    "这道练习要求写数组表达式。",
    "return eval('x')": "`eval` 通向无法查看的代码，因此无法确定其中没有循环。",
}


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize(("statement", "said"), IN_CHINESE.items())
def test_loops_are_told_in_chinese(statement, said):
    """What a loop is, what it costs and what is asked for make a Chinese sentence."""
    (finding,) = found(f"def f(x):\n    {statement}")
    assert finding.message == said


@pytest.mark.usefixtures("chinese")
def test_the_loop_that_is_allowed_is_told_in_chinese():
    """Of a second loop it is told which one is allowed."""
    (finding,) = found("def f(n, x):\n    for i in x: pass", OVER)
    assert finding.message.endswith("；这里只允许遍历 `n` 的那一个循环。")
