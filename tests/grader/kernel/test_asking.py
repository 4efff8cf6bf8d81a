"""Which cell a function is from, and what is none."""

import functools
import linecache
import textwrap
from types import SimpleNamespace

import pytest

import grader
from grader import language
from grader.kernel.asking import Meant, Refused, as_seed, find
from grader.kernel.executed import Cell

FIRST = "def softmax(x):\n    return x\n"
SECOND = "#\n\ndef softmax(x):\n    return 2 * x\n"
CELLS = [Cell(1, FIRST), Cell(2, SECOND), Cell(4, FIRST)]


@pytest.fixture
def names():
    """Return what the second cell defines, run as IPython runs it."""
    file, text = "<cell 2>", SECOND.lstrip("#\n")
    linecache.cache[file] = (len(text), None, text.splitlines(True), file)
    names = {}
    exec(compile(text, file, "exec"), names)  # noqa: S102 - as a kernel
    yield names
    del linecache.cache[file]


def refused(function, names=()):
    """Return what is said of what cannot be checked."""
    with pytest.raises(Refused) as caught:
        find(function, dict(names), CELLS)
    return caught.value.args


def test_a_function_is_from_its_cell(names):
    """A function is taken from the cell that defined it, not from the last one."""
    assert find(names["softmax"], names, CELLS) == Meant(("softmax",), 2)


def test_a_name_is_a_name(names):
    """A name means the last cell that defines it, which is for the check to find."""
    assert find("softmax", names, CELLS) == Meant(("softmax",))
    assert find("other", names, CELLS) == Meant(("other",))


def test_another_name(names):
    """A function goes by its own name and by those that it was given."""
    names["L1"] = names["softmax"]
    assert find(names["L1"], names, CELLS).names == ("softmax", "L1")


def test_a_decorated_function(names):
    """What a decorator made of a function is from the function's cell."""

    @functools.wraps(names["softmax"])
    def wrapped(x):
        return names["softmax"](x)

    assert find(wrapped, names, CELLS) == Meant(("softmax",), 2)


def test_a_cell_that_is_gone(names):
    """A function whose cell is in no history is to be run again."""
    with pytest.raises(Refused, match=r"cell that defines `softmax` is not known"):
        find(names["softmax"], names, CELLS[:1])


def test_a_function_of_a_file():
    """A function of a module is told its file, and how to check it there."""
    message, help_ = refused(textwrap.dedent)
    assert message == f"`dedent` comes from {textwrap.__file__}, not from a cell."
    assert help_.startswith("Check it there: !grader check dedent --file ")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (len, "`len` was not written in a cell: it is built in."),
        (int, "`int` is a class, not a function."),
        (3, "A value of type `int` is no function."),
        (None, "A value of type `NoneType` is no function."),
        (SimpleNamespace(), "A value of type `SimpleNamespace` is no function."),
        (lambda x: x, "A lambda without a name cannot be checked."),
    ],
)
def test_what_is_no_function_of_a_cell(value, said):
    """Each kind of thing that is not to be checked is named."""
    assert refused(value)[0] == said


@pytest.mark.parametrize("seed", [-1, 1.5, "x", True, 2**32])
def test_what_is_no_seed(seed):
    """A seed is a whole number that NumPy takes."""
    with pytest.raises(Refused):
        as_seed(seed)


def test_without_a_notebook(capsys):
    """In plain Python there are no cells: it says what to run in a terminal."""
    grader.check("softmax")
    assert capsys.readouterr().out == (
        "grader.check works in a notebook, on functions that its cells define.\n"
        "Here, run in a terminal: grader check NAME --file FILE\n"
    )


@pytest.mark.usefixtures("chinese")
def test_what_is_refused_is_told_in_chinese(names):
    """What is no function of a cell is told in Chinese, with what to do."""
    assert refused(int) == (
        "`int` 是类，不是函数。",
        "grader.check 接受单元格里定义的函数，或它的名字。",
    )
    assert refused(lambda x: x, names)[1] == "请给它取练习的名字：def softmax(x): …"


def test_outside_of_a_kernel_it_is_told_in_chinese(monkeypatch, capsys):
    """The environment of who calls it chooses the language."""
    monkeypatch.setenv(language.VARIABLE, "zh")
    grader.check(len)
    language.use(language.ENGLISH)
    assert capsys.readouterr().out.startswith("grader.check 用在笔记本里，")
