"""The words of findings: numbers with their units, and help that fits."""

import pytest

from grader.findings import candidates, growth, words
from grader.findings.growth import Growth
from grader.guest.iterating import INSIDES, OPAQUE
from grader.rules.pages import every

# What is left of 80 columns beside "  help: ".
ROOM = 72
LOOPS = candidates._ITERATING | candidates._NUMPY
HELP = [
    *words._INSTEAD.values(),
    *words._WITHOUT.values(),
    *words.ADVICE.values(),
    words._GENERAL,
    words._INSIDES,
    words.IMPORT,
]


@pytest.mark.parametrize(
    ("one", "many"),
    {
        "row": "rows",
        "example": "examples",
        "entry": "entries",
        "array": "arrays",
        "batch": "batches",
        "box": "boxes",
        "num_iterations": "num_iterations",
    }.items(),
)
def test_plural(one, many):
    """Units have their plural; a parameter that is one already keeps its name."""
    assert words.plural(one) == many


def test_counted():
    """Numbers have their thousands apart, and one is one."""
    assert numbers("row", (1, 1042), (1, 1042)) == (
        "1 step for 1 row, 1,042 for 1,042: about 1 per row"
    )
    assert numbers("row", (1042, 2042), (1042, 2042)).startswith(
        "1,042 steps for 1,042 rows, "
    )


def numbers(unit, sizes, counts, word="step"):
    """Return counts of a unit in words."""
    return growth.in_numbers(Growth(unit, sizes, counts, {}, {}), counts, word)


def test_in_numbers():
    """Growth is told with the two smallest sizes, whatever came first."""
    assert numbers("row", (50, 3, 300), (1042, 62, 6292)) == (
        "62 steps for 3 rows, 1,042 for 50: about 21 per row"
    )


def test_in_numbers_of_a_parameter():
    """The name of a parameter stays as it is."""
    assert numbers("num_iterations", (12, 3, 20), (500, 140, 820)) == (
        "140 steps for 3 num_iterations, 500 for 12: about 40 for each"
    )


def test_in_numbers_of_one():
    """One of anything is no plural; less than one for each has a decimal."""
    assert numbers("row", (1, 1001), (1, 501), "turn") == (
        "1 turn for 1 row, 501 for 1,001: about 0.5 per row"
    )


@pytest.mark.parametrize("name", sorted(LOOPS))
def test_each_name_has_its_help(name):
    """Whatever is found by name has help of its own, with and without `np.`."""
    prefix = "np." if name in candidates._NUMPY else ""
    assert words.instead(f"`{prefix}{name}`") in words._INSTEAD.values()


KINDS = {
    "a `for` loop over `x`": "do it for the whole array",
    "a `for` loop": "do it for the whole array",
    "a `while` loop": "no counter",
    "a list comprehension over `while_rows`": "not `[math.exp(v)",
    "a generator expression over `sum(x)`": "not `[math.exp(v)",
    "`f` calls itself with a part": "one call goes through all",
    "`sum` calls itself with a part": "one call goes through all",
    "`sum`": "`np.sum(x)` takes",
    "`sorted`": "`np.sort(x)` takes",
    "`map`": "not `map(math.exp, x)`",
    "`np.vectorize`": "`np.where` stands",
    "`np.apply_along_axis`": "take an axis",
    "a star": "leave it an array",
    "`accumulate`": "`np.cumsum(x)` takes",
    "this goes through the rows one by one": "such as `np.sum(x, axis=1)`",
    "`something_else`": "such as `np.sum(x, axis=1)`",
}


@pytest.mark.parametrize(("what", "part"), KINDS.items())
def test_help_fits_the_kind(what, part):
    """Help is about the kind of loop that was found."""
    assert part in words.instead(what)


@pytest.mark.parametrize(
    ("what", "said"),
    {
        "a `for` loop over `x`": "one Python step for each element",
        "a set comprehension": "one Python step for each element",
        "a `while` loop": "one Python step for each turn",
        "`np.vectorize`": "one Python call for each element",
        "`np.apply_along_axis`": "one Python call for each row or column",
        "`f` calls itself with a part": "one Python call for each part",
    }.items(),
)
def test_cost_by_its_look(what, said):
    """A loop that no call came to is told by what such a loop takes."""
    assert words.looks(what) == said


@pytest.mark.parametrize("name", sorted(OPAQUE))
def test_each_opaque_name_has_its_help(name):
    """Whatever leads to other code has help of its own."""
    assert words.without(name) in words._WITHOUT.values()


def test_insides_have_their_help():
    """Attributes of the interpreter's insides are to be left out; so are switches."""
    assert {words.without(name) for name in INSIDES} == {words._INSIDES}
    assert "sys.settrace" in words.without("")


@pytest.mark.parametrize("text", HELP)
def test_help_is_one_row(text):
    """Help fits on a row of the screen, and is no sentence of its own."""
    assert len(text) <= ROOM
    assert not text.endswith(".")


def test_advice_has_a_page():
    """What has help has a page to read more."""
    assert set(words.ADVICE) <= {rule.name for rule in every()}


IN_CHINESE = {
    "`sum`": "`np.sum(x)` 一次处理整个数组，加上 `axis=1` 则每一行分别计算",
    "a `while` loop": "不需要计数变量：`x * 2` 和 `np.sum(x)` 会处理整个 `x`",
    "something else": "像 `np.sum(x, axis=1)` 这样的表达式一次处理所有的行",
}


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize(("what", "said"), IN_CHINESE.items())
def test_help_is_told_in_chinese(what, said):
    """What to write instead is found by the English name, and told in Chinese."""
    assert words.instead(words.What(what)) == said


@pytest.mark.usefixtures("chinese")
def test_growth_is_told_in_chinese():
    """A unit in Chinese has no plural; the name of a parameter is code."""
    assert numbers("行", (50, 3, 300), (1042, 62, 6292)) == (
        "行数为 3 时 62 步，为 50 时 1,042 步；行数每加 1，约多 21 步"
    )
    assert numbers("num_iterations", (12, 3), (500, 140), "turn") == (
        "`num_iterations` 为 3 时 140 轮，为 12 时 500 轮；每加 1，约多 40 轮"
    )


@pytest.mark.usefixtures("chinese")
def test_what_a_loop_is_has_two_names():
    """In English help is found by it; in Chinese it is told, parts and all."""
    inner = words.What.of("a list comprehension")
    what = words.What.of("{comprehension} over `{text}`", comprehension=inner, text="x")
    assert what == "a list comprehension over `x`"
    assert what.said == "遍历 `x` 的列表推导式"
    assert words.What("`map`").said == "`map`"
