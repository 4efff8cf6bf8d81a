"""A model of what a class costs: formulas, and which part of a run is full first.

Nothing is measured here. `Costs` are constants that others measure; whatever is a rate
below is so many submissions a second.
"""

import math
from typing import NamedTuple

from grader.batch.cluster import MOST, OPENINGS, RATE, SECONDS
from grader.batch.link import LOOK

COPIES = 2.4
"""Of the course, for each worker that is being asked, in the grader and its scheduler.

They had 416 MB more while 64 requests of 2.77 MB were on their way.
"""


class Costs(NamedTuple):
    """What is measured: seconds of a processor and bytes, a submission if not said."""

    judge: float
    read: float
    record: float
    write: float
    """When all are judged: results, the table and the pages."""
    task: float
    """For each batch; the grader and the scheduler together, as all that follows."""
    idle: float
    """A share of a processor, all the time."""
    megabyte: float
    look: float
    """For each worker, each time."""
    choose: float
    """For each worker, each batch."""
    start: float
    """Seconds until the first worker is ready."""
    parcel: float
    reply: float
    gradebook: float
    results: float
    table: float
    pages: float
    course: float
    """Bytes of the course, for each worker."""
    base: float
    """Bytes of the grader, and of a scheduler in the same process, at first."""
    kept: float
    """Bytes by which it grows with each submission."""
    seat: float
    """Bytes for each worker."""
    worker: float
    """Bytes of a worker: Dask's process, the one that judges and the sandbox."""


class Forecast(NamedTuple):
    """What a class of a size costs with so many workers."""

    submissions: int
    workers: int
    rate: float
    full: str
    """Which part is full first."""
    seconds: float
    """From start to end."""
    writing: float
    """Of these, after the last verdict."""
    batch: float
    """Submissions in a task."""
    memory: float
    """Of the grader with its scheduler."""
    disk: float
    network: float
    """Bytes that pass the scheduler's own network, each once in and once out."""


def batch(costs: Costs, workers: int) -> float:
    """Return how many submissions a batch has while there is enough to do."""
    seconds = max(SECONDS, workers / RATE)
    return max(1.0, min(MOST, seconds / costs.judge))


def handling(costs: Costs, workers: int) -> float:
    """Return the seconds of a processor that the grader spends on a submission."""
    moved = (costs.parcel + costs.reply) / 1e6 * costs.megabyte
    tasks = (costs.task + workers * costs.choose) / batch(costs, workers)
    return costs.read + costs.record + moved + tasks


def rates(costs: Costs, workers: int, processors: float = 0) -> dict[str, float]:
    """Return how many submissions a second each part of a run could do by itself.

    With `processors` everything is on one machine that has so many.
    """
    grader = handling(costs, workers)
    busy = min(0.999, costs.idle + workers * costs.look / LOOK)
    found = {
        "workers": workers / (costs.judge + costs.task / batch(costs, workers)),
        "grader": (1 - busy) / grader,
    }
    if processors:
        found["processors"] = (processors - busy) / (costs.judge + grader)
    return found


def forecast(
    costs: Costs, submissions: int, workers: int, processors: float = 0
) -> Forecast:
    """Return what a class costs."""
    parts = rates(costs, workers, processors)
    full = min(parts, key=lambda name: parts[name])
    rate = parts[full]
    # The first are asked while the run starts; those after them wait for their turn.
    rounds = math.ceil(workers / OPENINGS) - 1
    opening = max(rounds * costs.start, workers * costs.course / 1e6 * costs.megabyte)
    asked = COPIES * min(workers, OPENINGS) * costs.course
    writing = submissions * costs.write
    sent = submissions * (costs.parcel + costs.reply) + workers * costs.course
    return Forecast(
        submissions,
        workers,
        rate,
        full,
        costs.start + opening + submissions / rate + writing,
        writing,
        batch(costs, workers),
        costs.base + submissions * costs.kept + workers * costs.seat + asked,
        submissions * (costs.gradebook + costs.results + costs.table + costs.pages),
        2 * sent,
    )


def enough(costs: Costs) -> int:
    """Return the number of workers at which the grader is full, not they."""
    workers = 1
    while True:
        parts = rates(costs, workers)
        if parts["workers"] > parts["grader"]:
            return workers
        workers += max(1, workers // 50)
