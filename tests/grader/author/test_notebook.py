"""Notebooks hold what the stubs and visible cases hold, and no solution."""

import re
from pathlib import Path

import nbformat
import pytest
from markdown_it import MarkdownIt

from grader.author.build import notebooks, stubs
from grader.author.notebook import make, text
from grader.course import find_root, load
from grader.errors import UsageError
from grader.submission.stub import BEGIN, END

REAL = load(find_root(Path(__file__).parent))
CELL_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
VISIBLE = '''"""Worked examples."""

import numpy as np

from grader.cases import agree  # noqa: F401

LIMIT = 3


def test_one({name}):
    """one gives two"""
    agree({name}(1), 2)
'''


@pytest.fixture
def course(write_course):
    """Return a course of two exercises with a visible case each."""
    root = write_course("double", "twice")
    course = load(root)
    for place in course:
        place.visible.write_text(VISIBLE.format(name=place.exercise.name))
    return course


@pytest.fixture(scope="module")
def real():
    """Return the real course's notebooks by assignment."""
    return {one.name: nbformat.reads(made, 4) for one, made in notebooks(REAL)}


def build(course):
    """Return the notebook of a course with one assignment."""
    ((_, made),) = notebooks(course)
    return nbformat.reads(made, 4)


def cells(notebook):
    """Return the cells of a notebook by id."""
    found = {cell.id: cell for cell in notebook.cells}
    assert len(found) == len(notebook.cells)
    return found


def change(course, old, new):
    """Change the course's file, and read it again."""
    file = course.root / "exercises/course.toml"
    assert old in file.read_text()
    file.write_text(file.read_text().replace(old, new))
    return load(course.root)


def test_the_parts_of_an_exercise(course):
    """After the title and the imports come statement, stub and check of each."""
    found = cells(build(course))
    assert list(found) == [
        "basics-title",
        "basics-imports",
        "double-statement",
        "double-stub",
        "double-check",
        "twice-statement",
        "twice-stub",
        "twice-check",
    ]
    assert found["basics-title"].source.startswith("# B\n")
    assert found["basics-imports"].source == "import numpy as np"
    assert found["double-statement"].source == "Doubles numbers."
    assert found["double-stub"].source == (
        'def double(x):\n    """Return twice x."""\n'
        "    # YOUR CODE STARTS HERE\n    ...\n    # YOUR CODE ENDS HERE"
    )
    assert found["double-check"].source == (
        "# Visible cases only: `grader check` runs more.\n"
        "from grader.cases import agree\n"
        "from grader.notebook import show_visible\n\n\n"
        "LIMIT = 3\n\n\n"
        'def test_one(double):\n    """one gives two"""\n    agree(double(1), 2)\n\n\n'
        'show_visible("double", test_one)'
    )


def test_metadata_is_all_there_is(course):
    """A cell says what it is of and its role; it was never run."""
    notebook = build(course)
    found = cells(notebook)
    assert found["basics-title"].metadata == {"grader": {"role": "title"}}
    about = {"exercise": "double", "role": "stub"}
    assert found["double-stub"].metadata == {"grader": about}
    assert found["double-stub"].outputs == []
    assert found["double-stub"].execution_count is None
    assert notebook.metadata == {
        "kernelspec": {
            "display_name": "Python 3",
            "language": "python",
            "name": "python3",
        },
        "language_info": {"name": "python"},
    }
    assert (notebook.nbformat, notebook.nbformat_minor) == (4, 5)


def test_two_builds_are_the_same_bytes(course):
    """A notebook is the same in every build, ends in one newline, and is valid."""
    ((_, first),) = notebooks(course)
    ((_, second),) = notebooks(load(course.root))
    assert first == second
    assert first.endswith("}\n")
    assert "\r" not in first
    nbformat.validate(nbformat.reads(first, 4))


def test_cells_keep_their_ids(course):
    """An exercise more, before the others, changes no id and no cell of them."""
    before = cells(build(course))
    file = course.root / "exercises/course.toml"
    lines = file.read_text().splitlines()
    lines[4:4] = ["[[assignments.exercises]]", 'name = "new"']
    file.write_text("\n".join(lines))
    for folder, name in (("solutions", "{}.py"), ("tests/hidden", "test_{}.py"),
                         ("tests/visible", "test_{}.py")):  # fmt: skip
        old = course.root / folder / "basics" / name.format("double")
        new = old.with_name(name.format("new"))
        new.write_text(old.read_text().replace("double", "new"))
    after = cells(build(load(course.root)))
    assert before.items() <= after.items()
    assert len(after) == len(before) + 3


