"""Cells read as one file, and positions put back into cells."""

import msgspec
import pytest

from grader.course import load
from grader.session import cells as reader
from grader.session.cells import EXECUTED, HERE, Cell
from grader.submission.source import MAX_SOURCE
from grader.verdict import (
    Case,
    CaseStatus,
    Evidence,
    Exercise,
    Finding,
    Status,
    Visibility,
)

IMPORT = Cell(1, "import numpy as np\n")
HELPER = Cell(2, "\n\ndef twice(x):\n    return 2 * x\n")
ANSWER = Cell(5, "#\ndef double(x):\n    return twice(np.asarray(x))\n")


@pytest.fixture
def read(write_course):
    """Return a function that reads `double` from cells: its entry, and positions."""
    course = load(write_course("double"))

    def start(*cells, called=EXECUTED):
        place = course.places["double"]
        target = reader.definer(cells, ("double",))
        return reader.read(course, place, cells, target, called)[1:]

    return start


def kept(entry):
    """Return the lines of what is kept of an answer."""
    source = entry.extract.source
    return [source.line(node.lineno) for node in entry.extract.statements]


def test_other_cells_are_there(read):
    """Imports and helpers of other cells are the answer's, before it and after it."""
    wanted = ["import numpy as np", "def twice(x):", "def double(x):"]
    assert kept(read(IMPORT, HELPER, ANSWER)[0]) == wanted
    after = kept(read(ANSWER, IMPORT._replace(number=6), HELPER._replace(number=7))[0])
    assert sorted(after) == sorted(wanted)


def test_places(read):
    """A line is told by its cell, and by its number in there."""
    entry, joined = read(IMPORT, HELPER, ANSWER)
    assert joined.place(entry.line) == ("cell [5]", 2, 5)
    assert joined.place(entry.extract.statements[1].lineno) == ("cell [2]", 3, 2)
    here = read(IMPORT, HELPER, ANSWER, called=HERE)[1]
    assert here.place(entry.line)[0] == "this cell"
    assert here.place(1)[0] == "cell [1]"


def test_a_broken_cell_costs_itself(read):
    """A cell that is no Python is left out; one that holds the answer is told."""
    entry, _ = read(IMPORT, Cell(2, "1 +\n"), HELPER, ANSWER)
    assert entry.status is None
    entry, joined = read(IMPORT, Cell(7, "\ndef double(x)\n    return x\n"))
    assert entry.status is Status.UNREADABLE
    assert entry.message == (
        "cell [7], line 2: it is not valid Python: a colon is missing (SyntaxError: "
        "expected ':')."
    )
    assert joined.place(entry.line) == ("cell [7]", 2, 7)


def test_an_older_function(write_course):
    """Of a function that was defined again later, the older one can be meant."""
    course = load(write_course("double"))
    older = Cell(1, "def double(x):\n    return x + x\n")
    _, entry, joined = reader.read(
        course, course.places["double"], [older, ANSWER], older
    )
    assert joined.place(entry.line) == ("cell [1]", 1, 1)


def test_imports_of_the_future(read):
    """What a file has at its top may stand at the top of any cell."""
    cell = Cell(5, "from __future__ import annotations\n" + ANSWER.text)
    entry, joined = read(IMPORT, HELPER, cell)
    assert entry.status is None
    assert joined.place(entry.line) == ("cell [5]", 3, 5)


def test_a_long_session(read):
    """Of cells that were run again and again the last ones count, and all imports."""
    long = "".join(f"    x = x + {n}\n" for n in range(400))
    again = [
        Cell(n, f"def double(x):\n{long}    return np.sum(x)\n") for n in range(2, 100)
    ]
    assert sum(len(cell.text) for cell in again) > 2 * MAX_SOURCE
    entry, joined = read(IMPORT, *again)
    assert kept(entry)[0] == "import numpy as np"
    assert joined.place(entry.line) == ("cell [99]", 1, 99)


@pytest.mark.parametrize(
    ("text", "defines"),
    [
        ("def f(x):\n    pass", True),
        ("f = lambda x: x", True),
        ("f, g = 1, 2", True),
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
    """A cell defines what it gives a name to; calls and imports do not."""
    assert bool(reader.definer([Cell(1, text)], ("f",))) is defines


FINDING = Finding(
    rule="explicit-loop",
    message="a loop",
    path="cell [5]",
    line=5,
    column=1,
    end_line=6,
    evidence=Evidence.STATIC,
)
CASE = Case(
    id="a",
    name="a",
    visibility=Visibility.SHOWN,
    status=CaseStatus.CRASHED,
    points=0.0,
    max_points=1.0,
    message="Line 5: It broke.\n\nx   7 | 8\n\n   5 | return 2 * x\ncalled as f(x)",
    seconds=0.0,
    stdout="",
)


def verdict(message="Line 5: It broke."):
    """Return a verdict with a place in each of its texts."""
    return Exercise(
        name="double",
        assignment="basics",
        status=Status.FAILED,
        points=0.0,
        max_points=10.0,
        message=message,
        misconception=None,
        findings=(FINDING,),
        cases=(CASE, msgspec.structs.replace(CASE, message="Line up: it is no line.")),
    )


def test_a_verdict_in_cells(read):
    """Findings, sentences and rows of code have the positions of cells."""
    joined = read(IMPORT, HELPER, ANSWER, called=HERE)[1]
    told = joined.exercise(verdict())
    (finding,) = told.findings
    assert (finding.path, finding.cell, finding.line) == ("cell [2]", 2, 3)
    assert finding.end_line == 4
    assert joined.line(finding) == "def twice(x):"
    assert told.message == "Line 3 of cell [2]: It broke."
    assert told.cases[0].message == (
        "Line 3 of cell [2]: It broke.\n\nx   7 | 8\n\n"
        "   3 | return 2 * x\ncalled as f(x)"
    )
    assert told.cases[1].message == "Line up: it is no line."


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("Not run: line 9: no.", "Not run: line 2: no."),
        ("Not run: line 1: no.", "Not run: line 1 of cell [1]: no."),
        (
            "Every value is right, but see line 10: a loop, but see line 10: x",
            "Every value is right, but see line 3: a loop, but see line 10: x",
        ),
        ("It printed line 9: x", "It printed line 9: x"),
        (
            "Line 10: The name `a` is not defined in this file: is it?",
            "Line 3: The name `a` is not defined in any cell that was run: is it?",
        ),
        (
            "Line 10: `np` is not defined: the file needs `import numpy as np`.",
            "Line 3: `np` is not defined: a cell needs `import numpy as np`.",
        ),
    ],
)
def test_sentences(read, message, told):
    """Only what is a position of ours is put back into cells."""
    joined = read(IMPORT, HELPER, ANSWER, called=HERE)[1]
    assert joined.exercise(verdict(message)).message == told
