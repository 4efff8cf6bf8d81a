"""The files of a new exercise are whole Python, whatever its arguments."""

import ast

import pytest

from grader.author import scaffold
from grader.author.marks import MARK
from grader.author.scaffold import Shape
from grader.submission import stub

SHAPES = [
    Shape("f", "", ()),
    Shape("one_hot", "labels, classes=3", ("labels", "classes")),
    Shape("g", "size, count", ("size", "count")),
]


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_files_are_python(shape):
    """Each file parses, ends in one line end and has marks."""
    texts = scaffold.files(shape, "basics", slow=True)
    assert len(texts) == 5
    for name, text in texts.items():
        ast.parse(text)
        assert text.rstrip("\n") + "\n" == text, name
        assert MARK in text


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_a_stub_can_be_built(shape):
    """The solution gives a stub with the same signature and without the answer."""
    text = stub.make(scaffold.solution(shape))
    assert f"def {shape.name}({shape.parameters}):" in text
    assert "return None" not in text


def test_sizes_are_not_taken_for_arguments():
    """What says how large a call is has a name that no argument has."""
    assert "def arguments(rng, length):" in scaffold.hidden(SHAPES[2])
    assert "def arguments(rng, size):" in scaffold.hidden(SHAPES[1])


def test_a_function_without_arguments_has_no_sizes():
    """Nothing is drawn for a function that takes nothing."""
    text = scaffold.hidden(SHAPES[0])
    assert "rng" not in text
    assert "same_work" not in scaffold.visible(SHAPES[0])


def test_steps_are_counted_where_students_have_the_case():
    """The case that counts steps is among the visible ones: a kit has it, too."""
    for shape in SHAPES[1:]:
        text = scaffold.visible(shape)
        assert text.startswith(
            f'"""Worked examples of {shape.name}, and a case that counts steps."""\n'
        )
        assert text.index("def test_worked_example") < text.index("@pytest.mark.steps")
        assert "steps" not in scaffold.hidden(shape)