def test_long_names_have_ids_of_their_own(write_course):
    """Names too long for an id are cut, and still told apart."""
    names = ["long" * 20 + end for end in ("a", "b")]
    course = load(write_course(*names))
    found = cells(build(course))
    assert len(found) == 6
    assert all(CELL_ID.fullmatch(one) for one in found)


def test_an_exercise_without_visible_cases_has_no_check(write_course):
    """Nothing is shown to be run where there is nothing to run."""
    assert "double-check" not in cells(build(load(write_course("double"))))


def test_an_assignment_without_exercises_has_no_notebook(course):
    """A folder that is only planned is left out."""
    file = course.root / "exercises/course.toml"
    added = '\n[[assignments]]\nname = "later"\ntitle = "L"\n'
    file.write_text(file.read_text() + added)
    assert [one.name for one, _ in notebooks(load(course.root))] == ["basics"]


def test_cases_that_count_steps_are_left_out(course):
    """A check cell has the worked examples alone, as if there were no others."""
    before = build(course)
    file = course.places["double"].visible
    text = file.read_text().replace("import agree ", "import agree, same_work ")
    text = text.replace("import numpy as np\n", "import numpy as np\nimport pytest\n")
    file.write_text(
        f"{text}\n\n@pytest.mark.steps\ndef test_steps(double):\n"
        '    same_work(double, "row", lambda n: (n,))\n'
    )
    assert build(load(course.root)) == before


def test_a_tolerance_is_handed_over(course):
    """A check is as strict as the exercise asks; a long call has a line for each."""
    new = 'name = "double"\ntolerance = { rtol = 1e-3, atol = 0.5 }'
    file = course.places["double"].visible
    file.write_text(
        file.read_text() + "\n\ndef test_two_is_four_and_so_on(double):\n    pass\n"
    )
    found = cells(build(change(course, 'name = "double"', new)))
    assert found["double-check"].source.endswith(
        '\nshow_visible("double", test_one, test_two_is_four_and_so_on, '
        "rtol=0.001, atol=0.5)"
    )
    more = "\n\ndef test_three_is_six_and_so_on(double):\n    pass\n"
    file.write_text(file.read_text() + more)
    found = cells(build(load(course.root)))
    assert found["double-check"].source.endswith(
        '\nshow_visible(\n    "double",\n    test_one,\n'
        "    test_two_is_four_and_so_on,\n    test_three_is_six_and_so_on,\n"
        "    rtol=0.001,\n    atol=0.5,\n)"
    )


def test_a_function_of_another_notebook_is_brought(course):
    """A notebook has a place for what its exercises use and others ask for, once."""
    text = (course.root / "exercises/course.toml").read_text()
    old = '[[assignments.exercises]]\nname = "twice"'
    uses = 'name = "twice"\nuses = ["double"]'
    new = f'[[assignments]]\nname = "more"\ntitle = "M"\n{old}'
    for folder in ("solutions", "tests/visible", "tests/hidden"):
        (course.root / folder / "more").mkdir()
    for place in list(course)[1:]:
        for file in (place.solution, place.visible, place.hidden):
            file.rename(file.parents[1] / "more" / file.name)
    assert old in text
    course = change(course, old, new.replace('name = "twice"', uses))
    _, (_, made) = notebooks(course)
    found = cells(nbformat.reads(made, 4))
    assert list(found)[:4] == [
        "more-title",
        "more-imports",
        "double-bring",
        "double-used",
    ]
    assert "`double` is an exercise of another notebook, *B*" in (
        found["double-bring"].source
    )
    assert found["double-used"].source == "# Your double goes here."


BROKEN = [
    (b"def", "tests/visible/basics/test_double.py: line 1: not valid Python: "),
    (b"# \xe9", "tests/visible/basics/test_double.py is not UTF-8 text."),
    (b"\0", "tests/visible/basics/test_double.py: "),
]


@pytest.mark.parametrize(("data", "message"), BROKEN)
def test_cases_that_cannot_be_read_are_named(course, data, message):
    """A mistake in a file of visible cases is told with its path."""
    course.places["double"].visible.write_bytes(data)
    with pytest.raises(UsageError) as caught:
        build(course)
    assert caught.value.message.startswith(message)


