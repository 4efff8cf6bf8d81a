"""The growing inputs that an exercise's own cases make, for who wants larger ones."""

from typing import Any, NamedTuple, final

from grader.course import Over, Place
from grader.findings.growth import Growth
from grader.session.reference import ExerciseError
from grader.session.runner import Runner
from grader.session.subject import Call, Make


class Inputs(NamedTuple):
    """What `make` makes: the arguments of a call with so many of one `unit`."""

    unit: str
    make: Make
    sizes: tuple[int, ...]
    """Those that the case itself calls it with."""


@final
class Recorder:
    """In the function's place: keeps what a case would call it with, and judges not."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.found: list[Inputs] = []

    def __call__(self, *_args: Any, **_kwargs: Any) -> Any:
        """Refuse: a case on steps calls nothing itself."""
        raise ExerciseError("A case marked `steps` calls the function itself.")

    def grow(self, unit: str, make: Make, sizes: tuple[int, ...]) -> Growth:
        """Keep the inputs; nothing grows."""
        self.found.append(Inputs(unit, make, sizes))
        return Growth(unit, (), (), {}, {})

    def close(self) -> None:
        """Nothing to give back."""


def find(runner: Runner, place: Place) -> Inputs | None:
    """Return the first growing inputs of an exercise, None if it has none.

    Those that a loop may go through are no race: `optimize` loops over iterations.
    Raises ExerciseError for a case that does not run.
    """
    policy = place.exercise.loops
    over = policy.over if isinstance(policy, Over) else ""
    items = [item for item in runner.cases(place) if item.get_closest_marker("steps")]
    if not items:
        return None
    recorder = Recorder()
    # To the end: pytest has to take down what it set up.
    for ran in list(runner.run(items, recorder)):
        if ran.raised is not None:
            raise ExerciseError(f"A case marked `steps` raised {ran.raised}.")
    return next((one for one in recorder.found if one.unit != over), None)
