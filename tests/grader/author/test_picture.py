"""Pictures become cells that need nothing but the notebook."""

import nbformat
import pytest

from grader.author.build import notebooks
from grader.author.picture import pictures
from grader.course import load
from grader.errors import UsageError

FILE = '''"""Pictures of double."""

import math
from pathlib import Path

import numpy as np

GRID = 5


def line(figure, double):
    """Twice a number, for 5*5 numbers.

    The line is straight.
    """
    _draw(figure, double)


def table(double, figure, data):
    axes = figure.subplots()
    axes.set_title(Path(data).name)
    _draw(figure, double)


def own_image(figure, image):
    """A picture of the student's."""


def empty(figure):
    """Nothing yet."""


def _draw(figure, double):
    x = np.arange(GRID)  # noqa: NPY002
    figure.gca().plot(x, double(x))
'''


@pytest.fixture
def course(write_course):
    """Return a course with an exercise that has pictures."""
    course = load(write_course("double", "twice"))
    write(course, FILE)
    return course


def write(course, text):
    """Write the file of pictures."""
    file = course.places["double"].pictures
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)


def test_cells_of_pictures(course):
    """Each picture has a caption and its code, after the exercise's own cells."""
    ((_, made),) = notebooks(course)
    cells = {cell.id: cell for cell in nbformat.reads(made, 4).cells}
    names = [name for name in cells if name.startswith("double-")]
    assert names == [
        "double-statement",
        "double-stub",
        "double-caption-line",
        "double-picture-line",
        "double-caption-table",
        "double-picture-table",
        "double-caption-empty",
        "double-picture-empty",
    ]
    assert cells["double-caption-line"].source == (
        "Twice a number, for 5\\*5 numbers.\n\nThe line is straight."
    )
    assert cells["double-caption-table"].source == "table"
    about = {"exercise": "double", "role": "picture"}
    assert cells["double-picture-line"].metadata == {"grader": about}
    assert "matplotlib" in cells["basics-title"].source
    assert cells["double-picture-line"].source == (
        "from grader.notebook import show_picture\n\n\n"
        "GRID = 5\n\n\n"
        "def line(figure, double):\n"
        '    """Twice a number, for 5*5 numbers.\n\n'
        '    The line is straight.\n    """\n'
        "    _draw(figure, double)\n\n\n"
        "def _draw(figure, double):\n"
        "    x = np.arange(GRID)\n"
        "    figure.gca().plot(x, double(x))\n\n\n"
        "show_picture(line)"
    )


def test_what_was_had_before_is_left_out(course):
    """A later picture has its imports, and no helper a second time."""
    second = pictures(course, course.places["double"])[1]
    assert second.code(["import numpy as np"]) == (
        "from pathlib import Path\n"
        "from grader.notebook import show_picture\n\n\n"
        "def table(double, figure, data):\n"
        "    axes = figure.subplots()\n"
        "    axes.set_title(Path(data).name)\n"
        "    _draw(figure, double)\n\n\n"
        'show_picture(table, data="../../data")'
    )


def test_no_pictures(course):
    """An exercise without a file of pictures has none."""
    assert pictures(course, course.places["twice"]) == []


def test_what_a_picture_cannot_ask_for(course):
    """A parameter that is nothing known is named with its place."""
    write(course, "\n\ndef line(figure, dubble):\n    pass\n")
    with pytest.raises(UsageError) as caught:
        pictures(course, course.places["double"])
    assert caught.value.message == (
        "exercises/basics/pictures/double.py: line 3: line asks for `dubble`."
    )
    assert caught.value.help == (
        "A picture asks for figure, data, image or an exercise."
    )


def test_a_picture_with_the_name_of_an_exercise(course):
    """A name that would replace a student's function is refused with its place."""
    write(course, "def line(figure):\n    twice()\n\n\ndef twice():\n    pass\n")
    with pytest.raises(UsageError) as caught:
        pictures(course, course.places["double"])
    assert caught.value.message == (
        "exercises/basics/pictures/double.py: line 5: `twice` is the name of an "
        "exercise."
    )
