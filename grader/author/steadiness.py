"""Whether right answers pass whatever the seed: tolerances are argued, not guessed."""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from grader.author.trial import hidden
from grader.course import Place
from grader.session.bench import case_name
from grader.session.compose import marked
from grader.session.reference import load_module
from grader.session.runner import Runner
from grader.session.subject import Direct

SEEDS = 20
NOISE = 1e-10
"""Relative. A right answer in another order of operations differs by about 1e-15,
and by more where differences of large numbers are taken."""


def complaints(runner: Runner, place: Place) -> Iterator[str]:
    """Yield which right answer is rejected, by which case and with which seed.

    Right are the solution, with its last digits changed, and the version with a loop.
    """
    name = place.exercise.name
    solution = runner.bench.reference.function(name)
    answers: dict[str, Callable[..., Any]] = {"the solution": solution}
    answers["the solution with other last digits"] = _noisy(solution)
    if place.slow.is_file():
        supplied = {
            used: runner.bench.reference.function(used) for used in place.exercise.uses
        }
        looped = vars(load_module(place, place.slow, supplied)).get(name)
        if callable(looped):
            answers["the version with a loop"] = looped
    first = runner.bench.seed
    try:
        for seed in range(SEEDS):
            runner.bench.seed = seed
            yield from _rejected(runner, place, answers)
    finally:
        runner.bench.seed = first


def _rejected(
    runner: Runner, place: Place, answers: dict[str, Callable[..., Any]]
) -> Iterator[str]:
    items = [item for item in hidden(runner, place) if not marked(item, "advice")]
    for what, function in answers.items():
        for ran in list(runner.run(items, Direct(function))):
            if ran.raised is not None:
                said = str(ran.raised).strip().splitlines() or [""]
                yield (
                    f"with seed {runner.bench.seed} the case “{case_name(ran.item)}” "
                    f"rejects {what}: {said[0]}"
                )
                return


def _noisy(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return the function with the last digits of what it returns changed."""
    rng = np.random.default_rng(0)

    def shaken(value: Any) -> Any:
        if isinstance(value, np.ndarray) and value.dtype.kind in "fc":
            return value * (1 + NOISE * rng.uniform(-1, 1, size=value.shape))
        if isinstance(value, float):
            return value * (1 + NOISE * rng.uniform(-1, 1))
        if isinstance(value, dict):
            return {key: shaken(one) for key, one in value.items()}
        if isinstance(value, list | tuple):
            return type(value)(map(shaken, value))
        return value

    return lambda *args, **kwargs: shaken(function(*args, **kwargs))
