"""Marks on mutants that change nothing."""

import tomllib

import pytest

from grader.author import equivalents
from grader.author.mutants import Mutant


@pytest.mark.parametrize("after", ["", "s = 'ü' + \"\\x7f\"", "a = 2"])
def test_what_is_proposed_is_a_mark(after):
    """What is proposed to an author marks the mutant once a reason is given."""
    mutant = Mutant(4, 's = "a\\n"', after, "")
    text = equivalents.lines(mutant)
    reason = text.replace('reason = ""', 'reason = "the same"')
    (mark,) = tomllib.loads(reason)["equivalent"]
    assert mark.pop("reason") == "the same"
    assert equivalents.is_marked(mutant, equivalents.Mark(**mark, reason="the same"))
