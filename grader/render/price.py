"""What loops cost, in words."""

from grader.language import joined, marked, say
from grader.render.finding import decisive
from grader.verdict import EXPLICIT_LOOP, Evidence, Exercise

_LOOP = (
    marked("The loop costs {cost}."),
    marked("By its look, the loop costs {cost}."),
)
_LOOPS = (
    marked("The loops cost {cost}."),
    marked("By its look, the loops cost {cost}."),
)
_MARKED = (
    marked("What is marked below costs {cost}."),
    marked("By its look, what is marked below costs {cost}."),
)
"""Each where loops were counted, and where they were only seen."""


def price(exercise: Exercise, *, here: bool) -> str:
    """Return what is right of an exercise with loops, and what they cost."""
    lost, most = exercise.max_points - exercise.points, exercise.max_points
    cost = say("no points")
    if lost:
        cost = say("{lost} of the {points} points").format(
            lost=points(lost), points=points(most)
        )
    found = decisive(exercise.findings)
    costs = _LOOPS if len(found) > 1 else _LOOP
    if any(one.rule != EXPLICIT_LOOP for one in found):
        costs = _MARKED
    # A case that counts steps acquits what only looks like a loop over data.
    looks = here and all(one.evidence is Evidence.STATIC for one in found)
    right = say("Every value here is right.") if here else say("Every value is right.")
    return joined(right, say(costs[looks]).format(cost=cost))


def points(value: float) -> str:
    """Return points as a screen gives them."""
    return f"{round(value, 2):g}"