def test_the_real_notebooks_are_valid(real):
    """Each has cells for all its exercises, in order, and nbformat accepts it."""
    assert list(real) == [one.name for one in REAL.assignments]
    for assignment in REAL.assignments:
        notebook = real[assignment.name]
        nbformat.validate(notebook)
        found = cells(notebook)
        assert all(CELL_ID.fullmatch(one) for one in found)
        names = [one.name for one in assignment.exercises]
        for role in ("statement", "stub", "check"):
            roles = [cell.metadata.grader for cell in notebook.cells]
            assert names == [one.exercise for one in roles if one.role == role]


def test_no_solution_is_inside(real):
    """No line of a solution is in a notebook that was not shown anyway."""
    shown = "\n".join(
        [made for _, made in stubs(REAL)]
        + [place.visible.read_text("utf-8") for place in REAL]
        + [file.read_text("utf-8") for file in REAL.root.glob("exercises/*/*/*.py")]
    )
    known = {line.strip() for line in shown.splitlines()}
    everything = {
        line.strip()
        for notebook in real.values()
        for cell in notebook.cells
        for line in cell.source.splitlines()
    }
    secret = set()
    for place in REAL:
        for part in place.solution.read_text("utf-8").split(BEGIN)[1:]:
            secret |= {line.strip() for line in part.split(END)[0].splitlines()}
    secret -= known | {""}
    assert len(secret) > 50
    assert not secret & everything


def test_the_real_statements_are_plain_markdown(real):
    """No formula is taken for emphasis, a link or HTML; headings are one level down."""
    parser = MarkdownIt()
    allowed = {
        "heading", "paragraph", "inline", "code_block", "ordered_list", "list_item",
        "text", "code_inline", "softbreak",
    }  # fmt: skip
    for notebook in real.values():
        for cell in notebook.cells:
            if cell.metadata.grader.role != "statement":
                continue
            tokens = parser.parse(cell.source)
            inside = [part for one in tokens for part in one.children or ()]
            kinds = {
                one.type.removesuffix("_open").removesuffix("_close")
                for one in [*tokens, *inside]
            }
            assert kinds <= allowed, cell.id
            assert [one.tag for one in tokens if one.type == "heading_open"] == ["h2"]


def test_text_is_sorted_and_unescaped(course):
    """The file is read by people, too: keys in order, no escapes, one space deep."""
    made = text(make(course, course.assignments[0], dict(_texts(course))))
    assert made.startswith('{\n "cells": [\n  {\n   "cell_type": "markdown",\n   "id"')
    change(course, 'title = "B"', 'title = "Ünïcode"')
    assert "# Ünïcode" in next(made for _, made in notebooks(load(course.root)))


def _texts(course):
    return ((place.exercise.name, made) for place, made in stubs(course))


@pytest.mark.usefixtures("chinese")
def test_in_chinese():
    """Of a Chinese notebook all is Chinese: title, remarks, and what a check prints."""
    made = make(REAL, REAL.assignments[0], dict(_texts(REAL)))
    found = cells(made)
    name = REAL.assignments[0].name
    assert found[f"{name}-title"].source.startswith("# Python 与 NumPy 基础\n\n先运行")
    checks = [one for one in made.cells if one.metadata.grader.role == "check"]
    for cell in checks:
        assert cell.source.startswith("# 这里只有可见用例：`grader check` 会运行更多。")
        assert re.search(r'language="zh",?\n?\)$', cell.source)
    pictures = [one for one in made.cells if one.metadata.grader.role == "picture"]
    assert pictures
    assert all('language="zh")' in cell.source for cell in pictures)
    for cell in made.cells:
        if cell.metadata.grader.role == "statement":
            assert not re.search(r"[\u4e00-\u9fff，。]\n[\u4e00-\u9fff]", cell.source)


@pytest.mark.usefixtures("chinese")
def test_what_is_brought_is_told_in_chinese():
    """A cell for a function of another notebook says so in Chinese."""
    named = {one.name: one for one in REAL.assignments}
    made = make(REAL, named["logistic_regression"], dict(_texts(REAL)))
    roles = {one.metadata.grader.role: one.source for one in made.cells}
    assert roles["used"].startswith("# 把你的 ")
    assert "是另一个笔记本*Python 与 NumPy 基础*里的练习" in roles["bring"]


def _texts(course):
    return ((place.exercise.name, made) for place, made in stubs(course))
