"""Cells in a real kernel, and the verdicts that are shown below them."""

import re

import pytest

LOAD = "%load_ext grader\nimport numpy as np"
RIGHT = """
%%check softmax --seed 7
def softmax(x):
    e = np.exp(x - x.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)

print(softmax(np.zeros((1, 2))))
"""
CELLS = {
    "load": LOAD,
    "passes": RIGHT,
    "goes on": "print(softmax(np.zeros((1, 4))).shape)",
    "fails": """
%%check softmax
def softmax(x):
    print("<b>bold</b>")
    return np.exp(x) / np.sum(np.exp(x))
""",
    "named by magic": "%check softmax",
    "loops": """
%%check softmax
def softmax(x):
    x = np.exp(x - x.max(axis=1, keepdims=True))
    for row in x:
        row /= row.sum()
    return x
""",
    "not started": """
%%check
def L1(yhat, y):
    # YOUR CODE STARTS HERE
    ...
    # YOUR CODE ENDS HERE
""",
    "helper": "def half(x):\n    return half_of(x)",
    "crashes": """
%%check L1
def L1(yhat, y):
    return half(yhat - y)
""",
    "hostile": """
%%check L1
def L1(yhat, y):
    raise ValueError("<script>alert(1)</script><img src=x onerror=alert(2)>")
""",
    "hostile key": """
%%check L2
def L2(yhat, y):
    return {"<script>": yhat}
""",
    "hostile keys": """
%%check propagate
def propagate(w, b, X, Y):
    return {"<script>alert(1)</script>": w}, 0.5
""",
    "named by function": """
import grader

def basic_sigmoid(x):
    return 1 / (1 + np.exp(-x))

grader.check(basic_sigmoid)
""",
    "no such": "%check sofmax",
    "not defined": "%check image2vector",
    "another cell": "%%check softmax\nx = 1",
    "nothing of the course": "%%check\nx = 1",
    "broken": "%%check L2\ndef L2(yhat, y)\n    return 1",
    "stops": "%%check L2\ndef L2(yhat, y):\n    return np.sum((y - yhat) ** 2)\n1 / 0",
    "two": """
%%check
def L1(yhat, y):
    return np.sum(np.abs(yhat - y))

def L2(yhat, y):
    return np.sum((yhat - y) ** 2)
""",
    "module": "from textwrap import dedent as softmax\n%check softmax",
    "built in": "grader.check(np.exp)",
    "state": """
import subprocess, sys
subprocess.run = sys.executable = None
np.allclose = np.array_equal = lambda *a, **k: True
""",
    "old": "grader.check('basic_sigmoid')",
}


@pytest.fixture(scope="module")
def shown(course, execute):
    """Return what each cell showed: everything, and the block's text and HTML."""
    texts = list(CELLS.values())
    # What a student did to the kernel is the last: it is there to break things.
    outputs = execute(course / "exercises" / "numpy_basics", *texts)
    return dict(zip(CELLS, outputs, strict=True))


def block(outputs):
    """Return the one block among a cell's outputs: its text and its HTML."""
    (data,) = [one.data for one in outputs if "text/html" in one.get("data", {})]
    return data["text/plain"], data["text/html"]


def printed(outputs):
    """Return what a cell printed."""
    return "".join(one.text for one in outputs if one.output_type == "stream")


SAID = {
    "passes": "✓ softmax   10 of 10 cases, no loops.",
    "fails": "softmax   this cell, line 2",
    "named by magic": "softmax   cell [4], line 2",
    "loops": "! explicit-loop   this cell, line 4",
    "not started": "· L1   not started   this cell, line 2",
    "crashes": "    Cell [8], line 2: The name `half_of` is not defined in any cell",
    "hostile": "    Line 3: It raised ValueError: <script>alert(1)</script><img",
    "hostile key": "The returned value is a dict",
    "hostile keys": "✗ ",
    "named by function": "✓ basic_sigmoid   ",
    "no such": "No exercise `sofmax`.\nDid you mean `softmax`?",
    "not defined": "No cell that was run defines `image2vector`.\nRun the cell ",
    "another cell": "This cell does not define `softmax`.\n%check softmax checks the ",
    "nothing of the course": "This cell defines no function of this course.",
    "broken": "this cell, line 2: it is not valid Python: a colon is missing "
    "(SyntaxError: expected ':').",
    "stops": "✓ L2   ",
    "two": "✓ L2 ",
    "module": "`softmax` comes from ",
    "built in": "`exp` was not written in a cell: it is built in.",
}
NEXT = {
    "passes": "Next: go on with the exercise that comes after this one.",
    "fails": "Next: look at this cell, line 2, then run this cell again.",
    "named by magic": "Next: look at cell [4], line 2, then run that cell and this "
    "check again.",
    "loops": "Next: replace the loop in this cell, line 4, then run this cell again.",
    "not started": "Next: write L1 in this cell, line 2, then run this cell again.",
    "broken": "Next: mend this cell, line 2, then run this cell again.",
    "hostile": "Next: look at this cell, line 3, then run this cell again.",
}


