"""Which cases of an exercise count steps, and which do not."""

import pytest

from grader.course import Place
from grader.session.compose import marked
from grader.session.runner import Runner

_DIVIDED = pytest.StashKey[tuple[list[pytest.Item], list[pytest.Item]]]()


def divided(
    runner: Runner, place: Place
) -> tuple[list[pytest.Item], list[pytest.Item]]:
    """Return the cases that count steps, if that matters here, and the others.

    Raises ExerciseError if there are no cases.
    """
    items = runner.cases(place)
    # Asked for with every answer, and always the same.
    kept = items[0].stash.get(_DIVIDED, None) if items else ([], [])
    if kept is None:
        counting = [item for item in items if marked(item, "steps")]
        others = [item for item in items if item not in counting]
        kept = [] if place.exercise.loops == "any" else counting, others
        items[0].stash[_DIVIDED] = kept
    return kept
