"""Stubs are made from solutions by their markers alone."""

import ast

import pytest

from grader.course import load
from grader.kit import FILE, Kit, Shipped
from grader.submission.stub import (
    MarkerError,
    defines,
    definition,
    function,
    make,
    text,
)

BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"
SOLUTION = f'''"""Title."""

import numpy as np


def f(x):
    """Return twice x."""
    {BEGIN}
    y = 2 * x
    return y
    {END}
'''
STUB = '''"""Title."""

import numpy as np


def f(x):
    """Return twice x."""
    # YOUR CODE STARTS HERE
    ...
    # YOUR CODE ENDS HERE
'''


def test_a_marked_region_becomes_a_place_to_write():
    """What is between the markers goes, and everything else stays."""
    assert make(SOLUTION) == STUB


def test_a_stub_is_python_that_returns_nothing():
    """A stub can be loaded and called as it is shipped."""
    namespace = {}
    exec(make(SOLUTION).replace("import numpy as np", ""), namespace)  # noqa: S102 - ours
    assert namespace["f"](1) is None


def test_several_regions_are_several_places():
    """Each region is a place of its own, at its own indentation."""
    text = (
        f"def f(x):\n    {BEGIN}\n    m = 1\n    {END}\n    for i in x:\n"
        f"        {BEGIN}\n        m += i\n        {END}\n    return m\n"
    )
    assert make(text).count("        ...\n") == 1
    assert make(text).count("    ...\n") == 2
    assert "return m" in make(text)
    assert "m = 1" not in make(text)
    ast.parse(make(text))


@pytest.mark.parametrize("end", ["", "\n", "\n\n\n"])
def test_a_stub_ends_in_one_line_end_or_as_the_solution_does(end):
    """The last line of a stub is complete."""
    assert make(SOLUTION.rstrip("\n") + end).endswith(
        "# YOUR CODE ENDS HERE\n" + end[1:]
    )


@pytest.mark.parametrize("old", ["\r\n", "\n"])
def test_line_ends_are_made_one_kind(old):
    """A solution from any system gives the same stub."""
    assert make(SOLUTION.replace("\n", old)) == STUB


@pytest.mark.parametrize("odd", ["\x0c", "\x1c", "\u2028", "\x85"])
def test_odd_characters_stay_in_their_line(odd):
    """A character that only looks like a line end is left where it is."""
    text = SOLUTION.replace("Title.", f"Ti{odd}tle.")
    assert make(text) == STUB.replace("Title.", f"Ti{odd}tle.")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (f"{BEGIN}\nx = 1\n", f"line 1: `{BEGIN}` has no partner"),
        (f"x = 1\n{END}\n", f"line 2: `{END}` has no partner"),
        (f"{BEGIN}\n{BEGIN}\n{END}\n", f"line 2: `{BEGIN}` has no partner"),
        (f"{BEGIN}\n{END}\n{END}\n", f"line 3: `{END}` has no partner"),
        (f"{BEGIN}\n{END}\n\n  {BEGIN}\n", f"line 4: `{BEGIN}` has no partner"),
        ("x = 1\n", f"no `{BEGIN}`: nothing is left for the student to write"),
        ("", f"no `{BEGIN}`: nothing is left for the student to write"),
        (
            f"x = 1  {BEGIN}\n",
            f"no `{BEGIN}`: nothing is left for the student to write",
        ),
    ],
)
def test_markers_that_do_not_pair_up_are_refused(text, message):
    """A mistake in the markers is told with its line: a solution must never leak."""
    with pytest.raises(MarkerError) as caught:
        make(text)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    "marker",
    ["###BEGIN SOLUTION", "### Begin Solution", "# BEGIN SOLUTION",
     "### BEGIN  SOLUTION", "### BEGIN SOLUTION:", "#### BEGIN SOLUTION"],
)  # fmt: skip
def test_misspelt_markers_never_leak_the_answer(marker):
    """A marker that is nearly right does not give a stub with the answer in it."""
    text = SOLUTION.replace(BEGIN, marker)
    with pytest.raises(MarkerError):
        make(text)
    with pytest.raises(MarkerError):
        make(SOLUTION + text.replace("def f", "def g"))


def test_the_function_of_a_stub_is_found(tmp_path):
    """The stub's function is read from the solution, without its answer."""
    path = tmp_path / "f.py"
    path.write_text(SOLUTION, "utf-8")
    found = function(path, "f")
    assert isinstance(found, ast.FunctionDef)
    assert "return" not in ast.unparse(found)
    assert function(path, "g") is None


@pytest.mark.parametrize(
    "text", [None, "def f(x): return x\n", f"{BEGIN}\ndef f(x): pass\n"]
)
def test_without_a_stub_there_is_no_function(tmp_path, text):
    """A missing solution, as in a student's kit, or one without markers has none."""
    path = tmp_path / "f.py"
    if text is not None:
        path.write_text(text, "utf-8")
    assert function(path, "f") is None


@pytest.fixture
def place(write_course):
    """Return an exercise of a small course."""
    return load(write_course("double")).places["double"]


def test_the_stub_is_made_from_the_solution(place):
    """In the course itself, a stub is what the solution gives now."""
    assert text(place) == make(place.solution.read_text("utf-8"))
    assert definition(place).name == "double"


def test_a_solution_that_is_changed_has_another_stub(place):
    """What was read of a solution is forgotten once it is another one."""
    before = text(place)
    changed = place.solution.read_text("utf-8").replace("def double", "def doubly")
    place.solution.write_text(changed, "utf-8")
    assert text(place) == before.replace("def double", "def doubly")
    other = place.solution.with_name("other.py")
    other.write_text(changed.replace("def doubly", "def twofold"), "utf-8")
    other.replace(place.solution)
    assert text(place) == before.replace("def double", "def twofold")


def test_a_kit_has_kept_its_stubs(place):
    """In a student kit, a stub is the one that was shipped."""
    shipped = Kit({"double": Shipped(unseen=0, stub="def double(x):\n    total = 0\n")})
    place.root.joinpath(FILE).write_bytes(shipped.encode())
    place.solution.unlink()
    assert text(place) == "def double(x):\n    total = 0\n"
    assert ast.unparse(definition(place).body[0]) == "total = 0"


def test_a_stub_that_is_not_known(place):
    """A kit that says nothing, or a solution that is wrong, has no stub to tell."""
    place.solution.write_bytes(b"\xff")
    assert (text(place), definition(place)) == (None, None)
    place.solution.unlink()
    assert (text(place), definition(place)) == (None, None)


@pytest.mark.parametrize(
    ("source", "found"),
    [(STUB, True), ("def g(x): 1\n", False), ("def f(", False), ("\0", False)],
)
def test_a_stub_defines_its_function(source, found):
    """A stub that is no Python defines nothing."""
    assert defines(source, "f") is found