@pytest.mark.parametrize("cell", SAID)
def test_what_is_said(shown, cell):
    """Each verdict, and each reason for none, is told in its words, in both forms."""
    text, page = block(shown[cell])
    assert " ".join(SAID[cell].split()) in " ".join(text.split())
    assert page.startswith("<div ")


@pytest.mark.parametrize("cell", NEXT)
def test_what_is_next(shown, cell):
    """The last line is what to do, and where."""
    text, page = block(shown[cell])
    assert text.endswith(NEXT[cell])
    assert f">{NEXT[cell]}</p></div>" in page


@pytest.mark.parametrize("cell", SAID)
def test_nothing_of_the_student_is_markup(shown, cell):
    """Of tags only those of a block are there: no script, no image, no handler."""
    page = block(shown[cell])[1]
    tags = set(re.findall(r"<\s*/?\s*(\w+)", page))
    assert tags <= {"div", "p", "b", "ul", "li", "pre"}
    assert set(re.findall(r"<\w+ (\w+)=", page)) <= {"style"}


def test_a_checked_cell_is_run(shown):
    """A cell that is checked prints and defines as any other, before its verdict."""
    assert printed(shown["passes"]) == "[[0.5 0.5]]\n"
    assert [one.output_type for one in shown["passes"]] == ["stream", "display_data"]
    assert printed(shown["goes on"]) == "(1, 4)\n"


def test_arrays_and_prints_are_shown(shown):
    """A failure shows yours and expected, the mistake by name, and what it printed."""
    text, page = block(shown["fails"])
    for said in (text, page):
        assert "yours     0.852  0.001  0.016  0.000  0.000    row sum 0.8688" in said
        assert "adds up the whole array" in said
    assert "    | <b>bold</b>" in text
    assert "&lt;b&gt;bold&lt;/b&gt;" in page


def test_the_seed_is_taken(shown):
    """What stands behind the magic is what is done."""
    assert ", seed 7, " in block(shown["passes"])[0]


def test_a_loop_is_marked(shown):
    """A finding has its line, and a mark below what is meant."""
    page = block(shown["loops"])[1]
    assert "4 |     for row in x:\n        ^^^^^^^^^^^^^</pre>" in page


def test_a_line_of_another_cell(shown):
    """The row of a crash has the number that its cell has it at."""
    assert "       2 | return half_of(x)" in block(shown["crashes"])[0]


def test_a_cell_that_stops_is_an_error(shown):
    """What a cell raised is told above its verdict, and stops what comes after."""
    kinds = [one.output_type for one in shown["stops"]]
    assert kinds == ["error", "display_data", "error"]
    assert shown["stops"][0].ename == "ZeroDivisionError"
    assert "Cell" in "".join(shown["stops"][0].traceback)
    assert shown["stops"][2].traceback == [
        "ZeroDivisionError, told above: the cell did not run to its end."
    ]


def test_a_kernel_in_disorder(shown):
    """Whatever a student did to NumPy in the kernel, the verdict is the same."""
    assert block(shown["old"])[0].startswith("✓ basic_sigmoid")


def test_no_course(execute, tmp_path):
    """Outside of a course the sentence says what is missing and what to do."""
    ((said,),) = execute(tmp_path, "%load_ext grader\n%check softmax")
    assert said.data["text/plain"] == (
        f"No course here: neither {tmp_path} nor a folder above it has "
        "exercises/course.toml.\nKeep the notebook in the folder of the course, or "
        "change the kernel's: %cd FOLDER"
    )
