"""Cells that were run, read as one source, with the positions of cells."""

import hashlib

import pytest

from grader.course import load
from grader.session import cells as reader
from grader.spot import HERE, Executed, Spot
from grader.submission.notebook import Cell as Any
from grader.submission.source import MAX_SOURCE
from grader.verdict import Status


def Cell(number, text):  # noqa: N802 - a cell that was run
    """Return a cell by the number that a kernel gave it."""
    return Any(Executed(number), text)


IMPORT = Cell(1, "import numpy as np\n")
HELPER = Cell(2, "\n\ndef twice(x):\n    return 2 * x\n")
ANSWER = Cell(5, "#\ndef double(x):\n    return twice(np.asarray(x))\n")

LONG = Cell(3, "def double(x):\n" + "    # more\n" * (MAX_SOURCE >> 3) + "    pass")


@pytest.fixture
def read(write_course):
    """Return a function that reads `double` from cells: its entry."""
    course = load(write_course("double"))

    def start(*cells, name="", target=None):
        place = course.places["double"]
        target = target or reader.definer(cells, ("double",))
        return reader.told(reader.read(course, place, cells, target, name)[1])

    return start


def kept(entry):
    """Return the lines of what is kept of an answer."""
    source = entry.extract.source
    return [source.line(node.lineno) for node in entry.extract.statements]


def test_other_cells_are_there(read):
    """Imports and helpers of other cells are the answer's, before it and after it."""
    wanted = ["import numpy as np", "def twice(x):", "def double(x):"]
    assert kept(read(IMPORT, HELPER, ANSWER)) == wanted
    after = kept(read(ANSWER, Cell(6, IMPORT.text), Cell(7, HELPER.text)))
    assert sorted(after) == sorted(wanted)


def test_places(read):
    """A line is told by its cell, in the cell of the answer by its number alone."""
    entry = read(IMPORT, HELPER, ANSWER)
    assert (entry.path, entry.spot) == ("cell [5]", Spot(2))
    other = entry.where(entry.extract.statements[1].lineno)
    assert other == Spot(3, 2)
    assert other.said == "cell [2], line 3"
    assert entry.extract.source.at(other) == "def twice(x):"
    assert entry.extract.source.at(entry.spot) == "def double(x):"
    here = read(IMPORT, HELPER, ANSWER, name=HERE)
    assert (here.path, here.where(1).said) == ("this cell", "cell [1], line 1")


@pytest.mark.parametrize(
    ("cells", "counted"),
    [
        ((IMPORT, HELPER, ANSWER), (IMPORT, HELPER, ANSWER)),
        ((IMPORT, Cell(2, "%magic\n"), ANSWER), (IMPORT, Cell(2, "%magic\n"), ANSWER)),
        ((ANSWER, Cell(7, "double = 2\n")), (ANSWER, Cell(7, "double = 2\n"))),
        ((LONG,), ()),
    ],
)
def test_what_was_judged_is_told_by_its_hash(write_course, cells, counted):
    """A verdict has the hash of the cells that count, as they were run."""
    course = load(write_course("double"))
    target = reader.definer(cells, ("double",))
    submission, _ = reader.read(course, course.places["double"], cells, target)
    text = "\n".join(cell.text for cell in counted)
    assert submission.sha256 == hashlib.sha256(text.encode()).hexdigest()


def test_a_broken_cell_costs_itself(read):
    """A cell that is no Python is left out; one that holds the answer is told."""
    assert read(IMPORT, Cell(2, "1 +\n"), HELPER, ANSWER).status is None
    broken = Cell(7, "\ndef double(x)\n    return x\n")
    for cells in ([IMPORT, broken], [IMPORT, HELPER, ANSWER, broken]):
        entry = read(*cells)
        assert entry.status is Status.UNREADABLE
        assert entry.message == (
            "cell [7], line 2: it is not valid Python: a colon is missing "
            "(SyntaxError: expected ':')."
        )
        assert entry.spot == Spot(2)


def test_limits(read):
    """A cell that no file of a student's could hold is told so, and is not parsed."""
    entry = read(LONG)
    assert entry.message == "cell [3] holds more than 128 KB of code."


def test_cells_that_are_no_file_together(read):
    """Where the cells together are no Python, the one of the answer is read alone."""
    cell = Cell(2, "def other():\n    from os import *\n")
    entry = read(IMPORT, cell, HELPER, ANSWER)
    assert entry.spot == Spot(2)
    assert "def double(x):" in kept(entry)


def test_an_older_function(read):
    """Of a function that was defined again later, the older one can be meant."""
    older = Cell(1, "def double(x):\n    return x + x\n")
    entry = read(older, ANSWER, target=older)
    assert (entry.path, entry.spot) == ("cell [1]", Spot(1))


def test_a_cell_run_again(read):
    """That an earlier cell defined the same function is not held against it."""
    older = Cell(1, "def double(x):\n    return x + x\n")
    assert (
        read(older, IMPORT._replace(number=Executed(2)), HELPER, ANSWER).findings == ()
    )


def test_a_function_made_of_the_older_one(read):
    """A function that takes an older one of its name in has it."""
    older = Cell(1, "def double(x):\n    return x + x\n")
    entry = read(older, Cell(2, "import numpy as np\ndouble = np.vectorize(double)"))
    assert entry.spot == Spot(2)
    assert "def double(x):" in kept(entry)


def test_imports_of_the_future(read):
    """What a file has at its top may stand at the top of any cell."""
    cell = Cell(5, "from __future__ import annotations\n" + ANSWER.text)
    entry = read(IMPORT, HELPER, cell)
    assert entry.status is None
    assert entry.spot == Spot(3)


def test_a_long_session(read):
    """Of cells that were run again and again the last ones count, and all imports."""
    long = "".join(f"    x = x + {n}\n" for n in range(400))
    again = [
        Cell(n, f"def double(x):\n{long}    return np.sum(x)\n") for n in range(2, 100)
    ]
    assert sum(len(cell.text) for cell in again) > 2 * MAX_SOURCE
    entry = read(IMPORT, *again)
    assert kept(entry)[0] == "import numpy as np"
    assert (entry.path, entry.spot) == ("cell [99]", Spot(1))


def test_names_that_nothing_defines(read):
    """What no cell defines is said to be missing in the words of cells."""
    entry = read(Cell(1, "def double(x):\n    return len(np.array(twice(x)))"))
    assert entry.absent["twice"] == (
        "The name `twice` is not defined in any cell that was run: is it misspelt, or "
        "missing?"
    )
    assert entry.absent["np"] == (
        "`np` is not defined: a cell needs `import numpy as np`."
    )
    assert "len" not in entry.absent


@pytest.mark.parametrize(
    ("text", "defines"),
    [
        ("def f(x):\n    pass", True),
        ("f = lambda x: x", True),
        ("f = np.vectorize(g)", False),
        ("def g(x):\n    pass\nf = np.vectorize(g)", True),
        ("f, g = 1, 2", False),
        ("if True:\n    def f(x):\n        pass", True),
        ("@cache\ndef f(x):\n    pass", True),
        ("def f(x)\n    pass", True),
        ("from m import f", False),
        ("f(3)", False),
        ("def g(f):\n    return f", False),
        ("[f for f in g]", False),
        ("'def f(x):'", False),
    ],
)
def test_what_defines(text, defines):
    """A cell defines what it gives a name as a function; imports do not."""
    assert bool(reader.definer([Cell(1, text)], ("f",))) is defines
