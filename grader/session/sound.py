"""Whether an exercise is sound: its own solution passes its cases."""

from typing import final

from grader.course import Place
from grader.session.bench import case_name
from grader.session.reference import ExerciseError
from grader.session.runner import Runner
from grader.session.subject import Direct


@final
class Sound:
    """Looks at each exercise once, for all answers to it."""

    def __init__(self) -> None:
        self._known: set[Place] = set()

    def hold(self, runner: Runner, place: Place) -> None:
        """Hold that an exercise's own solution passes it; else raises ExerciseError.

        A student kit has no solutions: the instructor's run has looked at them.
        """
        if place in self._known or not place.solution.is_file():
            return
        subject = Direct(runner.bench.reference.function(place.exercise.name))
        # To the end: pytest has to take down what it set up.
        for one in list(runner.run(runner.cases(place), subject)):
            if one.raised is not None:
                said = str(one.raised).strip().splitlines() or [""]
                raise ExerciseError(
                    f"The solution of `{place.exercise.name}` does not pass the case "
                    f"“{case_name(one.item)}”: {said[0]}"
                )
        self._known.add(place)
