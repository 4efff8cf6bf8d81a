"""Counts the cases that a student kit does not hold."""

from grader.course import Course
from grader.errors import UsageError
from grader.session import runner as runners
from grader.session.compose import marked
from grader.session.reference import ExerciseError
from grader.session.runner import Runner

SEED = 7


def unseen(course: Course) -> dict[str, int]:
    """Return how many hidden cases decide something, by exercise.

    A case counts once for each of its parameters; one that gives advice or counts
    steps does not. Raises UsageError for cases that do not load.
    """
    counts: dict[str, int] = {}

    def judge(runner: Runner) -> None:
        for place in course:
            counts[place.exercise.name] = sum(
                item.path == place.hidden
                and not (marked(item, "advice") or marked(item, "steps"))
                for item in runner.cases(place)
            )

    try:
        runners.run(course, SEED, list(course), judge)
    except ExerciseError as error:
        raise UsageError(
            f"The cases of the course do not load: {error}",
            "Mend them, then run: grader author check",
        ) from None
    return counts
