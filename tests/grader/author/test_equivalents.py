"""Marks on mutants that change nothing."""

import tomllib

import pytest

from grader.author import equivalents
from grader.author.equivalents import EquivalentsError
from grader.author.mutants import Mutant
from grader.course import load


@pytest.mark.parametrize("after", ["", "s = 'ü' + \"\\x7f\"", "a = 2"])
def test_what_is_proposed_is_a_mark(after):
    """What is proposed to an author marks the mutant once a reason is given."""
    mutant = Mutant(4, 's = "a\\n"', after, "")
    text = equivalents.lines(mutant)
    reason = text.replace('reason = ""', 'reason = "the same"')
    (mark,) = tomllib.loads(reason)["equivalent"]
    assert mark.pop("reason") == "the same"
    assert equivalents.is_marked(mutant, equivalents.Mark(**mark, reason="the same"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            'before = "a"\nreason = ""',
            "mark 1, of `a`, has an empty `reason`: say why the mutant is as right",
        ),
        (
            'before = "a"\nreason = " "',
            "mark 1, of `a`, has an empty `reason`: say why",
        ),
        (
            'before = ""\nreason = "a"',
            "mark 1 has an empty `before`: it is the statement of the solution",
        ),
        ('before = "a"', "the key `reason` is missing"),
    ],
)
def test_what_is_no_mark(write_course, text, said):
    """What is wrong with a mark is told in a sentence that names the file."""
    course = load(write_course("double"))
    place = course.places["double"]
    place.mutants.parent.mkdir(parents=True, exist_ok=True)
    place.mutants.write_text(f"[[equivalent]]\n{text}\n", "utf-8")
    with pytest.raises(EquivalentsError) as caught:
        equivalents.read(place)
    assert str(caught.value).startswith(f"tests/mutants/basics/double.toml: {said}")
