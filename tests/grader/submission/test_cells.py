"""Cells become one source; each line of it is found in its cell again."""

import ast

import pytest
from handed import notebook
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.spot import Spot
from grader.submission import cells, vetting
from grader.submission.cells import parse
from grader.submission.files import UnreadableError
from grader.submission.notebook import Cell
from grader.submission.source import MAX_SOURCE


def source(*cells):
    """Return cells of code, those that begin with # apart, as a source."""
    kinds = [("markdown" if cell.startswith("# ") else "code", cell) for cell in cells]
    return parse(notebook(kinds), "w.ipynb")


def test_lines_are_found_in_their_cells():
    """Each line of the joined text is told by its cell and its line there."""
    made = source("a = 1\nb = 2", "# text\nmore", "", "c = 3\n\nd = 4\n")
    assert made.text == "a = 1\nb = 2\n\nc = 3\n\nd = 4\n"
    spots = [made.place(number) for number in range(1, 8)]
    assert spots == [Spot(1, 1), Spot(2, 1), Spot(1, 3), Spot(1, 4), Spot(2, 4),
                     Spot(3, 4), Spot(4, 4)]  # fmt: skip
    assert made.at(Spot(3, 4)) == "d = 4"
    assert [node.lineno for node in made.tree.body] == [1, 2, 4, 6]


BROKEN = {
    "a line": ("x = 1\ny = (1 2)\nz = 3", "x = 1\n\nz = 3", 2, "invalid syntax"),
    "what is not closed": ("x = (1,\ny = 2", "\ny = 2", 1, "'(' was never closed"),
    "an open text": ("x = 1\ny = '''\nz = 3", "x = 1\n\nz = 3", 2, "unterminated"),
    "a text at the margin": ("x = '''\na b\n'''\n1 2", "x = '''\na b\n'''\n", 4, ""),
    "brackets at the margin": ("x = [\n1,\n]\n1 2", "x = [\n1,\n]\n", 4, ""),
    "else": ("if x:\n  y = 1\nelse:\n  y = 2\n1 2", None, 5, "invalid syntax"),
    "try": ("try:\n  y = 1\nexcept E:\n  y = 2\nfinally:\n  pass\n1 2", None, 7, ""),
    "a decorator": ("@a\n@b(1)\ndef f(): pass\n1 2", None, 4, "invalid syntax"),
    "a tab": ("if x:\n\ty = 1\n        z = 2\nw = 1", "\n\n\nw = 1", 3, "TabError"),
    "NUL": ("x = 1\ny = '\0'", "x = 1\n", 2, "null bytes"),
    "a name that is global": ("def f(x):\n  global x\ny = 1", "\n\ny = 1", 2, "global"),
    "an exec of Python 2": ("exec 'x'\ny = 1", "\ny = 1", 1, "it is Python 2 and not"),
    "an exception of Python 2": ("try:\n  x\nexcept A, e:\n  y\nz = 1",
                                 "\n\n\n\nz = 1", 3, "it is Python 2 and not valid"),
    "too deep": ("x = " + "(" * 999 + "\ny = 1", "\ny = 1", 1, "too"),
}  # fmt: skip


@pytest.mark.parametrize("what", BROKEN)
def test_broken_cells(what):
    """Of a cell that is no Python what can be read is left, and the fault is known."""
    text, left, line, said = BROKEN[what]
    made = source("# first", text, "after = 1")
    if left is None:
        left = "\n".join(text.split("\n")[:-1]) + "\n"
    assert made.text == f"{left}\nafter = 1"
    (broken,) = made.broken
    assert said in broken.fault.about("w")
    assert broken.fault.spot == Spot(line, 2)


def test_broken_definitions_are_known():
    """A definition that cannot be read is known by its name."""
    made = source("def f(x:\n  1", "x = 1", "class C(:\n  1\n\ndef g(x):\n  return 1")
    assert [one.names for one in made.broken] == [{"f"}, {"C"}]
    assert [one.fault.spot.cell for one in made.broken] == [1, 3]
    assert "def g" in made.text


FILLED = {
    "a loop": ("def f(x):\n  for i in x:\n    # here\n  return x", True),
    "a loop at the end": ("def f(x):\n  for i in x:\n    # here\n", True),
    "two": ("def f(x):\n  for i in x:\n    # a\n\n  if x:\n    # b\n  return x", True),
    "the function": ("def f(x):\n  # here\n\nx = 1", True),
    "no room": ("def f(x):\n  for i in x:\n  return x", False),
    "another mistake": ("def f(x):\n  for i in x:\n    # a\n  return (x", False),
}


@pytest.mark.parametrize("what", FILLED)
def test_empty_blocks_are_filled(what):
    """A definition whose only fault is an empty block is known with it filled."""
    text, is_filled = FILLED[what]
    one = source(text).broken[0]
    assert one.names == {"f"}
    assert (one.blank is not None) is is_filled
    if one.blank is not None:
        node, filled = one.blank
        assert ast.dump(node) == ast.dump(ast.parse(filled).body[0])


def test_cells_do_not_run_into_each_other():
    """What one cell leaves open is not closed by the next."""
    made = source("x = '''", "y = 1", "z = '''", "if y:\n  a = 1", "else:\n  a = 2")
    assert made.text == "\ny = 1\n\nif y:\n  a = 1\n\n"


def test_imports_of_the_future():
    """An import of the future in a later cell keeps nothing from being read."""
    made = source("# text", "import os", "from __future__ import annotations\nx = 1")
    assert made.text == "import os\npass\nx = 1"
    made = source("from __future__ import annotations\nx = 1", "y = 1")
    assert made.text == "from __future__ import annotations\nx = 1\ny = 1"


def test_a_name_bound_across_cells():
    """What only all cells together are at fault for is told by cell and line."""
    with pytest.raises(UnreadableError) as caught:
        source("x = 1", "y = 1\nglobal x")
    said = caught.value.about("w")
    assert said.startswith("w, cell 2, line 2: it is not valid Python: ")


def test_too_much_code():
    """There may be as much code as in a file, and no more."""
    line = "x = 1  # " + "y" * 90 + "\n"
    cell = line * 60
    many = MAX_SOURCE // (len(cell) + 1)
    assert source(*[cell] * many).tree.body
    with pytest.raises(UnreadableError, match="holds more than 128 KB of code"):
        source(*[cell] * (many + 1))
    with pytest.raises(UnreadableError, match="holds more than 128 KB of code"):
        source("\n" * 1_000_000)


def test_only_long_cells_are_vetted(monkeypatch):
    """Cells that are short, and not too many, are read without another process."""
    asked = []
    monkeypatch.setattr(vetting, "complaint", lambda text: asked.append(len(text)))
    line = "x = 1  # " + "y" * 90 + "\n"
    source(*[line * 60] * 5)
    assert asked == []
    source(line * 90)
    assert asked == [9000]
    source(*[line * 60] * 6)
    assert len(asked) == 2


def test_hostile_cells_cost_themselves():
    """Towers of brackets and the like in one cell leave the others."""
    hostile = (
        "x = " + "-" * 7000 + "1",
        "(" * 8000,
        "x = " + "(" * 99 + ")" * 99,
        "\ufffd" * 100,
        "'" * 7001,
        "@a\n" * 2000,
        "def f(:\n" * 900,
    )
    for bad in hostile:
        assert source("y = 1", bad, "z = 1").text.endswith("z = 1")


def test_too_many_broken_cells():
    """A notebook of which nearly nothing is Python is refused."""
    with pytest.raises(UnreadableError, match="holds too much that is not valid"):
        source(*["1 2"] * 300)


CELLS = st.sampled_from(
    ["a = 1", "def f(x):\n    return x", "%a\nb = 2", "x = (1 2)", "", "# text",
     "'''\n%a\n'''", "if a:\n    b = 1\n\n", "def g(:\n    pass\nc = 3", "%%bash\nls",
     "@d\ndef h():\n\n    return 1\n"]
)  # fmt: skip


@given(st.lists(CELLS | st.text(max_size=20).filter(lambda text: text[:2] != "# "),
                min_size=1, max_size=6))  # fmt: skip
def test_positions_map_back(cells):
    """Each statement kept is, in its cell and at its line there, what it was."""
    try:
        made = source(*cells, "last = 1")
    except UnreadableError:
        # What is no notebook for other reasons is tried elsewhere.
        assert any("\0" in cell or "global" in cell for cell in cells)
        return
    for node in made.tree.body:
        spot = made.place(node.lineno)
        lines = cells[spot.cell - 1] if spot.cell <= len(cells) else "last = 1"
        lines = lines.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        line = made.line(node.lineno)
        assert made.at(spot) == line
        assert line in (lines[spot.line - 1], lines[spot.line - 1].strip(), "pass") or (
            lines[spot.line - 1].endswith(line.strip())
        )


PIECES = st.sampled_from((
    "x = 1", "y = 2;", "", " ", "\n", "# why", "x = (", "1)", "@g", "@(", "g)", "'''",
    "def f():", "    return 1", "    pass", "if x:", "else:", "try:", "finally:", "\\",
    "x = 1 \\", "\t", "\r", "  # in", "global x", "from __future__ import division",
    "import numpy as np; x = 3", "return", "for i in x: pass", "(", ")", "{", "}", "\f",
    "async def h():", "  await x", "class A:", "%time x", "é = 1", "# coding: latin-1",
))  # fmt: skip


@settings(max_examples=300)
@given(st.lists(st.lists(PIECES, max_size=4).map("\n".join), max_size=5))
def test_cells_at_once_are_as_one_by_one(texts):
    """What is parsed as a whole is what comes of trying each cell alone."""
    some = [Cell(number, text) for number, text in enumerate(texts, 1)]
    whole = cells._whole(texts, "w.ipynb")
    found = seen(some)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cells, "_whole", lambda *_: None)
        alone = seen(some)
    assert found == alone
    assert whole is None or alone[3] == []


def seen(some):
    """Return what comes of cells: text, tree and places, or why there is none."""
    try:
        made = cells.join(some, "w.ipynb", "")
    except UnreadableError as error:
        return str(error), error.spot
    tree = ast.dump(made.tree, include_attributes=True)
    broken = [(one.names, str(one.fault), one.fault.spot) for one in made.broken]
    return made.text, tree, made.layout, broken


def test_cells_of_plain_python_are_parsed_once(monkeypatch):
    """Where no statement goes from cell to cell the parser is asked once."""
    asked = []
    read = cells.parser.parse
    monkeypatch.setattr(cells.parser, "faults", pytest.fail)
    monkeypatch.setattr(
        cells.parser, "parse", lambda *some: asked.append(some) or read(*some)
    )
    source("import math", "@g\ndef f(x):\n    return (x,\n  1)", "# text", "y = 2\n")
    assert len(asked) == 1
